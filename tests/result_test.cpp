#include <mondegreen/result.hpp>

#include "catch.hpp"

#include <memory>

using mondegreen::error;
using mondegreen::error_code;
using mondegreen::result;

TEST_CASE("a result holds a value or a reason") {
  result<int> const good = 7;
  REQUIRE(good);
  CHECK(good.ok());
  CHECK(*good == 7);

  result<int> const bad = error{error_code::not_found, "talk.txt: no such file"};
  REQUIRE_FALSE(bad);
  CHECK(bad.failure().code == error_code::not_found);
  CHECK(bad.failure().message == "talk.txt: no such file");
}

TEST_CASE("a value that only moves can be taken out") {
  result<std::unique_ptr<int>> box = std::make_unique<int>(3);
  std::unique_ptr<int> const taken = *std::move(box);
  CHECK(*taken == 3);
}
