#pragma once

#include <mondegreen/impl/phonetics/letter_net.hpp>
#include <mondegreen/impl/phonetics/letters.hpp>
#include <mondegreen/impl/phonetics/packed_text.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

constexpr bool is_vowel_letter(char c) noexcept { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

MONDEGREEN_INLINE void said_behind::say(std::uint8_t unit, bool vowel, bool stress) noexcept {
  std::copy_backward(units.begin(), units.end() - 1, units.end());
  units[0] = unit;
  if (!vowel) return;
  std::copy_backward(vowels.begin(), vowels.end() - 1, vowels.end());
  vowels[0] = unit;
  vowel_count = static_cast<std::uint8_t>(std::min(vowel_count + 1, 3));
  if (stress) stresses = static_cast<std::uint8_t>(std::min(stresses + 1, 3));
}

MONDEGREEN_INLINE std::array<std::uint16_t, letter_net::letter_rows> letter_net::rows_around(std::string_view letters,
                                                                                             std::size_t at) noexcept {
  std::array<std::uint16_t, letter_rows> rows;
  std::size_t count = 0;
  std::size_t first = 0; // row of what is looked at
  auto const choose = [&](std::size_t value, std::size_t values) {
    rows[count++] = static_cast<std::uint16_t>(first + value);
    first += values;
  };
  auto const letter = [&](std::size_t i) { // wraps to beyond the end
    choose(i < letters.size() ? static_cast<std::size_t>(letters[i] - 'a' + 1) : 0, 27);
  };
  auto const groups = [](std::string_view part) { // of vowel letters
    std::size_t found = 0;
    for (std::size_t i = 0; i < part.size(); ++i)
      found += is_vowel_letter(part[i]) && (i == 0 || !is_vowel_letter(part[i - 1]));
    return std::min<std::size_t>(found, 7);
  };
  letter(at);
  for (std::size_t k = 1; k <= letters_a_side; ++k) letter(at + k);
  for (std::size_t k = 1; k <= letters_a_side; ++k) letter(at - k);
  choose(groups(letters.substr(at + 1)), 8);
  choose(groups(letters.substr(0, at)), 8);
  choose(std::min<std::size_t>(letters.size() - 1 - at, 7), 8);
  choose(std::min<std::size_t>(at, 7), 8);
  return rows;
}

MONDEGREEN_INLINE std::array<std::uint16_t, letter_net::said_rows>
letter_net::rows_of(said_behind const& said) noexcept {
  std::array<std::uint16_t, said_rows> rows;
  std::size_t first = (2 * letters_a_side + 1) * 27 + 4 * 8;
  std::size_t count = 0;
  for (auto const units : {std::span<std::uint8_t const>(said.units), std::span<std::uint8_t const>(said.vowels)})
    for (auto const each : units) rows[count++] = static_cast<std::uint16_t>(std::exchange(first, first + 64) + each);
  rows[count] = static_cast<std::uint16_t>(first + 4U * said.stresses + said.vowel_count);
  return rows;
}

MONDEGREEN_INLINE void letter_net::load(std::string_view& rest, std::size_t pairs) {
  auto const read = [](std::string_view line, numbers& to) {
    to = {};
    for (std::size_t i = 0; i < width && !line.empty(); ++i)
      to[i / 8][i % 8] = static_cast<std::int16_t>(static_cast<int>(take_number(line, 1)) - unit);
  };
  constexpr std::size_t digits = 11; // of 64 bits
  auto seen = take_line(rest);
  for (auto& each : seen_)
    for (auto& outputs : each) outputs = take_number(seen, digits);
  rows_.resize(row_count);
  for (auto& row : rows_) read(take_line(rest), row); // empty where no word ever asks for it
  weights_.resize(pairs);
  biases_.resize(pairs);
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    auto line = take_line(rest);
    biases_[pair] = static_cast<int>(take_number(line, 2)) - 2048;
    read(line, weights_[pair]);
  }
  for (int cost = 0; cost < 256; ++cost)
    chances_.push_back(static_cast<std::uint32_t>(std::lround(65536 * std::exp(-cost / 20.0))));
  for (int sum = 0; sum <= 64 * 64; ++sum)
    sums_.push_back(static_cast<std::uint8_t>(std::lround(20 * std::log(std::max(1.0, sum / 64.0)))));
}

template <std::size_t Count>
void letter_net::add(std::array<std::uint16_t, Count> const& rows, numbers const& to, numbers& sums) const noexcept {
  for (std::size_t i = 0; i < sums.size(); i += 4) { // four sums at once stay in registers
    auto a = to[i], b = to[i + 1], c = to[i + 2], d = to[i + 3];
    for (auto const row : rows) {
      auto const* const from = &rows_[row][i];
      a += from[0], b += from[1], c += from[2], d += from[3];
    }
    sums[i] = a, sums[i + 1] = b, sums[i + 2] = c, sums[i + 3] = d;
  }
}

MONDEGREEN_INLINE void letter_net::look_around(std::string_view letters, std::size_t at,
                                               surroundings& around) const noexcept {
  auto const rows = rows_around(letters, at);
  add(rows, numbers{}, around.sums);
  auto const& seen = seen_[rows[0] - 1U];
  around.possible = seen[rows[1] - 27U] & seen[rows[1 + letters_a_side] - 27U * letters_a_side];
  if (around.possible == 0) around.possible = ~std::uint64_t{0};
}

MONDEGREEN_INLINE void letter_net::weigh(surroundings const& around, said_behind const& said, std::size_t first,
                                         std::span<int> costs) const noexcept {
  using pairs_of_lanes [[gnu::vector_size(16)]] = std::int32_t;
  numbers hidden;
  add(rows_of(said), around.sums, hidden);
  for (auto& each : hidden) {
    constexpr auto top = static_cast<std::int16_t>(most);
    each &= each > 0;
    each = (each & (each <= top)) | (top & (each > top));
  }
  int best = impossible;
  for (std::size_t o = 0; o < costs.size(); ++o) {
    costs[o] = impossible;
    if ((around.possible >> o & 1U) == 0) continue;
    auto const& weights = weights_[first + o];
    pairs_of_lanes sum{};
    for (std::size_t i = 0; i < hidden.size(); i += 8) {
      // Eight products of 127 and 32 at most are within sixteen bits.
      auto const* const h = &hidden[i];
      auto const* const w = &weights[i];
      auto const part =
          h[0] * w[0] + h[1] * w[1] + h[2] * w[2] + h[3] * w[3] + h[4] * w[4] + h[5] * w[5] + h[6] * w[6] + h[7] * w[7];
      auto const two = reinterpret_cast<pairs_of_lanes>(part);
      sum += (two >> 16) + ((two << 16) >> 16);
    }
    int const total = sum[0] + sum[1] + sum[2] + sum[3];
    costs[o] = -((total * 20 + unit * unit / 2) / (unit * unit) + biases_[first + o]);
    best = std::min(best, costs[o]);
  }
  std::uint32_t chances = 0;
  for (auto const cost : costs)
    if (cost - best < 256) chances += chances_[static_cast<std::size_t>(cost - best)];
  int const all = sums_[std::min<std::size_t>(chances >> 10U, sums_.size() - 1)];
  for (auto& cost : costs) cost += all - best;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
