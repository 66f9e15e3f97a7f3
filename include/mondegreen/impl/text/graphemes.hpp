// What a reader counts as one character.
#pragma once

#include <mondegreen/config.hpp>

#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Number of grapheme clusters; a line end is one. ICU is asked only where code points may join. O(bytes).
std::uint64_t count_graphemes(std::string_view text);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/text/graphemes.ipp>
#endif
