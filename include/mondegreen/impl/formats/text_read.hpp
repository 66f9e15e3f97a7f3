// Reads a pasted transcript.
#pragma once

#include <mondegreen/format.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Never throws, never loses a byte. O(text).
reading read_transcript_text(source_ptr text, read_options const& options);

/// How sure it is that the text is a transcript with clocks: 0-100. Looks at 64 KiB.
int detect_transcript_text(source const& text);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/text_read.ipp>
#endif
