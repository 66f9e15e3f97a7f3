#pragma once

#include <mondegreen/impl/languages/languages.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::languages {

MONDEGREEN_INLINE language const en{
    .code = "en",
    .name = "English",
    // Frequent closed-class words of spoken English that French, German, Spanish and Italian do not share.
    .marker_words = "the|and|of|to|that|is|was|it|you|i|we|they|this|with|for|are|have|not|be|but|what|so|there|from|"
                    "your|my|our|their|he|she|his|her|which|when|how|would|will|can|about|been|has|had|were|its|at|by",
    .reading_speed = 20, // characters a second; Netflix Partner Help, English timed text style guide
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::languages
