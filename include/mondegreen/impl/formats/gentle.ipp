#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// A forced aligner: words it did not find in the sound have no times, and stay in the text.
inline constexpr asr_rule gentle_rules[] = {
    {"transcript", asr_field::text},     {"words[]", asr_field::word},    {"words[].word", asr_field::text},
    {"words[].start", asr_field::start}, {"words[].end", asr_field::end},
};
inline constexpr asr_shape gentle_shape{
    .rules = gentle_rules,
    .signature = "words[].case words[].word|"
                 "words[].alignedWord words[].word",
};

MONDEGREEN_INLINE format const gentle{
    .id = "gentle",
    .name = "Gentle",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<gentle_shape>,
    .read = reads_asr<gentle_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
