#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// openai-whisper, faster-whisper, whisper-timestamped, WhisperX, the OpenAI service's verbose_json, and the chunks of
/// Transformers' pipelines: segments in seconds, each with its words. Words that an aligner gave no time keep none.
inline constexpr asr_rule whisper_rules[] = {
    {"language", asr_field::language},
    {"segments[]", asr_field::segment},
    {"segments[].text", asr_field::text},
    {"segments[].start", asr_field::start},
    {"segments[].end", asr_field::end},
    {"segments[].speaker", asr_field::speaker},
    {"segments[].words[]", asr_field::word},
    {"segments[].words[].word", asr_field::text},
    {"segments[].words[].start", asr_field::start},
    {"segments[].words[].end", asr_field::end},
    {"segments[].words[].text", asr_field::text},
    {"segments[].words[].probability", asr_field::confidence},
    {"segments[].words[].confidence", asr_field::confidence},
    {"segments[].words[].score", asr_field::confidence},
    {"segments[].words[].speaker", asr_field::speaker},
    {"[]", asr_field::segment},
    {"[].text", asr_field::text},
    {"[].start", asr_field::start},
    {"[].end", asr_field::end},
    {"[].speaker", asr_field::speaker},
    {"[].words[]", asr_field::word},
    {"[].words[].word", asr_field::text},
    {"[].words[].start", asr_field::start},
    {"[].words[].end", asr_field::end},
    {"[].words[].text", asr_field::text},
    {"[].words[].probability", asr_field::confidence},
    {"[].words[].confidence", asr_field::confidence},
    {"[].words[].score", asr_field::confidence},
    {"[].words[].speaker", asr_field::speaker},
    {"words[]", asr_field::word},
    {"words[].word", asr_field::text},
    {"words[].start", asr_field::start},
    {"words[].end", asr_field::end},
    {"chunks[]", asr_field::segment},
    {"chunks[].text", asr_field::text},
    {"chunks[].timestamp[0]", asr_field::start},
    {"chunks[].timestamp[1]", asr_field::end},
    {"chunks[].speaker", asr_field::speaker},
};
inline constexpr asr_shape whisper_shape{
    .rules = whisper_rules,
    .signature = "segments[].text segments[].start|"
                 "segments[].words[].word segments[].start|"
                 "segments[].words[].text segments[].start|"
                 "chunks[].timestamp chunks[].text|"
                 "[].text [].start [].seek|"
                 "[].text [].start [].words[].word",
};

MONDEGREEN_INLINE format const whisper{
    .id = "whisper",
    .name = "Whisper",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<whisper_shape>,
    .read = reads_asr<whisper_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
