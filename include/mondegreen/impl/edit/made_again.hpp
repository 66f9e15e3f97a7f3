// Suggestions and reports that a rule made again when it ran again.
#pragma once

#include <mondegreen/impl/edit/draft.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// One suggests what the other does, with some of the text around it: another rule has changed that text in between.
inline bool suggest_the_same(draft const& in, draft::entry const& a, draft::entry const& b) {
  auto const& wide = a.where.length > b.where.length ? a : b;
  auto const& narrow = a.where.length > b.where.length ? b : a;
  return a.status == edit_status::suggested && b.status == a.status && a.rule == b.rule &&
         narrow.where.offset >= wide.where.offset && narrow.where.end() <= wide.where.end() &&
         in.after(wide).find(in.after(narrow)) != std::string_view::npos;
}

/// The entries that are not gone in the order of the source, those of one place as they were made. O(entries log entries).
inline std::vector<std::uint32_t> order_by_place(draft const& all) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> places;
  places.reserve(all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (auto const& each = all[i]; !each.gone)
      places.emplace_back(std::uint64_t{each.where.offset} << 32U | each.where.length, i);
  std::sort(places.begin(), places.end());
  std::vector<std::uint32_t> order;
  order.reserve(places.size());
  for (auto const& each : places) order.push_back(each.second);
  return order;
}

/// Marks all that was suggested or reported again as gone; the last of them stays, with what was known then. `by_place`: of
/// `order_by_place`. O(entries), and those inside of each suggestion of a usual length.
inline void drop_made_again(draft& all, std::vector<std::uint32_t> const& by_place) {
  // Most are applied; to look at each in this order would be to wait for the memory each time.
  std::vector<bool> applied;
  applied.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) applied.push_back(all[i].status == edit_status::applied);
  std::vector<std::uint32_t> again;
  constexpr std::uint32_t usual = 128; // bytes: a name of several words and what leans on it
  for (std::size_t i = 0; i < by_place.size(); ++i) {
    if (applied[by_place[i]]) continue;
    auto const& mine = all[by_place[i]];
    for (auto k = i + 1; k < by_place.size(); ++k) {
      auto const& other = all[by_place[k]];
      bool const same_place = other.where == mine.where;
      bool const inside = other.where.offset < mine.where.end() && mine.where.length <= usual;
      bool const from_here = other.where.offset == mine.where.offset && other.where.length <= usual;
      if (!same_place && !inside && !from_here) break;
      bool const same =
          same_place && other.rule == mine.rule && other.status == mine.status && all.after(other) == all.after(mine);
      if (same || suggest_the_same(all, mine, other)) again.push_back(std::min(by_place[i], by_place[k]));
    }
  }
  for (auto const each : again) all[each].gone = true;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
