#include <mondegreen/impl/layout/passages.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

cue from(std::string text, std::uint32_t at) {
  cue made;
  made.where.append(static_cast<std::uint32_t>(text.size()), {at, static_cast<std::uint32_t>(text.size())}, true);
  made.text = std::move(text);
  return made;
}

} // namespace

TEST_CASE("cues are joined by spaces, ideographs by nothing") {
  std::vector<cue> const cues{from("Le chat\ndort", 10), from("bien.", 50)};
  auto const made = join(cues);
  CHECK(made.all.text == "Le chat dort bien.");
  CHECK(made.parts == std::vector<span>{{0, 12}, {13, 5}});
  std::vector<cue> const japanese{from("昔々\n村に", 0), from("店が", 40)};
  CHECK(join(japanese).all.text == "昔々村に店が");
}

TEST_CASE("the origin survives joining and cutting") {
  std::vector<cue> const cues{from("Le chat", 10), from("dort bien.", 50)};
  auto const made = join(cues);
  auto const part = cut(made.all, {3, 9}); // "chat dort"
  CHECK(part.text == "chat dort");
  CHECK(part.where.cover({0, 4}).source == span{13, 4});
  CHECK(part.where.cover({5, 4}).source == span{50, 4});
}

TEST_CASE("words and marks go with their text") {
  auto one = from("Le chat dort", 0);
  one.words = {{{0, 2}, {{0}, {100}}, 1}, {{3, 4}, {{100}, {300}}, 1}, {{8, 4}, {{300}, {600}}, 1}};
  one.marks = {{{3, 9}, mark_kind::italic, ""}, {{0, 0}, mark_kind::placement, "{\\an8}"}};
  auto const part = cut(one, {8, 4});
  REQUIRE(part.words.size() == 1);
  CHECK(part.words[0].where == span{0, 4});
  CHECK(part.words[0].when.start.ms == 300);
  REQUIRE(part.marks.size() == 1); // the placement is the cue's
  CHECK(part.marks[0].where == span{0, 4});
}

TEST_CASE("a mark that runs on over two cues is one in the joined text") {
  auto one = from("Le chat", 0);
  auto two = from("dort", 20);
  one.marks = {{{0, 7}, mark_kind::italic, ""}};
  two.marks = {{{0, 4}, mark_kind::italic, ""}};
  std::vector<cue> const cues{one, two};
  auto const made = join(cues);
  REQUIRE(made.all.marks.size() == 1);
  CHECK(made.all.marks[0].where == span{0, 12});
}

TEST_CASE("a line end takes the place of white space") {
  auto one = from("Le  chat dort", 0);
  one.marks = {{{4, 4}, mark_kind::italic, ""}};
  break_line(one, {8, 1});
  CHECK(one.text == "Le  chat\ndort");
  break_line(one, {2, 2});
  CHECK(one.text == "Le\nchat\ndort");
  CHECK(one.marks[0].where == span{3, 4});
}
