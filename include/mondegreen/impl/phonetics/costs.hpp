// The cost tables of sound_distance, made at compile time from the features of the phones and from costs.def.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/impl/phonetics/inventory.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Hundredths of a phone.
using sound_cost = std::int32_t;

struct sound_costs {
  static constexpr std::uint8_t no_split = 255;

  std::array<std::array<std::uint8_t, phone_count>, phone_count> replace{};
  std::array<std::uint8_t, phone_count> drop{};
  std::array<std::uint8_t, phone_count> split_row{}; ///< of a phone that can split: its table in `split`, from 1 on
  std::array<std::array<std::array<std::uint8_t, phone_count>, phone_count>, 12> split{};

  constexpr std::uint8_t split_of(phone one, phone x, phone y) const noexcept {
    return split[split_row[static_cast<std::size_t>(one)]][static_cast<std::size_t>(x)][static_cast<std::size_t>(y)];
  }
};

/// What it costs to leave out a phone. The second of two equal consonants says nothing: Lama, Llama.
inline sound_cost cost_of_drop(sound_costs const& costs, std::string_view text, std::size_t i) noexcept {
  auto const which = to_phone(text[i]);
  if (i > 0 && text[i - 1] == text[i] && !is_vowel(which)) return 0;
  return costs.drop[static_cast<std::size_t>(which)];
}

/// From features alone: sounds made alike are easily taken for each other.
constexpr std::uint8_t feature_cost(phone_info const& a, phone_info const& b) noexcept {
  bool const vowels = a.how == manner::vowel && b.how == manner::vowel;
  auto const apart = [](int x, int y) { return x > y ? x - y : y - x; };
  if (vowels) {
    int cost = 25 * apart(a.place, b.place) + 20 * apart(a.back, b.back);
    cost += a.rounded != b.rounded ? 15 : 0;
    cost += a.nasal != b.nasal ? 60 : 0;
    return static_cast<std::uint8_t>(cost < 100 ? cost : 100);
  }
  if (a.how == manner::vowel || b.how == manner::vowel || a.how != b.how) return 100;
  if (a.place == b.place) return 30; // voicing
  int const places = 50 + 5 * apart(a.place, b.place) + (a.voiced != b.voiced ? 20 : 0);
  return static_cast<std::uint8_t>(places < 100 ? places : 100);
}

/// Costs for listeners to a language: "" is the table of all that have none of their own.
constexpr sound_costs make_sound_costs(std::string_view language = {}) noexcept {
  sound_costs made;
  for (auto& table : made.split)
    for (auto& row : table)
      for (auto& each : row) each = sound_costs::no_split;
  std::uint8_t tables = 0;
  for (std::size_t x = 0; x < phone_count; ++x) {
    made.drop[x] = is_vowel(static_cast<phone>(x)) ? 80 : 90;
    for (std::size_t y = 0; y < phone_count; ++y)
      made.replace[x][y] = x == y ? 0 : x == 0 || y == 0 ? 100 : feature_cost(phone_table[x], phone_table[y]);
  }
  auto const confusion = [&](phone a, phone b, std::uint8_t cost) {
    made.replace[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] = cost;
    made.replace[static_cast<std::size_t>(b)][static_cast<std::size_t>(a)] = cost;
  };
  auto const split = [&](phone one, phone x, phone y, std::uint8_t cost) {
    auto& table = made.split_row[static_cast<std::size_t>(one)];
    if (table == 0) table = ++tables;
    made.split[table][static_cast<std::size_t>(x)][static_cast<std::size_t>(y)] = cost;
  };
  auto const drop = [&](phone which, std::uint8_t cost) { made.drop[static_cast<std::size_t>(which)] = cost; };
#define MONDEGREEN_CONFUSION(a, b, cost) confusion(phone::a, phone::b, cost);
#define MONDEGREEN_CONFUSION_IN(code, a, b, cost)                                                                      \
  if (language == #code) confusion(phone::a, phone::b, cost);
#define MONDEGREEN_DROP_IN(code, which, cost)                                                                          \
  if (language == #code) drop(phone::which, cost);
#define MONDEGREEN_SPLIT(one, x, y, cost) split(phone::one, phone::x, phone::y, cost);
#define MONDEGREEN_DROP(which, cost) drop(phone::which, cost);
#include <mondegreen/impl/phonetics/costs.def>
#undef MONDEGREEN_CONFUSION
#undef MONDEGREEN_CONFUSION_IN
#undef MONDEGREEN_DROP_IN
#undef MONDEGREEN_SPLIT
#undef MONDEGREEN_DROP
  return made;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
