#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// Versions 1 and 2, as REST ("1.500s") and as protocol buffers print it (seconds and nanoseconds).
inline constexpr asr_rule google_speech_rules[] = {
    {"results[]", asr_field::segment},
    {"results[].languageCode", asr_field::language},
    {"results[].alternatives[0].transcript", asr_field::text},
    {"results[].alternatives[0].words[]", asr_field::word},
    {"results[].alternatives[0].words[].word", asr_field::text},
    {"results[].alternatives[0].words[].confidence", asr_field::confidence},
    {"results[].alternatives[0].words[].speakerTag", asr_field::speaker},
    {"results[].alternatives[0].words[].speakerLabel", asr_field::speaker},
    {"results[].alternatives[0].words[].startTime", asr_field::start},
    {"results[].alternatives[0].words[].startTime.seconds", asr_field::start},
    {"results[].alternatives[0].words[].startTime.nanos", asr_field::start_part, 1e-6},
    {"results[].alternatives[0].words[].startOffset", asr_field::start},
    {"results[].alternatives[0].words[].startOffset.seconds", asr_field::start},
    {"results[].alternatives[0].words[].startOffset.nanos", asr_field::start_part, 1e-6},
    {"results[].alternatives[0].words[].start_time", asr_field::start},
    {"results[].alternatives[0].words[].start_time.seconds", asr_field::start},
    {"results[].alternatives[0].words[].start_time.nanos", asr_field::start_part, 1e-6},
    {"results[].alternatives[0].words[].start_offset", asr_field::start},
    {"results[].alternatives[0].words[].start_offset.seconds", asr_field::start},
    {"results[].alternatives[0].words[].start_offset.nanos", asr_field::start_part, 1e-6},
    {"results[].alternatives[0].words[].endTime", asr_field::end},
    {"results[].alternatives[0].words[].endTime.seconds", asr_field::end},
    {"results[].alternatives[0].words[].endTime.nanos", asr_field::end_part, 1e-6},
    {"results[].alternatives[0].words[].endOffset", asr_field::end},
    {"results[].alternatives[0].words[].endOffset.seconds", asr_field::end},
    {"results[].alternatives[0].words[].endOffset.nanos", asr_field::end_part, 1e-6},
    {"results[].alternatives[0].words[].end_time", asr_field::end},
    {"results[].alternatives[0].words[].end_time.seconds", asr_field::end},
    {"results[].alternatives[0].words[].end_time.nanos", asr_field::end_part, 1e-6},
    {"results[].alternatives[0].words[].end_offset", asr_field::end},
    {"results[].alternatives[0].words[].end_offset.seconds", asr_field::end},
    {"results[].alternatives[0].words[].end_offset.nanos", asr_field::end_part, 1e-6},
    {"response.results[]", asr_field::segment},
    {"response.results[].languageCode", asr_field::language},
    {"response.results[].alternatives[0].transcript", asr_field::text},
    {"response.results[].alternatives[0].words[]", asr_field::word},
    {"response.results[].alternatives[0].words[].word", asr_field::text},
    {"response.results[].alternatives[0].words[].confidence", asr_field::confidence},
    {"response.results[].alternatives[0].words[].speakerTag", asr_field::speaker},
    {"response.results[].alternatives[0].words[].speakerLabel", asr_field::speaker},
    {"response.results[].alternatives[0].words[].startTime", asr_field::start},
    {"response.results[].alternatives[0].words[].startTime.seconds", asr_field::start},
    {"response.results[].alternatives[0].words[].startTime.nanos", asr_field::start_part, 1e-6},
    {"response.results[].alternatives[0].words[].startOffset", asr_field::start},
    {"response.results[].alternatives[0].words[].startOffset.seconds", asr_field::start},
    {"response.results[].alternatives[0].words[].startOffset.nanos", asr_field::start_part, 1e-6},
    {"response.results[].alternatives[0].words[].start_time", asr_field::start},
    {"response.results[].alternatives[0].words[].start_time.seconds", asr_field::start},
    {"response.results[].alternatives[0].words[].start_time.nanos", asr_field::start_part, 1e-6},
    {"response.results[].alternatives[0].words[].start_offset", asr_field::start},
    {"response.results[].alternatives[0].words[].start_offset.seconds", asr_field::start},
    {"response.results[].alternatives[0].words[].start_offset.nanos", asr_field::start_part, 1e-6},
    {"response.results[].alternatives[0].words[].endTime", asr_field::end},
    {"response.results[].alternatives[0].words[].endTime.seconds", asr_field::end},
    {"response.results[].alternatives[0].words[].endTime.nanos", asr_field::end_part, 1e-6},
    {"response.results[].alternatives[0].words[].endOffset", asr_field::end},
    {"response.results[].alternatives[0].words[].endOffset.seconds", asr_field::end},
    {"response.results[].alternatives[0].words[].endOffset.nanos", asr_field::end_part, 1e-6},
    {"response.results[].alternatives[0].words[].end_time", asr_field::end},
    {"response.results[].alternatives[0].words[].end_time.seconds", asr_field::end},
    {"response.results[].alternatives[0].words[].end_time.nanos", asr_field::end_part, 1e-6},
    {"response.results[].alternatives[0].words[].end_offset", asr_field::end},
    {"response.results[].alternatives[0].words[].end_offset.seconds", asr_field::end},
    {"response.results[].alternatives[0].words[].end_offset.nanos", asr_field::end_part, 1e-6},
};
inline constexpr asr_shape google_speech_shape{
    .rules = google_speech_rules,
    .signature = "results[].alternatives[].transcript|"
                 "response.results[].alternatives[].transcript|"
                 "results[].alternatives[].words[].startTime|"
                 "results[].alternatives[].words[].startOffset",
    .last_repeats = true,
};

MONDEGREEN_INLINE format const google_speech{
    .id = "google-speech",
    .name = "Google Speech-to-Text",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<google_speech_shape>,
    .read = reads_asr<google_speech_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
