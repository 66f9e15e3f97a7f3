#include <mondegreen/timestamp.hpp>

#include "catch.hpp"

#include <limits>

using namespace mondegreen;

TEST_CASE("times and durations do not mix by accident") {
  timestamp const start{12'000};
  CHECK(start + duration{500} == timestamp{12'500});
  CHECK(timestamp{12'500} - start == duration{500});
  CHECK(interval{start, {16'000}}.length() == duration{4'000});
  CHECK(start < timestamp{12'001});
}

TEST_CASE("a time reads as people write it") {
  CHECK(to_string(timestamp{0}) == "0:00:00.000");
  CHECK(to_string(timestamp{3'723'004}) == "1:02:03.004");
  CHECK(to_string(timestamp{360'000'000}) == "100:00:00.000");
  CHECK(to_string(timestamp{-1'500}) == "-0:00:01.500");
  CHECK(to_string(timestamp{std::numeric_limits<std::int64_t>::min()}) == "-2562047788015:12:55.808");
}
