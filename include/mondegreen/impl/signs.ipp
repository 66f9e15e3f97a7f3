#pragma once

#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/impl/text/words.hpp>
#include <mondegreen/signs.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

/// For each byte the signs that it may be the first or the second of, a bit for each.
struct sign_bytes {
  std::array<std::uint64_t, 256> first{};
  std::array<std::uint64_t, 256> second{};

  static constexpr void enter(std::array<std::uint64_t, 256>& table, std::string_view bytes, std::uint64_t bit) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      auto const from = static_cast<unsigned char>(bytes[i]);
      bool const range = i + 2 < bytes.size() && bytes[i + 1] == '-';
      unsigned const to = range ? static_cast<unsigned char>(bytes[i + 2]) : from;
      for (unsigned c = from; c <= to; ++c) table[c] |= bit;
      if (range) i += 2;
    }
  }

  constexpr sign_bytes() {
    using namespace std::string_view_literals; // for those with a zero
    std::string_view const any{};
    std::uint64_t bit = 1;
    auto const add = [&](std::string_view a, std::string_view b) {
      enter(first, a, bit);
      if (b.empty())
        for (auto& each : second) each |= bit;
      enter(second, b, bit);
      bit <<= 1U;
    };
#define MONDEGREEN_SIGN(id, first, second) add(first, second);
#include <mondegreen/signs.def>
#undef MONDEGREEN_SIGN
  }
};

/// Whether words come twice in a row: fed with their hashes, one after the other.
class repetition {
public:
  void add(std::uint32_t word) noexcept {
    auto const bit = std::uint64_t{1} << (word >> 26U);
    if (!found_ && ((near_ | far_) & bit) != 0) look_back(word);
    if (count_ % longest == 0) far_ = std::exchange(near_, 0);
    near_ |= bit;
    last_[count_++ % last_.size()] = word;
  }

  bool found() const noexcept { return found_; }

private:
  static constexpr std::size_t longest = 32; ///< words of a phrase

  /// Whether `word` ends a phrase that stands right before itself.
  void look_back(std::uint32_t word) noexcept {
    for (std::size_t n = 1; n <= longest && 2 * n <= count_ + 1 && !found_; ++n) {
      if (before(n) != word) continue;
      std::size_t same = 1;
      while (same < n && before(same) == before(same + n)) ++same;
      found_ = same == n;
    }
  }

  /// The word that stands so far before the one at hand.
  std::uint32_t before(std::size_t n) const noexcept { return last_[(count_ - n) % last_.size()]; }

  std::array<std::uint32_t, 2 * longest>
      last_; // NOLINT(cppcoreguidelines-pro-type-member-init): what has been fed is read
  std::size_t count_ = 0;
  std::uint64_t near_ = 0,
                far_ = 0; ///< six bits of the words since the last multiple of `longest`, and of those before
  bool found_ = false;
};

/// Of two words in this order.
constexpr std::uint32_t key_of_two(std::uint32_t first, std::uint32_t second) noexcept {
  return (first ^ second >> 15U) * 0x9E3779B1U + second;
}

} // namespace impl

MONDEGREEN_INLINE sign_set sign_table::add() noexcept {
  constexpr unsigned bits = 64;
  return next_ < bits ? sign_set(std::uint64_t{1} << next_++) : sign_set(sign::any);
}

MONDEGREEN_INLINE void sign_table::mark(std::string_view phrases, sign_set as) {
  impl::any_in_list(phrases, [&](std::string_view phrase) {
    phrase = phrase.substr(0, phrase.find('='));
    // The last two words, which fewer texts have than the first: "c'est à dire". A letter that is not known does not matter:
    // of a text with one all is told.
    std::uint32_t last = 0, key = 0;
    impl::for_each_word(phrase, [&](std::uint32_t word) {
      key = last == 0 ? word : impl::key_of_two(last, word);
      last = word;
    });
    if (last == 0) return false;
    auto at = std::lower_bound(marked_.begin(), marked_.end(), std::pair(key, std::uint64_t{0}));
    if (at == marked_.end() || at->first != key) at = marked_.insert(at, {key, 0});
    at->second |= as.bits_;
    may_be_.set(key >> 16U);
    return false;
  });
}

MONDEGREEN_INLINE std::uint64_t sign_table::words_of(std::uint32_t key) const noexcept {
  auto const at = std::lower_bound(marked_.begin(), marked_.end(), std::pair(key, std::uint64_t{0}));
  return at != marked_.end() && at->first == key ? at->second : 0;
}

namespace impl {

/// The signs of signs.def that a text has.
inline std::uint64_t marks_in(std::string_view text) noexcept {
  static constexpr sign_bytes table;
  constexpr unsigned char line_end = '\n';
  if (text.empty()) return 0;
  std::uint64_t found = 0;
  unsigned char before = line_end;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    found |= table.first[before] & table.second[byte];
    before = byte;
  }
  return found | (table.first[before] & table.second[line_end]);
}

} // namespace impl

MONDEGREEN_INLINE sign_set sign_table::in(std::string_view text, std::uint32_t* first_word) const noexcept {
  auto found = impl::marks_in(text) | sign_set(sign::any).bits_;
  impl::repetition repetition;
  std::uint32_t last = 0, first = 0;
  bool const known = impl::for_each_word(text, [&](std::uint32_t word) {
    auto const both = impl::key_of_two(last, word);
    if (may_be_[word >> 16U] || may_be_[both >> 16U]) found |= words_of(word) | words_of(both);
    repetition.add(word);
    if (last == 0) first = word;
    last = word;
  });
  if (first_word != nullptr) *first_word = known ? first : 0;
  if (!known) found |= ~std::uint64_t{0} << words_from;
  if (!known || repetition.found()) found |= sign_set(sign::repeated).bits_;
  return sign_set(found);
}

MONDEGREEN_INLINE sign_set sign_table::again(std::string_view text, sign_set before) const noexcept {
  constexpr auto marks = sign_set(sign::repeated).bits_ - 1;
  return sign_set((before.bits_ & ~marks) | impl::marks_in(text));
}

} // namespace mondegreen::inline MONDEGREEN_ABI
