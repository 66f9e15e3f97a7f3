#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// Results of the SDK (in ticks of 100 ns; a list of them or one behind the other), of batch and of fast transcription.
inline constexpr asr_rule azure_speech_rules[] = {
    {"[]", asr_field::segment},
    {"[].Offset", asr_field::start, 1e-4},
    {"[].Duration", asr_field::length, 1e-4},
    {"[].SpeakerId", asr_field::speaker},
    {"[].DisplayText", asr_field::text},
    {"[].NBest[0].Display", asr_field::text},
    {"[].NBest[0].Words[]", asr_field::word},
    {"[].NBest[0].Words[].Word", asr_field::text},
    {"[].NBest[0].Words[].Offset", asr_field::start, 1e-4},
    {"[].NBest[0].Words[].Duration", asr_field::length, 1e-4},
    {"[].NBest[0].Words[].Confidence", asr_field::confidence},
    {"", asr_field::segment, 1000, -1},
    {"Offset", asr_field::start, 1e-4},
    {"Duration", asr_field::length, 1e-4},
    {"SpeakerId", asr_field::speaker},
    {"DisplayText", asr_field::text},
    {"NBest[0].Display", asr_field::text},
    {"NBest[0].Words[]", asr_field::word},
    {"NBest[0].Words[].Word", asr_field::text},
    {"NBest[0].Words[].Offset", asr_field::start, 1e-4},
    {"NBest[0].Words[].Duration", asr_field::length, 1e-4},
    {"NBest[0].Words[].Confidence", asr_field::confidence},
    {"recognizedPhrases[]", asr_field::segment},
    {"recognizedPhrases[].locale", asr_field::language},
    {"recognizedPhrases[].speaker", asr_field::speaker},
    {"recognizedPhrases[].offset", asr_field::start},
    {"recognizedPhrases[].duration", asr_field::length},
    {"recognizedPhrases[].nBest[0].display", asr_field::text},
    {"recognizedPhrases[].nBest[0].words[]", asr_field::word},
    {"recognizedPhrases[].nBest[0].words[].word", asr_field::text},
    {"recognizedPhrases[].nBest[0].words[].offset", asr_field::start},
    {"recognizedPhrases[].nBest[0].words[].duration", asr_field::length},
    {"recognizedPhrases[].nBest[0].words[].confidence", asr_field::confidence},
    {"phrases[]", asr_field::segment},
    {"phrases[].locale", asr_field::language},
    {"phrases[].speaker", asr_field::speaker},
    {"phrases[].offsetMilliseconds", asr_field::start, 1},
    {"phrases[].durationMilliseconds", asr_field::length, 1},
    {"phrases[].text", asr_field::text},
    {"phrases[].words[]", asr_field::word},
    {"phrases[].words[].text", asr_field::text},
    {"phrases[].words[].offsetMilliseconds", asr_field::start, 1},
    {"phrases[].words[].durationMilliseconds", asr_field::length, 1},
};
inline constexpr asr_shape azure_speech_shape{
    .rules = azure_speech_rules,
    .signature = "[].NBest [].Offset|"
                 "NBest Offset|"
                 "DisplayText Offset|"
                 "recognizedPhrases[].nBest|"
                 "phrases[].offsetMilliseconds phrases[].text",
};

MONDEGREEN_INLINE format const azure_speech{
    .id = "azure-speech",
    .name = "Azure Speech",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<azure_speech_shape>,
    .read = reads_asr<azure_speech_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
