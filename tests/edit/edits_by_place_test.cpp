#include <mondegreen/impl/edit/edits_by_place.hpp>

#include "../catch.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

using namespace mondegreen;
using mondegreen::impl::edits_by_place;

namespace {

using numbers = std::vector<std::uint32_t>;

constexpr auto all = [](std::uint32_t) { return true; };

} // namespace

TEST_CASE("edits are found by any place they touch, in the order of the source") {
  edits_by_place edits;
  CHECK(edits.touching({5, 10}, all).empty());
  edits.add({300, 2}, 0);
  edits.add({10, 0}, 1);
  edits.add({20, 1000}, 2);
  edits.add({10, 0}, 3);
  CHECK(edits.touching({10, 0}, all) == numbers{1, 3});
  CHECK(edits.touching({0, 10}, all) == numbers{1, 3});
  CHECK(edits.touching({10, 1}, all) == numbers{1, 3});
  CHECK(edits.touching({0, 9}, all).empty());
  CHECK(edits.touching({250, 300}, all) == numbers{2, 0});
  CHECK(edits.touching({1020, 5}, all) == numbers{2});
  CHECK(edits.touching({1021, 5}, all).empty());
  CHECK(edits.touching({1'000'000, 5}, all).empty());
}

TEST_CASE("what no longer stands is forgotten") {
  edits_by_place edits;
  edits.add({10, 600}, 0);
  edits.add({11, 1}, 1);
  CHECK(edits.touching({0, 100}, [](std::uint32_t edit) { return edit != 0; }) == numbers{1});
  CHECK(edits.touching({0, 100}, all) == numbers{1});
}

TEST_CASE("the same is found as by a look at each edit") {
  std::mt19937 random(4);
  edits_by_place edits;
  std::vector<span> spans;
  for (std::uint32_t i = 0; i < 400; ++i) {
    span const where{static_cast<std::uint32_t>(random() % 3000),
                     static_cast<std::uint32_t>(random() % 8 == 0 ? random() % 900 : random() % 4)};
    edits.add(where, i);
    spans.push_back(where);
    span const asked{static_cast<std::uint32_t>(random() % 3000), static_cast<std::uint32_t>(random() % 300)};
    numbers expected;
    for (std::uint32_t k = 0; k < spans.size(); ++k)
      if (spans[k].offset <= asked.end() && spans[k].end() >= asked.offset) expected.push_back(k);
    std::stable_sort(expected.begin(), expected.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return spans[a].offset < spans[b].offset; });
    CHECK(edits.touching(asked, all) == expected);
  }
}
