#include "catch.hpp"

#include <mondegreen/format.hpp>
#include <mondegreen/names.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using namespace mondegreen;

TEST_CASE("what becomes of every finding, and why") {
  names const known(std::vector<name>{{.form = "Ma\u00EBlle Kerguelen", .type = "person"}});
  auto const found = known.explain("Bonsoir.\nMa\u00EBlle Kergu\u00E9lenne est l\u00E0.", {.language = "fr"});
  auto const whole = std::find_if(found.begin(), found.end(),
                                  [](name_case const& each) { return each.before == "Ma\u00EBlle Kergu\u00E9lenne"; });
  REQUIRE(whole != found.end());
  CHECK(whole->outcome == name_outcome::applied);
  CHECK(whole->after == "Ma\u00EBlle Kerguelen");
  CHECK(whole->at.line == 2);
  CHECK(whole->confidence > 0.9F);
  CHECK(std::any_of(whole->clues.begin(), whole->clues.end(),
                    [](name_clue const& each) { return each.id == "first_name" && each.worth > 0; }));
  CHECK(to_json(*whole).find(R"("outcome":"applied")") != std::string::npos);
  CHECK(describe(*whole).find("repaired") != std::string::npos);
}

TEST_CASE("nothing to say of a text without names, or of a list without") {
  CHECK(names(std::vector<name>{{.form = "Scaleway"}}).explain("Il pleut.", {.language = "fr"}).empty());
  CHECK(names().explain("Bonsoir Kaleway.", {.language = "fr"}).empty());
  CHECK(names(std::vector<name>{{.form = "Scaleway"}}).explain("").empty());
}

TEST_CASE("names of the page are told of as `clean` repairs with them") {
  auto const talk =
      read_text(
          "Rencontre avec Solenne Marquezin\n00:01 Bonjour Sol\u00E8ne Markezin.\n00:06 Oui, Markezain est l\u00E0.\n")
          ->value;
  auto const outcomes = [&](names const& known, bool mine, std::string_view only) {
    std::vector<std::string> out;
    for (auto const& each : known.explain(talk, {.language = "fr", .mine = mine}, only))
      if (each.outcome != name_outcome::outdone)
        out.push_back(each.before + ": " + std::string(to_string(each.outcome)));
    return out;
  };
  std::vector<std::string> const repaired{"Sol\u00E8ne Markezin: applied", "Markezain: applied"};
  std::vector<std::string> const all{"Solenne Marquezin: standing", repaired[0], repaired[1]};
  CHECK(outcomes(names(), true, {}) == repaired);
  CHECK(outcomes(names(), true, "Solenne Marquezin") == all);
  CHECK(outcomes(names(), false, {}).empty());
  // A name that is the user's, too, is the user's to repair or not.
  CHECK(outcomes(names(std::vector<name>{{.form = "Solenne Marquezin", .policy = name_policy::never}}), true, {})
            .empty());
}

TEST_CASE("sounds are compared phone by phone, and every gate is named") {
  names const known(std::vector<name>{{.form = "Ma\u00EBlle Kerguelen", .type = "person"}});
  auto const found = known.explain("Ma\u00EBlle Carguelin est l\u00E0.", {.language = "fr"}, "Ma\u00EBlle Kerguelen");
  REQUIRE(found.size() == 1);
  auto const& one = found.front();
  float sum = 0;
  std::string heard, name;
  for (auto const& each : one.phones) {
    sum += each.cost;
    heard += each.heard;
    name += each.name;
  }
  CHECK(heard == one.sound_before);
  CHECK(name == one.sound_after);
  CHECK(sum > 0);
  CHECK(one.gates.size() > 2);
  CHECK(std::all_of(one.gates.begin(), one.gates.end(), [](name_gate const& each) { return each.passed; }));
  CHECK(describe(one).find("    cost   ") != std::string::npos);
  CHECK(to_json(one).find(R"("phones":[{"heard":"m","name":"m","cost":0.00})") != std::string::npos);
}

TEST_CASE("of one name also where it stands, and what comes nearest where it is nowhere") {
  names const known(std::vector<name>{{.form = "Kerguelen"}, {.form = "Penmarc'h"}});
  auto const standing = known.explain("Les Kerguelen sont loin.", {.language = "fr"}, "Kerguelen");
  REQUIRE(standing.size() == 1);
  CHECK(standing.front().outcome == name_outcome::standing);
  CHECK(standing.front().at.column == 5);
  // In no list at all.
  auto const nearest = known.explain("On part pour Corgoulou.\nIl pleut.", {.language = "fr"}, "Kergoat");
  REQUIRE_FALSE(nearest.empty());
  CHECK(nearest.front().outcome == name_outcome::nearest);
  CHECK(nearest.front().before == "Corgoulou");
  CHECK_FALSE(nearest.front().gate.empty());
  REQUIRE(nearest.front().gates.size() == 1);
  CHECK_FALSE(nearest.front().gates.front().passed);
  CHECK(known.explain("Il pleut.", {.language = "fr"}, "").empty());
  CHECK(known.explain("", {.language = "fr"}, "Kergoat").empty());
}

TEST_CASE("what is told is what becomes of it: repairs of one round are evidence for the next") {
  names const known(std::vector<name>{{.form = "Ma\u00EBlle Kerguelen", .type = "person"}});
  std::string const text =
      "Karguel\u00E8ne arrive.\nVoici Ma\u00EBlle Karguel\u00E8ne.\nMerci Karguel\u00E8ne.\nVoici Kerguelen.";
  auto const made = known.repair(text, {.language = "fr"});
  REQUIRE(made.edits.size() == 3);
  for (std::string const only : {"", "Ma\u00EBlle Kerguelen"}) {
    auto const told = known.explain(text, {.language = "fr"}, only);
    std::vector<std::uint32_t> lines, standing;
    for (auto const& each : told) {
      if (each.outcome == name_outcome::applied) lines.push_back(each.at.line);
      if (each.outcome == name_outcome::standing) standing.push_back(each.at.line);
      // The words are those of the text, not those of a repair.
      CHECK(text.find(each.before) != std::string::npos);
    }
    CHECK(lines == std::vector<std::uint32_t>{1, 2, 3});
    CHECK(standing == (only.empty() ? std::vector<std::uint32_t>{} : std::vector<std::uint32_t>{4}));
    CHECK(std::is_sorted(told.begin(), told.end(), [](auto const& a, auto const& b) { return a.at.line < b.at.line; }));
  }
}

TEST_CASE("in a transcript a case knows its cue") {
  transcript talk;
  for (auto const* text : {"Il pleut.", "Voici Kerguel\u00E8ne."}) {
    cue one;
    one.text = text;
    one.when = {{1000}, {2000}};
    talk.cues.push_back(one);
  }
  auto const found = names(std::vector<name>{{.form = "Kerguelen"}}).explain(talk, {.language = "fr"});
  REQUIRE(found.size() == 1);
  CHECK(found.front().cue == 1U);
  CHECK(found.front().when.start.ms == 1000);
  CHECK(to_json(found.front()).find(R"("cue":1,"start_ms":1000,"end_ms":2000)") != std::string::npos);
}
