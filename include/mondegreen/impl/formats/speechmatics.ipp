#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// Version 1 (words with times as strings and a list of turns) and version 2 (results, punctuation among them).
inline constexpr asr_rule speechmatics_rules[] = {
    {"job.lang", asr_field::language},
    {"metadata.transcription_config.language", asr_field::language},
    {"speakers[]", asr_field::turn},
    {"speakers[].time", asr_field::start},
    {"speakers[].name", asr_field::speaker},
    {"words[]", asr_field::word},
    {"words[].name", asr_field::text},
    {"words[].time", asr_field::start},
    {"words[].duration", asr_field::length},
    {"words[].confidence", asr_field::confidence},
    {"results[]", asr_field::word},
    {"results[].start_time", asr_field::start},
    {"results[].end_time", asr_field::end},
    {"results[].type", asr_field::kind},
    {"results[].alternatives[0].content", asr_field::text},
    {"results[].alternatives[0].confidence", asr_field::confidence},
    {"results[].alternatives[0].speaker", asr_field::speaker},
};
inline constexpr asr_shape speechmatics_shape{
    .rules = speechmatics_rules,
    .signature = "words[].name words[].time words[].duration|"
                 "results[].alternatives[].content results[].start_time",
    .marks = true,
};

MONDEGREEN_INLINE format const speechmatics{
    .id = "speechmatics",
    .name = "Speechmatics",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<speechmatics_shape>,
    .read = reads_asr<speechmatics_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
