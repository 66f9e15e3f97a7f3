// Ordinary words that a list by frequency leaves out.
#pragma once

#include <mondegreen/lexicon.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// True if a word in lower case is another form of one in the list: "décernaient" of "décerné", "grisée" of "gris". The
/// thirty thousand most frequent words hold few tenses of a rare verb. French only: English is told by other_forms. O(bytes),
/// some two hundred look-ups.
inline bool is_inflected(std::string_view word, lexicon const& ordinary, std::string_view language) {
  if (language != "fr") return false;
  constexpr std::string_view ends[]{
      "s",    "x",     "e",     "es",      "é",     "ée",     "és",     "ées",      "ent",     "ons",   "ez",
      "ais",  "ait",   "ions",  "iez",     "aient", "ai",     "as",     "a",        "èrent",   "ant",   "er",
      "erai", "eras",  "era",   "erons",   "erez",  "eront",  "erais",  "erait",    "eraient", "i",     "ie",
      "is",   "it",    "ies",   "issons",  "issez", "issent", "issait", "issaient", "issant",  "irent", "ir",
      "ira",  "iront", "irait", "iraient", "ante",  "antes",  "ants",   "eur",      "eurs",    "euse",  "euses"};
  constexpr std::string_view bases[]{"", "e", "er", "é", "ir", "i", "ée", "ant", "ent", "eur"};
  constexpr std::size_t shortest_stem = 4; // bytes: shorter ones go with nearly any ending
  std::string base;
  return std::any_of(std::begin(ends), std::end(ends), [&](std::string_view end) {
    if (!word.ends_with(end) || word.size() < end.size() + shortest_stem) return false;
    auto const stem = word.substr(0, word.size() - end.size());
    return std::any_of(std::begin(bases), std::end(bases), [&](std::string_view each) {
      base.assign(stem).append(each);
      return base != word && ordinary.rank(base) != 0;
    });
  });
}

/// The rank of such a form: behind all that are listed.
inline constexpr std::uint32_t rank_of_inflected = 30'001;

/// The rank of a word that no list has and a spelling dictionary knows: surely a word.
inline constexpr std::uint32_t rank_of_spelled = 30'002;

/// What BCP 47 calls a language nobody knows.
inline constexpr std::string_view undetermined = "und";

/// The rank of a word in lower case in a language that has no list.
inline constexpr std::uint32_t rank_of_unlisted = 3'000;

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
