#include "catch.hpp"

#include <mondegreen/impl/names/decision.hpp>
#include <mondegreen/impl/names/letters.hpp>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

/// Two names over a text of four words; findings are made by hand.
struct bench {
  std::vector<name> list{{.form = "Linagora"},
                         {.form = "Llama"},
                         {.form = "Albert", .policy = name_policy::never},
                         {.form = "Pleias", .policy = name_policy::review}};
  std::vector<name_home> homes = std::vector<name_home>(4);
  name_index index{list, homes, "fr"};
  document text{{{"Aaa Bbb Ccc, Ddd", {}}}, index};

  impl::finding make(std::uint32_t first, std::uint32_t count, std::uint32_t name, double logit) const {
    impl::finding out;
    out.from = {.where = {first, count}, .entry = index.by_letters(letters_of(list[name].form))[0]};
    out.logit = logit;
    return out;
  }

  std::vector<decided> decide(std::vector<impl::finding> findings) const {
    return impl::decide(text, std::move(findings));
  }
};

} // namespace

TEST_CASE("sure, doubtful, hopeless") {
  bench const b;
  auto const out = b.decide({b.make(0, 1, 0, 3.0), b.make(3, 1, 0, 1.0), b.make(2, 1, 0, -1.0)});
  REQUIRE(out.size() == 2);
  CHECK(out[0].status == edit_status::applied);
  CHECK(out[1].status == edit_status::suggested);
}

TEST_CASE("guarded findings are suggestions, pointless ones nothing") {
  bench const b;
  auto guarded = b.make(0, 1, 0, 9.0);
  guarded.guarded = true;
  auto pointless = b.make(3, 1, 0, 9.0);
  pointless.pointless = true;
  auto const out = b.decide({guarded, pointless});
  REQUIRE(out.size() == 1);
  CHECK(out[0].status == edit_status::suggested);
}

TEST_CASE("of two that overlap the likelier wins, and a near rival makes it doubtful") {
  bench const b;
  auto const clear = b.decide({b.make(0, 1, 1, 1.5), b.make(0, 2, 0, 4.0)});
  REQUIRE(clear.size() == 1);
  CHECK(clear[0].what.from.where.count == 2);
  CHECK(clear[0].status == edit_status::applied);
  auto const close = b.decide({b.make(0, 1, 1, 3.6), b.make(0, 1, 0, 4.0)});
  REQUIRE(close.size() == 1);
  CHECK(close[0].status == edit_status::suggested);
}

TEST_CASE("what can be carried out comes before what can only be shown") {
  bench const b;
  auto shown = b.make(0, 1, 1, 4.0);
  shown.guarded = true;
  auto const out = b.decide({shown, b.make(0, 2, 0, 3.5)});
  REQUIRE(out.size() == 1);
  CHECK(out[0].what.from.where.count == 2);
  CHECK(out[0].status == edit_status::applied);
}

TEST_CASE("two names that would leave the same text are no rivals") {
  bench const b;
  auto whole = b.make(0, 2, 0, 4.0);
  auto part = b.make(0, 2, 1, 3.6);
  whole.change.parts = {{0, {4, 3}, "Bab"}};
  part.change.parts = whole.change.parts;
  auto const out = b.decide({whole, part});
  REQUIRE(out.size() == 1);
  CHECK(out[0].status == edit_status::applied);
  part.change.parts[0].with = "Bob";
  CHECK(b.decide({whole, part})[0].status == edit_status::suggested);
}

TEST_CASE("a name never to be repaired still competes") {
  bench const b;
  CHECK(b.decide({b.make(0, 1, 2, 5.0), b.make(0, 1, 0, 4.0)}).empty());
}

TEST_CASE("under review nothing is sure but a listed pair") {
  bench const b;
  CHECK(b.decide({b.make(0, 1, 3, 5.0)})[0].status == edit_status::suggested);
}

TEST_CASE("what touches a doubtful repair is doubtful; punctuation parts") {
  bench const b;
  auto const touching = b.decide({b.make(0, 1, 0, 5.0), b.make(1, 1, 1, 1.0)});
  REQUIRE(touching.size() == 2);
  CHECK(touching[0].status == edit_status::suggested);
  auto const parted = b.decide({b.make(2, 1, 0, 5.0), b.make(3, 1, 1, 1.0)});
  REQUIRE(parted.size() == 2);
  CHECK(parted[0].status == edit_status::applied);
}
