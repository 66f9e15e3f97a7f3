#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>

#include <cstddef>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// ' or ` or the lead byte of ´.
struct at_typed_apostrophe {
  template <class V> static V holds(V a, V b) noexcept {
    return (a == '\'') | (a == '`') | ((a == '\xC2') & (b == '\xB4'));
  }
};

/// The 1990's and the '90s, as words of their own: an "s" where a decade is, which no foot or minute has.
inline bool in_decade(std::string_view in, std::size_t at, std::size_t behind) {
  auto const digits = run_start(in, at, is_digit);
  auto const before = char_before(in, digits);
  if (before != 0 && !is_space_or_line(before)) return false;
  auto const plural = [&](std::size_t s) { return char_at(in, s) == 's' && !is_word(char_at(in, s + 1)); };
  if (digits < at) return plural(behind);
  return is_digit(char_at(in, behind)) && char_at(in, behind + 1) == '0' && plural(behind + 2);
}

inline void find_apostrophes(std::string_view in, language const& speech, findings& out) {
  shield guard(in, speech);
  for_each_place<at_typed_apostrophe>(in, [&](std::size_t at) {
    auto const behind = at + (in[at] == '\xC2' ? 2 : 1);
    auto const next = char_at(in, behind);
    // "l'IA", "l'« IA »", "l'1": a letter before and something that can be elided to behind.
    bool const elided =
        is_plain_letter(char_before(in, at)) && (is_word(next) || next == 0xAB || next == 0x201C || next == '"');
    // A figure is protected, the apostrophe of its plural is not.
    if (in_decade(in, at, behind)) return out.replace(at, behind, "’");
    if (!elided) return;
    if (!guard.covers(span_of(at, behind))) out.replace(at, behind, "’");
  });
}

inline void set_apostrophes(editor& text, rule_context const& context, void*) {
  revise(text, context, [](std::string_view in, language const& speech, findings& out) {
    if (speech.type.printed_apostrophe) find_apostrophes(in, speech, out);
  });
}

MONDEGREEN_INLINE rule const typography_apostrophes{
    .id = "typography.apostrophes",
    .summary = "the printer's apostrophe in l’eau and don’t",
    .languages = "fr en de es it",
    .apply = set_apostrophes,
    .group = "typography",
    .counted = "apostrophe|apostrophes",
    .needs = sign::apostrophe | sign::acute,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
