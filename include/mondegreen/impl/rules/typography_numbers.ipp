#pragma once

#include <mondegreen/impl/rules/phrases.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>
#include <mondegreen/impl/text/lists.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// Units that are nothing else behind a figure; "5 m" and "10 l" may be the beginning of a word.
inline constexpr std::string_view tied_units =
    "%|‰|€|$|£|¥|°C|°F|km|kg|cm|mm|m²|km²|m³|ha|km/"
    "h|kWh|MWh|GWh|TWh|kHz|MHz|GHz|ko|Ko|Mo|Go|To|MB|GB|TB|k€|M€|Md€|Mds|dB|kW|MW|GW";

/// A digit and a blank, or a digit and a sign that stands apart.
struct at_number_end {
  template <class V> static V holds(V a, V b) noexcept {
    return V::only_first((a <= '9'), (a <= '/')) & ((b == ' ') | (b == '%') | (b == '\xE2') | (b == '\xC2'));
  }
};

struct number_table {
  std::string thousands, before_unit;
};

inline void find_numbers(std::string_view in, language const& speech, number_table const& wanted, findings& out) {
  shield guard(in, speech);
  constexpr auto own = protected_kind::number;
  auto const set = [&](std::size_t from, std::size_t to, std::string_view with) {
    if (with.empty() || from < out.end() || in.substr(from, to - from) == with || guard.covers(span_of(from, to), &own))
      return;
    if (to > from && is_no_break(char_at(in, from)) && with != " ") return;
    out.replace(from, to, with);
  };
  for_each_place<at_number_end>(in, [&](std::size_t at) {
    auto const from = at + 1;
    auto const to = run_end(in, from, is_space);
    bool const one = to > from && from + decode_at(in, from).length == to;
    auto const figures = run_start(in, from, is_digit);
    // Thousands: one to three digits, then groups of three.
    auto const group = run_end(in, to, is_digit);
    if (one && group == to + 3 && from - figures <= 3) {
      auto const before = char_before(in, figures);
      bool const first = !is_word(before) && before != '.' && before != ',' && before != '-' && before != '+';
      // "06 123 456" is a telephone number, "en 5 600 mots" may be two numbers but hardly is.
      bool const in_group = from - figures == 3 && out.end() == figures;
      bool const ends = !is_word(char_at(in, group)) && in[figures] != '0';
      auto const earlier = run_start(in, figures, is_space);
      bool const alone = earlier == figures || !is_digit(char_before(in, earlier));
      if (ends && ((first && alone) || in_group)) set(from, to, wanted.thousands);
      return;
    }
    auto const end = run_end(in, to, [](char32_t c) {
      return is_plain_letter(c) || c == '%' || c == 0x2030 || c == 0x20AC || c == '$' || c == 0xA3 || c == 0xA5 ||
             c == 0xB0 || c == 0xB2 || c == 0xB3 || c == '/';
    });
    auto const unit = in.substr(to, end - to);
    if (unit.empty() || (to > from && !one)) return;
    bool const sign = !is_plain_letter(char_at(unit, 0));
    bool const tied = list_contains(tied_units, unit) && (one || (sign && unit[0] != '$'));
    bool const magnitude = one && list_contains(speech.type.magnitudes, unit);
    if (tied || magnitude) set(from, to, wanted.before_unit);
  });
}

inline void set_numbers(editor& text, rule_context const& context, void*) {
  chosen_spaces const chosen(context);
  per_language<number_table> tables;
  revise(text, context, [&](std::string_view in, language const& speech, findings& out) {
    if (speech.type.before_unit.empty()) return;
    auto const& wanted = tables.of(speech, [&](language const& l) {
      return number_table{chosen.of(l.type.thousands), chosen.of(l.type.before_unit)};
    });
    find_numbers(in, speech, wanted, out);
  });
}

MONDEGREEN_INLINE rule const typography_numbers{
    .id = "typography.numbers",
    .summary = "no-break spaces in 15 000, 90 % and 30 millions",
    .languages = "fr de es",
    .apply = set_numbers,
    .group = "typography",
    .counted = "number|numbers",
    .needs = sign::figure_end,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
