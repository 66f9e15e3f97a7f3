// The phone inventory as an enumeration and a table.
#pragma once

#include <mondegreen/config.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A phone as it stands in a `phones` string; 0 is none.
enum class phone : std::uint8_t {
  none,
#define MONDEGREEN_CONSONANT(name, ...) name,
#define MONDEGREEN_VOWEL(name, ...) name,
#include <mondegreen/impl/phonetics/inventory.def>
#undef MONDEGREEN_CONSONANT
#undef MONDEGREEN_VOWEL
};

enum class manner : std::uint8_t {
  stop,
  fricative,
  nasal,
  liquid,
  glide,
  vowel
};

struct phone_info {
  std::string_view ipa{};
  manner how{};
  std::uint8_t place = 0; ///< of a vowel: its height
  std::uint8_t back = 0;  ///< vowels only
  bool voiced = true;
  bool rounded = false;
  bool nasal = false; ///< of a vowel
  std::string_view coarse{};
};

inline constexpr phone_info phone_table[] = {
    {},
#define MONDEGREEN_CONSONANT(name, ipa, place, how, voiced, coarse)                                                    \
  {ipa, manner::how, place, 0, voiced, false, false, coarse},
#define MONDEGREEN_VOWEL(name, ipa, height, back, rounded, nasal, coarse)                                              \
  {ipa, manner::vowel, height, back, true, rounded, nasal, coarse},
#include <mondegreen/impl/phonetics/inventory.def>
#undef MONDEGREEN_CONSONANT
#undef MONDEGREEN_VOWEL
};

inline constexpr std::size_t phone_count = std::size(phone_table);

/// A phone from a byte of a `phones` string; a byte that is none becomes `phone::none`.
constexpr phone to_phone(char byte) noexcept {
  auto const value = static_cast<unsigned char>(byte);
  return value < phone_count ? static_cast<phone>(value) : phone::none;
}

constexpr char to_byte(phone which) noexcept { return static_cast<char>(which); }

constexpr phone_info const& about(phone which) noexcept { return phone_table[static_cast<std::size_t>(which)]; }

constexpr bool is_vowel(phone which) noexcept { return which != phone::none && about(which).how == manner::vowel; }

/// The phone of an IPA symbol, or `phone::none`; plain "g" is taken for "ɡ".
constexpr phone find_phone(std::string_view symbol) noexcept {
  if (symbol == "g") return phone::g;
  for (std::size_t i = 1; i < phone_count; ++i)
    if (phone_table[i].ipa == symbol) return static_cast<phone>(i);
  return phone::none;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
