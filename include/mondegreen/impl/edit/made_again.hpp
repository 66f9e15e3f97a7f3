// Suggestions and reports that a rule made again when it ran again.
#pragma once

#include <mondegreen/edit.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// One suggests what the other does, with some of the text around it: another rule has changed that text in between.
inline bool suggest_the_same(edit const& a, edit const& b) {
  auto const& wide = a.where.length > b.where.length ? a : b;
  auto const& narrow = a.where.length > b.where.length ? b : a;
  return a.status == edit_status::suggested && b.status == a.status && a.rule == b.rule &&
         narrow.where.offset >= wide.where.offset && narrow.where.end() <= wide.where.end() &&
         wide.after.find(narrow.after) != std::string::npos;
}

/// Drops all that was suggested or reported again, and the edits without a rule; the last of them stays, with what was known
/// then. `all` is in the order of making and then in that of place and length. O(edits log edits), and those inside of each
/// suggestion of a usual length.
inline void drop_made_again(ledger& all) {
  std::erase_if(all, [](edit const& e) { return e.rule.empty(); });
  std::vector<std::uint32_t> by_place(all.size());
  std::iota(by_place.begin(), by_place.end(), 0U);
  std::sort(by_place.begin(), by_place.end(), [&](std::uint32_t a, std::uint32_t b) {
    auto const& x = all[a].where;
    auto const& y = all[b].where;
    return std::tie(x.offset, x.length, a) < std::tie(y.offset, y.length, b);
  });
  std::vector<bool> gone(all.size(), false);
  constexpr std::uint32_t usual = 128; // bytes: a name of several words and what leans on it
  for (std::size_t i = 0; i < by_place.size(); ++i) {
    auto const& mine = all[by_place[i]];
    if (mine.status == edit_status::applied) continue;
    for (auto k = i + 1; k < by_place.size(); ++k) {
      auto const& other = all[by_place[k]];
      bool const same_place = other.where == mine.where;
      bool const inside = other.where.offset < mine.where.end() && mine.where.length <= usual;
      bool const from_here = other.where.offset == mine.where.offset && other.where.length <= usual;
      if (!same_place && !inside && !from_here) break;
      bool const again =
          same_place && other.rule == mine.rule && other.status == mine.status && other.after == mine.after;
      if (again || suggest_the_same(mine, other)) gone[std::min(by_place[i], by_place[k])] = true;
    }
  }
  ledger kept;
  kept.reserve(all.size());
  for (auto const at : by_place)
    if (!gone[at]) kept.push_back(std::move(all[at]));
  all = std::move(kept);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
