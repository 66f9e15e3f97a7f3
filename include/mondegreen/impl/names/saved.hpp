// A saved index: names and what is built of them, in one file that is mapped and not read.
#pragma once

#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/impl/names/sections.hpp>
#include <mondegreen/result.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The ending of such files. A file that has it is never taken for a list of names, whatever its first bytes are.
inline constexpr std::string_view saved_ending = ".mgx";

/// Maps a file that begins as a saved index does or has its ending; nothing if it is another kind of file, or none.
/// Errors: not_readable; refused, as `sections::open`.
std::optional<result<sections>> map_saved(std::string const& path);

/// The same for bytes that have been read; nothing if they are of another kind.
std::optional<result<sections>> copy_saved(std::string_view bytes, std::string const& shown);

struct saved_names {
  name_rows rows;
  std::vector<std::shared_ptr<name_arrays const>> languages;
};

/// What stands in it. Errors: refused.
result<saved_names> open_saved(sections const& from, std::string const& shown);

/// Names and indexes of them in one piece.
sections lay_out_saved(name_rows const& rows, std::span<std::shared_ptr<name_arrays const> const> languages);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/saved.ipp>
#endif
