// Which words of a changed passage differ.
#pragma once

#include <mondegreen/config.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A word, or the blanks between two.
struct diff_piece {
  std::string_view text{};
  bool changed = true;
};

struct diff_pieces {
  std::vector<diff_piece> before{}, after{};
};

inline bool parts_words(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

inline std::vector<diff_piece> pieces_of(std::string_view text) {
  std::vector<diff_piece> made;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at + 1;
    while (end < text.size() && parts_words(text[end]) == parts_words(text[at])) ++end;
    made.push_back({text.substr(at, end - at)});
    at = end;
  }
  return made;
}

/// Neighbours that are both changed, or both not, become one piece.
inline void join_pieces(std::vector<diff_piece>& side) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < side.size(); ++i) {
    if (kept > 0 && side[kept - 1].changed == side[i].changed)
      side[kept - 1].text = {side[kept - 1].text.data(), side[kept - 1].text.size() + side[i].text.size()};
    else
      side[kept++] = side[i];
  }
  side.resize(kept);
}

/// The longest common subsequence of pieces stays; blanks between two changed words count as changed with them. Where the
/// passages are so long that the table would be (a square), only what they begin and end with alike stays.
inline diff_pieces changed_words(std::string_view before, std::string_view after) {
  constexpr std::size_t most_cells = std::size_t{1} << 18U;
  diff_pieces made{pieces_of(before), pieces_of(after)};
  auto& a = made.before;
  auto& b = made.after;
  std::size_t begin = 0;
  std::size_t end_a = a.size();
  std::size_t end_b = b.size();
  auto const keep = [&](std::size_t i, std::size_t j) { a[i].changed = b[j].changed = false; };
  for (; begin < end_a && begin < end_b && a[begin].text == b[begin].text; ++begin) keep(begin, begin);
  for (; end_a > begin && end_b > begin && a[end_a - 1].text == b[end_b - 1].text; --end_a, --end_b)
    keep(end_a - 1, end_b - 1);
  auto const rows = end_a - begin;
  auto const columns = end_b - begin;
  if (rows > 0 && columns > 0 && rows <= most_cells / columns) {
    // length[i][j]: of what a from i and b from j have in common.
    std::vector<std::uint32_t> length((rows + 1) * (columns + 1));
    auto const at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return length[i * (columns + 1) + j]; };
    for (auto i = rows; i-- > 0;)
      for (auto j = columns; j-- > 0;)
        at(i, j) = a[begin + i].text == b[begin + j].text ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      if (a[begin + i].text == b[begin + j].text)
        keep(begin + i++, begin + j++);
      else if (at(i + 1, j) >= at(i, j + 1))
        ++i;
      else
        ++j;
    }
  }
  for (auto* side : {&a, &b})
    for (std::size_t i = 1; i + 1 < side->size(); ++i)
      if (parts_words((*side)[i].text.front()) && (*side)[i - 1].changed && (*side)[i + 1].changed)
        (*side)[i].changed = true;
  join_pieces(a);
  join_pieces(b);
  return made;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
