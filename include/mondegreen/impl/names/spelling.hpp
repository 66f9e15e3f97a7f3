// How alike two spellings are.
#pragma once

#include <mondegreen/config.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Share of letters that two words have in common, in order: 1 for the same, 0 for nothing. O(a b), for words.
inline double alike(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a == b ? 1.0 : 0.0;
  std::array<std::size_t, 64> few; // words are short, and there are many
  std::vector<std::size_t> many(b.size() < few.size() ? 0 : b.size() + 1);
  auto const row = b.size() < few.size() ? std::span<std::size_t>(few).first(b.size() + 1) : std::span(many);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const swapped = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({swapped, row[j] + 1, row[j - 1] + 1});
    }
  }
  return 1.0 - static_cast<double>(row.back()) / static_cast<double>(std::max(a.size(), b.size()));
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
