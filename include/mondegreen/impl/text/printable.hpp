// Text from outside, made safe for a terminal.
#pragma once

#include <mondegreen/impl/text/utf8.hpp>

#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What may go to a terminal: control and direction characters shown as U+FFFD, tabs as a space.
inline char32_t printable(char32_t c) noexcept {
  if (c == '\t') return ' ';
  bool const control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
  bool const direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
  return control || direction ? replacement_character : c;
}

inline void append_printable(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    auto const point = decode_at(text, i);
    append_utf8(out, printable(point.value));
    i += point.length;
  }
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
