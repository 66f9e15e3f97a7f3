#include <mondegreen/impl/layout/timing.hpp>

#include "catch.hpp"

#include <random>
#include <vector>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

timed_cue at(std::int64_t start, std::int64_t end, std::int64_t need = 0, bool soft = false) {
  return {{{start}, {end}}, need, 0, soft, soft};
}

profile const& netflix() { return *find_profile("netflix-fr"); }

std::vector<timed_cue> fitted(std::vector<timed_cue> cues, time_rules const& rules) {
  fit_times(cues, rules);
  return cues;
}

} // namespace

TEST_CASE("times that break no rule stay") {
  auto const cues = fitted({at(0, 2000, 1500), at(3000, 5000, 1500)}, time_rules(netflix()));
  CHECK(cues[0].when == interval{{0}, {2000}});
  CHECK(cues[1].when == interval{{3000}, {5000}});
}

TEST_CASE("an end reaches into silence until the text can be read") {
  auto const cues = fitted({at(0, 1000, 2500), at(9000, 9500, 2000)}, time_rules(netflix()));
  CHECK(cues[0].when.end.ms == 2500);
  CHECK(cues[1].when.end.ms == 11'000);
}

TEST_CASE("never over the next cue, and with a gap") {
  auto const cues = fitted({at(0, 1000, 5000), at(2000, 4000)}, time_rules(netflix()));
  CHECK(cues[0].when.end.ms == 2000 - 84);
}

TEST_CASE("small gaps are closed to the least one, others stay") {
  auto const cues = fitted({at(0, 1700), at(2000, 4000), at(5000, 6000)}, time_rules(netflix()));
  CHECK(cues[0].when.end.ms == 2000 - 84);
  CHECK(cues[1].when.end.ms == 4000);
}

TEST_CASE("cues that lie over one another are parted unless that is allowed") {
  profile rules = netflix();
  CHECK(fitted({at(0, 3000), at(2000, 4000)}, time_rules(rules))[0].when.end.ms == 2000 - 84);
  rules.overlaps = true;
  CHECK(fitted({at(0, 3000), at(2000, 4000)}, time_rules(rules))[0].when.end.ms == 3000);
}

TEST_CASE("a cue of ten hours, and one of none") {
  auto const cues = fitted({at(0, 36'000'000, 900), at(40'000'000, 40'000'000, 1200)}, time_rules(netflix()));
  CHECK(cues[0].when.end.ms == 7000);
  CHECK(cues[1].when.end.ms == 40'001'200);
}

TEST_CASE("sixty cues in a second keep their order and their beginnings") {
  std::vector<timed_cue> cues;
  for (int i = 0; i < 60; ++i) cues.push_back(at(i * 16, i * 16 + 16, 833));
  auto const made = fitted(cues, time_rules(netflix()));
  for (std::size_t i = 0; i < made.size(); ++i) {
    CHECK(made[i].when.start == cues[i].when.start);
    CHECK(made[i].when.end >= made[i].when.start);
    if (i > 0) CHECK(made[i - 1].when.end <= made[i].when.start);
  }
}

TEST_CASE("a guessed border moves to where both can be read") {
  auto const cues = fitted({at(0, 700, 1000, true), at(700, 5000, 2000, true)}, time_rules(netflix()));
  CHECK(cues[0].when.length().ms >= 1000);
  CHECK(cues[1].when.start > cues[0].when.end);
}

TEST_CASE("frames") {
  CHECK(nearest_frame(1000, 25) == 1000);
  CHECK(nearest_frame(1019, 25) == 1000);
  CHECK(nearest_frame(1021, 25) == 1040);
  CHECK(nearest_frame(7'207'200, 23.976) == 7'207'200); // 172,800 frames of 1001/24000 s
  auto const cues = fitted({at(11, 2013, 1000), at(3017, 5011, 1000)}, time_rules(netflix(), 25));
  for (auto const& each : cues) {
    CHECK(each.when.start.ms % 40 == 0);
    CHECK(each.when.end.ms % 40 == 0);
  }
}

TEST_CASE("beginnings go to the cut, ends stay before it") {
  std::vector<timestamp> const cuts{{1000}, {5000}};
  auto const cues = fitted({at(1200, 4800, 1000)}, time_rules(netflix(), 0, cuts));
  CHECK(cues[0].when.start.ms == 1000);
  CHECK(cues[0].when.end.ms == 5000 - 84);
}

TEST_CASE("fitting twice is fitting once") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::vector<timed_cue> cues;
    std::int64_t now = 0;
    for (int i = 0; i < 12; ++i) {
      auto const length = static_cast<std::int64_t>(random() % 4000);
      cues.push_back(at(now, now + length, 833 + static_cast<std::int64_t>(random() % 3000)));
      now += length + static_cast<std::int64_t>(random() % 900);
    }
    auto const once = fitted(cues, time_rules(netflix()));
    auto const twice = fitted(once, time_rules(netflix()));
    for (std::size_t i = 0; i < once.size(); ++i) CHECK(once[i].when == twice[i].when);
  }
}

TEST_CASE("words with times have theirs, others share what is left by their length") {
  std::vector<unit> units(3);
  for (std::uint32_t i = 0; i < 3; ++i) units[i] = {.begin = i * 5, .end = i * 5 + 4, .columns = 4, .space = 1};
  std::vector<std::int64_t> starts, ends;
  time_units(units, {}, {{0}, {3000}}, starts, ends);
  CHECK(starts == std::vector<std::int64_t>{0, 1000, 2000});
  CHECK(ends == std::vector<std::int64_t>{1000, 2000, 3000});
  starts.clear();
  ends.clear();
  std::vector<word> const words{{{5, 4}, {{500}, {900}}, 1.0F}};
  time_units(units, words, {{0}, {3000}}, starts, ends);
  CHECK(starts == std::vector<std::int64_t>{0, 500, 900});
  CHECK(ends == std::vector<std::int64_t>{500, 900, 3000});
}

TEST_CASE("how long a text must stand") {
  CHECK(reading_need("Oui.", netflix()) == 833);
  CHECK(reading_need(std::string(34, 'a'), netflix()) == 2000);
  CHECK(reading_need(std::string(17, 'a') + "\n" + std::string(17, 'a'), netflix()) == 2000);
  CHECK(reading_need(std::string(400, 'a'), netflix()) == 7000);
  CHECK(reading_need("one two three", *find_profile("bbc")) == 1000); // 180 words a minute
}
