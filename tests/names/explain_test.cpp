#include "catch.hpp"

#include <mondegreen/names.hpp>

#include <algorithm>

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
