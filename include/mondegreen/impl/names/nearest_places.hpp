// Where a text comes nearest to a name it was never taken for.
#pragma once

#include <mondegreen/impl/names/candidates.hpp>
#include <mondegreen/phonetics.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

struct near_place {
  window where{};
  std::uint32_t entry = 0;
  float distance = 0; ///< per phone
};

/// Of places that overlap the nearest stays.
inline void keep_nearest(std::vector<near_place>& best, near_place fresh, std::size_t most) {
  for (auto const& each : best)
    if (each.where.first < fresh.where.end() && fresh.where.first < each.where.end() && each.distance <= fresh.distance)
      return;
  std::erase_if(best, [&](near_place const& each) {
    return each.where.first < fresh.where.end() && fresh.where.first < each.where.end();
  });
  best.insert(std::upper_bound(best.begin(), best.end(), fresh,
                               [](near_place const& a, near_place const& b) { return a.distance < b.distance; }),
              fresh);
  if (best.size() > most) best.pop_back();
}

/// At most three, the nearest first. O(words), of the first million.
inline std::vector<near_place> nearest_places(document const& in, std::uint32_t name) {
  constexpr std::size_t most = 3;
  constexpr float hopeless = 0.6F;                      ///< per phone: nobody would see a likeness
  constexpr std::size_t enough = std::size_t{1} << 20U; ///< words looked at
  auto const& names = in.names();
  std::vector<std::uint32_t> entries{};
  auto const& whole = names.whole(name);
  for (std::uint32_t const at : {name, whole.part_surname})
    if (at != name_entry::none && !names.entry(at).sounds.empty()) entries.push_back(at);
  std::vector<near_place> best;
  auto const worst = [&] { return best.size() < most ? hopeless : best.back().distance; };
  auto const size = static_cast<std::uint32_t>(std::min(in.tokens().size(), enough));
  for (std::uint32_t first = 0; first < size; ++first) {
    auto const& start = in.tokens()[first];
    if (start.shielded || in.part(start.passage).read_only) continue;
    std::array<phones, 2> heard;
    for (std::uint32_t count = 1; count <= longest_sound_window && first + count <= size; ++count) {
      auto const at = first + count - 1;
      if (count > 1 && in.tokens()[at].before == gap::wall) break;
      for (std::size_t n = 0; n < heard.size(); ++n) heard[n] += in.word(at).sound[n];
      for (auto const entry : entries)
        for (auto const& sound : names.sounds_of(names.entry(entry)))
          for (auto const& each : heard) {
            auto const length = static_cast<float>(std::max(each.size(), sound.size()));
            if (each.empty() || length == 0) continue;
            auto const limit = worst();
            auto const distance = sound_distance(each, sound, limit * length, names.language()) / length;
            if (distance >= limit) continue;
            keep_nearest(best, near_place{{first, count}, entry, distance}, most);
          }
    }
  }
  return best;
}

/// What keeps such a place from being taken for the name.
inline std::string why_not_taken(document const& in, window at, float distance) {
  constexpr float furthest = 0.25F; // candidates.ipp
  if (distance > furthest)
    return fmt::format("sounds too far off: {:.2f} apart per sound, {:.2f} is the most", distance, furthest);
  bool plain = in.cased();
  for (auto i = at.first; i < at.end(); ++i) {
    if (auto const* right = in.right_at(i))
      return fmt::format("'{}' stands there as it should", in.names().entry(right->entry).write);
    plain = plain && in.word(i).plain;
  }
  if (plain) return "ordinary words in lower case are never taken for a name by their sound alone";
  return "more than one of its sounds is of another kind, or a word of its own stands at an end: list it as misheard "
         "to "
         "have it repaired";
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
