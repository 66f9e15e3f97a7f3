#include <mondegreen/retime.hpp>

#include "catch.hpp"

#include <cstdlib>
#include <string>
#include <vector>

using namespace mondegreen;

namespace {

cue a_cue(std::int64_t start, std::int64_t end, std::string text = "Some words") {
  cue made;
  made.when = {{start}, {end}};
  made.text = std::move(text);
  return made;
}

transcript of(std::vector<cue> cues) {
  transcript made;
  made.cues = std::move(cues);
  return made;
}

std::vector<std::int64_t> starts(transcript const& text) {
  std::vector<std::int64_t> all;
  for (auto const& each : text.cues) all.push_back(each.when.start.ms);
  return all;
}

/// A film's cues: talk with pauses of no pattern.
transcript film(int count, std::uint32_t seed = 1) {
  transcript made;
  std::int64_t at = 3000;
  for (int i = 0; i < count; ++i) {
    seed = seed * 1664525U + 1013904223U;
    auto const pause = 100 + static_cast<std::int64_t>(seed >> 20U) % 4000;
    seed = seed * 1664525U + 1013904223U;
    auto const length = 900 + static_cast<std::int64_t>(seed >> 20U) % 4000;
    made.cues.push_back(a_cue(at + pause, at + pause + length));
    at += pause + length;
  }
  return made;
}

} // namespace

TEST_CASE("frame rates are known by the ways people write them") {
  CHECK(find_frame_rate("25") == frame_rate{25, 1});
  CHECK(find_frame_rate("25.0") == frame_rate{25, 1});
  CHECK(find_frame_rate("23.976") == frame_rate{24000, 1001});
  CHECK(find_frame_rate("23.98") == frame_rate{24000, 1001});
  CHECK(find_frame_rate("29.97") == frame_rate{30000, 1001});
  CHECK(find_frame_rate("29.97df") == frame_rate{30000, 1001});
  CHECK(find_frame_rate("59.94") == frame_rate{60000, 1001});
  CHECK(find_frame_rate("24000/1001") == frame_rate{24000, 1001});
  CHECK(find_frame_rate("12.5") == frame_rate{12500, 1000});
  for (auto const* wrong : {"", "0", "-25", "fast", "25fps", "1e3", "24/0", "1/2", "25/", "nan", "inf", "99999", "/"})
    CHECK(find_frame_rate(wrong) == std::nullopt);
}

TEST_CASE("a shift moves cues, words and time marks") {
  auto text = of({a_cue(1000, 2000, "ab cd"), a_cue(5000, 6000)});
  text.cues[0].words = {{{0, 2}, {{1000}, {1400}}, 1}, {{3, 2}, {{1500}, {2000}}, 1}};
  text.cues[0].marks = {{{3, 0}, mark_kind::time, "00:01.500"}, {{0, 2}, mark_kind::italic, ""}};
  CHECK(retime(text, shifted({250})).empty());
  CHECK(starts(text) == std::vector<std::int64_t>{1250, 5250});
  CHECK(text.cues[0].when.end.ms == 2250);
  CHECK(text.cues[0].words[1].when == interval{{1750}, {2250}});
  CHECK(text.cues[0].marks[0].value == "00:01.750");
  retime(text, shifted({3'600'000}));
  CHECK(text.cues[0].marks[0].value == "01:00:01.750");
  retime(text, shifted({-3'600'250}));
  CHECK(starts(text) == std::vector<std::int64_t>{1000, 5000});
}

TEST_CASE("only the cues that start in a span move") {
  auto text = of({a_cue(1000, 2000), a_cue(5000, 6000), a_cue(9000, 9500)});
  retime(text, shifted({100}), {{5000}, {9000}});
  CHECK(starts(text) == std::vector<std::int64_t>{1000, 5100, 9000});
}

TEST_CASE("what would lie before the start is kept at the start, and told") {
  auto text = of({a_cue(1000, 2000), a_cue(3000, 6000), a_cue(9000, 9500)});
  auto const told = retime(text, shifted({-4000}));
  CHECK(starts(text) == std::vector<std::int64_t>{0, 0, 5000});
  CHECK(text.cues[0].when.end.ms == 0);
  CHECK(text.cues[1].when.end.ms == 2000);
  REQUIRE(told.size() == 2);
  CHECK(told[0].what == code::retime_before_start);
  CHECK(told[0].message.find("3.000 s") != std::string::npos);
}

TEST_CASE("another frame rate stretches, and back again is where it was") {
  auto text = of({a_cue(0, 1000), a_cue(3'600'000, 3'601'000)});
  auto const pal = *find_frame_rate("25");
  auto const ntsc = *find_frame_rate("23.976");
  retime(text, converted(pal, ntsc));
  CHECK(starts(text) == std::vector<std::int64_t>{0, 3'753'750});
  retime(text, converted(ntsc, pal));
  CHECK(starts(text) == std::vector<std::int64_t>{0, 3'600'000});
}

TEST_CASE("two points make a line") {
  auto const line = through({10'000}, {12'000}, {110'000}, {111'000});
  REQUIRE(line);
  CHECK((*line)({10'000}).ms == 12'000);
  CHECK((*line)({110'000}).ms == 111'000);
  CHECK((*line)({60'000}).ms == 61'500);
  CHECK_FALSE(through({10}, {20}, {10}, {30}));
  CHECK_FALSE(through({10}, {20}, {30}, {20}));
  CHECK_FALSE(through({10}, {40}, {30}, {20}));
}

TEST_CASE("times at the end of the range stay in it") {
  auto text = of({a_cue(max_ms, max_ms), a_cue(-5, 10)});
  CHECK(retime(text, shifted({max_ms})).empty());
  CHECK(text.cues[0].when.start.ms == max_ms);
  CHECK(text.cues[1].when.start.ms > 0);
  CHECK(retiming{1e300, 1e300}({max_ms}).ms == max_ms);
  CHECK(retiming{1, -1e300}({0}).ms == -max_ms);
}

TEST_CASE("a corrected text takes the times of its words") {
  auto timed = of({a_cue(1000, 4000, "we met Jan le Quin in Paris"), a_cue(5000, 6000, "it was raining")});
  timed.cues[0].words = {{{0, 2}, {{1000}, {1200}}, 1},  {{3, 3}, {{1250}, {1500}}, 1},  {{7, 3}, {{1600}, {1900}}, 1},
                         {{11, 2}, {{1900}, {2000}}, 1}, {{14, 4}, {{2000}, {2400}}, 1}, {{19, 2}, {{2800}, {2900}}, 1},
                         {{22, 5}, {{3000}, {3900}}, 1}};
  auto text = of({a_cue(0, 0, "We met Yann LeCun"), a_cue(0, 0, "in Paris."), a_cue(0, 0, "It was raining!")});
  text.timed = false;
  auto const done = take_times(text, timed);
  CHECK(done.words == 9);
  CHECK(done.matched == 7);
  CHECK(done.diagnostics.empty());
  CHECK(text.timed);
  CHECK(text.cues[0].when == interval{{1000}, {2400}});
  CHECK(text.cues[1].when == interval{{2800}, {3900}});
  CHECK(text.cues[2].when == interval{{5000}, {6000}});
  REQUIRE(text.cues[0].words.size() == 4);
  CHECK(text.cues[0].words[2].when.start.ms == 1600);
  CHECK(text.cues[0].words[3].when.end.ms == 2400);
}

TEST_CASE("words that were added share the time that is there") {
  auto timed = of({a_cue(1000, 2000, "one two"), a_cue(4000, 5000, "three four")});
  auto text = of({a_cue(0, 0, "so one two well three four indeed")});
  take_times(text, timed);
  auto const& words = text.cues[0].words;
  REQUIRE(words.size() == 7);
  CHECK(words[0].when.start < timestamp{1000});
  CHECK(words[0].when.end.ms == 1000);
  CHECK(words[3].when.start.ms == 2000);
  CHECK(words[3].when.end <= timestamp{4000});
  CHECK(words[6].when.start.ms == 5000);
  for (std::size_t i = 1; i < words.size(); ++i) CHECK(words[i].when.start >= words[i - 1].when.end);
}

TEST_CASE("text without spaces is aligned letter by letter") {
  auto timed = of({a_cue(1000, 2000, "今日は雨"), a_cue(3000, 4000, "明日は晴れ")});
  auto text = of({a_cue(0, 0, "今日は、雨。明日"), a_cue(0, 0, "は晴れ！")});
  auto const done = take_times(text, timed);
  CHECK(done.matched == 9);
  CHECK(text.cues[0].when.start.ms == 1000);
  CHECK(text.cues[1].when.end.ms == 4000);
}

TEST_CASE("a long run of words without times is told") {
  auto timed = of({a_cue(1000, 2000, "the beginning"), a_cue(9000, 9900, "the very end")});
  auto text =
      of({a_cue(0, 0, "the beginning and here follow more than ten words nobody ever said aloud the very end")});
  auto const done = take_times(text, timed);
  REQUIRE(done.diagnostics.size() == 1);
  CHECK(done.diagnostics[0].what == code::retime_unmatched);
  CHECK(done.diagnostics[0].message.find("11 words from \"and\"") != std::string::npos);
}

TEST_CASE("without a common word times stay") {
  auto text = of({a_cue(10, 20, "alpha"), a_cue(30, 40, "beta")});
  auto const done = take_times(text, of({a_cue(1000, 2000, "gamma delta")}));
  CHECK(done.matched == 0);
  CHECK(starts(text) == std::vector<std::int64_t>{10, 30});
  CHECK(done.diagnostics.size() == 1);
  transcript none;
  CHECK(take_times(none, none).diagnostics.empty());
}

TEST_CASE("a text takes its own times unchanged") {
  auto timed = film(200);
  for (std::size_t i = 0; i < timed.cues.size(); ++i)
    timed.cues[i].text = "line " + std::to_string(i) + " of the same film, said \xC3\xA0 l'heure";
  auto text = timed;
  auto const before = starts(timed);
  for (auto& each : text.cues) each.when = {};
  auto const done = take_times(text, timed);
  CHECK(done.matched == done.words);
  CHECK(starts(text) == before);
}

TEST_CASE("subtitles are put where those of the reference are") {
  auto const reference = film(300);
  auto text = reference;
  retime(text, shifted({7345}));
  auto const done = synchronize(text, reference);
  REQUIRE(done.parts.size() == 1);
  CHECK(starts(text) == starts(reference));
  CHECK(done.fit > 0.999);
}

TEST_CASE("a scene that was cut splits the shift") {
  auto const reference = film(300);
  auto text = reference;
  for (std::size_t i = 0; i < text.cues.size(); ++i) {
    auto& when = text.cues[i].when;
    duration const by{i < 120 ? 2500 : -31'000};
    if (when.start + by < timestamp{0}) continue;
    when = {when.start + by, when.end + by};
  }
  auto whole = text;
  auto const done = synchronize(text, reference);
  REQUIRE(done.parts.size() == 2);
  CHECK(done.parts[1].first == 120);
  CHECK(starts(text) == starts(reference));
  CHECK(synchronize(whole, reference, {.splits = false}).parts.size() == 1);
}

TEST_CASE("a frame rate that is wrong is found") {
  auto const reference = film(400);
  auto text = reference;
  retime(text, converted(*find_frame_rate("23.976"), *find_frame_rate("25")));
  retime(text, shifted({1500}));
  auto const done = synchronize(text, reference);
  for (std::size_t i = 0; i < text.cues.size(); ++i)
    CHECK(std::abs(text.cues[i].when.start.ms - reference.cues[i].when.start.ms) <= 2);
  REQUIRE(done.parts.size() == 1);
}

TEST_CASE("nothing to go by changes nothing") {
  auto text = film(3);
  auto const before = starts(text);
  CHECK(synchronize(text, transcript{}).parts.empty());
  CHECK(starts(text) == before);
  transcript none;
  CHECK(synchronize(none, text).parts.empty());
  // Cues at the ends of time.
  auto far = of({a_cue(max_ms - 10, max_ms), a_cue(0, 10), a_cue(50, 40)});
  synchronize(text, far);
  synchronize(far, film(3));
}
