// Times inside of a cue as times of words: what YouTube writes for karaoke and automatic captions.
#pragma once

#include <mondegreen/cue.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// "[hours:]mm:ss.mmm" as the reader of markup lets it through; none beyond 1000 hours, which no cue lasts to.
inline std::optional<std::int64_t> read_inline_time(std::string_view text) noexcept {
  std::int64_t fields[4] = {0, 0, 0, 0}; // hours, minutes, seconds, milliseconds, from the right
  int at = 3;
  std::int64_t unit = 1;
  for (auto i = text.size(); i-- > 0;) {
    char const c = text[i];
    if (c == ':' || c == '.') {
      if (--at < 0) return std::nullopt;
      unit = 1;
      continue;
    }
    if (c < '0' || c > '9' || unit > 1000) return std::nullopt;
    fields[at] += (c - '0') * unit;
    unit *= 10;
  }
  return ((fields[0] * 60 + fields[1]) * 60 + fields[2]) * 1000 + fields[3];
}

/// Gives a cue the words that its times part: each begins at its time and ends at the next one, the last with the cue. What
/// stands before the first time, on its line, begins with the cue. Times that go back or lie outside of the cue part
/// nothing. O(marks + text).
inline void words_from_times(cue& of) {
  std::string_view const text = of.text;
  auto const put = [&](std::uint32_t from, std::uint32_t to, std::int64_t start, std::int64_t end) {
    auto const blank = [&](std::uint32_t i) { return text[i] == ' ' || text[i] == '\n' || text[i] == '\t'; };
    while (from < to && blank(from)) ++from;
    while (to > from && blank(to - 1)) --to;
    if (from < to) of.words.push_back({{from, to - from}, {{start}, {end}}, 1.0F});
  };
  bool any = false;
  std::uint32_t from = 0;
  std::int64_t start = of.when.start.ms;
  for (auto const& each : of.marks) {
    if (each.kind != mark_kind::time) continue;
    auto const when = read_inline_time(each.value);
    if (!when || *when < start || *when > of.when.end.ms || each.where.offset < from) continue;
    if (!std::exchange(any, true)) {
      auto const line = text.substr(0, each.where.offset).rfind('\n');
      from = line == text.npos ? 0 : static_cast<std::uint32_t>(line + 1);
    }
    put(from, each.where.offset, start, *when);
    from = each.where.offset;
    start = *when;
  }
  if (any) put(from, static_cast<std::uint32_t>(text.size()), start, of.when.end.ms);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
