// Repairing a transcript: rounds of finding, scoring and deciding, carried out through the editor.
#pragma once

#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/names.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Repairs until nothing sure is left to repair, so that a second run finds nothing; then writes down the suggestions.
void repair_names(editor& in, name_index const& names, std::string_view page);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/repair.ipp>
#endif
