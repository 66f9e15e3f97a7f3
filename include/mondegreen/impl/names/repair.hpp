// Repairing a transcript: rounds of finding, scoring and deciding, carried out through the editor.
#pragma once

#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/names.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What is known beside the names.
struct repair_ground {
  std::string_view page{}; ///< text of the page (`--context`): evidence
  bool mine = false;       ///< the names of the page, and of the transcript's title, description and labels, count too
};

/// Repairs until nothing sure is left to repair, so that a second run finds nothing; then writes down the suggestions.
/// Names of the page come second: what the user's names leave alone, with more care (caution.hpp).
void repair_names(editor& in, name_index const& names, repair_ground const& ground);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/repair.ipp>
#endif
