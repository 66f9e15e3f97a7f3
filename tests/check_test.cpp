#include <mondegreen/check.hpp>
#include <mondegreen/format.hpp>

#include "catch.hpp"
#include "transcripts.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace mondegreen;
using mondegreen::tests::timed;

namespace {

std::vector<finding> found(transcript const& text, char const* id, check_options options = {}) {
  options.rules = find_profile(id);
  return check(text, options);
}

std::string ids(std::vector<finding> const& all) {
  std::string out;
  for (auto const& each : all) out += (out.empty() ? "" : " ") + std::string(each.rule->id);
  return out;
}

} // namespace

TEST_CASE("a good transcript has no findings") {
  auto const text = timed({{{{0}, {4000}}, "Ma mère voulait un grand jardin\navec des pommiers et un puits."},
                           {{{4084}, {6000}}, "Nous l'avons trouvé."}});
  CHECK(ids(found(text, "netflix-fr")).empty());
  CHECK_FALSE(violated(found(text, "netflix-fr")));
}

TEST_CASE("lines: value and limit") {
  auto const all = found(timed({{{{0}, {5000}}, std::string(54, 'a') + " b"}}), "netflix-fr");
  REQUIRE(ids(all) == "lines.length");
  CHECK(all[0].value == "56");
  CHECK(all[0].limit == "> 42");
  CHECK_FALSE(all[0].fix.empty());
  CHECK(violated(all));
  CHECK(ids(found(timed({{{{0}, {5000}}, "Oui,\nnon,\nbof."}}), "youtube")) == "lines.count");
  CHECK(ids(found(timed({{{{0}, {5000}}, "Ma mère\nest là."}}), "netflix-fr")) == "lines.one");
  CHECK(ids(found(timed({{{{0}, {5000}}, "Ma mère\nvoulait un très grand jardin à elle."}}), "ted")) ==
        "lines.balance");
}

TEST_CASE("times: speed, durations, gaps, order") {
  CHECK(ids(found(timed({{{{0}, {1000}}, "Vingt et un caractères de plus."}}), "netflix-fr")) == "reading.speed");
  CHECK(ids(found(timed({{{{0}, {500}}, "Oui."}}), "netflix-fr")) == "duration.least");
  CHECK(ids(found(timed({{{{0}, {9000}}, "Oui."}}), "netflix-fr")) == "duration.most");
  CHECK(ids(found(timed({{{{0}, {2000}}, "Oui."}, {{{2000}, {4000}}, "Non."}}), "netflix-fr")) == "gap.least");
  CHECK(ids(found(timed({{{{0}, {2000}}, "Oui."}, {{{2300}, {4000}}, "Non."}}), "netflix-fr")) == "gap.open");
  CHECK(ids(found(timed({{{{0}, {2000}}, "Oui."}, {{{1500}, {4000}}, "Non."}}), "netflix-fr")) == "times.overlap");
  CHECK(ids(found(timed({{{{5000}, {7000}}, "Oui."}, {{{0}, {2000}}, "Non."}}), "netflix-fr")) == "times.order");
  CHECK(ids(found(timed({{{{5000}, {3000}}, "Oui."}}), "netflix-fr")) == "times.backwards");
  CHECK(ids(found(timed({{{{0}, {900}}, "one two three four five"}}, "en"), "bbc")) == "reading.speed reading.speed");
}

TEST_CASE("a fix that the times allow, and one that they do not") {
  auto const roomy = found(timed({{{{0}, {1000}}, "Vingt et un caractères de plus."}}), "netflix-fr");
  CHECK(roomy.at(0).fix.find("room") != std::string::npos);
  auto const tight =
      found(timed({{{{0}, {1000}}, "Vingt et un caractères de plus."}, {{{1084}, {3000}}, "Oui."}}), "netflix-fr");
  CHECK(tight.at(0).fix.find("shorten") != std::string::npos);
}

TEST_CASE("where lines and cues end") {
  CHECK(ids(found(timed({{{{0}, {5000}}, "Ma mère voulait toujours la\ngrande maison de la vallée."}}),
                  "netflix-fr")) == "breaks.stranded");
  CHECK(ids(found(timed({{{{0}, {5000}}, "Nous avons tous rencontré Marie\nCurie dans cette maison-là."}}),
                  "netflix-fr")) == "breaks.name");
  CHECK(ids(found(timed({{{{0}, {5000}}, "Nous avons tous attendu au moins\ntrente longues minutes. Ensuite"}}),
                  "youtube")) == "breaks.sentence");
  CHECK(ids(found(timed({{{{0}, {3000}}, "Ma mère voulait toujours la"}, {{{3100}, {6000}}, "grande maison."}}),
                  "youtube")) == "breaks.stranded");
  // Another speaker, or a long silence: the words do not go on.
  auto two = timed({{{{0}, {3000}}, "Ma mère voulait toujours la"}, {{{3100}, {6000}}, "grande maison."}});
  two.speakers = {"A", "B"};
  two.cues[0].speaker = speaker_id{0};
  two.cues[1].speaker = speaker_id{1};
  CHECK(ids(found(two, "youtube")).empty());
  CHECK(ids(found(timed({{{{0}, {5000}}, "Oui. Non."}}), "netflix-fr")).empty());
}

TEST_CASE("shot changes") {
  check_options options;
  options.shot_changes = {{10'000}, {20'000}};
  CHECK(ids(found(timed({{{{10'200}, {13'000}}, "Ma mère est là."}}), "netflix-fr", options)) == "shots.begin");
  CHECK(ids(found(timed({{{{17'000}, {20'200}}, "Ma mère est là."}}), "netflix-fr", options)) == "shots.end");
  CHECK(ids(found(timed({{{{10'000}, {13'000}}, "Ma mère est là."}}), "netflix-fr", options)).empty());
}

TEST_CASE("damage of the input is found where it is") {
  auto const read =
      read_text("1\n00:00:01,000 --> 00:00:03,000\nOui.\n\n2\n00:00:04.000 -> 00:00:06,000\nNon.\n", {"srt"}, "a.srt");
  REQUIRE(read.ok());
  check_options options;
  options.met = read->diagnostics;
  auto const all = found(read->value, "netflix-fr", options);
  REQUIRE_FALSE(all.empty());
  CHECK(all[0].rule->id == "input");
  CHECK(all[0].cue == 1);
}

TEST_CASE("French spaces are not missed in English") {
  auto const text = timed({{{{0}, {5000}}, "Nous avons vu que le plus grand est dans la ville."},
                           {{{5100}, {9000}}, "What did he say about it?"},
                           {{{9100}, {13'000}}, "We have not been there with them."}});
  CHECK(ids(found(text, "arcom")).find("text.spaces") == std::string::npos);
}

TEST_CASE("what there is nothing of") {
  transcript none;
  CHECK(check(none).empty());
  auto const all = found(timed({{{{0}, {2000}}, ""}}), "netflix-fr");
  CHECK(ids(all) == "input.empty-cue");
}

TEST_CASE("sixty cues in a second, a cue of ten hours: findings, no more") {
  std::vector<std::pair<interval, std::string>> many;
  for (int i = 0; i < 60; ++i) many.push_back({{{i * 16}, {i * 16 + 16}}, "Oui."});
  many.push_back({{{2000}, {36'000'000}}, "Fin."});
  auto const all = found(timed(many), "netflix-fr");
  CHECK(std::count_if(all.begin(), all.end(), [](finding const& each) { return each.rule->id == "duration.least"; }) ==
        60);
  CHECK(std::count_if(all.begin(), all.end(), [](finding const& each) { return each.rule->id == "duration.most"; }) ==
        1);
}

TEST_CASE("every form of the report holds every finding") {
  auto const text = timed({{{{0}, {500}}, "</script><b>\"Oui\"</b>, dit-il."}, {{{500}, {600}}, "=1+1"}});
  auto const all = found(text, "netflix-fr");
  REQUIRE(all.size() > 2);
  std::vector<checked> const files{{"a,b.srt", &text, find_profile("netflix-fr"), all}};
  for (auto const form : {report_form::text, report_form::json, report_form::csv, report_form::sarif,
                          report_form::junit, report_form::html}) {
    auto const made = report(files, form);
    INFO(made.substr(0, 500));
    for (auto const& each : all) CHECK(made.find(each.rule->id) != std::string::npos);
    CHECK(made.ends_with("\n"));
  }
  auto const page = report(files, report_form::html);
  CHECK(page.find("</script><b>") == std::string::npos);                  // the text cannot end the script
  CHECK(page.find("http://") == page.find("http://www.w3.org/2000/svg")); // a name, not an address: nothing is loaded
  CHECK(report(files, report_form::csv).find("\"'=1+1\"") != std::string::npos); // no formula for a spreadsheet
  CHECK(report({}, report_form::json).find("\"files\":[]") != std::string::npos);
}

TEST_CASE("the rules are listed") {
  CHECK(check_rules().size() > 20);
  for (auto const& each : check_rules()) CHECK_FALSE(each.summary.empty());
}
