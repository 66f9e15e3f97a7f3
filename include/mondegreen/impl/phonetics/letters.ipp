#pragma once

#include <mondegreen/impl/phonetics/letters.hpp>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE std::u32string compose_lower(std::string_view word) {
  std::u32string result;
  // ICU counts in 32 bits; nothing of this length is a word.
  word = word.substr(0, std::size_t{1} << 20U);
  auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  text.toLower(icu::Locale::getRoot());
  UErrorCode status = U_ZERO_ERROR;
  auto const* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status)) text = nfc->normalize(text, status);
  result.reserve(static_cast<std::size_t>(text.length()));
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    result += static_cast<char32_t>(text.char32At(i));
  return result;
}

MONDEGREEN_INLINE char32_t base_letter(char32_t letter) {
  // Letters with a stroke have no decomposition in Unicode.
  constexpr struct {
    char32_t from;
    char32_t to;
  } strokes[] = {{U'ø', U'o'}, {U'ł', U'l'}, {U'đ', U'd'}, {U'ħ', U'h'}, {U'ŧ', U't'}, {U'ı', U'i'},
                 {U'ß', U's'}, {U'ð', U'd'}, {U'þ', U't'}, {U'œ', U'e'}, {U'æ', U'e'}, {U'ŋ', U'n'}};
  for (auto const& each : strokes)
    if (each.from == letter) return each.to;
  UErrorCode status = U_ZERO_ERROR;
  auto const* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !nfd->getDecomposition(static_cast<UChar32>(letter), parts)) return letter;
  auto const base = static_cast<char32_t>(parts.char32At(0));
  return base;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
