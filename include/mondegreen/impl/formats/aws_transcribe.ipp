#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// Items in seconds written as strings, punctuation an item of its own; who speaks stands in a list beside them.
inline constexpr asr_rule aws_transcribe_rules[] = {
    {"results.transcripts[0].transcript", asr_field::text},
    {"results.language_code", asr_field::language},
    {"results.items[]", asr_field::word},
    {"results.items[].start_time", asr_field::start},
    {"results.items[].end_time", asr_field::end},
    {"results.items[].alternatives[0].content", asr_field::text},
    {"results.items[].alternatives[0].confidence", asr_field::confidence},
    {"results.items[].type", asr_field::kind},
    {"results.items[].speaker_label", asr_field::speaker},
    {"[]", asr_field::word},
    {"[].start_time", asr_field::start},
    {"[].end_time", asr_field::end},
    {"[].alternatives[0].content", asr_field::text},
    {"[].alternatives[0].confidence", asr_field::confidence},
    {"[].type", asr_field::kind},
    {"[].speaker_label", asr_field::speaker},
    {"results.speaker_labels.segments[]", asr_field::turn},
    {"results.speaker_labels.segments[].start_time", asr_field::start},
    {"results.speaker_labels.segments[].speaker_label", asr_field::speaker},
};
inline constexpr asr_shape aws_transcribe_shape{
    .rules = aws_transcribe_rules,
    .signature = "results.transcripts[].transcript|"
                 "results.items[].alternatives[].content|"
                 "[].alternatives[].content [].type",
};

MONDEGREEN_INLINE format const aws_transcribe{
    .id = "aws-transcribe",
    .name = "Amazon Transcribe",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<aws_transcribe_shape>,
    .read = reads_asr<aws_transcribe_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
