// What a text has, at a glance: the marks and pairs of bytes that rules are made for.
#pragma once

#include <mondegreen/config.hpp>

#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

/// Something that a text has somewhere or has not.
enum class sign : std::uint8_t {
#define MONDEGREEN_SIGN(id, first, second) id,
#include <mondegreen/signs.def>
#undef MONDEGREEN_SIGN
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

  /// All of them in a text, in one pass that asks for all at once. O(text), about a nanosecond for two bytes.
  static sign_set in(std::string_view text) noexcept;

private:
  constexpr explicit sign_set(std::uint64_t bits) noexcept : bits_(bits) {}

  std::uint64_t bits_ = 0;
};

constexpr sign_set operator|(sign a, sign b) noexcept { return sign_set(a) | sign_set(b); }

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/signs.ipp>
#endif
