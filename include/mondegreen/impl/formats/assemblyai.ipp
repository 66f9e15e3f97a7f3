#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// Milliseconds; utterances if speakers were told apart, else the words.
inline constexpr asr_rule assemblyai_rules[] = {
    {"language_code", asr_field::language},
    {"text", asr_field::text},
    {"utterances[]", asr_field::segment},
    {"utterances[].text", asr_field::text},
    {"utterances[].start", asr_field::start, 1},
    {"utterances[].end", asr_field::end, 1},
    {"utterances[].speaker", asr_field::speaker},
    {"sentences[]", asr_field::segment},
    {"sentences[].text", asr_field::text},
    {"sentences[].start", asr_field::start, 1},
    {"sentences[].end", asr_field::end, 1},
    {"sentences[].speaker", asr_field::speaker},
    {"words[]", asr_field::word},
    {"words[].text", asr_field::text},
    {"words[].start", asr_field::start, 1},
    {"words[].end", asr_field::end, 1},
    {"words[].confidence", asr_field::confidence},
    {"words[].speaker", asr_field::speaker},
    {"utterances[].words[]", asr_field::word},
    {"utterances[].words[].text", asr_field::text},
    {"utterances[].words[].start", asr_field::start, 1},
    {"utterances[].words[].end", asr_field::end, 1},
    {"utterances[].words[].confidence", asr_field::confidence},
    {"utterances[].words[].speaker", asr_field::speaker},
    {"sentences[].words[]", asr_field::word},
    {"sentences[].words[].text", asr_field::text},
    {"sentences[].words[].start", asr_field::start, 1},
    {"sentences[].words[].end", asr_field::end, 1},
    {"sentences[].words[].confidence", asr_field::confidence},
    {"sentences[].words[].speaker", asr_field::speaker},
};
inline constexpr asr_shape assemblyai_shape{
    .rules = assemblyai_rules,
    .signature = "status words[].text words[].confidence|"
                 "utterances[].words[].text utterances[].confidence|"
                 "audio_url words[].text",
};

MONDEGREEN_INLINE format const assemblyai{
    .id = "assemblyai",
    .name = "AssemblyAI",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<assemblyai_shape>,
    .read = reads_asr<assemblyai_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
