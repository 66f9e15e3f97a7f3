// What a language is to this library: tables, no code.
#pragma once

#include <mondegreen/config.hpp>

#include <span>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

/// A language: data only. To add one write `impl/languages/xx.ipp` with its rule file and a line in languages.def.
/// Lists are separated by "|".
struct language {
  std::string_view code{};           ///< BCP 47: "fr"
  std::string_view name{};           ///< in English: "French"
  std::string_view marker_words{};   ///< frequent words that few other languages have: what detection counts
  std::string_view elisions{};       ///< "l|d|j|qu": what an apostrophe ties to the next word
  std::string_view phonetic_rules{}; ///< text of the rule file (phonetics.hpp); empty: read as plain Latin
  std::string_view
      pronunciations{}; ///< words with their sound, and trees for the rest (scripts/english); instead of rules
  std::string_view ordinary_words{}; ///< word list, one a line, most frequent first (lexicon.hpp)

  // Names as they stand in a sentence, in lower case; how names are mined.
  std::string_view honorifics{};    ///< before a person: "m|mme|dr"
  std::string_view roles{};         ///< what a person is, beside the name: "président|directrice|ceo"
  std::string_view belonging{};     ///< between a role and whom it is for: "de|chez|at"
  std::string_view employers{};     ///< of these, what stands before nothing but organisations: "chez"
  std::string_view organisations{}; ///< a word of their names: "institut|université|bank"
  std::string_view events{};        ///< the same: "forum|salon|summit"
  std::string_view places{};        ///< the same: "gare|rue|station"

  // Page chrome: words of the page around a transcript, compared without case and accents.
  std::string_view transcript_headings{}; ///< the transcript starts below: "transcription|transcript"
  std::string_view end_headings{};        ///< and ends above: "recommandations|à lire aussi"
  std::string_view labels{};              ///< "catégorie|publié le"; the first is the one above the category
  std::string_view navigation{};          ///< a whole line that is only this: "retour|interviews|partager"
  std::string_view relative_dates{};      ///< "il y a|avant-hier|hier": how a line with a relative date begins

  std::string_view breaks{}; ///< where lines end (docs/line-breaks.md); empty: by punctuation and shape alone

  int reading_speed = 17; ///< characters a second that viewers follow; for times estimated from text
};

/// All languages in the order of languages.def.
std::span<language const* const> languages() noexcept;

/// The language of a tag; its region is ignored ("fr-CA" is "fr"). Null if we know nothing of it.
language const* find_language(std::string_view tag) noexcept;

/// A language with empty tables, for text in a language we know nothing of.
language const& no_language() noexcept;

struct language_guess {
  language const* what = nullptr; ///< null: no idea
  int confidence = 0;             ///< 0-100
};

/// The language of a text by its most frequent small words; reads at most 64 KiB. Counting closed-class words tells
/// apart the languages of languages.def from some twenty words on.
language_guess detect_language(std::string_view text);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/language.ipp>
#endif
