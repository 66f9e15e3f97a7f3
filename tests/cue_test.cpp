#include <mondegreen/cue.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

using namespace mondegreen;

namespace {

// "Bonjour &amp; merci" at offset 10 of some source.
passage escaped() {
  passage p;
  p.text = "Bonjour & merci";
  p.where.append(8, {10, 8}, true);
  p.where.append(1, {18, 5}, false);
  p.where.append(6, {23, 6}, true);
  return p;
}

} // namespace

TEST_CASE("runs that continue one another are one run") {
  origin o;
  o.append(3, {5, 3}, true);
  o.append(2, {8, 2}, true);
  REQUIRE(o.runs().size() == 1);
  CHECK(o.runs()[0] == origin::run{{0, 5}, {5, 5}, true});
  o.append(2, {20, 2}, true);
  CHECK(o.runs().size() == 2);
}

TEST_CASE("text maps to the source byte by byte where it is verbatim") {
  auto const p = escaped();
  CHECK(p.where.cover({0, 7}).source == span{10, 7});
  CHECK(p.where.cover({2, 3}).source == span{12, 3});
  CHECK(p.where.cover({10, 5}).source == span{24, 5});
}

TEST_CASE("a run that is not verbatim is never cut") {
  auto const p = escaped();
  auto const whole = p.where.cover({8, 1});
  CHECK(whole.source == span{18, 5});
  CHECK(whole.text == span{8, 1});
  CHECK(p.where.cover({6, 4}).source == span{16, 8});
}

TEST_CASE("an insertion has a place and no extent") {
  auto const p = escaped();
  CHECK(p.where.cover({0, 0}).source == span{10, 0});
  CHECK(p.where.cover({3, 0}).source == span{13, 0});
  CHECK(p.where.cover({15, 0}).source == span{29, 0});
}

TEST_CASE("after a splice everything still points where it pointed") {
  auto p = escaped();
  p.words = {{{0, 7}, {{0}, {500}}}, {{10, 5}, {{500}, {900}}}};
  p.marks = {{{0, 15}, mark_kind::italic, {}}, {{10, 5}, mark_kind::bold, {}}};

  splice(p, {0, 7}, "Bonsoir à tous");
  CHECK(p.text == "Bonsoir à tous & merci");
  CHECK(slice(p.text, p.words[0].where) == "Bonsoir à tous");
  CHECK(slice(p.text, p.words[1].where) == "merci");
  CHECK(p.words[0].when == interval{{0}, {500}});
  CHECK(slice(p.text, p.marks[0].where) == p.text);
  CHECK(slice(p.text, p.marks[1].where) == "merci");
  CHECK(p.where.cover({0, 15}).source == span{10, 7});
  auto const merci = static_cast<std::uint32_t>(p.text.find("merci"));
  CHECK(p.where.cover({merci, 5}).source == span{24, 5});

  // Part of what was written maps to all it stands for.
  CHECK(p.where.cover({3, 2}).source == span{10, 7});
}

TEST_CASE("what was taken out keeps its place in the source") {
  auto p = escaped();
  splice(p, {7, 2}, ""); // "Bonjour merci"
  REQUIRE(p.where.runs().size() == 3);
  CHECK(p.where.runs()[1] == origin::run{{7, 0}, {17, 6}, false});
  CHECK(p.where.cover({0, 13}).source == span{10, 19});
  CHECK(p.where.cover({7, 0}).source == span{17, 0});
  CHECK(p.where.cover({7, 6}).source == span{23, 6});

  // Text around it that changes leaves it, text across it takes it in.
  splice(p, {0, 3}, "");
  splice(p, {5, 5}, "adieu");
  CHECK(p.text == "jour adieu");
  REQUIRE(p.where.runs().size() == 5);
  CHECK(p.where.runs()[0] == origin::run{{0, 0}, {10, 3}, false});
  CHECK(p.where.runs()[2] == origin::run{{4, 0}, {17, 6}, false});
  CHECK(p.where.runs()[4] == origin::run{{5, 5}, {24, 5}, false});
  splice(p, {10, 0}, "x");
  CHECK(p.where.runs().back() == origin::run{{10, 1}, {29, 0}, false});
  splice(p, {2, 4}, "s");
  CHECK(p.text == "josdieux");

  // A text that loses all stands where it stood.
  splice(p, {0, 8}, "");
  CHECK(p.where.empty());
  CHECK(p.where.cover({}).source == span{10, 19});
}

TEST_CASE("an insertion beside what was taken out stands on the right side of it") {
  auto p = escaped();
  splice(p, {0, 10}, "");
  splice(p, {0, 0}, "- ");
  CHECK(p.text == "- merci");
  auto const runs = p.where.runs();
  REQUIRE(runs.size() == 3);
  for (std::size_t i = 1; i < runs.size(); ++i) CHECK(runs[i - 1].source.end() <= runs[i].source.offset);
}

TEST_CASE("two words made one: the first keeps its start, the second is gone") {
  passage p;
  p.text = "Open LLM France";
  p.words = {{{0, 4}, {{0}, {300}}}, {{5, 3}, {{300}, {700}}}, {{9, 6}, {{700}, {1100}}}};
  splice(p, {0, 8}, "OpenLLM");
  REQUIRE(p.words.size() == 2);
  CHECK(slice(p.text, p.words[0].where) == "OpenLLM");
  CHECK(p.words[0].when == interval{{0}, {700}});
  CHECK(slice(p.text, p.words[1].where) == "France");
}

TEST_CASE("removing a word removes its time") {
  passage p;
  p.text = "euh oui";
  p.words = {{{0, 3}, {{0}, {300}}}, {{4, 3}, {{300}, {700}}}};
  splice(p, {0, 4}, "");
  REQUIRE(p.words.size() == 1);
  CHECK(slice(p.text, p.words[0].where) == "oui");
}

TEST_CASE("the fingerprint sees every change a writer would write") {
  cue base;
  base.text = "Bonjour";
  base.when = {{0}, {1000}};
  base.id = "1";
  base.block = {0, 10};
  base.as_read = base.fingerprint();
  CHECK(base.untouched());

  std::vector<void (*)(cue&)> const changes = {
      [](cue& c) { c.text += '.'; },
      [](cue& c) { c.when.end.ms = 1001; },
      [](cue& c) { c.when.start.ms = -1; },
      [](cue& c) { c.id = "2"; },
      [](cue& c) { c.settings = "line:0"; },
      [](cue& c) { c.speaker = static_cast<speaker_id>(0); },
      [](cue& c) {
        c.marks.push_back({{0, 3}, mark_kind::italic, {}});
      },
      [](cue& c) {
        c.words.push_back({{0, 3}, {{0}, {1}}});
      },
  };
  for (auto const change : changes) {
    auto copy = base;
    change(copy);
    CHECK_FALSE(copy.untouched());
  }
  base.block = {};
  CHECK_FALSE(base.untouched()); // it stands in no file, so there is nothing to copy
}
