// Which languages the small words of a text are of.
#pragma once

#include <mondegreen/impl/text/fold.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/language.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The marker words of all languages, hashed: for each the languages it is a marker of, a bit for each in the order of
/// languages.def.
class marker_table {
public:
  static marker_table const& get() {
    static marker_table const made;
    return made;
  }

  /// A bit for each language that a word, in capitals or not, is a marker of.
  std::uint32_t languages_of(std::string_view word) const {
    if (word.size() > longest_) return 0;
    std::string lower; // short enough to need no memory of its own
    append_lower_latin(lower, word);
    for (auto i = hash(lower);; ++i) {
      auto const& each = slots_[i % slots_.size()];
      if (each.word.empty() || each.word == lower) return each.languages;
    }
  }

private:
  struct slot {
    std::string_view word;
    std::uint32_t languages = 0;
  };

  marker_table() {
    std::uint32_t bit = 1;
    for (auto const* each : mondegreen::languages()) {
      any_in_list(each->marker_words, [&](std::string_view word) {
        auto i = hash(word);
        while (!slots_[i % slots_.size()].word.empty() && slots_[i % slots_.size()].word != word) ++i;
        slots_[i % slots_.size()].word = word;
        slots_[i % slots_.size()].languages |= bit;
        longest_ = std::max(longest_, word.size());
        return false;
      });
      bit <<= 1U;
    }
  }

  static std::size_t hash(std::string_view word) noexcept {
    std::size_t h = word.size();
    for (char const c : word) h = h * 31 + static_cast<unsigned char>(c);
    return h;
  }

  std::size_t longest_ = 0;        ///< bytes
  std::array<slot, 2048> slots_{}; ///< some fifty words a language
};

/// The language that claims the text against `speech`: at least four of its words, and a fifth of them, are markers of
/// it, and at most one of five times as many is one of `speech`. Null if none does. Two markers of `speech` end the
/// search, so that for most texts three words are read. `candidate` becomes the language that claims most of a text without
/// any marker of `speech`, if there is one and it is no more than likely.
inline language const* foreign_language(std::string_view text, language const& speech, language const*& candidate) {
  auto const all = mondegreen::languages();
  std::array<std::uint16_t, 32> hits{};
  std::size_t words = 0;
  std::size_t own = 0;
  bool ended = false;
  auto const& table = marker_table::get();
  std::size_t start = 0;
  auto const count = [&](std::string_view word) {
    ++words;
    auto mask = table.languages_of(word);
    for (std::size_t i = 0; mask != 0; mask >>= 1U, ++i) {
      if ((mask & 1U) == 0) continue;
      ++hits[i];
      if (all[i]->code == speech.code) ended = ++own == 2;
    }
  };
  for (std::size_t i = 0; i <= text.size() && !ended;) {
    // Nearly all letters are of ASCII.
    while (i < text.size() && is_ascii_letter(text[i])) ++i;
    auto const point = i < text.size() ? decode_at(text, i) : code_point{0, 1, true};
    if (!is_plain_letter(point.value)) {
      if (i > start) count(text.substr(start, i - start));
      start = i + point.length;
    }
    i += point.length;
  }
  if (ended || words < 4) return nullptr;
  std::size_t best = 0;
  for (std::size_t i = 1; i < all.size() && i < hits.size(); ++i)
    if (hits[i] > hits[best]) best = i;
  bool const claims = hits[best] >= 4 && hits[best] * 5U >= words && hits[best] >= 5 * own;
  if (own == 0 && hits[best] > 0 && words >= 6) candidate = all[best];
  return claims && all[best]->code != speech.code ? all[best] : nullptr;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
