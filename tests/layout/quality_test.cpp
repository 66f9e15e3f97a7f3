#include <mondegreen/impl/layout/quality.hpp>

#include "catch.hpp"

#include <string_view>
#include <vector>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

split judged(std::string_view text, std::size_t gap) {
  auto const& french = *find_language("fr");
  auto const& table = break_table::of(french);
  std::vector<unit> units;
  find_units(text, french, table, 42, units);
  return judge_break(table, units.at(gap), units.at(gap + 1));
}

} // namespace

TEST_CASE("articles and prepositions are not left behind") {
  CHECK(judged("voir la mer", 1) == split::stranded);
  CHECK(judged("venir de Paris", 1) == split::stranded);
  CHECK(judged("voir la mer", 0) == split::none);
  CHECK(judged("il parle, de loin", 1) == split::none);
}

TEST_CASE("names and phrases") {
  CHECK(judged("voici Yann Arbaud ici", 1) == split::name);
  CHECK(judged("voici Yann, Arbaud", 1) == split::none);
  CHECK(judged("pendant 30 minutes", 1) == split::phrase);
}

TEST_CASE("sentences that share a line") {
  auto const& french = *find_language("fr");
  auto const& table = break_table::of(french);
  std::vector<unit> units;
  find_units("Il dort. Elle part", french, table, 42, units);
  CHECK(mixes_sentences(units, true, false));
  find_units("Oui. Non.", french, table, 42, units);
  CHECK_FALSE(mixes_sentences(units, true, true));
  CHECK(mixes_sentences(units, false, true));
}
