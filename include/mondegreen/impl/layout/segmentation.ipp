#pragma once

#include <mondegreen/impl/layout/segmentation.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE void segmenter::weigh_gaps(std::span<unit const> units, std::span<gap_evidence const> evidence) {
  auto const count = units.size();
  gaps_.assign(count, {});
  widths_.resize(count + 1);
  spaces_.resize(count);
  sentences_.resize(count + 1);
  widths_[0] = 0;
  sentences_[0] = 0;
  for (std::size_t i = 0; i < count; ++i) {
    widths_[i + 1] = widths_[i] + units[i].columns + units[i].space;
    spaces_[i] = units[i].space;
    sentences_[i + 1] = sentences_[i] + (units[i].after == stop::sentence ? 1 : 0);
    if (i + 1 == count) break;
    auto& gap = gaps_[i];
    for_each_gap_feature(units, i, [&](break_table::feature each) {
      gap.line += table_[each];
      gap.cue += table_[each + 1];
    });
    if (units[i].after == stop::none)
      if (auto const held = table_.hold(units[i].last.word, units[i + 1].first.word); held != 0) {
        gap.line += held;
        gap.cue += held;
      }
    if (units[0].before == opening::dash && units[i].after == stop::sentence && units[i + 1].before == opening::dash)
      gap.line += segmentation::next_speaker;
    if (units[i].cut) {
      gap.line += segmentation::last_resort;
      gap.cue += segmentation::last_resort;
    }
    if (!evidence.empty()) {
      gap.line += evidence[i].line;
      gap.cue += evidence[i].cue;
    }
  }
}

/// What fits on one line as a sentence of its own is not parted.
MONDEGREEN_INLINE void segmenter::hold_whole_sentences(std::span<unit const> units) {
  for (std::size_t from = 0; from < units.size();) {
    auto to = from + 1;
    while (to < units.size() && sentences_[to] == sentences_[from]) ++to;
    if (width(from, to) <= limits_.columns)
      for (auto i = from; i + 1 < to; ++i) gaps_[i].cue += segmentation::whole;
    from = to;
  }
}

MONDEGREEN_INLINE std::int64_t segmenter::time_cost(std::size_t from, std::size_t to,
                                                    unit_times const& times) const noexcept {
  if (times.starts.empty()) {
    auto const wide = width(from, to);
    if (wide >= limits_.shortest) return 0;
    return segmentation::too_short * (limits_.shortest - wide) / limits_.shortest;
  }
  auto const lasts = times.ends[to - 1] - times.starts[from];
  // One word may last as long as it will.
  if (times.longest > 0 && lasts > times.longest && to - from > 1) return segmentation::too_long;
  auto const room = std::max<std::int64_t>(times.until[to - 1] - times.starts[from], 0);
  std::int64_t cost = 0;
  if (room < times.shortest) cost += segmentation::too_short * (times.shortest - room) / times.shortest;
  auto const need = static_cast<std::int64_t>(times.ms_a_column * width(from, to));
  if (room < need) cost += segmentation::too_fast * (need - room) / need;
  return cost;
}

/// The cue of the units `from` to `to`, whose beginning and times are worth `before`.
MONDEGREEN_INLINE void segmenter::weigh_cue(std::size_t from, std::size_t to, std::int64_t before) {
  auto& best = best_[to];
  auto offer = [&](std::int64_t score, std::size_t middle) {
    // Of equals the later beginning wins, then the longer top line: any fixed choice would do.
    if (score <= best.score) return;
    best = {score, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(middle)};
  };
  auto const limit = limits_.columns;
  if (line_fits(from, to)) {
    auto const wide = width(from, to);
    auto const over = wide > limit ? segmentation::last_resort : 0;
    auto const mix = mixes(from, to) ? segmentation::mixed : 0;
    offer(before + table_[table_.one_line(break_table::bin(wide, limit))] + over + mix, from);
  }
  if (limits_.lines < 2 || (limits_.one_line && width(from, to) <= limit)) return;
  bool found = false;
  for (auto middle = to - 1; middle > from; --middle) {
    if (!line_fits(middle, to)) break;
    if (!line_fits(from, middle)) continue;
    found = true;
    auto const top = width(from, middle);
    auto const bottom = width(middle, to);
    auto const over = (top > limit ? segmentation::last_resort : 0) + (bottom > limit ? segmentation::last_resort : 0) +
                      (mixes(from, middle) ? segmentation::mixed : 0) + (mixes(middle, to) ? segmentation::mixed : 0);
    offer(before + gaps_[middle - 1].line + table_[table_.top_line(break_table::bin(top, limit))] +
              table_[table_.bottom_line(break_table::bin(bottom, limit))] +
              table_[table_.difference(difference_bin(top, bottom, limit))] + over,
          middle);
  }
  if (found || limits_.lines < 3 || to - from < 3) return;
  auto const more = many_lines(from, to, nullptr);
  if (more > segmentation::impossible) offer(before + more, from);
}

/// The best way to set three lines or more; their beginnings but the first go into `starts`.
MONDEGREEN_INLINE std::int64_t segmenter::many_lines(std::size_t from, std::size_t to,
                                                     std::vector<std::uint32_t>* starts) const {
  auto const count = to - from;
  auto const lines = std::min<std::size_t>(limits_.lines, count);
  // lasting[l][j]: the best way to set the units up to from + j in l + 1 lines, and where the last of them begins.
  struct state {
    std::int64_t score = segmentation::impossible;
    std::size_t begin = 0;
  };
  std::vector<std::vector<state>> set(lines, std::vector<state>(count + 1));
  auto const limit = limits_.columns;
  for (std::size_t j = 1; j <= count && line_fits(from, from + j); ++j)
    set[0][j] = {table_[table_.top_line(break_table::bin(width(from, from + j), limit))], 0};
  for (std::size_t l = 1; l < lines; ++l)
    for (std::size_t j = l + 1; j <= count; ++j)
      for (auto i = j - 1; i >= l && line_fits(from + i, from + j); --i) {
        auto const& above = set[l - 1][i];
        if (above.score <= segmentation::impossible) continue;
        auto const mine = width(from + i, from + j);
        auto const over = width(from + above.begin, from + i);
        auto const score = above.score + gaps_[from + i - 1].line +
                           table_[table_.bottom_line(break_table::bin(mine, limit))] +
                           table_[table_.difference(difference_bin(over, mine, limit))];
        if (score > set[l][j].score) set[l][j] = {score, i};
      }
  for (std::size_t l = 2; l < lines; ++l) { // the fewest lines that hold it
    if (set[l][count].score <= segmentation::impossible) continue;
    if (starts != nullptr)
      for (std::size_t k = l, j = count; k > 0; --k) {
        j = set[k][j].begin;
        starts->insert(starts->begin(), static_cast<std::uint32_t>(from + j));
      }
    return set[l][count].score;
  }
  return segmentation::impossible;
}

MONDEGREEN_INLINE void segmenter::segment(std::span<unit const> units, cue_limits limits,
                                          std::span<gap_evidence const> evidence, unit_times const& times,
                                          std::vector<chosen_break>& into) {
  into.clear();
  if (units.size() < 2) return;
  limits_ = {std::max(limits.columns, 1U), std::clamp(limits.lines, 1U, 16U), limits.one_line, limits.shortest};
  weigh_gaps(units, evidence);
  if (limits_.one_line) hold_whole_sentences(units);
  auto const count = units.size();
  best_.assign(count + 1, {segmentation::impossible, 0, 0});
  best_[0].score = 0;
  // No cue holds more columns; a single unit may.
  auto const most = limits_.columns * limits_.lines + limits_.lines;
  for (std::size_t to = 1; to <= count; ++to)
    for (auto from = to; from-- > 0;) {
      if (to - from > 1 && widths_[to] - widths_[from] > most + spaces_[to - 1] && to - from > limits_.lines) break;
      auto const before = best_[from].score + (from == 0 ? 0 : gaps_[from - 1].cue) + time_cost(from, to, times);
      weigh_cue(from, to, before);
    }
  std::vector<std::uint32_t> starts;
  for (auto to = count; to > 0; to = best_[to].from) {
    auto const& last = best_[to];
    if (to < count) into.push_back({static_cast<std::uint32_t>(to - 1), true});
    if (last.middle != last.from) {
      into.push_back({last.middle - 1, false});
    } else if (!line_fits(last.from, to)) {
      starts.clear();
      many_lines(last.from, to, &starts);
      for (auto each = starts.rbegin(); each != starts.rend(); ++each) into.push_back({*each - 1, false});
    }
  }
  std::reverse(into.begin(), into.end());
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
