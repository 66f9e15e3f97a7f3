// What a text has, at a glance: the marks, pairs of bytes and words that rules are made for.
#pragma once

#include <mondegreen/config.hpp>

#include <bitset>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// Something that a text has somewhere or has not.
enum class sign : std::uint8_t {
#define MONDEGREEN_SIGN(id, first, second) id,
#include <mondegreen/signs.def>
#undef MONDEGREEN_SIGN
  repeated, ///< a word twice in a row, or a phrase of up to 32 words; case, accents and marks aside
  any,      ///< each text has it
};

/// Some of them. `sign::colon | sign::question` is what a rule needs that looks at either.
class sign_set {
public:
  constexpr sign_set() noexcept = default;
  constexpr sign_set(sign one) noexcept // NOLINT(google-explicit-constructor)
      : bits_(std::uint64_t{1} << static_cast<unsigned>(one)) {}

  constexpr bool empty() const noexcept { return bits_ == 0; }

  /// True if they have one in common.
  constexpr bool meets(sign_set other) const noexcept { return (bits_ & other.bits_) != 0; }

  friend constexpr sign_set operator|(sign_set a, sign_set b) noexcept { return sign_set(a.bits_ | b.bits_); }
  friend constexpr bool operator==(sign_set, sign_set) = default;

private:
  friend class sign_table;
  constexpr explicit sign_set(std::uint64_t bits) noexcept : bits_(bits) {}

  std::uint64_t bits_ = 0;
};

constexpr sign_set operator|(sign a, sign b) noexcept { return sign_set(a) | sign_set(b); }

/// Tells which signs a text has: those of signs.def, and words that somebody asks for beside them.
class sign_table {
public:
  /// A sign that stands for words; `sign::any` if there is none left (there are some 20).
  sign_set add() noexcept;

  /// Makes the phrases of a list "a|b c|d=e" signs; what stands behind "=" is no part of them. Case and accents aside, of a
  /// phrase the last two words count.
  void mark(std::string_view phrases, sign_set as);

  /// All that the text has, in two passes that ask for all at once. What stands there is always told; now and then a word or
  /// `repeated` is told in vain, and all of them where a text has letters beyond Latin-1. `first_word`, if given, becomes the
  /// first word as a number, case and accents aside, or 0 if that cannot be told. O(text), some 2 ns a byte.
  sign_set in(std::string_view text, std::uint32_t* first_word = nullptr) const noexcept;

  /// The same for a text that had `before` and in which only what stands between words has changed. O(text), with one pass.
  sign_set again(std::string_view text, sign_set before) const noexcept;

private:
  static constexpr unsigned words_from = static_cast<unsigned>(sign::any) + 1;

  std::uint64_t words_of(std::uint32_t key) const noexcept;

  unsigned next_ = words_from;
  std::bitset<1U << 16U> may_be_{};                               ///< by the upper half of a key
  std::vector<std::pair<std::uint32_t, std::uint64_t>> marked_{}; ///< by key, of one word or of two
};

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/signs.ipp>
#endif
