// What a rule's context compiles to, and how it is matched: a set of live positions moves over the letters, so a match
// costs at most positions x letters whatever the pattern, without backtracking, recursion or memory.
#pragma once

#include <mondegreen/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A letter as the rules of one language number it.
using symbol = std::uint8_t;

/// A set of symbols; there are at most 64.
using symbol_set = std::uint64_t;

inline constexpr symbol edge_symbol = 0;  ///< what is no letter, and what lies outside of the word
inline constexpr symbol other_symbol = 1; ///< a letter no rule speaks of
inline constexpr symbol_set edge_set = 1;
inline constexpr symbol_set any_letter = ~edge_set;

constexpr bool contains(symbol_set set, symbol c) noexcept { return ((set >> c) & 1U) != 0; }

/// A word as symbols; every index outside of it is an edge.
struct symbol_text {
  symbol const* symbols;
  std::ptrdiff_t size;

  symbol operator[](std::ptrdiff_t i) const noexcept { return i >= 0 && i < size ? symbols[i] : edge_symbol; }
};

/// A place in a pattern where one symbol is read: which symbols it takes, and the set of places that may come next.
struct pattern_position {
  symbol_set takes;
  std::uint64_t next;
};

/// A pattern over symbols (Glushkov's automaton of it): sets of positions are bit masks. The default pattern matches
/// anything.
struct pattern {
  static constexpr std::size_t max_positions = 64;
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  symbol_set starts = ~symbol_set{0}; ///< without one of these as the next symbol there is no match
  std::uint64_t first = 0;            ///< positions a match may begin with
  std::uint64_t last = 0;             ///< positions a match may end with
  std::uint32_t begin = 0;            ///< of its positions in the pool
  std::uint32_t unless = none;        ///< a pattern that must not match where this one ends
  bool empty_matches = true;
};

/// The patterns of one rule file.
struct pattern_pool {
  std::span<pattern_position const> positions;
  std::span<pattern const> patterns;
};

/// True if `what` matches from `at` on, reading forwards (`step` 1) or backwards (-1).
inline bool matches(pattern const& what, pattern_pool pool, symbol_text text, std::ptrdiff_t at, int step) noexcept {
  auto const allowed = [&](std::ptrdiff_t end) {
    return what.unless == pattern::none || !matches(pool.patterns[what.unless], pool, text, end, step);
  };
  if (what.empty_matches && allowed(at)) return true;
  for (auto live = what.first; live != 0;) {
    symbol const c = text[at];
    at += step;
    std::uint64_t next = 0;
    bool ends = false;
    for (; live != 0; live &= live - 1) {
      auto const index = static_cast<std::size_t>(std::countr_zero(live));
      auto const& position = pool.positions[what.begin + index];
      if (!contains(position.takes, c)) continue;
      next |= position.next;
      ends = ends || ((what.last >> index) & 1U) != 0;
    }
    if (ends && allowed(at)) return true;
    live = next;
  }
  return false;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
