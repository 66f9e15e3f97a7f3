#include "catch.hpp"

#include <mondegreen/impl/names/about_others.hpp>
#include <mondegreen/impl/names/decision.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

/// Two hundred persons whom no text here is about, and one.
std::vector<name> with_others(std::string_view one) {
  std::vector<name> list{{.form = std::string(one)}};
  for (char a = 'a'; a < 'k'; ++a)
    for (char b = 'a'; b < 'u'; ++b) list.push_back({.form = fmt::format("B{}lo T{}zik", a, b)});
  return list;
}

/// A talk of some two thousand words about nobody.
std::string talk() {
  std::string out;
  for (int i = 0; i < 200; ++i) out += "We looked at the numbers of the last quarter again. ";
  return out;
}

/// What becomes of the word "repaired", of which each text here has one at most.
std::vector<decided> decisions(std::string const& text, std::vector<name> const& list) {
  std::vector<name_home> const homes(list.size());
  name_index const index(list, homes, "en");
  document const whole({{text, {}}}, index);
  std::vector<impl::finding> found;
  for (auto const& each : find_candidates(whole, true)) found.push_back(score(whole, each));
  return decide(whole, std::move(found));
}

bool repairs(std::string const& text, std::vector<name> const& list) {
  auto const all = decisions(text, list);
  return std::any_of(all.begin(), all.end(), [](decided const& each) { return each.status == edit_status::applied; });
}

double others(std::string const& text, std::vector<name> const& list) {
  std::vector<name_home> const homes(list.size());
  name_index const index(list, homes, "en");
  return about_others(document({{text, {}}}, index));
}

} // namespace

TEST_CASE("a list is about others if hardly a name of it stands in a long text") {
  auto const list = with_others("Lindsey");
  CHECK(others(talk(), list) > 1);
  CHECK(others(talk() + "Balo Tazik, Balo Tbzik, Balo Tczik and Balo Tdzik came.", list) < others(talk(), list));
  // A short text cannot hold many, and a short list is one that somebody made for the text.
  CHECK(others("We looked at the numbers again.", list) == 0);
  CHECK(others(talk(), {{.form = "Lindsey"}, {.form = "Balo Tazik"}}) == 0);
  CHECK(others("", list) == 0);
  CHECK(others(talk(), {}) == 0);
}

TEST_CASE("a common first name of another text is left alone") {
  auto const text = talk() + "Lindsay asked how the year had been.";
  CHECK(repairs(text, {{.form = "Lindsey"}}));
  CHECK_FALSE(repairs(text, with_others("Lindsey")));
}

TEST_CASE("a name of a long list is repaired where something speaks for it") {
  CHECK(repairs(talk() + "Lindsey was there. Then Lindsay asked how the year had been.", with_others("Lindsey")));
  // The rest of the name of a person who bears it.
  std::vector<name> both = with_others("Lindsey");
  both.push_back({.form = "Lindsey Vandermolen"});
  CHECK(repairs(talk() + "Miss Vandermolen was there. Then Lindsay asked how it had been.", both));
  // A first name that stands beside it speaks for a surname by itself.
  CHECK(repairs(talk() + "Balo Tazick asked how the year had been.", with_others("Lindsey")));
}

TEST_CASE("an ordinary word is given no capital by a list of others") {
  auto const text = talk() + "We saw no renewables at all.";
  CHECK_FALSE(repairs(text, with_others("Renewables")));
  CHECK(repairs(text, {{.form = "Renewables"}}));
}

TEST_CASE("two letters are no mishearing of three") {
  CHECK_FALSE(repairs("So this PR was merged by them in the end.", {{.form = "PIR"}}));
}
