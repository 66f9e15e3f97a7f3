// Repairing a transcript: rounds of finding, scoring and deciding, carried out through the editor.
#pragma once

#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/names.hpp>

#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What is known beside the names.
struct repair_ground {
  std::string_view page{}; ///< text of the page (`--context`): evidence
  bool mine = false;       ///< the names of the page, and of the transcript's title, description and labels, count too
};

/// A text of more bytes is repaired in stretches, each by itself: what stands in one is no evidence for the next. What is
/// needed beside the text stays within some hundred megabytes, also in a line of a gigabyte.
inline constexpr std::size_t most_at_once = std::size_t{4} << 20U; // 80 hours of speech

/// Repairs until nothing sure is left to repair, so that a second run finds nothing; then writes down the suggestions.
/// Names of the page come second: what the user's names leave alone, with more care (caution.hpp).
void repair_names(editor& in, name_index const& names, repair_ground const& ground);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/repair.ipp>
#endif
