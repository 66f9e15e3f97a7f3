#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// Utterances if they were asked for, else the sentences of its paragraphs, else the words.
inline constexpr asr_rule deepgram_rules[] = {
    {"results.utterances[]", asr_field::segment, 1000, 2},
    {"results.utterances[].transcript", asr_field::text},
    {"results.utterances[].start", asr_field::start},
    {"results.utterances[].end", asr_field::end},
    {"results.utterances[].speaker", asr_field::speaker},
    {"results.utterances[].words[]", asr_field::word},
    {"results.utterances[].words[].word", asr_field::text},
    {"results.utterances[].words[].punctuated_word", asr_field::best_text},
    {"results.utterances[].words[].start", asr_field::start},
    {"results.utterances[].words[].end", asr_field::end},
    {"results.utterances[].words[].confidence", asr_field::confidence},
    {"results.utterances[].words[].speaker", asr_field::speaker},
    {"results.channels[].alternatives[0].words[]", asr_field::word},
    {"results.channels[].alternatives[0].words[].word", asr_field::text},
    {"results.channels[].alternatives[0].words[].punctuated_word", asr_field::best_text},
    {"results.channels[].alternatives[0].words[].start", asr_field::start},
    {"results.channels[].alternatives[0].words[].end", asr_field::end},
    {"results.channels[].alternatives[0].words[].confidence", asr_field::confidence},
    {"results.channels[].alternatives[0].words[].speaker", asr_field::speaker},
    {"channel.alternatives[0].words[]", asr_field::word},
    {"channel.alternatives[0].words[].word", asr_field::text},
    {"channel.alternatives[0].words[].punctuated_word", asr_field::best_text},
    {"channel.alternatives[0].words[].start", asr_field::start},
    {"channel.alternatives[0].words[].end", asr_field::end},
    {"channel.alternatives[0].words[].confidence", asr_field::confidence},
    {"channel.alternatives[0].words[].speaker", asr_field::speaker},
    {"results.channels[].detected_language", asr_field::language},
    {"results.channels[].alternatives[0].transcript", asr_field::text},
    {"results.channels[].alternatives[0].paragraphs.paragraphs[].sentences[]", asr_field::segment, 1000, 1},
    {"results.channels[].alternatives[0].paragraphs.paragraphs[].sentences[].text", asr_field::text},
    {"results.channels[].alternatives[0].paragraphs.paragraphs[].sentences[].start", asr_field::start},
    {"results.channels[].alternatives[0].paragraphs.paragraphs[].sentences[].end", asr_field::end},
};
inline constexpr asr_shape deepgram_shape{
    .rules = deepgram_rules,
    .signature = "results.channels[].alternatives|"
                 "channel.alternatives[].transcript channel_index",
};

MONDEGREEN_INLINE format const deepgram{
    .id = "deepgram",
    .name = "Deepgram",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<deepgram_shape>,
    .read = reads_asr<deepgram_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
