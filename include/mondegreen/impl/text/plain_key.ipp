#pragma once

#include <mondegreen/impl/text/plain_key.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE std::string plain_key(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  static icu::Normalizer2 const* const decompose = icu::Normalizer2::getNFKDInstance(status);
  std::string key;
  key.reserve(text.size());
  bool between_words = false;
  auto const put = [&](char32_t c) {
    if (between_words && !key.empty()) key += ' ';
    between_words = false;
    append_utf8(key, c);
  };
  icu::UnicodeString parts;
  for (std::size_t at = 0; at < text.size();) {
    auto const point = decode_at(text, at);
    at += point.length;
    auto const c = static_cast<UChar32>(point.value);
    if (c < 0x80) {
      bool const upper = c >= 'A' && c <= 'Z';
      if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        put(upper ? point.value + 32 : point.value);
      else
        between_words = true;
      continue;
    }
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (!u_isalnum(c)) {
      between_words = true;
      continue;
    }
    if (decompose == nullptr || !decompose->getDecomposition(c, parts)) {
      put(static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)));
      continue;
    }
    for (int i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
      auto const part = parts.char32At(i);
      if (u_isalnum(part)) put(static_cast<char32_t>(u_foldCase(part, U_FOLD_CASE_DEFAULT)));
    }
  }
  return key;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
