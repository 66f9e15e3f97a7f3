// What a mistyped word was meant to be.
#pragma once

#include <mondegreen/config.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Letters to change, add, drop or swap with their neighbour to make one word of the other.
inline std::size_t typing_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

/// The word of the list that was most likely meant; empty if none is near.
template <class Words> std::string nearest(std::string_view typed, Words const& words) {
  std::string best;
  std::size_t least = std::min<std::size_t>(typed.size(), 64) / 3 + 2; // one mistake is always forgiven
  for (std::string_view const each : words) {
    auto const distance = typing_distance(typed.substr(0, 64), each);
    bool const completed = typed.size() > 2 && each.starts_with(typed);
    if (distance >= least && !(completed && best.empty())) continue;
    least = std::min(least, distance);
    best = each;
  }
  return best;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
