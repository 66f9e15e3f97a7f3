// Lower case and accent folding for Latin letters without a call to ICU: for counting and comparing short words.
#pragma once

#include <mondegreen/impl/text/utf8.hpp>

#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Lower case of ASCII, Latin-1 and Latin Extended-A letters; any other code point as it is.
constexpr char32_t lower_latin(char32_t c) noexcept {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c == 0x178) return 0xFF;
  if (c == 0x130 || c == 0x131) return c; // Turkish i: no simple pair
  bool const even_is_upper = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
  bool const odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if ((even_is_upper && c % 2 == 0) || (odd_is_upper && c % 2 == 1)) return c + 1;
  return c;
}

constexpr bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Appends `text` in lower case (Latin letters).
inline void append_lower_latin(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_ascii_letter(text[i])) { // nearly all
      out += static_cast<char>(text[i++] | 0x20);
      continue;
    }
    auto const point = decode_at(text, i);
    append_utf8(out, lower_latin(point.value));
    i += point.length;
  }
}

/// True for ASCII letters and for every code point from U+00C0 on that is no punctuation, space or symbol of the
/// Latin-1, General Punctuation and Supplemental blocks: cheap, and right for running text in Latin script.
constexpr bool is_plain_letter(char32_t c) noexcept {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) &&
         c < 0xE000;
}

/// Calls `with` for each run of letters; apostrophes and hyphens part words.
template <class Function> void for_each_plain_word(std::string_view text, Function&& with) {
  std::size_t start = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    if (is_ascii_letter(text[i])) { // nearly all
      ++i;
      continue;
    }
    auto const point = decode_at(text, i);
    if (!is_plain_letter(point.value)) {
      if (i > start) with(text.substr(start, i - start));
      start = i + point.length;
    }
    i += point.length;
  }
  if (text.size() > start) with(text.substr(start));
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
