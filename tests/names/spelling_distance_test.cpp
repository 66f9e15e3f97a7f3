#include "catch.hpp"

#include <mondegreen/impl/names/spelling_distance.hpp>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

using mondegreen::impl::alike;
using mondegreen::impl::edits_between;

TEST_CASE("share of letters in common") {
  CHECK(alike("dallee", "dallee") == 1.0);
  CHECK(alike("dallee", "dalle") == 1.0 - 1.0 / 6);
  CHECK(alike("lequin", "lecun") == 1.0 - 2.0 / 6);
  CHECK(alike("abc", "xyz") == 0.0);
  CHECK(alike("", "") == 1.0);
  CHECK(alike("", "a") == 0.0);
}

TEST_CASE("property: edits are those of Levenshtein's recurrence, whatever the lengths") {
  std::mt19937 dice(7);
  auto const word = [&](std::size_t most) {
    std::string made(dice() % (most + 1), ' ');
    for (auto& each : made) each = static_cast<char>('a' + dice() % 3 * 60); // bytes beyond ASCII, too
    return made;
  };
  for (int n = 0; n < 600; ++n) {
    std::size_t const most = n % 3 == 0 ? 130 : 12; // more than 64 as well
    auto const a = word(most);
    auto const b = word(most);
    std::vector<std::vector<std::size_t>> cells(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
      for (std::size_t j = 0; j <= b.size(); ++j) {
        cells[i][j] = i == 0 ? j : j == 0 ? i : cells[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
        if (i > 0 && j > 0) cells[i][j] = std::min({cells[i][j], cells[i - 1][j] + 1, cells[i][j - 1] + 1});
      }
    CHECK(edits_between(a, b) == cells[a.size()][b.size()]);
  }
}
