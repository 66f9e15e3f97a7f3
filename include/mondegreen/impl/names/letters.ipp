#pragma once

#include <mondegreen/impl/names/letters.hpp>

#include <array>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

inline letter_kind looked_up_kind_of(char32_t c) noexcept {
  auto const mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return {(mask & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0, (mask & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0,
          (mask & U_GC_LL_MASK) != 0, (mask & U_GC_N_MASK) != 0};
}

MONDEGREEN_INLINE letter_kind kind_beyond_ascii(char32_t c) noexcept {
  // The accents of French; every word of a text comes by here.
  constexpr char32_t latin = 0x180;
  static auto const known = [] {
    std::array<letter_kind, latin> all{};
    for (char32_t each = 0; each < latin; ++each) all[each] = looked_up_kind_of(each);
    return all;
  }();
  return c < latin ? known[c] : looked_up_kind_of(c);
}

MONDEGREEN_INLINE char32_t upper_of(char32_t c) noexcept {
  return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
}

MONDEGREEN_INLINE char32_t lower_of(char32_t c) noexcept {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

/// Letters that no decomposition opens but that are written with two, or plainly, where the keyboard lacks them.
inline std::string_view plain_spelling(char32_t c) noexcept {
  switch (c) {
  case U'æ': return "ae";
  case U'œ': return "oe";
  case U'ø': return "o";
  case U'ł': return "l";
  case U'đ': return "d";
  case U'ß': return "ss";
  default: return {};
  }
}

inline void append_folded(std::string& out, char32_t c) {
  auto const folded = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
  if (auto const plain = plain_spelling(folded); !plain.empty())
    out += plain;
  else if (kind_of(folded).word && (U_GET_GC_MASK(static_cast<UChar32>(folded)) & U_GC_M_MASK) == 0)
    append_utf8(out, folded);
}

MONDEGREEN_INLINE void append_letters(std::string& out, std::string_view text) {
  auto problem = U_ZERO_ERROR;
  icu::Normalizer2 const* nfkd = nullptr;
  for (std::size_t i = 0; i < text.size();) {
    auto const run = i; // of letters that stay as they are: nearly all do
    while (i < text.size() && text[i] >= 'a' && text[i] <= 'z') ++i;
    out += text.substr(run, i - run);
    if (i == text.size()) break;
    auto const point = decode_at(text, i);
    i += point.length;
    if (point.value < 0x80) {
      auto const kind = kind_of(point.value);
      if (kind.word) out += static_cast<char>(kind.upper ? point.value + 32 : point.value);
      continue;
    }
    if (nfkd == nullptr) nfkd = icu::Normalizer2::getNFKDInstance(problem);
    icu::UnicodeString parts;
    if (nfkd == nullptr || !nfkd->getDecomposition(static_cast<UChar32>(point.value), parts)) {
      append_folded(out, point.value);
      continue;
    }
    for (int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1))
      append_folded(out, static_cast<char32_t>(parts.char32At(at)));
  }
}

MONDEGREEN_INLINE std::string letters_of(std::string_view text) {
  std::string out;
  append_letters(out, text);
  return out;
}

MONDEGREEN_INLINE bool same_gap(std::string_view a, std::string_view b) {
  auto const plain = [](std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
      auto const point = decode_at(text, i);
      i += point.length;
      if (is_blank(point.value)) {
        if (out.empty() || out.back() != U' ') out += U' ';
      } else {
        out += is_apostrophe(point.value) ? U'\'' : point.value;
      }
    }
    return out;
  };
  return a == b || plain(a) == plain(b);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
