// How ordinary a word of a text is.
#pragma once

#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/impl/names/inflections.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// 1 for the most frequent words, 0.3 for the rare ones; `rank` is not 0.
inline double frequency_of(std::uint32_t rank) {
  return std::clamp(1.0 - std::log10(static_cast<double>(rank)) / 6.0, 0.3, 1.0);
}

/// Its capital, if it has one, says nothing: it opens a sentence, or it is the pronoun "I".
inline bool written_low(document const& in, std::uint32_t token) {
  auto const& word = in.tokens()[token];
  if (word.shape == word_shape::lower || in.word(token).plain) return true;
  return word.shape == word_shape::initial &&
         (word.opens_sentence || (word.text.size() == 1 && in.word(token).rank != 0)) && !in.spelled(token);
}

/// One ordinary word that stands alone is never a name for its sound, whatever is around it: weighing drops it (`guard`), and
/// most names that sound like any word of a text sound like the one that opens a sentence. A slip in a phrase may be one.
inline bool never_by_sound(document const& in, std::uint32_t token) {
  auto const& word = in.facts(token);
  if (word.rank == 0 || word.number_word || (word.rank == rank_of_inflected && in.names().phrases())) return false;
  return in.tokens()[token].shape != word_shape::digits && !in.spelled(token) && written_low(in, token);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
