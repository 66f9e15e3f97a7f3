// Finding the phrases of a table in a text: one pass over its words, and a look at the table for few of them.
#pragma once

#include <mondegreen/impl/rules/characters.hpp>
#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/language.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// A phrase of a table, and what the table says of it.
struct phrase {
  std::string words; ///< in lower case, ' for every apostrophe, one space between words
  std::string said;  ///< as the table has it
  std::string value; ///< what stands behind the "=", if anything
};

struct phrase_match {
  phrase const* what = nullptr;
  std::size_t end = 0; ///< in the text
};

/// A text in the form in which phrases are compared: lower case, one kind of apostrophe.
inline std::string phrase_words(std::string_view text) {
  std::string words;
  for (std::size_t i = 0; i < text.size();) {
    auto const point = decode_at(text, i);
    append_utf8(words, is_apostrophe_like(point.value) ? U'\'' : lower_latin(point.value));
    i += point.length;
  }
  return words;
}

/// The phrases of a list "a b=c|d", which need not live on. Upper and lower case of Latin letters are one, so are all apostrophes, so are spaces
/// of any kind and number; accents count.
class phrase_table {
public:
  phrase_table() = default;
  explicit phrase_table(std::string_view list, char separator = '|') {
    any_in_list(
        list,
        [&](std::string_view entry) {
          add(entry);
          return false;
        },
        separator);
    settle();
  }

  bool empty() const noexcept { return phrases_.empty(); }

  /// The longest phrase that starts at `at`, where a word starts, and ends where one ends.
  phrase_match match(std::string_view text, std::size_t at) const {
    if (!starts_.test(start_key(text, at))) return {};
    phrase_match best;
    auto const first = std::partition_point(phrases_.begin(), phrases_.end(), [&](phrase const& each) {
      return start_key(each.words, 0) < start_key(text, at);
    });
    for (auto each = first; each != phrases_.end() && start_key(each->words, 0) == start_key(text, at); ++each)
      if (auto const end = match_one(*each, text, at); end > best.end) best = {&*each, end};
    return best;
  }

  /// Calls `with(at, match)` for each phrase in the text, from left to right, none inside another. `with` returns where
  /// to go on. O(text) but for words that start as one of the table does.
  template <class Function> void for_each_in(std::string_view text, Function&& with) const {
    if (phrases_.empty()) return;
    std::size_t next = 0;
    for_each_start(text, beyond_ascii_, [&](std::size_t at) { look_at(text, at, next, with); });
  }

  /// The same for the phrases of two tables in one walk over the words, each table for itself.
  template <class First, class Second>
  static void for_each_in(std::string_view text, phrase_table const& a, First&& with_a, phrase_table const& b,
                          Second&& with_b) {
    std::size_t next_a = 0;
    std::size_t next_b = 0;
    for_each_start(text, a.beyond_ascii_ || b.beyond_ascii_, [&](std::size_t at) {
      a.look_at(text, at, next_a, with_a);
      b.look_at(text, at, next_b, with_b);
    });
  }

private:
  enum byte_kind : std::uint8_t {
    other,      ///< no word starts here
    ascii_word, ///< a letter or a figure
    lead,       ///< of a character beyond ASCII
  };

  static constexpr std::array<byte_kind, 256> byte_kinds = [] {
    std::array<byte_kind, 256> table{};
    for (unsigned c = 0; c < 256; ++c) {
      bool const word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      table[c] = word ? ascii_word : c >= 0xC0 ? lead : other;
    }
    return table;
  }();

  static constexpr byte_kind kind_of(char c) noexcept { return byte_kinds[static_cast<unsigned char>(c)]; }

  /// A phrase that starts at `at`, unless that lies before `next`, up to where all has been dealt with.
  template <class Function>
  void look_at(std::string_view text, std::size_t at, std::size_t& next, Function&& with) const {
    if (at < next || !starts_.test(start_key(text, at)) || is_word(char_before(text, at))) return;
    if (auto const found = match(text, at); found.what != nullptr) next = std::max(with(at, found), at + 1);
  }

  /// Calls `with` where a word may start.
  template <class Function> static void for_each_start(std::string_view text, bool beyond_ascii, Function const& with) {
    for (std::size_t at = beyond_ascii ? 0 : for_each_ascii_word(text, with); at < text.size(); ++at) {
      bool const inside = at > 0 && kind_of(text[at - 1]) == ascii_word;
      if (!inside && kind_of(text[at]) != other) with(at);
    }
  }

  /// A letter or a figure of ASCII behind a byte that is none.
  struct at_ascii_word {
    template <class V> static V is_in_word(V a) noexcept {
      return V::only_first((a <= 'z'), (a <= '`')) | V::only_first((a <= 'Z'), (a <= '@')) |
             V::only_first((a <= '9'), (a <= '/'));
    }
    template <class V> static V holds(V a, V b) noexcept { return V::only_first(is_in_word(b), is_in_word(a)); }
  };

  /// Calls `with` for the start of each word of ASCII but for the last bytes of the text; returns what is left to do. All
  /// starts of a register's width come of one comparison: a text has a word every five bytes, and a branch for each that
  /// the processor cannot foresee.
  template <class Function> static std::size_t for_each_ascii_word(std::string_view text, Function const& with) {
    using lanes = impl::lines::lanes::widest;
    std::size_t at = 0;
    if constexpr (std::endian::native == std::endian::little) {
      if (text.size() <= lanes::width) return 0;
      if (kind_of(text[0]) == ascii_word) with(0);
      for (; text.size() - at > lanes::width; at += lanes::width) {
        auto mask = at_ascii_word::holds(lanes::load(text.data() + at), lanes::load(text.data() + at + 1)).mask();
        for (; mask != 0; mask &= mask - 1) with(at + lanes::first(mask) + 1);
      }
      ++at; // the first of the last load is done as the second of a pair
    }
    return at;
  }

  static constexpr unsigned lower(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return 0;
    auto const c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return byte_kinds[c] != ascii_word ? 0U : c >= 'A' && c <= 'Z' ? c + 32U : c;
    return 1; // accents differ in case in the second byte, and ’ is three
  }

  /// 15 bits of the first three bytes; what upper and lower case share.
  static constexpr std::size_t start_key(std::string_view text, std::size_t at) noexcept {
    auto const a = lower(text, at);
    auto const b = a <= 1 ? 0 : lower(text, at + 1);
    auto const c = b <= 1 ? 0 : lower(text, at + 2);
    return (a & 31U) << 10U | (b & 31U) << 5U | (c & 31U);
  }

  void add(std::string_view entry) {
    phrase made;
    auto const equal = entry.find('=');
    made.said = entry.substr(0, equal);
    if (equal != entry.npos) made.value = entry.substr(equal + 1);
    made.words = phrase_words(made.said);
    if (!made.words.empty()) phrases_.push_back(std::move(made));
  }

  void settle() {
    std::stable_sort(phrases_.begin(), phrases_.end(),
                     [](phrase const& a, phrase const& b) { return start_key(a.words, 0) < start_key(b.words, 0); });
    for (auto const& each : phrases_) {
      starts_.set(start_key(each.words, 0));
      beyond_ascii_ = beyond_ascii_ || kind_of(each.words[0]) != ascii_word;
    }
  }

  static std::size_t match_one(phrase const& what, std::string_view text, std::size_t at) {
    std::string_view const words = what.words;
    std::size_t i = 0;
    while (i < words.size()) {
      if (at >= text.size()) return 0;
      auto const wanted = decode_at(words, i);
      auto const found = decode_at(text, at);
      if (wanted.value == ' ') {
        auto const behind = run_end(text, at, is_space_or_line);
        if (behind == at) return 0;
        at = behind;
      } else {
        auto const c = is_apostrophe_like(found.value) ? U'\'' : lower_latin(found.value);
        if (c != wanted.value) return 0;
        at += found.length;
      }
      i += wanted.length;
    }
    // "par" is no match in "parler"; an apostrophe at the end of a phrase ends it anyway.
    return is_word(char_at(text, at)) && is_word(char_before(text, at)) ? 0 : at;
  }

  std::vector<phrase> phrases_;
  std::bitset<1U << 15U> starts_;
  bool beyond_ascii_ = false; ///< some phrase starts with a letter beyond ASCII
};

/// Something made from the tables of each language that occurs, once each.
template <class Made> class per_language {
public:
  template <class Make> Made& of(language const& speech, Make&& make) {
    for (auto& each : made_)
      if (each.first == &speech) return *each.second;
    made_.emplace_back(&speech, std::make_unique<Made>(make(speech)));
    return *made_.back().second;
  }

private:
  std::vector<std::pair<language const*, std::unique_ptr<Made>>> made_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
