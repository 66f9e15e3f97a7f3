// Text as a JSON string.
#pragma once

#include <mondegreen/impl/text/utf8.hpp>

#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Appends `text` with quotes, escaped; the result is valid JSON and valid UTF-8 whatever the bytes are.
inline void append_json(std::string& out, std::string_view text) {
  constexpr char hex[] = "0123456789abcdef";
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    auto const c = static_cast<unsigned char>(text[i]);
    if (c >= 0x80) {
      auto const point = decode_at(text, i);
      append_utf8(out, point.value);
      i += point.length;
      continue;
    }
    ++i;
    switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default:
      if (c < 0x20 || c == 0x7F) {
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15U];
      } else {
        out += static_cast<char>(c);
      }
    }
  }
  out += '"';
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
