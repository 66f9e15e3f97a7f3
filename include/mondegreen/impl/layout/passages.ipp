#pragma once

#include <mondegreen/impl/layout/passages.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <algorithm>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl::passages {

/// Chinese and Japanese, whose lines are joined by nothing.
constexpr bool without_spaces(char32_t c) noexcept {
  return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

constexpr bool spaced(std::string_view left, std::string_view right) noexcept {
  if (left.empty() || right.empty()) return false;
  return !without_spaces(decode_before(left, left.size()).value) || !without_spaces(decode_at(right, 0).value);
}

/// Appends the origin of the bytes `at` of a passage.
inline void append_origin(origin& into, passage const& from, span at) {
  std::uint32_t reached = at.offset;
  for (auto const& run : from.where.runs()) {
    auto const begin = std::max(run.text.offset, at.offset);
    auto const end = std::min(run.text.end(), at.end());
    if (begin >= end) continue;
    if (run.verbatim)
      into.append(end - begin, {run.source.offset + (begin - run.text.offset), end - begin}, true);
    else
      into.append(end - begin, run.source, false);
    reached = end;
  }
  // Text that a program made by hand comes from nowhere.
  if (reached < at.end()) into.append(at.end() - reached, {}, false);
}

/// Appends the part of a passage under `at`.
inline void append(passage& into, passage const& from, span at) {
  auto const base = static_cast<std::uint32_t>(into.text.size());
  append_origin(into.where, from, at);
  into.text += slice(from.text, at);
  auto moved = [&](span where) -> span {
    auto const begin = std::max(where.offset, at.offset);
    auto const end = std::min(where.end(), at.end());
    return {begin - at.offset + base, end > begin ? end - begin : 0};
  };
  for (auto each : from.words) {
    if (each.where.offset < at.offset || each.where.offset >= at.end()) continue;
    each.where = moved(each.where);
    into.words.push_back(each);
  }
  for (auto each : from.marks) {
    if (each.kind == mark_kind::placement) continue;
    bool const inside = each.where.empty() ? each.where.offset >= at.offset && each.where.offset <= at.end() &&
                                                 (each.where.offset < at.end() || at.end() == from.text.size())
                                           : each.where.offset < at.end() && each.where.end() > at.offset;
    if (!inside) continue;
    each.where = moved(each.where);
    // A mark that was cut between two cues, or between two lines, is one again.
    auto const joins = std::find_if(into.marks.rbegin(), into.marks.rend(), [&](mark const& before) {
      return before.kind == each.kind && before.value == each.value && before.classes == each.classes &&
             !each.where.empty() && !before.where.empty() && before.where.end() + 1 >= each.where.offset &&
             before.where.end() <= each.where.offset;
    });
    bool const at_seam = each.where.offset == base && base > 0;
    if (at_seam && joins != into.marks.rend())
      joins->where.length = each.where.end() - joins->where.offset;
    else
      into.marks.push_back(std::move(each));
  }
}

/// A space that stands nowhere in the source, where the last text ended.
inline void append_space(passage& into) {
  auto const end = into.where.cover({static_cast<std::uint32_t>(into.text.size()), 0}).source.end();
  into.where.append(1, {end, 0}, false);
  into.text += ' ';
}

} // namespace impl::passages

namespace impl {

MONDEGREEN_INLINE joined_text join(std::span<cue const> cues) {
  joined_text made;
  for (auto const& each : cues) {
    if (!made.all.text.empty() && passages::spaced(made.all.text, each.text)) passages::append_space(made.all);
    auto const begin = static_cast<std::uint32_t>(made.all.text.size());
    passages::append(made.all, each, {0, static_cast<std::uint32_t>(each.text.size())});
    // Line ends are white space from here on; between ideographs they are nothing.
    for (auto at = begin; at < made.all.text.size();) {
      if (made.all.text[at] != '\n') {
        ++at;
        continue;
      }
      auto const text = std::string_view(made.all.text);
      if (passages::spaced(text.substr(begin, at - begin), text.substr(at + 1)) || at == begin ||
          at + 1 == text.size()) {
        made.all.text[at++] = ' ';
      } else {
        splice(made.all, {at, 1}, {});
      }
    }
    made.parts.push_back({begin, static_cast<std::uint32_t>(made.all.text.size()) - begin});
  }
  return made;
}

MONDEGREEN_INLINE passage cut(passage const& from, span at) {
  passage made;
  passages::append(made, from, at);
  return made;
}

MONDEGREEN_INLINE void break_line(passage& in, span gap) {
  if (gap.length == 1)
    in.text[gap.offset] = '\n'; // nothing that points into the text has to move
  else
    splice(in, gap, "\n");
}

} // namespace impl

} // namespace mondegreen::inline MONDEGREEN_ABI
