#include "rewrite.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mondegreen::python {

namespace {

/// Words with the white space behind them.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    auto const space = std::min(text.find_first_of(" \n\t"), text.size());
    auto const next = std::min(text.find_first_not_of(" \n\t", space), text.size());
    out.push_back(text.substr(0, next));
    text.remove_prefix(next);
  }
  return out;
}

} // namespace

void rewrite(passage& from, std::string const& to) {
  auto const old_text = from.text; // `from` changes under the pieces
  auto const a = pieces_of(old_text), b = pieces_of(to);
  std::size_t front = 0, back = 0;
  auto const shorter = std::min(a.size(), b.size());
  while (front < shorter && a[front] == b[front]) ++front;
  while (back < shorter - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  auto const rows = a.size() - front - back, columns = b.size() - front - back;
  bool const small = rows <= 2000 && columns <= 2000;
  // common[i][j]: how many words a[front + i..] and b[front + j..] share, in order.
  std::vector<std::uint16_t> common(small ? (rows + 1) * (columns + 1) : 0);
  auto const at = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return common[i * (columns + 1) + j]; };
  for (std::size_t i = small ? rows : 0; i-- > 0;)
    for (std::size_t j = columns; j-- > 0;)
      at(i, j) = a[front + i] == b[front + j] ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                              : std::max(at(i + 1, j), at(i, j + 1));
  struct change {
    span where;
    std::string_view with;
  };
  std::vector<change> changes;
  auto const offset_in = [](std::string_view part, std::string const& whole) {
    return static_cast<std::size_t>(part.data() - whole.data());
  };
  auto const old_offset = [&](std::size_t i) { return i < a.size() ? offset_in(a[i], old_text) : old_text.size(); };
  auto const new_offset = [&](std::size_t j) { return j < b.size() ? offset_in(b[j], to) : to.size(); };
  for (std::size_t i = 0, j = 0; i < rows || j < columns;) {
    if (small && i < rows && j < columns && a[front + i] == b[front + j]) {
      ++i, ++j;
      continue;
    }
    auto const first_row = i, first_column = j;
    while ((i < rows || j < columns) && !(small && i < rows && j < columns && a[front + i] == b[front + j])) {
      if (j == columns || (i < rows && (!small || at(i + 1, j) >= at(i, j + 1))))
        ++i;
      else
        ++j;
    }
    auto const begin = old_offset(front + first_row), start = new_offset(front + first_column);
    changes.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(old_offset(front + i) - begin)},
                       std::string_view(to).substr(start, new_offset(front + j) - start)});
  }
  // From the end, so that what stands before keeps its place.
  for (std::size_t i = changes.size(); i-- > 0;) splice(from, changes[i].where, changes[i].with);
}

} // namespace mondegreen::python
