#include <mondegreen/impl/layout/units.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

std::vector<unit> read_units(std::string_view text, char const* code = "fr", std::uint32_t limit = 42) {
  auto const* known = find_language(code);
  auto const& speech = known != nullptr ? *known : no_language();
  std::vector<unit> found;
  find_units(text, speech, break_table::of(speech), limit, found);
  return found;
}

std::string shown(std::string_view text, char const* code = "fr", std::uint32_t limit = 42) {
  std::string out;
  for (auto const& each : read_units(text, code, limit)) {
    if (!out.empty()) out += '|';
    out += text.substr(each.begin, each.end - each.begin);
  }
  return out;
}

std::string kind(word_entry const& of, char const* code = "fr") {
  return break_table::of(*find_language(code)).class_names()[of.kind];
}

} // namespace

TEST_CASE("words with their punctuation") {
  CHECK(shown("Bonjour, le monde.") == "Bonjour,|le|monde.");
  CHECK(shown("  Deux  espaces ") == "Deux|espaces");
  CHECK(shown("") == "");
  CHECK(shown(" \t\n") == "");
}

TEST_CASE("marks between spaces belong to their neighbour") {
  CHECK(shown("Pourquoi ? Parce que !") == "Pourquoi ?|Parce|que !");
  CHECK(shown("Il dit : « Oui. »") == "Il|dit :|« Oui. »");
  CHECK(shown("- Oui. - Non.") == "- Oui.|- Non.");
  CHECK(shown("ceci -- enfin cela") == "ceci --|enfin|cela");
  CHECK(shown("« Ah ! » dit-il") == "« Ah ! »|dit-il");
  CHECK(shown("...") == "...");
  CHECK(shown("♪ La la ♪").find('|') != std::string::npos);
}

TEST_CASE("no-break spaces are part of the word") {
  CHECK(shown("Pourquoi\xC2\xA0?") == "Pourquoi\xC2\xA0?");
  CHECK(shown("10\u202F000 euros") == "10\u202F000|euros");
  CHECK(shown("«\xC2\xA0Non\xC2\xA0» fin") == "«\xC2\xA0Non\xC2\xA0»|fin");
}

TEST_CASE("stops, openings and classes") {
  auto const read = read_units("Quand l'école ferme, « on » part (enfin). M. Martin dit oui ; Paul non");
  CHECK(kind(read[0].last) == "subordinator");
  CHECK(kind(read[1].first) == "determiner");
  CHECK(read[2].after == stop::comma);
  CHECK(read[3].before == opening::quote);
  CHECK(read[3].after == stop::closing);
  CHECK(read[5].before == opening::bracket);
  CHECK(read[5].after == stop::sentence);
  CHECK(kind(read[6].last) == "title");
  CHECK(read[6].after == stop::none); // "M." ends no sentence
  CHECK(kind(read[7].last) == "name");
  CHECK(read[9].after == stop::clause);
  CHECK(kind(read[10].last) == "name");
}

TEST_CASE("capitals are names only where no sentence begins") {
  auto const read = read_units("Paris dort. Lyon aussi, Lille dort.");
  CHECK(kind(read[0].last) != "name");
  CHECK(kind(read[2].last) != "name");
  CHECK(kind(read[4].last) == "name");
}

TEST_CASE("a common noun with a capital is part of a name, a closed word is none") {
  auto const read = read_units("dans la Grande Maison de Leur père");
  CHECK(kind(read[2].last) == "name");
  CHECK(kind(read[3].last) == "name");
  CHECK(kind(read[5].last) == "leur");
  CHECK(kind(read_units("dans la grande maison")[3].last) == "noun");
}

TEST_CASE("a sentence does not begin with a small letter") {
  auto const read = read_units("les langues … les plus rares, etc. et puis Paul ? puis non");
  CHECK(read[1].after == stop::clause);
  CHECK(read[5].after == stop::none);
  CHECK(read[8].after == stop::sentence);
}

TEST_CASE("who speaks is told from what is announced") {
  CHECK(read_units("Anne Moreau : oui, bien sûr")[1].after == stop::label);
  CHECK(read_units("(Vidéo) Anne Moreau : oui")[2].after == stop::label);
  CHECK(read_units("[Rires] Q2: oui")[1].after == stop::label);
  CHECK(read_units("Elle a dit : oui")[2].after == stop::clause);
  CHECK(read_units("Anne, Paul : oui")[1].after == stop::clause);
  CHECK(read_units("Anne Moreau ; Paul")[1].after == stop::clause);
  CHECK(read_units("il est là. Anne : oui")[3].after == stop::clause); // only where the text begins
}

TEST_CASE("initials end no sentence") {
  auto const read = read_units("avec Jean J. Martin");
  CHECK(read[2].after == stop::none);
}

TEST_CASE("text without spaces is broken by Unicode's rules") {
  auto const read = read_units("吾輩は猫である。名前はまだ無い。", "ja");
  REQUIRE(read.size() > 3);
  for (auto const& each : read) CHECK(each.space == 0);
  // No line begins with a full stop.
  for (auto const& each : read)
    CHECK(std::string_view("吾輩は猫である。名前はまだ無い。").substr(each.begin, 3) != "。");
}

TEST_CASE("a word too long for a line is cut where that is allowed, and only there") {
  auto const text = std::string("voir https://www.example.org/une/adresse/assez/longue/pour/deux/lignes ici");
  auto const read = read_units(text, "fr", 42);
  REQUIRE(read.size() > 3);
  std::string joined;
  for (auto const& each : read) {
    CHECK(each.columns <= 42);
    joined += text.substr(each.begin, each.end - each.begin);
  }
  CHECK(read[1].cut);
  CHECK(read_units(std::string(100, 'a')).size() == 1); // nowhere
}

TEST_CASE("bytes that are no UTF-8") {
  CHECK(read_units("a\xFF\xFE b\x80").size() == 2);
  CHECK(read_units("\xE2\x80").size() == 1);
}
