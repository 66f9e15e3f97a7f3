// Lines that several speakers share a cue by: "- Oui.\n- Non."
#pragma once

#include <mondegreen/impl/rules/passages.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// What a speaker's words begin with.
inline bool is_turn_dash(char32_t c) noexcept { return c == '-' || c == 0x2013; }

/// Nothing but a dash stands in the line before `at`.
inline bool opens_turn(std::string_view in, std::size_t at) {
  auto const blank = run_start(in, at, is_space);
  auto const dash = run_start(in, blank, is_turn_dash);
  auto const before = char_before(in, run_start(in, dash, is_space));
  return dash < blank && (before == 0 || before == '\n');
}

/// Takes [from, to) out together with its line, whose other words have gone: its dash, and one line end.
inline void remove_turn(std::string_view in, std::size_t from, std::size_t to, findings& out, grounds why) {
  auto const line_end = in.rfind('\n', from);
  auto start = line_end == in.npos ? 0 : line_end;
  if (start == 0 && to < in.size()) ++to;
  start = std::max(start, out.end());
  if (start < to) out.replace(start, to, "", std::move(why));
}

/// Takes the dash of the only speaker who is left out, too.
inline void free_last_speaker(std::string_view in, findings& out) {
  auto& changes = out.changes();
  std::size_t gone = 0;
  std::size_t left = 0;
  std::size_t dash = 0;
  auto after = changes.begin(); // the first change that ends behind the dash
  auto next = changes.begin();
  for (std::size_t line = 0; line < in.size();) {
    auto const at = run_end(in, line, is_space);
    if (is_turn_dash(char_at(in, at))) {
      while (next != changes.end() && next->what.end() <= at) ++next;
      if (next != changes.end() && next->what.offset <= at) {
        ++gone;
      } else {
        ++left;
        dash = at;
        after = next;
      }
    }
    auto const end = in.find('\n', line);
    line = end == in.npos ? in.size() : end + 1;
  }
  if (gone == 0 || left != 1) return;
  auto const end = run_end(in, run_end(in, dash, is_turn_dash), is_space);
  auto const offset = static_cast<std::uint32_t>(dash);
  if (after != changes.end() && after->what.offset < end) return;
  changes.insert(after,
                 {{offset, static_cast<std::uint32_t>(end) - offset}, "", {.evidence = {"one speaker is left"}}});
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
