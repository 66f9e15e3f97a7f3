#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// Events with the pieces they are shown in; the piece is what YouTube gives a time, in automatic captions a word.
inline constexpr asr_rule youtube_json3_rules[] = {
    {"events[]", asr_field::segment},
    {"events[].tStartMs", asr_field::start, 1},
    {"events[].dDurationMs", asr_field::length, 1},
    {"events[].segs[]", asr_field::word},
    {"events[].segs[].utf8", asr_field::text},
    {"events[].segs[].tOffsetMs", asr_field::offset, 1},
    {"events[].segs[].acAsrConf", asr_field::confidence},
};
inline constexpr asr_shape youtube_json3_shape{
    .rules = youtube_json3_rules,
    .signature = "events[].segs[].utf8|"
                 "wireMagic events",
    .glued = true,
};

MONDEGREEN_INLINE format const youtube_json3{
    .id = "youtube-json3",
    .name = "YouTube json3",
    .extensions = "json3 json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<youtube_json3_shape>,
    .read = reads_asr<youtube_json3_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
