// "&eacute;", "&#233;" and "&#xE9;": what HTML writes for characters, and WebVTT with it.
#pragma once

#include <mondegreen/config.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Reads the character reference at the start of `text`, which begins with "&", by HTML's rules: all names of the
/// standard, the old ones also without a semicolon; numbers, of which those of windows-1252's upper half mean what they
/// mean there. Appends its characters and returns how many bytes it takes; 0 if it is none. O(length of the reference).
std::uint32_t read_character_reference(std::string_view text, std::string& out);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/character_references.ipp>
#endif
