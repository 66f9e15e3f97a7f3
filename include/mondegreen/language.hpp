// What a language is to this library: tables, no code.
#pragma once

#include <mondegreen/config.hpp>

#include <span>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

/// How a language sets its marks: what the typography rules go by. A table that is empty leaves the text as it is.
struct typography {
  bool printed_apostrophe = false;      ///< ’ between letters
  std::string_view quotes{};            ///< opening and closing quotation mark with the space inside: "« | »"
  std::string_view before_high_marks{}; ///< what stands before ; ! ?: "\u202F" in French
  std::string_view before_colon{};      ///< "\u00A0" in French
  bool marks_close_up = false;          ///< no space before ; ! ?, nor before : unless `before_colon` has one
  bool ellipsis_apart = false;        ///< a blank before … stays: it says that a word is left out, not a part of one
  std::string_view inverted_marks{};  ///< "¿¡": what opens a question and an exclamation
  std::string_view question_words{};  ///< with which a question opens: "qué|cómo|…"
  std::string_view spaced_dash{};     ///< takes the place of " - "
  std::string_view double_hyphen{};   ///< takes the place of "--"
  std::string_view thousands{};       ///< between groups of three digits that have a space between them
  std::string_view before_unit{};     ///< between a figure and its unit
  std::string_view magnitudes{};      ///< words that stay with the figure before them: "millions|milliards"
  std::string_view ordinals{};        ///< "1ère=1re|…": wrong endings behind a figure
  std::string_view number_signs{};    ///< "n°": no-break space behind it, and never "nº"
  std::string_view capital_phrases{}; ///< "A partir=À partir|…": openings of a sentence that want an accent
  std::string_view accented_capitals{}; ///< "E=ÉÈÊ|…": what a capital may stand for, if the lexicon knows no other
  std::string_view elided_before_vowels{}; ///< "que|jusque": elided before the words of `elision_triggers`
  std::string_view elision_triggers{};     ///< "il|ils|elle|…"
  std::string_view ligatures{};            ///< "oe=œ": one letter where the lexicon has the word so
  std::string_view spellings{};            ///< "par dessus=par-dessus|dont=don’t": words and compounds misspelt
  std::string_view titles{};               ///< abbreviations that a no-break space ties to a name: "M.|Mme"
};

/// What a region sets otherwise than the language's other regions: "CA", or "CH".
struct regional_typography {
  std::string_view region{}; ///< the subtag of BCP 47 in capitals
  typography type{};
};

/// A language: data only. To add one write `impl/languages/xx.ipp` with its rule file and a line in languages.def.
/// Lists are separated by "|".
struct language {
  std::string_view code{};           ///< BCP 47: "fr"
  std::string_view name{};           ///< in English: "French"
  std::string_view marker_words{};   ///< frequent words that few other languages have: what detection counts
  std::string_view elisions{};       ///< "l|d|j|qu": what an apostrophe ties to the next word
  std::string_view enclitics{};      ///< "s|ll": what an apostrophe ties to the word before it
  std::string_view phonetic_rules{}; ///< text of the rule file (phonetics.hpp); empty: read as plain Latin
  std::string_view
      pronunciations{}; ///< words with their sound, and a model for the rest (scripts/english); instead of rules
  std::string_view ordinary_words{}; ///< word list, one a line, most frequent first (lexicon.hpp)
  bool noun_capitals = false; ///< any noun begins with a capital, as in German: it does not make a name of a word

  // Names as they stand in a sentence, in lower case; how names are mined.
  std::string_view honorifics{};    ///< before a person: "m|mme|dr"
  std::string_view roles{};         ///< what a person is, beside the name: "président|directrice|ceo"
  std::string_view belonging{};     ///< between a role and whom it is for: "de|chez|at"
  std::string_view employers{};     ///< of these, what stands before nothing but organisations: "chez"
  std::string_view organisations{}; ///< a word of their names: "institut|université|bank"
  std::string_view events{};        ///< the same: "forum|salon|summit"
  std::string_view places{};        ///< the same: "gare|rue|station"

  std::string_view numbers{}; ///< 0 to 99 in words, in order: "Llama deux" is Llama 2

  // Page chrome: words of the page around a transcript, compared without case and accents.
  std::string_view transcript_headings{}; ///< the transcript starts below: "transcription|transcript"
  std::string_view end_headings{};        ///< and ends above: "recommandations|à lire aussi"
  std::string_view labels{};              ///< "catégorie|publié le"; the first is the one above the category
  std::string_view navigation{};          ///< a whole line that is only this: "retour|interviews|partager"
  std::string_view relative_dates{};      ///< "il y a|avant-hier|hier": how a line with a relative date begins
  std::string_view transcript_credits{};  ///< how a line begins or ends that says who made the transcript
  std::string_view chapter_words{};       ///< "chapitre": with a number behind it, a heading among the cues

  // Turns of a conversation, compared in lower case.
  std::string_view answer_openers{}; ///< how answers begin: "oui|alors"
  std::string_view greetings{};      ///< "bonjour|bonsoir": one answers another
  std::string_view reasons{};        ///< "parce que": after a question, of one who asks himself

  std::string_view breaks{}; ///< where lines end (docs/line-breaks.md); empty: by punctuation and shape alone
  typography type{};
  std::span<regional_typography const> regions{}; ///< those that set their marks otherwise

  // Wording: what the rules of the group "speech" go by.
  std::string_view fillers{};            ///< sounds that are no words: "euh|hum"; "=assent": yes, behind a question
  std::string_view likely_fillers{};     ///< words that are fillers where commas set them off; "=end" at the end of a
                                         ///< clause only
  std::string_view repeats{};            ///< closed-class words that nobody says twice on purpose: "je|de|la"
  std::string_view repeats_with_comma{}; ///< the same, but only with a comma between: "en, en"
  std::string_view repeats_without_comma{}; ///< the same, but only without one
  std::string_view repeats_at_opening{};    ///< the same, but only with a comma and where a clause opens: "it, it is"
  std::string_view repeat_parts{};          ///< what may be part of a repeated phrase of closed words: "c'est|j'ai|y"
  std::string_view meant_repeats{}; ///< what people say twice on purpose, also in fluent text: "très|nous|and so on"
  std::string_view profanity{};     ///< swear words, masked on request
  std::string_view pseudonyms{};    ///< "person=Personne|=Nom": what stands for names, by their type

  int reading_speed = 17; ///< characters a second that viewers follow; for times estimated from text
};

/// All languages in the order of languages.def.
std::span<language const* const> languages() noexcept;

/// The language of a tag. Its region counts where it sets its marks otherwise: "fr-CA" is French with the typography of
/// Canada and the code "fr", "fr-BE" the same as "fr". Null if we know nothing of it.
language const* find_language(std::string_view tag) noexcept;

/// True if the tag begins with a two-letter code of ISO 639-1 ("ja", "pt-BR"), whether there are tables for the language or
/// not: text in any language is read, laid out and checked.
bool is_language(std::string_view tag);

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
