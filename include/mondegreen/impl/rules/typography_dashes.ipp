#pragma once

#include <mondegreen/impl/rules/phrases.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// A hyphen beside a blank or a hyphen.
struct at_loose_hyphen {
  template <class V> static V holds(V a, V b) noexcept {
    return ((a == '-') & ((b == ' ') | (b == '-'))) | ((a == '-') & (b == '\xC2'));
  }
};

struct dash_table {
  std::string spaced, twofold;
};

inline void find_dashes(std::string_view in, language const& speech, dash_table const& wanted, findings& out) {
  shield guard(in, speech);
  bool const dialogue = in.starts_with('-') || in.starts_with("–") || in.starts_with("—");
  std::size_t next = 0;
  for_each_place<at_loose_hyphen>(in, [&](std::size_t at) {
    if (at < next) return;
    auto const end = run_end(in, at, [](char32_t c) { return c == '-'; });
    next = end;
    auto const from = run_start(in, at, is_space);
    auto const to = run_end(in, end, is_space);
    auto const before = char_before(in, from);
    auto const behind = char_at(in, to);
    bool const spaced = from < at && to > end;
    // A hyphen that opens a line says who speaks; between figures it is a range or a sum.
    if (before == 0 || before == '\n' || behind == 0 || behind == '\n' || end - at > 2) return;
    if (is_digit(before) && is_digit(behind)) return;
    // "- Tu viens ? - Non.": the next speaker of a dialogue on one line.
    bool const ended = before == '.' || before == '!' || before == '?' || before == 0x2026;
    if (dialogue && ended && end - at == 1) return;
    bool const words = (ends_words(before) || before == ',' || ended) &&
                       (is_word(behind) || behind == 0xAB || behind == '"' || behind == '(' || behind == 0x201C);
    if (!words || guard.covers(span_of(at, end))) return;
    if (spaced)
      out.replace(from, to, wanted.spaced);
    else if (end - at == 2 && from == at && to == end)
      out.replace(at, end, wanted.twofold);
  });
}

inline void set_dashes(editor& text, rule_context const& context, void*) {
  chosen_spaces const chosen(context);
  per_language<dash_table> tables;
  revise(text, context, [&](std::string_view in, language const& speech, findings& out) {
    if (speech.type.spaced_dash.empty()) return;
    auto const& wanted = tables.of(speech, [&](language const& l) {
      return dash_table{chosen.of(l.type.spaced_dash), chosen.of(l.type.double_hyphen)};
    });
    find_dashes(in, speech, wanted, out);
  });
}

MONDEGREEN_INLINE rule const typography_dashes{
    .id = "typography.dashes",
    .summary = "dashes for spaced and doubled hyphens",
    .languages = "fr en de es it",
    .apply = set_dashes,
    .group = "typography",
    .counted = "dash|dashes",
    .needs = sign::loose_hyphen,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
