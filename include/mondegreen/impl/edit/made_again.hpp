// Suggestions and reports that a rule made again when it ran again.
#pragma once

#include <mondegreen/edit.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
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

/// The edits in the order of the source, those of one place as they were made: where each is in `all`.
inline std::vector<std::uint32_t> order_by_place(ledger const& all) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> places;
  places.reserve(all.size());
  for (auto const& each : all)
    places.emplace_back(std::uint64_t{each.where.offset} << 32U | each.where.length,
                        static_cast<std::uint32_t>(places.size()));
  std::sort(places.begin(), places.end());
  std::vector<std::uint32_t> order;
  order.reserve(places.size());
  for (auto const& each : places) order.push_back(each.second);
  return order;
}

/// Puts them into that order without room for a second ledger: an edit is large, and each is moved once.
inline void put_in_order(ledger& all, std::vector<std::uint32_t> order) {
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    if (order[i] == i) continue;
    // Round the ring of those that stand in each other's places.
    auto out = std::move(all[i]);
    auto gap = i;
    for (auto from = std::exchange(order[gap], gap); from != i; from = std::exchange(order[gap], gap)) {
      all[gap] = std::move(all[from]);
      gap = from;
    }
    all[gap] = std::move(out);
  }
}

/// Drops all that was suggested or reported again, and the edits without a rule; the last of them stays, with what was known
/// then. `all` is in the order of making and then in that of place and length. O(edits log edits), and those inside of each
/// suggestion of a usual length.
inline void drop_made_again(ledger& all) {
  std::erase_if(all, [](edit const& e) { return e.rule.empty(); });
  auto by_place = order_by_place(all);
  // Most are applied; to look at each in this order would be to wait for the memory each time.
  std::vector<bool> applied, gone(all.size(), false);
  applied.reserve(all.size());
  for (auto const& each : all) applied.push_back(each.status == edit_status::applied);
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
      bool const again =
          same_place && other.rule == mine.rule && other.status == mine.status && other.after == mine.after;
      if (again || suggest_the_same(mine, other)) gone[std::min(by_place[i], by_place[k])] = true;
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    if (gone[i]) all[i].rule.clear();
  put_in_order(all, std::move(by_place));
  std::erase_if(all, [](edit const& e) { return e.rule.empty(); });
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
