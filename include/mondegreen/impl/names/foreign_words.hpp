// What the other languages we know make of the words of a window.
#pragma once

#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/lexicon.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Words of another language, all with a capital: somebody translated the name, or means something else.
inline bool is_translation(document const& in, window at) {
  for (auto const* each : mondegreen::languages()) {
    if (each->code == in.names().language()) continue;
    auto const& words = lexicon::of(each->code);
    bool all = true;
    for (auto i = at.first; i < at.end() && all; ++i) {
      auto const& text = in.tokens()[i].text;
      all = words.rank(text) != 0 && in.tokens()[i].shape == word_shape::initial && letters_of(text).size() > 2;
    }
    if (all) return true;
  }
  return false;
}

/// At least five letters, and not made of ordinary words of the text's language or of English, whose words stand in any text.
/// (Of all languages nearly any misheard name is a word: "Playas" for Pleias in Spanish.)
inline bool is_unmistakable(document const& in, window at) {
  lexicon const* const known[]{&lexicon::of(in.names().language()), &lexicon::of("en")};
  std::size_t letters = 0;
  bool ordinary = true;
  for (auto i = at.first; i < at.end(); ++i) {
    letters += in.word(i).letters.size();
    auto const text = in.tokens()[i].text;
    ordinary = ordinary && std::any_of(std::begin(known), std::end(known),
                                       [&](lexicon const* each) { return each->rank(text) != 0; });
  }
  return letters > 4 && !ordinary;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
