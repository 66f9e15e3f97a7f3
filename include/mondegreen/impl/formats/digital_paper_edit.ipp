#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/formats/formats.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// The words and paragraphs of the BBC's and autoEdit's editors, in seconds.
inline constexpr asr_rule digital_paper_edit_rules[] = {
    {"title", asr_field::title},
    {"description", asr_field::title},
    {"words[]", asr_field::word},
    {"transcript.words[]", asr_field::word},
    {"words[].text", asr_field::text},
    {"words[].start", asr_field::start},
    {"words[].end", asr_field::end},
    {"transcript.words[].text", asr_field::text},
    {"transcript.words[].start", asr_field::start},
    {"transcript.words[].end", asr_field::end},
    {"paragraphs[]", asr_field::turn},
    {"paragraphs[].start", asr_field::start},
    {"paragraphs[].speaker", asr_field::speaker},
    {"transcript.paragraphs[]", asr_field::turn},
    {"transcript.paragraphs[].start", asr_field::start},
    {"transcript.paragraphs[].speaker", asr_field::speaker},
};
inline constexpr asr_shape digital_paper_edit_shape{
    .rules = digital_paper_edit_rules,
    .signature = "transcript.words[].text transcript.words[].start|"
                 "words[].id words[].text words[].start",
};

MONDEGREEN_INLINE format const digital_paper_edit{
    .id = "digital-paper-edit",
    .name = "Digital paper edit",
    .extensions = "json",
    .carries = {.times = true, .speakers = true, .metadata = true, .words = true},
    .detect = detects_asr<digital_paper_edit_shape>,
    .read = reads_asr<digital_paper_edit_shape>,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
