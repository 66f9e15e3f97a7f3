#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// Words as lists of three, their confidence in a list beside them, who speaks in a third.
inline constexpr asr_rule ibm_watson_rules[] = {
    {"results[].results[]", asr_field::segment},
    {"results[].results[].alternatives[0].transcript", asr_field::text},
    {"results[].results[].alternatives[0].timestamps[]", asr_field::word},
    {"results[].results[].alternatives[0].timestamps[][0]", asr_field::text},
    {"results[].results[].alternatives[0].timestamps[][1]", asr_field::start},
    {"results[].results[].alternatives[0].timestamps[][2]", asr_field::end},
    {"results[].results[].alternatives[0].word_confidence[][1]", asr_field::word_confidence},
    {"results[].speaker_labels[]", asr_field::turn},
    {"results[].speaker_labels[].from", asr_field::start},
    {"results[].speaker_labels[].speaker", asr_field::speaker},
    {"results[]", asr_field::segment},
    {"results[].alternatives[0].transcript", asr_field::text},
    {"results[].alternatives[0].timestamps[]", asr_field::word},
    {"results[].alternatives[0].timestamps[][0]", asr_field::text},
    {"results[].alternatives[0].timestamps[][1]", asr_field::start},
    {"results[].alternatives[0].timestamps[][2]", asr_field::end},
    {"results[].alternatives[0].word_confidence[][1]", asr_field::word_confidence},
    {"speaker_labels[]", asr_field::turn},
    {"speaker_labels[].from", asr_field::start},
    {"speaker_labels[].speaker", asr_field::speaker},
};
inline constexpr asr_shape ibm_watson_shape{
    .rules = ibm_watson_rules,
    .signature = "results[].alternatives[].timestamps|"
                 "results[].results[].alternatives[].timestamps|"
                 "results[].speaker_labels[].from|"
                 "speaker_labels[].from",
};

MONDEGREEN_INLINE format const ibm_watson{
    .id = "ibm-watson",
    .name = "IBM Watson",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = detects_asr<ibm_watson_shape>,
    .read = reads_asr<ibm_watson_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
