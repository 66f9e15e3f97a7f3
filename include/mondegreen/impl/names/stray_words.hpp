// Small words at the ends of a window, which are the sentence's and not the name's.
#pragma once

#include <mondegreen/impl/names/document.hpp>

#include <cstdint>
#include <string>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The window begins or ends with a small word that the name has not got: "Lequin a" is "Lequin" and a verb.
inline bool has_stray_words(document const& in, window where, name_entry const& as) {
  if (as.spelled.empty()) return false;
  constexpr std::uint32_t small = 400; // rank: articles, prepositions, auxiliaries
  auto const stray = [&](std::uint32_t at, std::string const& spelled) {
    auto const& word = in.tokens()[at];
    if (word.shape == word_shape::digits) return false;
    auto const rank = in.word(at).rank;
    bool const lone = word.text.size() == 1;
    bool const little = lone || (word.shape == word_shape::lower && rank != 0 && rank <= small);
    return little && spelled != in.word(at).letters;
  };
  return stray(where.first, as.spelled.front()) || stray(where.end() - 1, as.spelled.back());
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
