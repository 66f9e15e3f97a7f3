#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// The JSON transcript of the podcast namespace.
inline constexpr asr_rule podcast_json_rules[] = {
    {"segments[]", asr_field::segment},         {"segments[].body", asr_field::text},
    {"segments[].startTime", asr_field::start}, {"segments[].endTime", asr_field::end},
    {"segments[].speaker", asr_field::speaker},
};
inline constexpr asr_shape podcast_json_shape{
    .rules = podcast_json_rules,
    .signature = "segments[].body segments[].startTime",
};

MONDEGREEN_INLINE format const podcast_json{
    .id = "podcast-json",
    .name = "Podcast transcript JSON",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<podcast_json_shape>,
    .read = reads_asr<podcast_json_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
