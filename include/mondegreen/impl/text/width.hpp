// How wide a text stands on screen, in columns: what "42 characters a line" counts.
#pragma once

#include <mondegreen/config.hpp>

#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Columns of a text: a grapheme cluster takes one, one with a wide or full-width character in it (East Asian width,
/// UAX #11; emoji too) two, one of controls and direction marks alone none. ICU is asked only beyond plain Latin, Greek
/// and Cyrillic. O(bytes).
std::uint32_t columns(std::string_view text);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/text/width.ipp>
#endif
