#include <mondegreen/batch.hpp>

#include "catch.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace mg = mondegreen;

TEST_CASE("results come in input order on the calling thread") {
  auto const threads = GENERATE(0U, 1U, 2U, 7U);
  std::vector<std::size_t> made(100, 0);
  std::vector<std::size_t> order;
  auto const caller = std::this_thread::get_id();
  mg::for_each_in_order(
      made.size(), threads, [&](std::size_t i) { made[i] = i * i; },
      [&](std::size_t i) {
        CHECK(made[i] == i * i);
        CHECK(std::this_thread::get_id() == caller);
        order.push_back(i);
      });
  REQUIRE(order.size() == made.size());
  for (std::size_t i = 0; i < order.size(); ++i) CHECK(order[i] == i);
}

TEST_CASE("no items, no calls") {
  bool called = false;
  auto const call = [&](std::size_t) { called = true; };
  mg::for_each_in_order(0, 4, call, call);
  CHECK_FALSE(called);
}

TEST_CASE("work does not run far ahead of its consumer") {
  std::atomic<std::size_t> started{0};
  std::size_t farthest = 0;
  mg::for_each_in_order(
      200, 4, [&](std::size_t) { ++started; },
      [&](std::size_t i) { farthest = std::max(farthest, started.load() - i); });
  CHECK(farthest <= 8);
}

TEST_CASE("an exception of the work arrives in its turn") {
  auto const threads = GENERATE(1U, 3U);
  std::size_t done = 0;
  auto const run = [&] {
    mg::for_each_in_order(
        50, threads,
        [](std::size_t i) {
          if (i == 20) throw std::runtime_error("twenty");
        },
        [&](std::size_t) { ++done; });
  };
  CHECK_THROWS_AS(run(), std::runtime_error);
  CHECK(done == 20);
}
