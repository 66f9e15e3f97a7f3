#include <mondegreen/layout.hpp>

#include "catch.hpp"

#include <string>

using namespace mondegreen;

namespace {

transcript untimed(std::initializer_list<char const*> texts) {
  transcript made;
  made.timed = false;
  for (auto const* text : texts) {
    made.cues.emplace_back();
    made.cues.back().text = text;
  }
  return made;
}

} // namespace

TEST_CASE("reading time grows with the characters a reader sees") {
  CHECK(reading_time(std::string(34, 'a'), 17).ms == 2000);
  CHECK(reading_time(std::string(34, 'a'), 34).ms == 1000);
  CHECK(reading_time("", 17).ms == 1000);
  CHECK(reading_time("Oui.", 17).ms == 1000);
  std::string accents;
  for (int i = 0; i < 34; ++i) accents += "e\xCC\x81";
  CHECK(reading_time(accents, 17).ms == 2000);
  CHECK(reading_time("Oui.", 0).ms >= 1000);
  CHECK(reading_time("Oui.", -5).ms >= 1000);
}

TEST_CASE("estimated times follow one another from zero") {
  auto text = untimed({"Une phrase assez longue pour durer plus d'une seconde.", "Oui.", ""});
  text.language = "fr";
  REQUIRE(estimate_times(text));
  CHECK(text.timed);
  CHECK(text.cues[0].when.start.ms == 0);
  for (std::size_t i = 1; i < text.cues.size(); ++i) {
    CHECK(text.cues[i].when.start == text.cues[i - 1].when.end);
    CHECK(text.cues[i].when.length().ms >= 1000);
  }
  auto const before = text;
  CHECK_FALSE(estimate_times(text));
  CHECK(text.cues[2].when == before.cues[2].when);
}

TEST_CASE("a timed transcript keeps its times") {
  auto text = untimed({"Oui."});
  text.timed = true;
  text.cues[0].when = {{5}, {9}};
  CHECK_FALSE(estimate_times(text));
  CHECK(text.cues[0].when == interval{{5}, {9}});
}

TEST_CASE("the language sets the speed") {
  std::string const line(340, 'a');
  auto french = untimed({line.c_str()});
  auto english = french;
  french.language = "fr";
  english.language = "en";
  estimate_times(french);
  estimate_times(english);
  CHECK(french.cues[0].when.end.ms == 20'000);
  CHECK(english.cues[0].when.end.ms == 17'000);
}

TEST_CASE("nothing to time") {
  auto text = untimed({});
  CHECK(estimate_times(text));
  CHECK(text.cues.empty());
}
