#include <mondegreen/layout.hpp>

#include "catch.hpp"
#include "transcripts.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace mondegreen;
using mondegreen::tests::timed;

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

TEST_CASE("between cues that have a time the others share it by their length") {
  std::string const ten_seconds(170, 'a');
  auto text = untimed({ten_seconds.c_str(), ten_seconds.c_str(), "Oui.", ten_seconds.c_str(), "Non.", "Fin."});
  text.language = "fr";
  text.cues[2].when.start = {40'000};
  text.cues[3].when.start = {39'000}; // earlier than the one before: no time
  text.cues[4].when.start = {45'500};
  REQUIRE(estimate_times(text));
  std::vector<std::int64_t> starts;
  for (auto const& each : text.cues) starts.push_back(each.when.start.ms);
  CHECK(starts == std::vector<std::int64_t>{0, 20'000, 40'000, 40'500, 45'500, 46'000});
  for (std::size_t i = 0; i + 1 < text.cues.size(); ++i) CHECK(text.cues[i].when.end == text.cues[i + 1].when.start);
  CHECK(text.cues[5].when.end.ms == 46'500);
}

TEST_CASE("where there is much more time than text, cues end before the next one") {
  std::string const ten_seconds(170, 'a');
  auto text = untimed({ten_seconds.c_str(), "Oui."});
  text.language = "fr";
  text.cues[1].when.start = {3'600'000};
  REQUIRE(estimate_times(text));
  CHECK(text.cues[0].when == interval{{0}, {20'000}});
  CHECK(text.cues[1].when == interval{{3'600'000}, {3'602'000}});
}

TEST_CASE("the first cue may have a time, and one may lie beyond all times") {
  auto text = untimed({"Oui.", "Non.", "Si."});
  text.cues[0].when.start = {7'000};
  text.cues[2].when.start = {INT64_MAX};
  REQUIRE(estimate_times(text));
  CHECK(text.cues[0].when.start.ms == 7'000);
  CHECK(text.cues[1].when.start > text.cues[0].when.start);
  CHECK(text.cues[2].when.start <= text.cues[2].when.end);

  auto far = untimed({"Oui.", "Non."});
  far.cues[0].when.start = {INT64_MAX};
  far.cues[1].when.start = {INT64_MIN};
  REQUIRE(estimate_times(far));
  CHECK(far.cues[1].when.start == far.cues[1].when.end);
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

namespace {

std::string words_of(transcript const& text) {
  std::string all;
  for (auto const& each : text.cues) {
    for (char const c : each.text) all += c == '\n' ? ' ' : c;
    all += ' ';
  }
  return all;
}

layout_outcome lay_out_as(transcript& text, char const* id) {
  layout_options options;
  options.rules = find_profile(id);
  return lay_out(text, options);
}

} // namespace

TEST_CASE("a breaker marks lines and cues") {
  line_breaker breaker({42, 2}, "fr");
  CHECK(breaker.mark("Oui.") == "Oui. <eob>");
  CHECK(breaker.mark("").empty());
  CHECK(breaker.mark("  ") == "  ");
  auto const marked = breaker.mark("Le boulanger de la rue des Lilas a fermé parce que son four était trop vieux.");
  CHECK(marked.ends_with(" <eob>"));
  CHECK(breaker.mark(marked) == marked);
}

TEST_CASE("breaks say what white space they stand for") {
  line_breaker breaker({12, 1}, "fr");
  std::string const text = "le chat gris  dort ici";
  for (auto const& each : breaker.breaks(text)) {
    CHECK(slice(text, each.gap).find_first_not_of(' ') == std::string::npos);
    CHECK(each.kind == break_kind::cue);
  }
}

TEST_CASE("limits of nothing are limits of one") {
  line_breaker breaker({0, 0}, "fr");
  CHECK(breaker.breaks("un deux").size() == 1);
}

TEST_CASE("cues that cut a sentence are laid out anew, the words as they were") {
  auto text = timed({{{{0}, {4000}}, "Nous avons longtemps cherché une maison dans la"},
                     {{{4000}, {8000}}, "vallée parce que ma mère voulait un grand jardin."}});
  auto const before = words_of(text);
  auto const outcome = lay_out_as(text, "netflix-fr");
  CHECK(outcome.rebroken == 2);
  CHECK(words_of(text) == before);
  for (auto const& each : text.cues) {
    CHECK_FALSE(each.text.ends_with(" la"));
    CHECK(each.when.end > each.when.start);
  }
  CHECK(text.cues.front().when.start.ms == 0);
  auto const once = text;
  lay_out_as(text, "netflix-fr");
  REQUIRE(text.cues.size() == once.cues.size());
  for (std::size_t i = 0; i < text.cues.size(); ++i) {
    CHECK(text.cues[i].text == once.cues[i].text);
    CHECK(text.cues[i].when == once.cues[i].when);
  }
}

TEST_CASE("what is well made stays as it is") {
  auto text = timed({{{{0}, {2000}}, "Ma mère voulait\nun grand jardin avec des pommiers."},
                     {{{3000}, {5000}}, "Nous l'avons trouvé."}});
  auto const before = text;
  auto const outcome = lay_out_as(text, "youtube");
  CHECK(outcome.rebroken == 0);
  for (std::size_t i = 0; i < text.cues.size(); ++i) CHECK(text.cues[i].text == before.cues[i].text);
}

TEST_CASE("speakers are not mixed and marks survive") {
  auto text = timed({{{{0}, {3000}}, "Nous avons longtemps cherché une maison dans"},
                     {{{3000}, {6000}}, "la vallée, et puis un jour nous l'avons trouvée."},
                     {{{6000}, {9000}}, "Vous cherchiez depuis longtemps une maison dans la vallée ou ailleurs ?"}});
  text.speakers = {"A", "B"};
  text.cues[0].speaker = text.cues[1].speaker = speaker_id{0};
  text.cues[2].speaker = speaker_id{1};
  text.cues[1].marks = {{{3, 7}, mark_kind::italic, ""}}; // vallée
  lay_out_as(text, "netflix-fr");
  std::size_t italics = 0;
  for (auto const& each : text.cues) {
    bool const second = each.text.find("Vous") != std::string::npos || each.text.find("ailleurs") != std::string::npos;
    CHECK(each.speaker == (second ? speaker_id{1} : speaker_id{0}));
    for (auto const& one : each.marks) {
      ++italics;
      CHECK(slice(each.text, one.where) == "vallée");
    }
  }
  CHECK(italics == 1);
}

TEST_CASE("words' times decide when cues are shown") {
  auto text = timed({{{{0}, {10'000}},
                      "Nous avons longtemps cherché une maison dans la vallée, et puis un jour nous "
                      "l'avons enfin trouvée."}});
  auto& all = text.cues[0];
  std::int64_t at = 0;
  for (std::size_t from = 0; from < all.text.size();) {
    auto const end = std::min(all.text.find(' ', from), all.text.size());
    all.words.push_back(
        {{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end - from)}, {{at}, {at + 300}}, 1});
    at += all.text[end - 1] == ',' ? 3000 : 400;
    from = end + 1;
  }
  lay_out_as(text, "netflix-fr");
  REQUIRE(text.cues.size() > 1);
  for (auto const& each : text.cues) {
    REQUIRE_FALSE(each.words.empty());
    CHECK(each.when.start == each.words.front().when.start);
  }
}

TEST_CASE("text without times gets them, and is told") {
  auto text =
      untimed({"Nous avons longtemps cherché une maison dans la vallée, et puis un jour nous l'avons enfin trouvée."});
  text.language = "fr";
  auto const outcome = lay_out_as(text, "netflix-fr");
  CHECK(text.timed);
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].what == code::time_estimated);
  for (std::size_t i = 1; i < text.cues.size(); ++i) CHECK(text.cues[i].when.start > text.cues[i - 1].when.end);
}

TEST_CASE("nothing to lay out") {
  transcript text;
  CHECK(lay_out(text).cues_after == 0);
}

TEST_CASE("random transcripts: limits, words, idempotence") {
  std::mt19937 random(5);
  std::vector<std::string> const words{"le",    "grand",  "chat", "de",     "Marie", "dort,", "et",
                                       "nous",  "voyons", "que",  "tout",   "va",    "bien.", "Oui.",
                                       "parce", "qu'il",  "faut", "partir", "à",     "Lyon"};
  for (int round = 0; round < 60; ++round) {
    transcript text;
    text.language = "fr";
    std::int64_t now = 0;
    for (int i = 0; i < 10; ++i) {
      text.cues.emplace_back();
      auto& each = text.cues.back();
      for (auto n = random() % 20 + 1; n > 0; --n)
        each.text += (each.text.empty() ? "" : " ") + words[random() % words.size()];
      auto const length = static_cast<std::int64_t>(random() % 5000 + 200);
      each.when = {{now}, {now + length}};
      now += length + static_cast<std::int64_t>(random() % 3 == 0 ? random() % 3000 : 0);
    }
    auto const before = words_of(text);
    lay_out_as(text, "netflix-fr");
    CHECK(words_of(text) == before);
    for (std::size_t i = 0; i < text.cues.size(); ++i) {
      auto const& each = text.cues[i];
      CHECK(std::count(each.text.begin(), each.text.end(), '\n') < 2);
      CHECK(each.text.size() <= 100); // 42 characters and a line end twice, some of them of two bytes
      if (i > 0) CHECK(text.cues[i - 1].when.end <= each.when.start);
    }
    auto const once = text;
    lay_out_as(text, "netflix-fr");
    INFO(before);
    REQUIRE(text.cues.size() == once.cues.size());
    for (std::size_t i = 0; i < text.cues.size(); ++i) {
      CHECK(text.cues[i].text == once.cues[i].text);
      CHECK(text.cues[i].when == once.cues[i].when);
    }
  }
}

TEST_CASE("speakers of a dialogue get a cue each where a line of it is too long") {
  auto text =
      timed({{{{1000}, {7000}}, "- Tu viens ce soir ?\n- Non, je reste à l'atelier pour finir les deux chaises."}});
  lay_out(text);
  REQUIRE(text.cues.size() == 2);
  CHECK(text.cues[0].text == "- Tu viens ce soir ?");
  CHECK(text.cues[1].text.starts_with("- Non, je reste"));
  CHECK(text.cues[1].text.find('\n') != std::string::npos);
  CHECK(text.cues[1].when.start >= text.cues[0].when.end);
  auto const once = text;
  auto const again = lay_out(text);
  CHECK(again.rebroken + again.retimed == 0);
  CHECK(text.cues[1].text == once.cues[1].text);
  auto fits = timed({{{{1000}, {7000}}, "- Tu viens ce soir ?\n- Non, je reste."}});
  lay_out(fits);
  CHECK(fits.cues.size() == 1);
}
