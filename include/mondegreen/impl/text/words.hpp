// The words of a text as numbers: what is compared with many words without a copy of any.
#pragma once

#include <mondegreen/impl/text/fold.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

namespace word_bytes {

inline constexpr unsigned char between = 0;      ///< no letter and no figure
inline constexpr unsigned char beyond_ascii = 1; ///< of a character of several bytes
inline constexpr unsigned char ligature = 0x7E;  ///< œ
inline constexpr unsigned char strange = 0x7F;   ///< a letter that only ICU knows

/// A letter in lower case or a figure, else one of the above.
inline constexpr auto of_ascii = [] {
  std::array<unsigned char, 256> made{};
  for (unsigned c = 0; c < 256; ++c) {
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || (c >= '0' && c <= '9')) made[c] = static_cast<unsigned char>(c | 0x20U);
    if (c >= 0x80) made[c] = beyond_ascii;
  }
  return made;
}();

/// U+00C0 to U+00FF without accents. Æ, Ð, Ø and Þ are letters of their own; ß and ÿ have a capital beyond these.
inline constexpr char of_latin[] = "aaaaaa\x7B"
                                   "ceeeeiiii\x7Cnooooo\0\x7Duuuuy\x60\x7F"
                                   "aaaaaa\x7B"
                                   "ceeeeiiii\x7Cnooooo\0\x7Duuuuy\x60\x7F";

/// A character beyond ASCII.
struct character {
  unsigned char letter = between;
  std::uint8_t length = 1;
  bool known = true; ///< false if a fold that knows more may see something else in it
};

inline character character_at(std::string_view text, std::size_t at) noexcept {
  auto const byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  auto const continues = [](unsigned b) { return (b & 0xC0U) == 0x80; };
  if (byte(0) == 0xC3 && continues(byte(1))) {
    auto const letter = static_cast<unsigned char>(of_latin[byte(1) - 0x80]);
    return {letter, 2, letter != strange};
  }
  if (byte(0) == 0xE2 && byte(1) == 0x80 && continues(byte(2))) return {between, 3, true}; // ’ … “ ”
  if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0xAB || byte(1) == 0xBB)) return {between, 2, true};
  if (byte(0) == 0xC5 && (byte(1) == 0x92 || byte(1) == 0x93)) return {ligature, 2, true};
  auto const point = decode_at(text, at);
  bool const letter = is_plain_letter(point.value) && point.value != 0x2BC; // U+02BC is an apostrophe
  return {letter ? strange : between, point.length, false};
}

} // namespace word_bytes

/// Calls `with(hash)` for each run of letters and figures, apostrophes and hyphens parting them. Words that are the same
/// but for case and accents have the same hash; nearly all others have another. Returns false if the text has a character
/// beyond Latin-1, œ and the usual marks, or figures and letters in one word: others may part and fold it otherwise, and
/// what `with` was told is not all. O(text), some 2 ns a byte.
template <class Function> bool for_each_word(std::string_view text, Function&& with) {
  bool known = true;
  for (std::size_t at = 0; at < text.size();) {
    std::uint64_t letters = 0;     // seven bits each, so that a byte takes two cycles and no multiplication
    unsigned some = 0, all = 0xFF; // bits that some letter has, and all
    auto const add = [&](unsigned char letter) {
      letters = std::rotl(letters, 7) ^ letter;
      some |= letter;
      all &= letter;
    };
    while (at < text.size()) {
      auto const letter = word_bytes::of_ascii[static_cast<unsigned char>(text[at])];
      if (letter > word_bytes::beyond_ascii) {
        add(letter);
        ++at;
        continue;
      }
      if (letter == word_bytes::between) {
        ++at;
        break;
      }
      auto const character = word_bytes::character_at(text, at);
      at += character.length;
      known = known && character.known;
      if (character.letter == word_bytes::between) break;
      add(character.letter);
    }
    if (some == 0) continue;
    constexpr unsigned letter_bit = 0x40; // figures have it not
    known = known && ((some ^ all) & letter_bit) == 0;
    with(static_cast<std::uint32_t>(letters * 0x9E3779B97F4A7C15U >> 32U));
  }
  return known;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
