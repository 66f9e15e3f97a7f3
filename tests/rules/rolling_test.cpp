#include <mondegreen/mondegreen.hpp>

#include "catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace mondegreen;

namespace {

struct result_of {
  transcript text;
  ledger edits;
};

result_of unrolled(std::string const& bytes, apply_policy policy = apply_policy::sure) {
  auto read = read_text(bytes);
  REQUIRE(read);
  auto made = std::move(read->value);
  auto edits = clean(made, {.language = "fr", .only = {"rolling"}, .apply = policy});
  return {std::move(made), std::move(edits)};
}

/// "start-end text" of each cue, lines parted by "/".
std::vector<std::string> cues(transcript const& in) {
  std::vector<std::string> all;
  for (auto const& each : in.cues) {
    auto text = each.text;
    for (auto& c : text)
      if (c == '\n') c = '/';
    all.push_back(std::to_string(each.when.start.ms) + "-" + std::to_string(each.when.end.ms) + " " + text);
  }
  return all;
}

using list = std::vector<std::string>;

std::string clock(int ms) {
  auto const two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return "00:" + two(ms / 60'000) + ":" + two(ms / 1000 % 60) + "," + std::to_string(1000 + ms % 1000).substr(1);
}

struct screen {
  int start, end;
  std::string lines;
};

std::string subrip(std::vector<screen> const& all) {
  std::string out;
  int number = 0;
  for (auto const& each : all)
    out += std::to_string(++number) + "\n" + clock(each.start) + " --> " + clock(each.end) + "\n" + each.lines + "\n\n";
  return out;
}

} // namespace

TEST_CASE("YouTube's captions as a converter leaves them: each line once, with its time") {
  auto const made = unrolled(subrip({{0, 1990, "on part de la gare"},
                                     {1990, 2000, "on part de la gare\n "},
                                     {2000, 3990, "on part de la gare\net on longe le canal"},
                                     {3990, 4000, "et on longe le canal\n "},
                                     {4000, 6000, "et on longe le canal\njusqu'au pont"}}));
  CHECK(cues(made.text) ==
        list{"0-1990 on part de la gare", "2000-3990 et on longe le canal", "4000-6000 jusqu'au pont"});
  for (auto const& each : made.edits) CHECK(each.status == edit_status::applied);
}

TEST_CASE("YouTube's own WebVTT keeps the times inside of its cues") {
  auto const made = unrolled("WEBVTT\nKind: captions\nLanguage: fr\n\n"
                             "00:00:00.000 --> 00:00:01.990 align:start position:0%\n \n"
                             "on<00:00:00.300><c> part</c><00:00:00.800><c> bientôt</c>\n\n"
                             "00:00:01.990 --> 00:00:02.000 align:start position:0%\non part bientôt\n \n\n"
                             "00:00:02.000 --> 00:00:03.990 align:start position:0%\non part bientôt\n"
                             "mais<00:00:02.400><c> pas</c><00:00:02.900><c> seuls</c>\n\n"
                             "00:00:03.990 --> 00:00:04.000 align:start position:0%\nmais pas seuls\n \n\n"
                             "00:00:04.000 --> 00:00:05.000 align:start position:0%\nmais pas seuls\nenfin\n");
  CHECK(cues(made.text) == list{"0-1990 on part bientôt", "2000-3990 mais pas seuls", "4000-5000 enfin"});
  auto const& times = made.text.cues.at(1).marks;
  CHECK(std::count_if(times.begin(), times.end(), [](mark const& each) { return each.kind == mark_kind::time; }) == 2);
}

TEST_CASE("three lines of a broadcaster") {
  auto const made = unrolled(subrip({{0, 1000, "un"},
                                     {1000, 2000, "un\ndeux"},
                                     {2000, 3000, "un\ndeux\ntrois"},
                                     {3000, 4000, "deux\ntrois\nquatre"},
                                     {4000, 5000, "trois\nquatre\ncinq\nsix"}}));
  CHECK(cues(made.text) ==
        list{"0-1000 un", "1000-2000 deux", "2000-3000 trois", "3000-4000 quatre", "4000-5000 cinq/six"});
}

TEST_CASE("a line that grows stands whole, from when it began") {
  auto const made = unrolled(subrip({{0, 200, "le"},
                                     {200, 400, "le phare"},
                                     {400, 900, "le phare s'allume"},
                                     {900, 1500, "le phare s'allume\nà"},
                                     {1500, 2500, "le phare s'allume\nà huit heures"}}));
  CHECK(cues(made.text) == list{"0-900 le phare s'allume", "900-2500 à huit heures"});
  auto const replayed = replay(made.edits, *made.text.from);
  CHECK(replayed.find("00:00:00,000 --> 00:00:00,900\nle phare s'allume\n") != std::string::npos);
  auto const again = read_text(replayed);
  REQUIRE(again);
  std::vector<std::string> texts;
  for (auto const& each : again->value.cues)
    if (!each.text.empty()) texts.push_back(each.text);
  CHECK(texts == list{"le phare s'allume", "à huit heures"});
}

TEST_CASE("a line that was new for an instant is taken from the next cue") {
  auto const made = unrolled(
      subrip({{0, 1000, "un"}, {1000, 1200, "un\ndeux"}, {1200, 2500, "deux\ntrois"}, {2500, 3500, "trois\nquatre"}}));
  CHECK(cues(made.text) == list{"0-1000 un", "1000-2500 deux/trois", "2500-3500 quatre"});
  for (auto const& each : made.text.cues) CHECK(each.when.length().ms >= 300);
}

TEST_CASE("people who repeat each other stay") {
  list const texts{"Tu viens ?", "Oui.", "Oui.", "Vraiment, oui.", "On y va.", "On y va.\nAllez.", "Bon.", "Merci."};
  std::vector<screen> screens;
  int at = 0;
  for (auto const& each : texts) {
    screens.push_back({at, at + 1000, each});
    at += 1000;
  }
  auto const made = unrolled(subrip(screens));
  CHECK(made.edits.empty());
  CHECK(made.text.cues.size() == texts.size());
}

TEST_CASE("what is said again after a pause stays, also in captions that roll") {
  auto const made = unrolled(subrip({{0, 1000, "[Musique]"},
                                     {5000, 6000, "[Musique]"},
                                     {6000, 7000, "[Musique]\nun"},
                                     {7000, 8000, "un\ndeux"},
                                     {8000, 9000, "deux\ndeux"},
                                     {9000, 10000, "deux\ntrois"}}));
  CHECK(cues(made.text) == list{"0-1000 [Musique]", "5000-6000 [Musique]", "6000-7000 un", "7000-8000 deux",
                                "8000-9000 deux", "9000-10000 trois"});
}

TEST_CASE("without applying, every change is a suggestion; a second run finds nothing") {
  std::string const text = subrip(
      {{0, 200, "le"}, {200, 400, "le phare"}, {400, 900, "le phare\ns'allume"}, {900, 1500, "s'allume\nenfin"}});
  auto const asked = unrolled(text, apply_policy::none);
  CHECK(asked.text.cues.size() == 4);
  CHECK_FALSE(asked.edits.empty());
  for (auto const& each : asked.edits) CHECK(each.status == edit_status::suggested);
  auto done = unrolled(text);
  CHECK_FALSE(done.edits.empty());
  CHECK(clean(done.text, {.language = "fr", .only = {"rolling"}}).empty());
}

TEST_CASE("a text without times does not roll") {
  CHECK(unrolled("un\n\nun\ndeux\n\ndeux\ntrois\n\ntrois\nquatre\n").edits.empty());
}
