#include "catch.hpp"

#include <mondegreen/impl/names/number_map.hpp>
#include <mondegreen/impl/names/worked_out.hpp>

#include <map>
#include <string>

using namespace mondegreen::impl;

TEST_CASE("property: a map of numbers holds what a map of the standard holds") {
  number_map mine;
  std::map<std::uint32_t, std::uint32_t> same;
  CHECK(mine.find(0) == nullptr);
  std::uint32_t dice = 7;
  for (int i = 0; i < 3000; ++i) {
    dice = dice * 1664525 + 1013904223;
    auto const key = i % 3 == 0 ? dice : dice % 500;
    if (key == UINT32_MAX) continue;
    ++mine[key];
    ++same[key];
  }
  REQUIRE(mine.size() == same.size());
  for (auto const& [key, value] : same) {
    REQUIRE(mine.find(key) != nullptr);
    CHECK(*mine.find(key) == value);
  }
  CHECK(mine.find(UINT32_MAX - 1) == nullptr);
  std::size_t keys = 0;
  mine.each_key([&](std::uint32_t key) { keys += same.count(key); });
  CHECK(keys == same.size());
  mine.clear();
  CHECK(mine.size() == 0);
  CHECK(mine.find(same.begin()->first) == nullptr);
}

TEST_CASE("what is worked out stays where it is") {
  worked_out<std::string> all;
  auto const [first, fresh] = all.at(3'000'000);
  CHECK(fresh);
  first = "first";
  for (std::uint32_t i = 0; i < 5000; ++i) CHECK(all.at(i * 7).second);
  auto const [again, new_again] = all.at(3'000'000);
  CHECK_FALSE(new_again);
  CHECK(&again == &first);
  CHECK(again == "first");
  CHECK(all.size() == 5001);
  all.clear();
  CHECK(all.size() == 0);
  CHECK(all.at(3'000'000).second);
}
