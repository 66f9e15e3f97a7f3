#include <mondegreen/mondegreen.hpp>

#include "catch.hpp"

#include <string>

// What the README shows, in memory: the whole way from a pasted page to subtitles.
TEST_CASE("one header does the main job") {
  auto talk = mondegreen::read_text("0:00 Bonjour Maude Grine\n0:04 merci à vous\n", {.language = "fr"}, "talk.txt");
  REQUIRE(talk);
  auto const known = mondegreen::names::parse(mondegreen::make_source("Maud Green: Maude Grine\n"));
  auto const edits = mondegreen::clean(talk->value, {.names = &known, .language = "fr"});
  REQUIRE(edits.size() == 1);
  CHECK(edits[0].before == "Maude Grine");
  CHECK(edits[0].after == "Maud Green");
  CHECK(edits[0].at == mondegreen::position{1, 14});
  auto const out = mondegreen::write_text(talk->value, "srt");
  REQUIRE(out);
  CHECK(out->bytes.starts_with("1\n00:00:00,000 --> 00:00:04,000\nBonjour Maud Green\n\n2\n"));
}
