// The interchange form: everything a transcript holds, as JSON.
#pragma once

#include <mondegreen/format.hpp>

#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

reading read_json(source_ptr text, read_options const& options);
std::string write_json(transcript const& text, write_options const& options, std::vector<diagnostic>& told);

/// The kinds of kept blocks by the names they have in JSON, in the order of the enum.
inline constexpr std::string_view kept_names[] = {"chrome", "header", "note", "style", "region", "blank", "unknown"};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/json_reader.ipp>
#include <mondegreen/impl/formats/json_writer.ipp>
#endif
