#pragma once

#include <mondegreen/impl/layout/timing.hpp>
#include <mondegreen/impl/text/graphemes.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl::timing {

/// 23.976 means 24000/1001, and so on: by the truncated number a film of two hours is 8 ms off.
inline double exact_rate(double rate) noexcept {
  for (double const whole : {24.0, 30.0, 60.0, 120.0})
    if (std::abs(rate - whole / 1.001) < 0.006) return whole / 1.001;
  return rate;
}

inline std::int64_t weight(unit const& of) noexcept {
  std::int64_t const pause = of.after == stop::sentence                                                       ? 10
                             : of.after == stop::comma || of.after == stop::clause || of.after == stop::label ? 4
                                                                                                              : 0;
  return std::int64_t{of.columns} + 2 + pause;
}

/// Interpolation over a run of units without times of their own.
inline void share(std::span<unit const> units, std::int64_t start, std::int64_t end, std::size_t from, std::size_t to,
                  std::vector<std::int64_t>& starts, std::vector<std::int64_t>& ends, std::size_t base) {
  std::int64_t all = 0;
  for (auto i = from; i < to; ++i) all += weight(units[i]);
  auto const length = std::max<std::int64_t>(end - start, 0);
  std::int64_t done = 0;
  for (auto i = from; i < to; ++i) {
    // Doubles: a length of 2^53 ms times a weight is more than 64 bits hold.
    auto const at = [&](std::int64_t part) {
      return start + static_cast<std::int64_t>(static_cast<double>(length) *
                                               (static_cast<double>(part) / static_cast<double>(all)));
    };
    starts[base + i] = at(done);
    done += weight(units[i]);
    ends[base + i] = at(done);
  }
}

} // namespace impl::timing

namespace impl {

MONDEGREEN_INLINE void time_units(std::span<unit const> units, std::span<word const> words, interval when,
                                  std::vector<std::int64_t>& starts, std::vector<std::int64_t>& ends) {
  auto const base = starts.size();
  starts.resize(base + units.size(), -1);
  ends.resize(base + units.size(), -1);
  std::vector<bool> known(units.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    while (next < words.size() && words[next].where.end() <= units[i].begin) ++next;
    for (auto w = next; w < words.size() && words[w].where.offset < units[i].end; ++w) {
      auto const& spoken = words[w].when;
      starts[base + i] = known[i] ? std::min(starts[base + i], spoken.start.ms) : spoken.start.ms;
      ends[base + i] = known[i] ? std::max(ends[base + i], spoken.end.ms) : spoken.end.ms;
      known[i] = true;
    }
  }
  for (std::size_t i = 0; i < units.size();) {
    if (known[i]) {
      ++i;
      continue;
    }
    auto to = i;
    while (to < units.size() && !known[to]) ++to;
    auto const start = i == 0 ? when.start.ms : ends[base + i - 1];
    auto const end = to == units.size() ? when.end.ms : starts[base + to];
    timing::share(units, start, std::max(start, end), i, to, starts, ends, base);
    i = to;
  }
}

MONDEGREEN_INLINE std::int64_t reading_need(std::uint32_t characters, std::uint32_t words, profile const& rules) {
  double need = rules.least_duration;
  if (rules.characters_a_second > 0) need = std::max(need, std::ceil(characters * 1000.0 / rules.characters_a_second));
  if (rules.words_a_minute > 0) need = std::max(need, std::ceil(words * 60'000.0 / rules.words_a_minute));
  if (rules.ms_a_word > 0) need = std::max(need, static_cast<double>(words) * rules.ms_a_word);
  if (rules.most_duration > 0) need = std::min(need, static_cast<double>(rules.most_duration));
  return static_cast<std::int64_t>(need);
}

MONDEGREEN_INLINE std::int64_t reading_need(std::string_view text, profile const& rules) {
  auto const lines = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
  std::uint32_t words = 0;
  bool inside = false;
  for (char const c : text) {
    bool const space = c == ' ' || c == '\n' || c == '\t';
    words += !space && !inside;
    inside = !space;
  }
  return reading_need(static_cast<std::uint32_t>(count_graphemes(text) - lines), words, rules);
}

MONDEGREEN_INLINE std::int64_t nearest_frame(std::int64_t ms, double rate) noexcept {
  auto const exact = timing::exact_rate(rate);
  auto const frame = std::round(static_cast<double>(ms) * exact / 1000);
  return static_cast<std::int64_t>(std::llround(frame * 1000 / exact));
}

MONDEGREEN_INLINE time_rules::time_rules(profile const& rules, double rate, std::span<timestamp const> cuts)
    : least(rules.least_duration), most(rules.most_duration), closed_below(rules.chain_below), overlaps(rules.overlaps),
      frame_rate(rate > 0 ? rate : rules.frame_rate), shots(cuts) {
  auto const counted = timing::exact_rate(frame_rate > 0 ? frame_rate : rules.rate());
  auto const frames = [&](int count) { return static_cast<std::int64_t>(std::ceil(count * 1000 / counted)); };
  gap = std::max<std::int64_t>(rules.gap_ms, frames(rules.gap_frames));
  shot_in = frames(rules.shot_in);
  shot_out = frames(rules.shot_out);
}

MONDEGREEN_INLINE bool near_cut(std::span<timestamp const> cuts, std::int64_t at, std::int64_t reach,
                                std::int64_t& found) {
  auto const after = std::lower_bound(cuts.begin(), cuts.end(), timestamp{at});
  auto best = reach + 1;
  for (auto const each : {after, after == cuts.begin() ? after : after - 1}) {
    if (each == cuts.end()) continue;
    auto const apart = std::abs(each->ms - at);
    if (apart < best) best = apart, found = each->ms;
  }
  return best <= reach;
}

namespace timing {

class fitter {
public:
  fitter(std::span<timed_cue> cues, time_rules const& rules) : cues_(cues), rules_(rules) {}

  void run() {
    share_time();
    for (std::size_t i = 0; i < cues_.size(); ++i) begin(i);
    for (std::size_t i = 0; i < cues_.size(); ++i) end(i);
  }

private:
  static constexpr std::int64_t softness = 500; ///< how far an interpolated time may be from the truth

  static std::int64_t lasts(timed_cue const& of) { return of.when.length().ms; }

  /// Time goes from a cue that has more than it needs to its neighbour, where the border between them is a guess.
  void share_time() {
    auto move = [&](timed_cue& left, timed_cue& right) {
      if (!left.soft_end || !right.soft_start || left.when.end != right.when.start) return;
      auto const left_spare = lasts(left) - left.need - rules_.gap;
      auto const right_spare = lasts(right) - right.need - rules_.gap;
      auto const by = left_spare < 0 && right_spare > 0   ? std::min({-left_spare, right_spare, softness})
                      : right_spare < 0 && left_spare > 0 ? -std::min({-right_spare, left_spare, softness})
                                                          : 0;
      left.when.end.ms += by;
      right.when.start.ms += by;
    };
    for (std::size_t i = 1; i < cues_.size(); ++i) move(cues_[i - 1], cues_[i]);
    for (auto i = cues_.size(); i-- > 1;) move(cues_[i - 1], cues_[i]);
  }

  /// Where the next cue begins, if it begins behind this one.
  std::int64_t next_start(std::size_t i) const {
    constexpr auto never = std::numeric_limits<std::int64_t>::max() / 2;
    return i + 1 < cues_.size() && cues_[i + 1].when.start >= cues_[i].when.start ? cues_[i + 1].when.start.ms : never;
  }

  void begin(std::size_t i) {
    auto& each = cues_[i];
    auto start = each.when.start.ms;
    if (rules_.frame_rate > 0) start = nearest_frame(start, rules_.frame_rate);
    std::int64_t cut = 0;
    // Not into the cue before: its end is still to be found, but it began.
    if (rules_.shot_in > 0 && near_cut(rules_.shots, start, rules_.shot_in, cut) &&
        (i == 0 || cut > cues_[i - 1].when.start.ms + rules_.least || cut >= start))
      start = cut;
    if (start < each.when.end.ms || each.when.end.ms <= each.when.start.ms) each.when.start.ms = start;
  }

  void end(std::size_t i) {
    auto& each = cues_[i];
    auto const start = each.when.start.ms;
    auto const next = next_start(i);
    auto const room =
        next -
        std::max(rules_.gap,
                 std::min(each.silence, next - each.when.end.ms)); // the last moment at which it may still be shown
    auto stop = std::max(each.when.end.ms, start + each.need);
    if (rules_.most > 0) stop = std::min(stop, start + rules_.most);
    std::int64_t cut = 0;
    if (rules_.shot_out > 0 && near_cut(rules_.shots, stop, rules_.shot_out, cut) &&
        cut - rules_.gap > start + rules_.least)
      stop = cut - rules_.gap;
    bool const lies_over = each.when.end.ms > next;
    if (stop > room && !(rules_.overlaps && lies_over))
      stop = room;
    else if (stop <= room && room - stop < rules_.closed_below - rules_.gap &&
             (rules_.most <= 0 || room - start <= rules_.most))
      stop = room;
    // No room for a gap: as long as there is any time at all the cue keeps it.
    if (stop <= start)
      stop = std::max(start, std::min({each.when.end.ms, next, start + std::max<std::int64_t>(rules_.least, 1)}));
    if (rules_.frame_rate > 0) {
      auto snapped = nearest_frame(stop, rules_.frame_rate);
      if (snapped > room && snapped > start)
        snapped = nearest_frame(stop - static_cast<std::int64_t>(500 / rules_.frame_rate), rules_.frame_rate);
      if (snapped > start) stop = snapped;
    }
    each.when.end.ms = stop;
  }

  std::span<timed_cue> cues_;
  time_rules const& rules_;
};

} // namespace timing

MONDEGREEN_INLINE void fit_times(std::span<timed_cue> cues, time_rules const& rules) {
  timing::fitter(cues, rules).run();
}

} // namespace impl

} // namespace mondegreen::inline MONDEGREEN_ABI
