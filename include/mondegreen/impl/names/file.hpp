// Reading a names file, plain or as a table.
#pragma once

#include <mondegreen/impl/names/rows.hpp>
#include <mondegreen/names.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

struct names_file {
  name_rows list{};
  std::vector<diagnostic> diagnostics{};
};

/// Of what is wrong with a file the first so many are told: a file of another kind has a million.
inline constexpr std::size_t most_told = 1000;

/// Reads both forms; never fails. Forms are unique in the result, mishearings and context are joined. `home` is where
/// the text is from. O(n), some 60 bytes a row beside its text.
names_file read_names(std::string_view text, name_home const& home = {});

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/file.ipp>
#endif
