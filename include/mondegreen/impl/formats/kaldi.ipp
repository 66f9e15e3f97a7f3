#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// Vosk's results, one or one behind the other, and the Kaldi service of the BBC with its list of turns.
inline constexpr asr_rule kaldi_rules[] = {
    {"", asr_field::segment, 1000, -1},
    {"text", asr_field::text},
    {"result[]", asr_field::word},
    {"result[].word", asr_field::text},
    {"result[].start", asr_field::start},
    {"result[].end", asr_field::end},
    {"result[].conf", asr_field::confidence},
    {"vosk", asr_field::segment},
    {"vosk.text", asr_field::text},
    {"vosk.result[]", asr_field::word},
    {"vosk.result[].word", asr_field::text},
    {"vosk.result[].start", asr_field::start},
    {"vosk.result[].end", asr_field::end},
    {"vosk.result[].conf", asr_field::confidence},
    {"alternatives[0].text", asr_field::text},
    {"alternatives[0].result[]", asr_field::word},
    {"alternatives[0].result[].word", asr_field::text},
    {"alternatives[0].result[].start", asr_field::start},
    {"alternatives[0].result[].end", asr_field::end},
    {"retval.punct", asr_field::text},
    {"retval.words[]", asr_field::word},
    {"retval.words[].word", asr_field::text},
    {"retval.words[].punct", asr_field::best_text},
    {"retval.words[].start", asr_field::start},
    {"retval.words[].end", asr_field::end},
    {"retval.words[].confidence", asr_field::confidence},
    {"retval.segmentation.segments[]", asr_field::turn},
    {"retval.segmentation.segments[].start", asr_field::start},
    {"retval.segmentation.segments[].speaker.@id", asr_field::speaker},
};
inline constexpr asr_shape kaldi_shape{
    .rules = kaldi_rules,
    .signature = "result[].word result[].start|"
                 "vosk.result[].word|"
                 "alternatives[].result[].word|"
                 "retval.words[].word",
};

MONDEGREEN_INLINE format const kaldi{
    .id = "kaldi",
    .name = "Kaldi, Vosk",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<kaldi_shape>,
    .read = reads_asr<kaldi_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
