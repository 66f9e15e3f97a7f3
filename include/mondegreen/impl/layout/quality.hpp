// What is wrong with where the lines of a cue end: asked by layout, which mends it, and by the check, which tells it.
#pragma once

#include <mondegreen/impl/layout/break_table.hpp>
#include <mondegreen/impl/layout/units.hpp>

#include <cstdint>
#include <span>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Why a line should not end between two units.
enum class split : std::uint8_t {
  none,
  stranded, ///< an article, a preposition or the like stands at the end, away from its word
  name,     ///< a name of several words
  phrase,   ///< words that are one expression, a number and its unit
};

/// Judges the gap between two units by the table: what all but never is a good break.
inline split judge_break(break_table const& table, unit const& left, unit const& right) {
  if (left.after != stop::none) return split::none;
  constexpr int never = -50;
  if (left.last.kind == break_table::proper && right.first.kind == break_table::proper &&
      table[table.between(break_table::proper, break_table::proper)] <= never)
    return split::name;
  if (table[table.after(left.last.kind)] <= never) return split::stranded;
  if (table.hold(left.last.word, right.first.word) <= never ||
      table[table.between(left.last.kind, right.first.kind)] <= never)
    return split::phrase;
  return split::none;
}

/// True if a sentence ends inside the line and what stands beside it on the line is no whole sentence. `before` and `behind`:
/// whether a sentence begins with the line and ends with it.
inline bool mixes_sentences(std::span<unit const> line, bool before, bool behind) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i)
    if (line[i].after == stop::sentence) return !(before && behind);
  return false;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
