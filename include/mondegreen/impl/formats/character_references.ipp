#pragma once

#include <mondegreen/impl/formats/character_references.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <algorithm>
#include <iterator>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

struct character_reference {
  std::string_view name; ///< without "&"
  std::string_view text;
};

inline constexpr character_reference character_references[] = {
#define MONDEGREEN_CHARACTER_REFERENCE(name, text) {name, text},
#include <mondegreen/impl/formats/character_references.def>
#undef MONDEGREEN_CHARACTER_REFERENCE
};

inline constexpr std::size_t longest_reference = 32;   ///< "CounterClockwiseContourIntegral;"
inline constexpr std::size_t longest_unterminated = 6; ///< of those that need no semicolon: "Aacute"

inline character_reference const* find_character_reference(std::string_view name) noexcept {
  auto const* const found =
      std::lower_bound(std::begin(character_references), std::end(character_references), name,
                       [](character_reference const& each, std::string_view wanted) { return each.name < wanted; });
  return found != std::end(character_references) && found->name == name ? found : nullptr;
}

/// What the numbers 0x80 to 0x9F stand for in HTML; zero: for themselves.
inline constexpr char16_t windows_1252_upper_half[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

inline std::uint32_t read_numeric_reference(std::string_view text, std::string& out) {
  std::size_t at = 2;
  bool const hex = at < text.size() && (text[at] == 'x' || text[at] == 'X');
  if (hex) ++at;
  auto const first = at;
  char32_t value = 0;
  for (; at < text.size(); ++at) {
    char const c = text[at];
    bool const decimal = c >= '0' && c <= '9';
    bool const letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!decimal && !(hex && letter)) break;
    auto const digit = static_cast<char32_t>(decimal ? c - '0' : (c & ~0x20) - 'A' + 10);
    value = std::min<char32_t>(value * (hex ? 16 : 10) + digit, 0x110000);
  }
  if (at == first) return 0;
  if (at < text.size() && text[at] == ';') ++at;
  if (value >= 0x80 && value < 0xA0 && windows_1252_upper_half[value - 0x80] != 0)
    value = windows_1252_upper_half[value - 0x80];
  append_utf8(out, value == 0 ? replacement_character : value);
  return static_cast<std::uint32_t>(at);
}

MONDEGREEN_INLINE std::uint32_t read_character_reference(std::string_view text, std::string& out) {
  if (text.size() < 3) return 0;
  if (text[1] == '#') return read_numeric_reference(text, out);
  auto const is_name = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  auto const rest = text.substr(1, longest_reference);
  auto const length = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_name) - rest.begin());
  character_reference const* found = nullptr;
  if (length < rest.size() && rest[length] == ';') found = find_character_reference(rest.substr(0, length + 1));
  for (auto left = std::min(length, longest_unterminated); found == nullptr && left > 1; --left)
    found = find_character_reference(rest.substr(0, left));
  if (found == nullptr) return 0;
  out += found->text;
  return static_cast<std::uint32_t>(found->name.size() + 1);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
