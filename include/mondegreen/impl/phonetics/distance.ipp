#pragma once

#include <mondegreen/impl/phonetics/costs.hpp>
#include <mondegreen/impl/phonetics/sound_lanes.hpp>
#include <mondegreen/phonetics.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

inline constexpr sound_costs cost_table = make_sound_costs();
inline constexpr sound_costs english_costs = make_sound_costs("en");
inline constexpr sound_costs spanish_costs = make_sound_costs("es");
inline constexpr sound_costs italian_costs = make_sound_costs("it");
inline constexpr sound_costs german_costs = make_sound_costs("de");

MONDEGREEN_INLINE sound_costs const& costs_of(std::string_view language) noexcept {
  auto const primary = language.substr(0, language.find_first_of("-_"));
  if (primary == "en") return english_costs;
  if (primary == "es") return spanish_costs;
  if (primary == "it") return italian_costs;
  if (primary == "de") return german_costs;
  return cost_table;
}

/// A pair of strings of at most `distance_block` phones; above `limit` any value above it.
inline sound_cost align(sound_costs const& costs, std::string_view a, std::string_view b, sound_cost limit) noexcept {
  using row = std::array<sound_cost, distance_block + 1>;
  // What is the same in every row.
  std::array<sound_cost, distance_block> drop_b;
  std::array<std::uint8_t, distance_block> phone_b, splits_b;
  bool any_splits_b = false;
  for (std::size_t j = 0; j < b.size(); ++j) {
    drop_b[j] = cost_of_drop(costs, b, j);
    phone_b[j] = static_cast<std::uint8_t>(to_phone(b[j]));
    splits_b[j] = costs.split_row[phone_b[j]];
    any_splits_b = any_splits_b || splits_b[j] != 0;
  }

  row rows[3];
  row* before = &rows[0]; // two rows up
  row* above = &rows[1];
  row* here = &rows[2];
  (*above)[0] = 0;
  for (std::size_t j = 0; j < b.size(); ++j) (*above)[j + 1] = (*above)[j] + drop_b[j];
  sound_cost least_above = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto const drop_a = cost_of_drop(costs, a, i);
    auto const phone_a = static_cast<std::size_t>(to_phone(a[i]));
    auto const& replace = costs.replace[phone_a];
    auto least = (*here)[0] = (*above)[0] + drop_a;
    for (std::size_t j = 0; j < b.size(); ++j) {
      auto best = (*above)[j] + replace[phone_b[j]];
      best = std::min(best, (*above)[j + 1] + drop_a);
      best = std::min(best, (*here)[j] + drop_b[j]);
      (*here)[j + 1] = best;
      least = std::min(least, best);
    }
    // Few phones are ever heard as two.
    if (auto const splits = costs.split_row[phone_a]; splits != 0 || (i > 0 && any_splits_b)) {
      auto const& split_a = costs.split[splits];
      auto const before_a = i > 0 ? static_cast<std::size_t>(to_phone(a[i - 1])) : 0;
      least = (*here)[0];
      for (std::size_t j = 0; j < b.size(); ++j) {
        auto best = std::min((*here)[j + 1], (*here)[j] + drop_b[j]);
        if (auto const cost = j > 0 ? split_a[phone_b[j - 1]][phone_b[j]] : sound_costs::no_split;
            cost != sound_costs::no_split)
          best = std::min(best, (*above)[j - 1] + cost);
        if (i > 0 && splits_b[j] != 0)
          if (auto const cost = costs.split[splits_b[j]][before_a][phone_a]; cost != sound_costs::no_split)
            best = std::min(best, (*before)[j] + cost);
        (*here)[j + 1] = best;
        least = std::min(least, best);
      }
    }
    // Every alignment goes through this row or the one above.
    if (std::min(least, least_above) > limit) return limit + 1;
    least_above = least;
    std::swap(before, above);
    std::swap(above, here);
  }
  return (*above)[b.size()];
}

inline sound_cost distance(sound_costs const& costs, std::string_view a, std::string_view b,
                           sound_cost limit) noexcept {
  if (a == b) return 0;
  sound_cost sum = 0;
  while (!a.empty() || !b.empty()) {
    auto const head = [](std::string_view& text) {
      auto const block = text.substr(0, distance_block);
      text.remove_prefix(block.size());
      return block;
    };
    auto const block_a = head(a);
    auto const block_b = head(b);
    if (block_a != block_b) sum += align(costs, block_a, block_b, limit - sum);
    if (sum > limit) return sum;
    // Far beyond any limit a caller could mean, and far below overflow.
    if (sum > 100'000'000) return sum;
  }
  return sum;
}

} // namespace impl

MONDEGREEN_INLINE float sound_distance(std::string_view a, std::string_view b) {
  return sound_distance(a, b, std::string_view{});
}

MONDEGREEN_INLINE float sound_distance(std::string_view a, std::string_view b, float limit) {
  return sound_distance(a, b, limit, {});
}

MONDEGREEN_INLINE float sound_distance(std::string_view a, std::string_view b, std::string_view language) {
  return static_cast<float>(impl::distance(impl::costs_of(language), a, b, 1'000'000'000)) / 100.0F;
}

MONDEGREEN_INLINE float sound_distance(std::string_view a, std::string_view b, float limit, std::string_view language) {
  if (!(limit >= 0)) limit = 0;
  // 0.9F is a little below nine tenths; the costs are whole hundredths.
  auto const hundredths = limit < 1e6F ? static_cast<impl::sound_cost>(limit * 100.0F + 0.01F) : 1'000'000'000;
  return static_cast<float>(impl::distance(impl::costs_of(language), a, b, hundredths)) / 100.0F;
}

namespace impl {

/// The same recurrence as `sound_distance` has (distance.ipp), which here remembers how each cell was reached.
class alignment {
public:
  alignment(sound_costs const& costs, std::string_view a, std::string_view b)
      : costs_(costs), a_(a), b_(b), cells_((a.size() + 1) * (b.size() + 1)) {
    for (std::size_t i = 0; i <= a.size(); ++i)
      for (std::size_t j = 0; j <= b.size(); ++j) fill(i, j);
  }

  std::vector<sound_step> steps() const {
    std::vector<sound_step> out;
    for (std::size_t i = a_.size(), j = b_.size(); i > 0 || j > 0;) {
      auto const& here = at(i, j);
      out.push_back({phones(a_.substr(i - here.from_a, here.from_a)), phones(b_.substr(j - here.from_b, here.from_b)),
                     static_cast<float>(here.cost) / 100.0F});
      i -= here.from_a;
      j -= here.from_b;
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

private:
  struct cell {
    sound_cost sum = 0;
    sound_cost cost = 0;                ///< of the last step
    std::size_t from_a = 0, from_b = 0; ///< phones it takes
  };

  cell const& at(std::size_t i, std::size_t j) const { return cells_[i * (b_.size() + 1) + j]; }

  void fill(std::size_t i, std::size_t j) {
    if (i == 0 && j == 0) return;
    cell best;
    best.sum = std::numeric_limits<sound_cost>::max();
    auto const offer = [&](std::size_t from_a, std::size_t from_b, sound_cost cost) {
      auto const sum = at(i - from_a, j - from_b).sum + cost;
      if (sum < best.sum) best = {sum, cost, from_a, from_b};
    };
    auto const split = [&](char one, char x, char y, std::size_t from_a, std::size_t from_b) {
      auto const cost = costs_.split_of(to_phone(one), to_phone(x), to_phone(y));
      if (cost != sound_costs::no_split) offer(from_a, from_b, cost);
    };
    if (i > 0 && j > 0)
      offer(
          1, 1,
          costs_.replace[static_cast<std::size_t>(to_phone(a_[i - 1]))][static_cast<std::size_t>(to_phone(b_[j - 1]))]);
    if (i > 0) offer(1, 0, cost_of_drop(costs_, a_, i - 1));
    if (j > 0) offer(0, 1, cost_of_drop(costs_, b_, j - 1));
    if (i > 0 && j > 1) split(a_[i - 1], b_[j - 2], b_[j - 1], 1, 2);
    if (i > 1 && j > 0) split(b_[j - 1], a_[i - 2], a_[i - 1], 2, 1);
    cells_[i * (b_.size() + 1) + j] = best;
  }

  sound_costs const& costs_;
  std::string_view a_;
  std::string_view b_;
  std::vector<cell> cells_;
};

} // namespace impl

MONDEGREEN_INLINE std::vector<sound_step> sound_steps(std::string_view a, std::string_view b,
                                                      std::string_view language) {
  std::vector<sound_step> out;
  while (!a.empty() || !b.empty()) {
    auto const head = [](std::string_view& text) {
      auto const block = text.substr(0, impl::distance_block);
      text.remove_prefix(block.size());
      return block;
    };
    auto const block_a = head(a);
    auto const block_b = head(b);
    auto const more = impl::alignment(impl::costs_of(language), block_a, block_b).steps();
    out.insert(out.end(), more.begin(), more.end());
  }
  return out;
}

} // namespace mondegreen::inline MONDEGREEN_ABI
