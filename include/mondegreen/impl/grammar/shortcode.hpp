// Leftovers of a publishing system: `[ad_1]`, `[/vc_row]`, `[et_pb_text admin_label="Text"]`.
#pragma once

#include <mondegreen/config.hpp>

#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// True if the whole line is one shortcode. Sound tags ("[musique]") and speakers ("[SPEAKER_01]") are none. O(line), at
/// most 200 bytes.
bool is_shortcode(std::string_view line);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/grammar/shortcode.ipp>
#endif
