#pragma once

#include <mondegreen/impl/languages/languages.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::languages {

inline constexpr std::string_view en_rules =
#include <mondegreen/impl/languages/en.rules>
    ;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings" // 64 KiB is what a compiler must take; all of ours take more
// Arrays: a string_view would have its length counted by the compiler, byte by byte.
inline constexpr char en_pronunciations[] = // licence: PRONUNCIATIONS-LICENSE.txt
#include <mondegreen/impl/languages/en.pronunciations>
    ;
inline constexpr char en_words[] =
#include <mondegreen/impl/languages/en.words>
    ;
#pragma GCC diagnostic pop

MONDEGREEN_INLINE language const en{
    .code = "en",
    .name = "English",
    // Frequent closed-class words of spoken English that French, German, Spanish and Italian do not share.
    .marker_words = "the|and|of|to|that|is|was|it|you|i|we|they|this|with|for|are|have|not|be|but|what|so|there|from|"
                    "your|my|our|their|he|she|his|her|which|when|how|would|will|can|about|been|has|had|were|its|at|by",
    .phonetic_rules = en_rules,
    .pronunciations = {en_pronunciations, sizeof en_pronunciations - 1},
    .ordinary_words = {en_words, sizeof en_words - 1},
    .transcript_headings = "transcript|full transcript|video transcript|episode transcript|transcription|"
                           "show transcript|automatic transcript",
    .end_headings = "recommendations|recommended|recommended videos|related|related videos|related articles|"
                    "related posts|related episodes|more from this channel|up next|you may also like|read more|"
                    "see also|comments",
    .labels = "category|categories|published|published on|posted on|duration|tags|keywords|description|show more|"
              "show less",
    .navigation = "back|back to top|home|interviews|share|print|download|subscribe|log in|sign in|sign up|menu|"
                  "source link|skip to player|skip to content|skip to main content|skip to footer|next|previous|"
                  "next article|previous article|advertisement|copy link|report",
    .relative_dates = "ago|yesterday|today|just now",
    .reading_speed = 20, // characters a second; Netflix Partner Help, English timed text style guide
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::languages
