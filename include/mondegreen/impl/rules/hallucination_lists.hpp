// The phrases that recognisers write where nobody speaks: one file a language or family, and what a line of one means.
#pragma once

#include <mondegreen/config.hpp>

#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// A line is "CLASS: PATTERN". The classes: `credit` (who made the subtitles), `outro` (what video makers say at the end),
/// `speech` (what people say, too: only with evidence from time or confidence). A pattern is words in lower case without
/// accents; (a|b c) one of these, ?a perhaps a, * any words up to sixteen, + one to three. It has to fit a whole line of a
/// cue. "han: CLASS: TEXT" is for scripts without spaces: the text stands in the line, spaces aside.
inline constexpr std::string_view hallucination_lists[] = {
#include <mondegreen/impl/rules/hallucinations/cyrillic.phrases>
    ,
#include <mondegreen/impl/rules/hallucinations/de.phrases>
    ,
#include <mondegreen/impl/rules/hallucinations/east.phrases>
    ,
#include <mondegreen/impl/rules/hallucinations/en.phrases>
    ,
#include <mondegreen/impl/rules/hallucinations/es.phrases>
    ,
#include <mondegreen/impl/rules/hallucinations/fr.phrases>
    ,
#include <mondegreen/impl/rules/hallucinations/it.phrases>
    ,
#include <mondegreen/impl/rules/hallucinations/nl.phrases>
    ,
#include <mondegreen/impl/rules/hallucinations/north.phrases>
    ,
#include <mondegreen/impl/rules/hallucinations/other.phrases>
    ,
#include <mondegreen/impl/rules/hallucinations/pt.phrases>
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
