// Writes a transcript as plain text.
#pragma once

#include <mondegreen/format.hpp>

#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What was read as text is written into its own page: blocks in place, changed words in the lines they stand on, and
/// an unchanged transcript byte for byte. Any other gets a line a cue, `[1:02:03] Speaker: text`. O(transcript).
std::string write_transcript_text(transcript const& text, write_options const& options,
                                  std::vector<diagnostic>& diagnostics);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/text_write.ipp>
#endif
