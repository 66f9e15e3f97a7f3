#include <mondegreen/impl/layout/segmentation.hpp>

#include "catch.hpp"

#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

struct broken {
  std::vector<unit> units;
  std::vector<chosen_break> breaks;
};

broken segment(std::string const& text, cue_limits limits = {}, std::vector<gap_evidence> const& evidence = {}) {
  auto const& french = *find_language("fr");
  auto const& table = break_table::of(french);
  broken made;
  find_units(text, french, table, limits.columns, made.units);
  segmenter(table).segment(made.units, limits, evidence, {}, made.breaks);
  return made;
}

/// The worth of a way to break, by the definition: what the dynamic program must find the best of.
std::int64_t worth(segmenter const& by, break_table const& table, std::vector<unit> const& units, std::uint32_t limit,
                   std::vector<chosen_break> const& breaks) {
  std::int64_t sum = 0;
  std::vector<std::uint32_t> widths;
  std::size_t from = 0;
  auto close_line = [&](std::size_t last) {
    std::uint32_t wide = 0;
    for (auto i = from; i <= last; ++i) wide += units[i].columns + (i < last ? units[i].space : 0);
    widths.push_back(wide);
    from = last + 1;
  };
  auto close_cue = [&] {
    by.for_each_shape_feature(widths, limit, [&](auto f) { sum += table[f]; });
    widths.clear();
  };
  for (auto const& each : breaks) {
    by.for_each_gap_feature(units, each.unit, [&](auto f) { sum += table[f + (each.cue ? 1 : 0)]; });
    auto const& left = units[each.unit];
    if (left.after == stop::none) sum += table.hold(left.last.word, units[each.unit + 1].first.word);
    close_line(each.unit);
    if (each.cue) close_cue();
  }
  close_line(units.size() - 1);
  close_cue();
  return sum;
}

} // namespace

TEST_CASE("nothing to break") {
  CHECK(segment("").breaks.empty());
  CHECK(segment("Oui.").breaks.empty());
  CHECK(segment("Il est là.").breaks.empty());
}

TEST_CASE("the program finds what trying every way finds") {
  auto const& french = *find_language("fr");
  auto const& table = break_table::of(french);
  segmenter by(table);
  std::vector<std::string> const words{"le",  "chat", "de", "la",          "voisine,",
                                       "qui", "dort", "et", "Paul Martin", "fin."};
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (int i = 0; i < 8; ++i) text += words[random() % words.size()] + " ";
    std::vector<unit> units;
    constexpr cue_limits limits{18, 2};
    find_units(text, french, table, limits.columns, units);
    auto best = std::numeric_limits<std::int64_t>::min();
    std::size_t ways = 1;
    for (std::size_t i = 1; i < units.size(); ++i) ways *= 3;
    for (std::size_t way = 0; way < ways; ++way) {
      std::vector<chosen_break> breaks;
      std::size_t code = way;
      std::uint32_t wide = units[0].columns;
      std::uint32_t lines = 1;
      bool fits = true;
      for (std::uint32_t i = 0; i + 1 < units.size(); ++i, code /= 3) {
        if (code % 3 == 0) {
          wide += units[i].space + units[i + 1].columns;
          fits = fits && wide <= limits.columns;
          continue;
        }
        wide = units[i + 1].columns;
        lines = code % 3 == 2 ? 1 : lines + 1;
        fits = fits && lines <= limits.lines;
        breaks.push_back({i, code % 3 == 2});
      }
      if (fits) best = std::max(best, worth(by, table, units, limits.columns, breaks));
    }
    std::vector<chosen_break> made;
    by.segment(units, limits, {}, {}, made);
    INFO(text);
    CHECK(worth(by, table, units, limits.columns, made) == best);
  }
}

TEST_CASE("no line is too long and no cue too high") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "nous avons vu que la plus grande des maisons était vide et ";
  for (cue_limits const limits : {cue_limits{42, 2}, {20, 1}, {30, 3}, {12, 5}}) {
    auto const made = segment(text, limits);
    std::uint32_t lines = 1;
    std::uint32_t wide = 0;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < made.units.size(); ++i) {
      wide += made.units[i].columns;
      CHECK(wide <= limits.columns);
      if (next < made.breaks.size() && made.breaks[next].unit == i) {
        lines = made.breaks[next].cue ? 1 : lines + 1;
        CHECK(lines <= limits.lines);
        ++next;
        wide = 0;
      } else {
        wide += made.units[i].space;
      }
    }
    CHECK(next == made.breaks.size());
  }
}

TEST_CASE("three lines where two do not hold what belongs together") {
  std::vector<gap_evidence> one_cue(9, {0, -1'000'000});
  auto const made = segment("alpha beta gamma delta epsilon zeta eta theta iota", {16, 4}, one_cue);
  REQUIRE_FALSE(made.breaks.empty());
  for (auto const& each : made.breaks) CHECK_FALSE(each.cue);
  CHECK(made.breaks.size() + 1 == 4);
}

TEST_CASE("what fits on one line stands on one, if that is asked") {
  std::string const text = "Le chat dort, et la voisine le regarde.";
  for (auto const& each : segment(text, {42, 2, true}).breaks) CHECK(each.cue);
  std::string const longer = "Le chat de la maison dort encore, et la voisine le regarde sans un mot.";
  auto const made = segment(longer, {42, 2, true});
  REQUIRE(made.breaks.size() == 1);
  CHECK(made.units[made.breaks[0].unit].after == stop::comma);
}

TEST_CASE("sentences too short to be seen share a cue") {
  cue_limits const seen{42, 2, true, least_columns};
  CHECK(segment("Non. Jamais. Et toi ?", seen).breaks.empty());
  CHECK(segment("Elle a refusé tout net. Il n'a pas insisté davantage.", seen).breaks.size() == 1);
}

TEST_CASE("speakers of a dialogue share a cue") {
  auto const made = segment("- Tu viens avec nous ce soir ? - Non, j'ai du travail.", {42, 2, true, least_columns});
  REQUIRE(made.breaks.size() == 1);
  CHECK_FALSE(made.breaks[0].cue);
  CHECK(made.units[made.breaks[0].unit + 1].before == opening::dash);
}

TEST_CASE("evidence decides where the words do not") {
  std::string const text = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu";
  auto const units = segment(text).units.size();
  for (std::uint32_t at : {3U, 5U, 7U}) {
    std::vector<gap_evidence> evidence(units);
    evidence[at] = {0, 500};
    auto const made = segment(text, {}, evidence);
    CHECK(std::find(made.breaks.begin(), made.breaks.end(), chosen_break{at, true}) != made.breaks.end());
  }
}

TEST_CASE("a break of the source tips the scales, and what came out comes out again") {
  std::string const text =
      "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma";
  auto made = segment(text);
  for (int round = 0; round < 3; ++round) {
    std::vector<gap_evidence> evidence(made.units.size());
    for (auto const& each : made.breaks) evidence[each.unit] = {20, 20};
    auto const again = segment(text, {}, evidence);
    CHECK(again.breaks == made.breaks);
    made = again;
  }
}

TEST_CASE("a cue that would last too long is parted") {
  auto const& french = *find_language("fr");
  auto const& table = break_table::of(french);
  std::vector<unit> units;
  find_units("un deux trois quatre", french, table, 42, units);
  std::vector<std::int64_t> const starts{0, 4000, 8000, 12000};
  std::vector<std::int64_t> const ends{4000, 8000, 12000, 16000};
  std::vector<chosen_break> made;
  segmenter(table).segment(units, {}, {}, {starts, ends, ends, 9000, 0, 0}, made);
  std::int64_t start = 0;
  for (auto const& each : made)
    if (each.cue) {
      CHECK(ends[each.unit] - start <= 9000);
      start = starts[each.unit + 1];
    }
  CHECK(ends.back() - start <= 9000);
}

TEST_CASE("a line that cannot be shortened stands alone") {
  auto const made = segment("voici " + std::string(60, 'x') + " enfin");
  REQUIRE(made.breaks.size() == 2);
  CHECK(made.breaks[0].unit == 0);
  CHECK(made.breaks[1].unit == 1);
}
