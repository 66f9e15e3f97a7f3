// How near a run of words sounds to many names at once.
#pragma once

#include <mondegreen/impl/phonetics/sound_lanes.hpp>
#include <mondegreen/phonetics.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Readings of names, one behind the other.
struct reading_list {
  std::string sounds{};
  std::vector<std::uint32_t> begins{0}; ///< and the end

  void clear() {
    sounds.clear();
    begins.assign(1, 0);
  }
  void add(std::string_view reading) {
    sounds += reading;
    begins.push_back(static_cast<std::uint32_t>(sounds.size()));
  }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(begins.size() - 1); }
  std::string_view operator[](std::uint32_t at) const noexcept {
    return std::string_view(sounds).substr(begins[at], begins[at + 1] - begins[at]);
  }
};

/// The distances of the words, in both their readings, to each of a list: per phone of the longer, the nearer of the two, 1
/// at most. Beyond `far` it is any value beyond. O(phones of the words x phones of the list).
inline void heard_distances(std::array<phones, 2> const& words, reading_list const& names, float far,
                            std::string_view language, std::vector<float>& out) {
  out.assign(names.size(), 1.0F);
  auto const& costs = costs_of(language);
  for (auto const& mine : words) {
    // Most words are read in one way.
    if (mine.empty() || (&mine != words.data() && mine == words.front())) continue;
    auto const length_to = [&](std::string_view name) {
      return static_cast<float>(std::max(mine.size(), name.size()));
    };
    constexpr std::uint32_t few = 3; // one by one they are sooner done than in lanes of which most are empty
    bool const fits = mine.size() <= distance_block && names.size() >= few;
    sound_lanes const lanes(costs, fits ? std::string_view(mine) : std::string_view());
    std::array<std::string_view, sound_lanes::width> some;
    std::array<std::uint32_t, sound_lanes::width> places{};
    std::array<sound_cost, sound_lanes::width> limits{};
    std::array<sound_cost, sound_lanes::width> sums{};
    std::size_t count = 0;
    auto const compare = [&] {
      lanes.costs(std::span(some).first(count), limits, sums);
      for (std::size_t i = 0; i < count; ++i) {
        auto& best = out[places[i]];
        best = std::min(best, static_cast<float>(sums[i]) / 100.0F / length_to(some[i]));
      }
      count = 0;
    };
    for (std::uint32_t at = 0; at < names.size(); ++at) {
      auto const name = names[at];
      auto const limit = far * length_to(name);
      if (!fits || name.size() > distance_block) {
        out[at] = std::min(out[at], sound_distance(mine, name, limit, language) / length_to(name));
        continue;
      }
      some[count] = name;
      places[count] = at;
      limits[count] = static_cast<sound_cost>(limit * 100.0F + 0.01F); // as sound_distance does
      if (++count == sound_lanes::width) compare();
    }
    if (count > 0) compare();
  }
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
