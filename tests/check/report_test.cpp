#include <mondegreen/impl/check/report.hpp>

#include "catch.hpp"

using namespace mondegreen;
using namespace mondegreen::impl;

TEST_CASE("value and limit") {
  mondegreen::finding one;
  CHECK(compared(one).empty());
  one.value = "54";
  CHECK(compared(one) == "54");
  one.limit = "> 42";
  CHECK(compared(one) == "54 > 42");
  one.value.clear();
  CHECK(compared(one) == "> 42");
}

TEST_CASE("a finding of a text made by hand stands nowhere") {
  transcript text;
  checked const file{"x", &text, find_profile("ted"), {}};
  CHECK(place_of(file, mondegreen::finding{}) == position{});
}
