#pragma once

#include <mondegreen/impl/languages/languages.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::languages {

inline constexpr std::string_view fr_rules =
#include <mondegreen/impl/languages/fr.rules>
    ;

MONDEGREEN_INLINE language const fr{
    .code = "fr",
    .name = "French",
    // Frequent closed-class words of spoken French that English, German, Spanish and Italian do not share.
    .marker_words =
        "le|les|des|du|et|est|une|je|nous|vous|ils|elle|pas|qui|que|dans|sur|pour|avec|ce|cette|au|aux|mais|"
        "ou|où|très|être|avoir|fait|c|j|d|qu|ça|donc|on|ont|sont|plus|son|ses|leur|comme",
    .elisions = "l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|puisqu|quoiqu",
    .phonetic_rules = fr_rules,
    .reading_speed = 17, // characters a second; Netflix Partner Help, French timed text style guide
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::languages
