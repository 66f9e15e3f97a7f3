#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>
#include <mondegreen/impl/text/lists.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// A digit or a capital of a Roman numeral before one of the letters that wrong endings begin with; "n°" and "nº".
struct at_ordinal {
  template <class V> static V holds(V a, V b) noexcept {
    auto const figure =
        V::only_first((a <= '9'), (a <= '/')) | (a == 'I') | (a == 'V') | (a == 'X') | (a == 'L') | (a == 'C');
    auto const ending = (b == 'e') | (b == 'i') | (b == '\xC3');
    return (figure & ending) | (((a == 'n') | (a == 'N')) & (b == '\xC2'));
  }
};

inline void find_ordinals(std::string_view in, language const& speech, std::string const& sign, findings& out) {
  shield guard(in, speech);
  constexpr auto own = protected_kind::number;
  for_each_place<at_ordinal>(in, [&](std::size_t at) {
    if (at < out.end()) return;
    auto const behind = at + 1;
    if (in[behind] == '\xC2') {
      auto const c = char_at(in, behind);
      auto const from = run_end(in, behind + 2, is_space);
      if ((c != 0xB0 && c != 0xBA) || is_word(char_before(in, at)) || !is_digit(char_at(in, from))) return;
      if (from - behind - 2 > 0 && c == 0xB0 && in[at] == 'n' && is_no_break(char_at(in, behind + 2))) return;
      auto const with = in[at] + sign;
      if (in.substr(at, from - at) != with) out.replace(at, from, with);
      return;
    }
    auto const end = run_end(in, behind, is_plain_letter);
    auto const start = run_start(in, behind, is_digit);
    bool const roman = start == behind;
    auto const numeral =
        roman
            ? run_start(in, behind, [](char32_t c) { return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C'; })
            : start;
    if (is_word(char_before(in, numeral)) || (roman && behind - numeral < 2)) return;
    auto const figures = in.substr(numeral, behind - numeral);
    auto const ending = in.substr(behind, end - behind);
    any_in_list(speech.type.ordinals, [&](std::string_view entry) {
      auto const equal = entry.find('=');
      bool const any_number = entry[0] == '#';
      auto const wrong = entry.substr(1, equal - 1);
      if (wrong != ending || (!any_number && figures != entry.substr(0, 1))) return false;
      if (!guard.covers(span_of(behind, end), &own)) out.replace(behind, end, entry.substr(equal + 2));
      return true;
    });
  });
}

inline void set_ordinals(editor& text, rule_context const& context, void*) {
  chosen_spaces const chosen(context);
  auto const sign = chosen.of("°\u00A0");
  revise(text, context, [&](std::string_view in, language const& speech, findings& out) {
    if (!speech.type.ordinals.empty()) find_ordinals(in, speech, sign, out);
  });
}

MONDEGREEN_INLINE rule const typography_ordinals{
    .id = "typography.ordinals",
    .summary = "1re and 2e for 1ère and 2ème, n° for nº",
    .languages = "fr",
    .apply = set_ordinals,
    .group = "typography",
    .counted = "ordinal|ordinals",
    .needs = sign::ordinal | sign::roman_number | sign::numero,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
