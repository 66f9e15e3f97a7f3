// The rows of a names file, one line each.
#pragma once

#include <mondegreen/source.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A cell of a table or a part of a plain row: its text, unquoted and trimmed, and where it stands in the row.
struct names_cell {
  std::string text{};
  span where{};
};

/// A plain row, `Right: wrong | wrong # comment`: the right form first, then the mishearings, which may be empty.
/// False if there is nothing before the colon. O(row).
bool read_names_row(std::string_view row, std::vector<names_cell>& out);

/// A row of a table. A cell that begins with a quote ends at the next lone one; a doubled quote stands for one. False
/// if a quote is never closed or more text follows it. O(row).
bool read_table_row(std::string_view row, char separator, std::vector<names_cell>& out);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/grammar/names_row.ipp>
#endif
