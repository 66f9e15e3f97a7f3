#pragma once

#include <mondegreen/impl/text/plain_key.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What a character beyond ASCII becomes in a key.
struct plain_form {
  std::string letters{};    ///< in lower case, without accents
  bool parts_words = false; ///< if it has no letters: a mark of punctuation does, an accent by itself does not
};

inline plain_form plain_form_of(char32_t of) {
  UErrorCode status = U_ZERO_ERROR;
  static icu::Normalizer2 const* const decompose = icu::Normalizer2::getNFKDInstance(status);
  plain_form made;
  auto const c = static_cast<UChar32>(of);
  if (u_charType(c) == U_NON_SPACING_MARK) return made;
  made.parts_words = !u_isalnum(c);
  if (made.parts_words) return made;
  icu::UnicodeString parts;
  if (decompose == nullptr || !decompose->getDecomposition(c, parts)) {
    append_utf8(made.letters, static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)));
    return made;
  }
  for (int i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    auto const part = parts.char32At(i);
    if (u_isalnum(part)) append_utf8(made.letters, static_cast<char32_t>(u_foldCase(part, U_FOLD_CASE_DEFAULT)));
  }
  return made;
}

/// The same for the letters that our languages write, made once.
inline plain_form const& plain_form_of_latin(char32_t c) {
  static auto const made = [] {
    std::array<plain_form, 0x100> all;
    for (char32_t each = 0; each < all.size(); ++each) all[each] = plain_form_of(each + 0x80);
    return all;
  }();
  return made[c - 0x80];
}

MONDEGREEN_INLINE void append_plain_key(std::string& key, std::string_view text) {
  auto const start = key.size();
  key.reserve(start + text.size());
  bool between_words = false;
  auto const open_word = [&] {
    if (between_words && key.size() > start) key += ' ';
    between_words = false;
  };
  auto const put = [&](plain_form const& form) {
    if (!form.letters.empty()) {
      open_word();
      key += form.letters;
    } else {
      between_words = between_words || form.parts_words;
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    auto const byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      ++at;
      bool const upper = byte >= 'A' && byte <= 'Z';
      if (upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
        open_word();
        key += static_cast<char>(upper ? byte + 32 : byte);
      } else {
        between_words = true;
      }
      continue;
    }
    auto const point = decode_at(text, at);
    at += point.length;
    if (point.value < 0x180)
      put(plain_form_of_latin(point.value));
    else if (point.value >= 0x2000 && point.value < 0x2070) // spaces, dashes, quotation marks
      between_words = true;
    else
      put(plain_form_of(point.value));
  }
}

MONDEGREEN_INLINE std::string plain_key(std::string_view text) {
  std::string key;
  append_plain_key(key, text);
  return key;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
