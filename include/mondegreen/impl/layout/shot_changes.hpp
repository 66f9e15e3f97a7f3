// The cuts of a film, as editors list them.
#pragma once

#include <mondegreen/layout.hpp>

#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A time in seconds ("12.345"), as a clock ("1:02:03.5") or as a time code with frames ("01:02:03:12"); false for anything
/// else.
bool read_cut(std::string_view text, double frame_rate, timestamp& into) noexcept;

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/layout/shot_changes.ipp>
#endif
