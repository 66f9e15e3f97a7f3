// Words beside which a person is named.
#pragma once

#include <mondegreen/config.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// "Merci à", "the line of", "this is": a word, as its letters, after which a name is likely to follow.
inline bool introduces_person(std::string_view word, std::string_view language) noexcept {
  constexpr std::string_view english[]{"by",    "chairman", "dr",  "from",    "hello",   "hi", "is",        "line",
                                       "miss",  "mr",       "mrs", "ms",      "officer", "of", "president", "professor",
                                       "thank", "thanks",   "to",  "welcome", "with",    "you"};
  constexpr std::string_view french[]{"avec",   "bonjour",  "bonsoir", "cher",      "chere",        "docteur",
                                      "invite", "m",        "madame",  "maitre",    "mademoiselle", "merci",
                                      "mme",    "monsieur", "par",     "professeur"};
  if (language == "en") return std::find(std::begin(english), std::end(english), word) != std::end(english);
  if (language == "fr") return std::find(std::begin(french), std::end(french), word) != std::end(french);
  return false;
}

/// "Hey", "merci": a word after which whoever is spoken to is named, and nothing else.
inline bool greets(std::string_view word, std::string_view language) noexcept {
  constexpr std::string_view english[]{"bye", "hello", "hey", "hi", "morning", "sorry", "thanks", "welcome", "you"};
  constexpr std::string_view french[]{"bonjour", "bonsoir", "bienvenue", "cher", "chere", "merci", "salut"};
  if (language == "en") return std::find(std::begin(english), std::end(english), word) != std::end(english);
  if (language == "fr") return std::find(std::begin(french), std::end(french), word) != std::end(french);
  return false;
}

/// "of", "chez": a word that goes from a person to where the person works.
inline bool leads_to_employer(std::string_view word, std::string_view language) noexcept {
  if (language == "en") return word == "from" || word == "with" || word == "at" || word == "of";
  if (language == "fr") return word == "de" || word == "du" || word == "chez" || word == "d";
  return false;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
