// A format, a rule and a language of the files beside this one, found and used as if they had always been there.
#include "catch.hpp"

#include <mondegreen/mondegreen.hpp>

// In the library these three lines stand at the end of format.ipp, rule.ipp and language.ipp.
#include "impl/formats/tabbed.ipp"
#include "impl/languages/eo.ipp"
#include "impl/rules/laughter.ipp"

using namespace mondegreen;

TEST_CASE("a format with its line in formats.def is found, detected, read and written") {
  REQUIRE(find_format("tabbed") != nullptr);
  std::string const text = "#tabbed\n0\t1500\tBonjour\nhors format\n2000\t3000\tMerci\n";
  auto const got = read_text(text);
  REQUIRE(got);
  CHECK(got->value.format == "tabbed");
  REQUIRE(got->value.cues.size() == 2);
  CHECK(got->value.cues[1].text == "Merci");
  CHECK(got->value.cues[1].when == interval{{2000}, {3000}});
  CHECK(got->diagnostics.size() == 1);
  auto const back = write_text(got->value, "tabbed");
  REQUIRE(back);
  CHECK(back->bytes == text);
  auto const converted = write_text(got->value, "srt");
  REQUIRE(converted);
  CHECK(converted->bytes.find("00:00:02,000 --> 00:00:03,000\nMerci") != std::string::npos);
}

TEST_CASE("a rule with its line in rules.def runs, and its changes stand on the ledger") {
  REQUIRE(find_rule("laughter") != nullptr);
  auto talk = read_text("0:00 Ah bon. [rires] Oui.\n0:04 Les rires sont rares.\n");
  REQUIRE(talk);
  auto const edits = clean(talk->value);
  REQUIRE(edits.size() == 1);
  CHECK(edits[0].rule == "laughter");
  CHECK(edits[0].before == "[rires] ");
  CHECK(talk->value.cues[0].text == "Ah bon. Oui.");
  CHECK(talk->value.cues[1].text == "Les rires sont rares.");
  CHECK(clean(talk->value).empty());
  auto again = read_text("0:00 Ah bon. [rires] Oui.\n");
  REQUIRE(again);
  CHECK(clean(again->value, {.skip = {"laughter"}}).empty());
}

TEST_CASE("a language with its line in languages.def is found and detected") {
  REQUIRE(find_language("eo") != nullptr);
  CHECK(find_language("eo-XX") == find_language("eo"));
  auto const guess = detect_language("La kato kaj la hundo estas en la ĝardeno, sed ili ne ludas kun la birdo, ĉar ĝi "
                                     "estas tro alta kaj la arbo ankaŭ.");
  REQUIRE(guess.what != nullptr);
  CHECK(guess.what->code == "eo");
}
