// The letters of a word in lower case and composed form: what rules and word lists are written in.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/impl/text/fold.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Lower case and NFC by ICU, for words the short way cannot do.
std::u32string compose_lower(std::string_view word);

/// The letter without its marks ("ş" is "s", "ø" is "o"); itself if it has none. By ICU.
char32_t base_letter(char32_t letter);

/// True if lower-casing `c` needs no table of ICU's and `c` can be no part of a composition: all of Latin-1 and Latin
/// Extended-A, and the dashes and quotation marks of running text.
constexpr bool is_simple(char32_t c) noexcept { return c < 0x180 || (c >= 0x2010 && c <= 0x2027); }

/// Calls `with` for each code point of `word` in lower case and NFC. Allocates only for letters that are not simple.
template <class Function> void for_each_lower(std::string_view word, Function&& with) {
  bool simple = true;
  for (std::size_t i = 0; i < word.size() && simple;) {
    auto const point = decode_at(word, i);
    simple = is_simple(point.value);
    i += point.length;
  }
  if (!simple) {
    for (char32_t const c : compose_lower(word)) with(c);
    return;
  }
  for (std::size_t i = 0; i < word.size();) {
    auto const point = decode_at(word, i);
    with(lower_latin(point.value));
    i += point.length;
  }
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/phonetics/letters.ipp>
#endif
