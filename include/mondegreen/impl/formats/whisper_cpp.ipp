#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// whisper.cpp -oj, and -ojf with the tokens of the model: they are joined to words, the least probable token counts.
inline constexpr asr_rule whisper_cpp_rules[] = {
    {"result.language", asr_field::language},
    {"transcription[]", asr_field::segment},
    {"transcription[].text", asr_field::text},
    {"transcription[].offsets.from", asr_field::start, 1},
    {"transcription[].offsets.to", asr_field::end, 1},
    {"transcription[].speaker", asr_field::speaker},
    {"transcription[].tokens[]", asr_field::word},
    {"transcription[].tokens[].text", asr_field::text},
    {"transcription[].tokens[].offsets.from", asr_field::start, 1},
    {"transcription[].tokens[].offsets.to", asr_field::end, 1},
    {"transcription[].tokens[].p", asr_field::confidence},
};
inline constexpr asr_shape whisper_cpp_shape{
    .rules = whisper_cpp_rules,
    .signature = "transcription[].offsets transcription[].text",
    .tokens = true,
};

MONDEGREEN_INLINE format const whisper_cpp{
    .id = "whisper-cpp",
    .name = "whisper.cpp",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<whisper_cpp_shape>,
    .read = reads_asr<whisper_cpp_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
