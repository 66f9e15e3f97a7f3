#include <mondegreen/impl/layout/break_table.hpp>

#include "catch.hpp"

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

constexpr auto small = R"(
class determiner: the a   # comment
class verb: run
ending noun: tion s
hold -60: in order to|as well as
abbreviation: mr dr
after determiner -80 -100
before verb 5
word-after run 7 9
stop comma 45 60
pair noun verb 3 4
one-line 0 1 2 3 4 5 6 7 8 9 10 11 12
)";

} // namespace

TEST_CASE("a table is read as it is written") {
  break_table const table(small);
  CHECK(table.broken_lines() == 0);
  auto const the = table.look_up("the");
  CHECK(table.class_names()[the.kind] == "determiner");
  CHECK(table[table.after(the.kind)] == -80);
  CHECK(table[table.after(the.kind) + 1] == -100);
  auto const run = table.look_up("run");
  CHECK(table[table.before(run.kind)] == 5);
  CHECK(table[table.before(run.kind) + 1] == 5);
  CHECK(table[table.after_word(run.word)] == 7);
  CHECK(table[table.after_stop(stop::comma)] == 45);
  CHECK(table[table.one_line(11)] == 11);
  CHECK(table.abbreviation("mr"));
  CHECK_FALSE(table.abbreviation("run"));
}

TEST_CASE("a word that is not listed has the class of its longest ending") {
  break_table const table(small);
  CHECK(table.class_names()[table.look_up("nation").kind] == "noun");
  CHECK(table.look_up("nation").word == 0);
  CHECK(table.look_up("xyz").kind == break_table::other);
  CHECK(table.look_up("s").kind == break_table::other); // an ending is no word
  CHECK(table.look_up("").kind == break_table::other);
}

TEST_CASE("phrases are held together word by word") {
  break_table const table(small);
  auto const held = [&](char const* left, char const* right) {
    return table.hold(table.look_up(left).word, table.look_up(right).word);
  };
  CHECK(held("in", "order") == -60);
  CHECK(held("order", "to") == -60);
  CHECK(held("as", "well") == -60);
  CHECK(held("to", "order") == 0);
  CHECK(held("in", "xyz") == 0);
}

TEST_CASE("a line nobody can read is counted and the rest is used") {
  break_table const table("after nobody 3\nnonsense\nstop comma\none-line 1 2\nstop comma 4\nhold x: a b\n");
  CHECK(table.broken_lines() == 5);
  CHECK(table[table.after_stop(stop::comma)] == 4);
}

TEST_CASE("features have names") {
  break_table const table(small);
  CHECK(table.name(table.after_stop(stop::comma)) == "stop comma line");
  CHECK(table.name(table.after_stop(stop::comma) + 1) == "stop comma cue");
  CHECK(table.name(table.before_opening(opening::quote)) == "opening quote line");
  auto const noun = table.look_up("nation").kind;
  auto const verb = table.look_up("run").kind;
  CHECK(table.name(table.between(noun, verb) + 1) == "pair noun verb cue");
  CHECK(table.name(table.ahead(noun, verb)) == "ahead noun verb line");
  CHECK(table.name(table.before(verb)) == "before verb line");
  CHECK(table.name(table.after_word(table.look_up("run").word)) == "word-after run line");
  CHECK(table.name(table.difference(3)) == "difference 3");
}

TEST_CASE("widths fall into bins; the last is for what does not fit") {
  CHECK(break_table::bin(0, 42) == 0);
  CHECK(break_table::bin(41, 42) == 11);
  CHECK(break_table::bin(42, 42) == 11);
  CHECK(break_table::bin(43, 42) == 12);
  CHECK(break_table::bin(0, 0) == 0);
}

TEST_CASE("every table of ours is whole") {
  for (auto const* each : mondegreen::languages()) {
    INFO(each->code);
    CHECK(break_table::of(*each).broken_lines() == 0);
  }
  CHECK(break_table::of(no_language()).broken_lines() == 0);
  CHECK(&break_table::of(no_language()) == &break_table::of(no_language()));
}
