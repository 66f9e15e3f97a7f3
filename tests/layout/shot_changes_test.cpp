#include <mondegreen/impl/layout/shot_changes.hpp>

#include "catch.hpp"

using namespace mondegreen;

TEST_CASE("seconds, clocks and time codes") {
  auto const read = read_shot_changes("# film\n12.5\n1:02.250\r\n0:01:00.5\n00:00:10:12 # a cut\n\n12.5\n", 25);
  CHECK(read.diagnostics.empty());
  REQUIRE(read.times.size() == 4);
  CHECK(read.times[0].ms == 10'480);
  CHECK(read.times[1].ms == 12'500);
  CHECK(read.times[2].ms == 60'500);
  CHECK(read.times[3].ms == 62'250);
}

TEST_CASE("a line that is none is told and left out") {
  auto const read = read_shot_changes("1.5\nhello\n-3\n1:2:3:4:5\nnan\n1e400\n");
  CHECK(read.times.size() == 1);
  CHECK(read.diagnostics.size() == 5);
  CHECK(read.diagnostics[0].where == span{4, 5});
}
