// The letters of a name: what is left of it without case, accents, spaces and hyphens.
#pragma once

#include <mondegreen/impl/text/utf8.hpp>

#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What a code point is to a word.
struct letter_kind {
  bool word = false;  ///< letter, digit or mark
  bool upper = false; ///< an upper-case or title-case letter
  bool lower = false;
  bool digit = false;
};

/// Classifies by ICU's properties.
letter_kind kind_beyond_ascii(char32_t c) noexcept;

/// The same; ASCII without a call.
inline letter_kind kind_of(char32_t c) noexcept {
  if (c >= 0x80) return kind_beyond_ascii(c);
  bool const upper = c >= 'A' && c <= 'Z';
  bool const lower = c >= 'a' && c <= 'z';
  bool const digit = c >= '0' && c <= '9';
  return {upper || lower || digit, upper, lower, digit};
}

/// The letter in upper case, as far as that is one code point.
char32_t upper_of(char32_t c) noexcept;

/// The same in lower case.
char32_t lower_of(char32_t c) noexcept;

/// Appends the letters and digits of the text: compatibility-decomposed, marks dropped, case folded, ligatures opened
/// (œ is oe). Equal results are the same name but for case, accents, spaces, hyphens and apostrophes. O(text).
void append_letters(std::string& out, std::string_view text);

std::string letters_of(std::string_view text);

constexpr bool is_apostrophe(char32_t c) noexcept { return c == U'\'' || c == U'\u2019' || c == U'\u02BC'; }

constexpr bool is_hyphen(char32_t c) noexcept {
  return c == U'-' || c == U'\u2010' || c == U'\u2011' || c == U'\u00B7' || c == U'\u00AD';
}

constexpr bool is_blank(char32_t c) noexcept {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00A0' || c == U'\u202F' || c == U'\u2009';
}

/// True if what stands between two words is the same to a reader: any white space, any apostrophe.
bool same_gap(std::string_view a, std::string_view b);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/letters.ipp>
#endif
