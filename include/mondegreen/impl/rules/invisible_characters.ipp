#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// A control character, or a lead and second byte of what shows nothing.
struct at_invisible {
  template <class V> static V holds(V a, V b) noexcept {
    auto const control = V::only_first((a <= '\x1F'), (a == '\n') | (a == '\t') | (a == '\r')) | (a == '\x7F');
    return control | ((a == '\xC2') & (b == '\xAD')) | ((a == '\xE2') & ((b == '\x80') | (b == '\x81'))) |
           ((a == '\xEF') & ((b == '\xBB') | (b == '\xBF')));
  }
};

enum class invisible : unsigned char {
  none,
  nothing,   ///< shows nothing and means nothing: a zero-width space, a soft hyphen, a byte order mark
  direction, ///< marks and embeddings of right-to-left text
  joiner,    ///< means something in some scripts and in emoji
  line,      ///< a line or paragraph separator
};

constexpr invisible invisible_kind(char32_t c) noexcept {
  if ((c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F) return invisible::nothing;
  if (c == 0xAD || c == 0x200B || c == 0xFEFF || c == 0x2060 || (c >= 0x2061 && c <= 0x2064) || c == 0xFFF9 ||
      c == 0xFFFA || c == 0xFFFB)
    return invisible::nothing;
  if (c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
    return invisible::direction;
  if (c == 0x200C || c == 0x200D) return invisible::joiner;
  if (c == 0x2028 || c == 0x2029) return invisible::line;
  return invisible::none;
}

/// True if a right-to-left letter stands in the text: there direction marks have their use.
inline bool has_right_to_left(std::string_view text) noexcept {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    auto const a = static_cast<unsigned char>(text[i]);
    auto const b = static_cast<unsigned char>(text[i + 1]);
    if ((a >= 0xD6 && a <= 0xDF) || (a == 0xE0 && b >= 0xA0 && b <= 0xA3) || (a == 0xEF && b >= 0xAC && b <= 0xBB))
      return true;
  }
  return false;
}

inline std::string shown(char32_t c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hex;
  for (int shift = c > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4) hex += digits[c >> static_cast<unsigned>(shift) & 15U];
  return "U+" + hex + " shows nothing";
}

inline void remove_invisible(editor& text, rule_context const&, void*) {
  findings found;
  for_each_unsettled_passage(text, [&](place where, passage const& each) {
    std::string_view const in = each.text;
    bool const right_to_left = has_right_to_left(in);
    for_each_place<at_invisible>(in, [&](std::size_t at) {
      auto const point = decode_at(in, at);
      auto const end = at + point.length;
      auto const kind = invisible_kind(point.value);
      auto const before = char_before(in, at);
      if (kind == invisible::none || (kind == invisible::direction && right_to_left)) return;
      if (kind == invisible::joiner) {
        // Between letters of Latin script it is an accident; elsewhere it shapes letters, and joins emoji.
        bool const latin = before < 0x250 && char_at(in, end) < 0x250;
        if (!latin) return;
      }
      if (kind == invisible::line)
        found.replace(at, end, "\n", {.evidence = {shown(point.value)}});
      else
        found.replace(at, end, "", {.evidence = {shown(point.value)}});
    });
    if (found.changes().empty()) return;
    text.replace(where, found.changes());
    found.changes().clear();
  });
}

MONDEGREEN_INLINE rule const invisible_characters{
    .id = "invisible",
    .summary = "takes out what shows nothing: zero-width spaces, soft hyphens, control and direction characters",
    .apply = remove_invisible,
    .group = "encoding",
    .counted = "invisible character|invisible characters",
    .needs = sign::control | sign::soft_hyphen | sign::zero_width | sign::invisible_operator | sign::byte_order_mark,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
