#pragma once

#include <mondegreen/impl/phonetics/sound_lanes.hpp>

#include <algorithm>
#include <bit>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Four lanes, as they stand in memory.
inline std::uint64_t four(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d) noexcept {
  constexpr bool little = std::endian::native == std::endian::little;
  return std::uint64_t{a} << (little ? 0U : 48U) | std::uint64_t{b} << (little ? 16U : 32U) |
         std::uint64_t{c} << (little ? 32U : 16U) | std::uint64_t{d} << (little ? 48U : 0U);
}

inline sound_lanes::lanes sound_lanes::eight(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d,
                                             std::uint8_t e, std::uint8_t f, std::uint8_t g, std::uint8_t h) noexcept {
  return reinterpret_cast<lanes>(halves{four(a, b, c, d), four(e, f, g, h)});
}

MONDEGREEN_INLINE sound_lanes::sound_lanes(sound_costs const& costs, std::string_view mine) noexcept
    : costs_(costs), mine_(mine) {
  for (std::size_t j = 0; j < mine.size(); ++j) {
    phones_[j] = static_cast<std::uint8_t>(to_phone(mine[j]));
    drops_[j] = lanes{} + static_cast<lane>(cost_of_drop(costs, mine, j));
    splits_[j] = costs.split_row[phones_[j]];
    joins_[j] = j > 0 && std::any_of(costs.split.begin(), costs.split.end(), [&](auto const& table) {
                  return table[phones_[j - 1]][phones_[j]] != sound_costs::no_split;
                });
    any_joins_ = any_joins_ || joins_[j];
  }
}

MONDEGREEN_INLINE void sound_lanes::costs(std::span<std::string_view const> others, std::span<sound_cost const> limits,
                                          std::span<sound_cost> out) const noexcept {
  constexpr lane never = 16'000; // twice that is no overflow
  auto const count = others.size();
  auto const size = mine_.size();
  std::size_t longest = 0;
  lanes most = lanes{} - 1;
  std::array<std::array<std::uint8_t, width>, distance_block> phones; // of the others, by place
  std::array<lanes, distance_block> drops;
  for (std::size_t l = 0; l < width; ++l) {
    auto const other = l < count ? others[l] : std::string_view();
    if (l < count) most[l] = static_cast<lane>(std::min(limits[l], sound_cost{never}));
    for (auto i = longest; i < other.size(); ++i) {
      phones[i] = {};
      drops[i] = lanes{};
    }
    longest = std::max(longest, other.size());
    for (std::size_t i = 0; i < other.size(); ++i) {
      phones[i][l] = static_cast<std::uint8_t>(to_phone(other[i]));
      drops[i][l] = static_cast<lane>(cost_of_drop(costs_, other, i));
    }
  }

  std::array<std::array<lanes, distance_block + 1>, 3> rows;
  auto* before = &rows[0]; // two rows up
  auto* above = &rows[1];
  auto* here = &rows[2];
  lanes cell{};
  (*above)[0] = cell;
  for (std::size_t j = 0; j < size; ++j) {
    cell += drops_[j];
    (*above)[j + 1] = cell;
  }
  for (std::size_t l = 0; l < count; ++l) out[l] = cell[l]; // of one that is empty
  lanes least_above{};
  for (std::size_t i = 0; i < longest; ++i) {
    auto const& drop_other = drops[i];
    auto const& from = phones[i];
    auto const& costs_0 = costs_.replace[from[0]];
    auto const& costs_1 = costs_.replace[from[1]];
    auto const& costs_2 = costs_.replace[from[2]];
    auto const& costs_3 = costs_.replace[from[3]];
    auto const& costs_4 = costs_.replace[from[4]];
    auto const& costs_5 = costs_.replace[from[5]];
    auto const& costs_6 = costs_.replace[from[6]];
    auto const& costs_7 = costs_.replace[from[7]];
    bool const any_splits = any_joins_ && std::any_of(from.begin(), from.end(),
                                                      [&](std::uint8_t phone) { return costs_.split_row[phone] != 0; });
    cell = (*above)[0] + drop_other;
    (*here)[0] = cell;
    auto least = cell;
    for (std::size_t j = 0; j < size; ++j) {
      auto const& diagonal = (*above)[j];
      auto const& up = (*above)[j + 1];
      auto const to = phones_[j];
      // Gathered in registers: one load that has to wait for eight small stores took half of the time.
      auto const replaced = diagonal + eight(costs_0[to], costs_1[to], costs_2[to], costs_3[to], costs_4[to],
                                             costs_5[to], costs_6[to], costs_7[to]);
      auto const dropped = up + drop_other;
      auto const added = cell + drops_[j];
      auto const less = dropped < added ? dropped : added;
      cell = replaced < less ? replaced : less;
      // Few phones are ever heard as two. Where a pair is not one of theirs it costs more than to replace one phone of it
      // and to drop the other.
      static_assert(sound_costs::no_split > 100 + 90);
      if (any_splits && joins_[j]) {
        auto const one = [&](std::size_t l) { return costs_.split[costs_.split_row[from[l]]][phones_[j - 1]][to]; };
        auto const joined = (*above)[j - 1] + eight(one(0), one(1), one(2), one(3), one(4), one(5), one(6), one(7));
        cell = joined < cell ? joined : cell;
      }
      if (i > 0 && splits_[j] != 0) {
        auto const& table = costs_.split[splits_[j]];
        auto const& last = phones[i - 1];
        auto const two = [&](std::size_t l) { return table[last[l]][from[l]]; };
        auto const split = (*before)[j] + eight(two(0), two(1), two(2), two(3), two(4), two(5), two(6), two(7));
        cell = split < cell ? split : cell;
      }
      (*here)[j + 1] = cell;
      least = cell < least ? cell : least;
    }
    for (std::size_t l = 0; l < count; ++l)
      if (i + 1 == others[l].size()) out[l] = cell[l];
    // Every alignment goes through this row or the one above.
    auto const hopeful = reinterpret_cast<halves>((least < least_above ? least : least_above) <= most);
    if ((hopeful[0] | hopeful[1]) == 0) {
      for (std::size_t l = 0; l < count; ++l)
        if (i + 1 < others[l].size()) out[l] = most[l] + 1;
      return;
    }
    least_above = least;
    std::swap(before, above);
    std::swap(above, here);
  }
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
