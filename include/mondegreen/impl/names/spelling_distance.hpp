// How alike two spellings are.
#pragma once

#include <mondegreen/config.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Letters to replace, insert or delete to make one word of the other, of which the first has at most 64: the recurrence of
/// Levenshtein with a bit for each of its rows (Myers, "A fast bit-vector algorithm for approximate string matching based on
/// dynamic programming", 1999, as Hyyrö has it for whole strings, 2003). Of a long list dozens of names are compared with
/// each window. O(b).
inline std::size_t edits_of_short(std::string_view a, std::string_view b) noexcept {
  std::array<std::uint64_t, 256> rows; // where a letter stands in a; set for those of a and b alone
  auto const rows_of = [&](char letter) -> std::uint64_t& { return rows[static_cast<unsigned char>(letter)]; };
  for (char const letter : b) rows_of(letter) = 0;
  for (char const letter : a) rows_of(letter) = 0;
  for (std::size_t i = 0; i < a.size(); ++i) rows_of(a[i]) |= std::uint64_t{1} << i;
  auto const last = std::uint64_t{1} << (a.size() - 1);
  auto rises = ~std::uint64_t{0}; // rows of this column that cost one more than the row above, and one less
  std::uint64_t falls = 0;
  auto edits = a.size();
  for (char const letter : b) {
    auto const same = rows_of(letter);
    auto const level = (((same & rises) + rises) ^ rises) | same | falls; // as much as the cell before the row above
    auto const more = falls | ~(level | rises);                           // than in the column before
    auto const less = level & rises;
    edits += (more & last) != 0;
    edits -= (less & last) != 0;
    auto const above_more = more << 1U | 1U;
    rises = less << 1U | ~(level | above_more);
    falls = above_more & level;
  }
  return edits;
}

/// The same for words of any length. O(a b).
inline std::size_t edits_between(std::string_view a, std::string_view b) {
  if (b.size() < a.size()) std::swap(a, b);
  if (a.empty()) return b.size();
  if (a.size() <= 64) return edits_of_short(a, b);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const swapped = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({swapped, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

/// Share of letters that two words have in common, in order: 1 for the same, 0 for nothing.
inline double alike(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a == b ? 1.0 : 0.0;
  return 1.0 - static_cast<double>(edits_between(a, b)) / static_cast<double>(std::max(a.size(), b.size()));
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
