#include "catch.hpp"

#include <mondegreen/impl/names/spelling.hpp>

using mondegreen::impl::alike;

TEST_CASE("share of letters in common") {
  CHECK(alike("dallee", "dallee") == 1.0);
  CHECK(alike("dallee", "dalle") == 1.0 - 1.0 / 6);
  CHECK(alike("lequin", "lecun") == 1.0 - 2.0 / 6);
  CHECK(alike("abc", "xyz") == 0.0);
  CHECK(alike("", "") == 1.0);
  CHECK(alike("", "a") == 0.0);
}
