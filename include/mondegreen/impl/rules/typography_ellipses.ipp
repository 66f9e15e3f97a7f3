#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>

#include <cstddef>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// Two full stops, or a blank and the lead byte of "…".
struct at_ellipsis {
  template <class V> static V holds(V a, V b) noexcept {
    return ((a == '.') & (b == '.')) | (((a == ' ') | (a == '\xA0') | (a == '\xAF')) & (b == '\xE2'));
  }
};

inline void find_ellipses(std::string_view in, language const& speech, findings& out) {
  constexpr std::string_view sign = "…";
  shield guard(in, speech);
  std::size_t next_place = 0;
  for_each_place<at_ellipsis>(in, [&](std::size_t at) {
    if (at < next_place) return;
    bool const dots = in[at] == '.';
    auto const start = dots ? at : run_end(in, at, is_space);
    auto const mark = run_end(in, dots ? at : at + 1, is_space); // of a blank found by its last byte
    auto const sign_at = dots ? at : mark;
    if (!dots && !in.substr(sign_at).starts_with(sign)) return;
    auto const end = dots ? run_end(in, start, [](char32_t c) { return c == '.'; }) : sign_at + sign.size();
    next_place = end;
    if (dots && end - start < 3) return;
    auto const from = run_start(in, sign_at, is_space);
    auto const before = char_before(in, from);
    auto const behind = char_at(in, end);
    if (dots && is_digit(char_before(in, start)) && is_digit(behind)) return; // 1...5
    if (guard.covers(span_of(sign_at, end))) return;
    // "les plus courantes … et": what trails off stands at its word; at a beginning it stands alone.
    bool const trails = !speech.type.ellipsis_apart && is_plain_letter(before) &&
                        (behind == 0 || is_space_or_line(behind) || behind == 0xBB || behind == 0x201D);
    out.replace(trails ? from : sign_at, end, sign);
  });
  // What is right already was taken, too.
  std::erase_if(out.changes(), [&](change const& each) { return slice(in, each.what) == each.with; });
}

inline void set_ellipses(editor& text, rule_context const& context, void*) {
  revise(text, context, [](std::string_view in, language const& speech, findings& out) {
    if (!speech.code.empty()) find_ellipses(in, speech, out);
  });
}

MONDEGREEN_INLINE rule const typography_ellipses{
    .id = "typography.ellipses",
    .summary = "… for three full stops, and no space before it",
    .languages = "fr en de es it",
    .apply = set_ellipses,
    .group = "typography",
    .counted = "ellipsis|ellipses",
    .needs = sign::full_stops | sign::blank_before_sign,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
