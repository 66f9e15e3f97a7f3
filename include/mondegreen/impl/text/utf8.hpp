// UTF-8, one code point at a time. Bytes that are none count as U+FFFD, one for each byte.
#pragma once

#include <mondegreen/config.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

inline constexpr char32_t replacement_character = 0xFFFD;

/// A decoded code point and how many bytes it took; `valid` is false if it stands for a byte that is no UTF-8.
struct code_point {
  char32_t value = 0;
  std::uint8_t length = 0;
  bool valid = true;
};

/// The code point at `at`, which must be inside the text. Strict: no overlong forms, surrogates or values past U+10FFFF.
constexpr code_point decode_at(std::string_view text, std::size_t at) noexcept {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  auto const lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  constexpr code_point bad{replacement_character, 1, false};
  std::uint8_t const length = lead >= 0xC2 && lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (lead < 0xC2 || lead > 0xF4 || text.size() - at < length) return bad;
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    auto const next = byte(at + i);
    if ((next & 0xC0U) != 0x80) return bad;
    value = value << 6 | (next & 0x3FU);
  }
  bool const overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || (value >= 0xD800 && value < 0xE000) || value > 0x10FFFF) return bad;
  return {value, length, true};
}

/// The code point that ends right before `at`, which must be above 0.
constexpr code_point decode_before(std::string_view text, std::size_t at) noexcept {
  std::size_t start = at - 1;
  while (start > 0 && at - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) --start;
  auto const found = decode_at(text, start);
  if (found.valid && start + found.length == at) return found;
  return {replacement_character, 1, false};
}

/// Appends a code point; one that is no Unicode scalar value becomes U+FFFD. `out` is anything with `+= char`.
template <class Bytes> constexpr void append_utf8(Bytes& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = replacement_character;
  auto put = [&](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | c >> 6);
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | c >> 12);
    put(0x80U | (c >> 6 & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | c >> 18);
    put(0x80U | (c >> 12 & 0x3FU));
    put(0x80U | (c >> 6 & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

/// True for a byte that starts a code point of valid UTF-8.
constexpr bool starts_code_point(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }

/// Number of code points of valid UTF-8. O(bytes).
constexpr std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (char const c : text) count += starts_code_point(c);
  return count;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
