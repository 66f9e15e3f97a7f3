#pragma once

#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/formats/text_read.hpp>
#include <mondegreen/impl/formats/text_write.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

MONDEGREEN_INLINE format const text{
    .id = "text",
    .name = "Transcript / plain text",
    .extensions = "txt text",
    .carries = {.times = true, .speakers = true},
    .detect = detect_transcript_text,
    .read = read_transcript_text,
    .write = write_transcript_text,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
