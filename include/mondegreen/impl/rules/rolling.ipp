#pragma once

#include <mondegreen/impl/rules/rules.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

// Captions that roll show a line, then push it up while the next one comes in: each line stands in two to four cues, or in
// one after the other as it grows. YouTube puts a cue of 10 ms between two, which holds the line that stays.
inline constexpr std::int64_t widest_seam = 100;  ///< ms between cues of which one continues the other
inline constexpr std::int64_t shortest_cue = 300; ///< ms; a line that was new for less is taken from the next cue
inline constexpr std::size_t least_rolls = 3;

class rolling_captions {
public:
  explicit rolling_captions(editor& text) : edits_(text), cues_(text.text().cues) {}

  void run() {
    if (!rolls()) return;
    for (std::size_t i = 0; i < cues_.size(); ++i) find_lines(i, shown_.emplace_back());
    find_owners();
    settle_times();
    for (std::size_t i = 0; i < cues_.size(); ++i)
      if (!edits_.removed(at(i))) tidy(i);
  }

private:
  /// A line of a cue, and what becomes of it.
  struct line {
    span where;             ///< in the cue's text, without blanks around it
    std::int64_t since = 0; ///< when it, or its beginning, was first shown
    bool kept = true;
    std::size_t again = 0; ///< if not kept: the cue that has it
  };

  static place at(std::size_t i) { return {place::part::cue, static_cast<std::uint32_t>(i)}; }

  void find_lines(std::size_t i, std::vector<line>& found) const {
    found.clear();
    if (edits_.removed(at(i))) return;
    std::string_view const text = cues_[i].text;
    for (std::size_t from = 0; from <= text.size();) {
      auto const end = std::min(text.find('\n', from), text.size());
      auto const first = text.find_first_not_of(" \t", from);
      if (first < end) {
        auto const last = text.find_last_not_of(" \t", end - 1);
        found.push_back({{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last + 1 - first)},
                         cues_[i].when.start.ms});
      }
      from = end + 1;
    }
  }

  /// True if it has a line.
  bool shows_any(std::size_t i) const {
    return !edits_.removed(at(i)) && cues_[i].text.find_first_not_of(" \t\n") != std::string::npos;
  }

  std::string_view words(std::size_t i, line const& which) const { return slice(cues_[i].text, which.where); }

  struct overlap {
    std::size_t lines = 0; ///< of the first cue's last lines, these are the second one's first
    bool grown = false;    ///< the last of them goes on
  };

  /// True if the cue `b` may go on with the cue `a`.
  bool follows(std::size_t a, std::size_t b) const {
    return cues_[b].when.start.ms - cues_[a].when.end.ms <= widest_seam && cues_[b].when.start >= cues_[a].when.start;
  }

  /// What of the cue `a` is still on the screen in the cue `b`.
  overlap between(std::size_t a, std::vector<line> const& in_a, std::size_t b, std::vector<line> const& in_b) const {
    if (!follows(a, b)) return {};
    auto const above = in_a.size();
    for (auto n = std::min(above, in_b.size()); n > 0; --n) {
      bool same = true;
      for (std::size_t k = 0; same && k + 1 < n; ++k) same = words(a, in_a[above - n + k]) == words(b, in_b[k]);
      if (!same) continue;
      auto const last = words(a, in_a[above - 1]);
      auto const now = words(b, in_b[n - 1]);
      if (last == now) return {n, false};
      if (n == in_b.size() && now.size() > last.size() && now.starts_with(last)) return {n, true};
    }
    return {};
  }

  /// Most cues that follow another go on with it, and some bring something new with it.
  bool rolls() const {
    std::size_t pairs = 0, repeats = 0, with_new = 0;
    std::vector<line> above, now;
    bool any_above = !cues_.empty() && shows_any(0);
    for (std::size_t i = 1; i < cues_.size(); ++i) {
      bool const pair = std::exchange(any_above, shows_any(i)) && any_above;
      if (!pair) continue;
      ++pairs;
      if (pairs > 2 * repeats + (cues_.size() - i) + 1) return false; // even if this one and all that follow go on
      if (!follows(i - 1, i)) continue;
      find_lines(i - 1, above);
      find_lines(i, now);
      auto const seen = between(i - 1, above, i, now);
      if (seen.lines == 0) continue;
      ++repeats;
      with_new += seen.grown || seen.lines < now.size() ? 1 : 0;
    }
    return repeats >= least_rolls && with_new >= 2 && repeats * 2 >= pairs;
  }

  std::int64_t length(std::size_t i) const { return cues_[i].when.length().ms; }

  /// Each line belongs to the cue that first shows it whole, and long enough.
  void find_owners() {
    std::vector<std::size_t> owner; // of each line on the screen: the cue that has it
    std::vector<std::size_t> index; // and which of its lines
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      auto const seen = i == 0 ? overlap{} : between(i - 1, shown_[i - 1], i, shown_[i]);
      std::vector<std::size_t> owner_now, index_now;
      for (std::size_t k = 0; k < shown_[i].size(); ++k) {
        std::size_t cue = i, which = k;
        if (k < seen.lines) {
          auto const before = shown_[i - 1].size() - seen.lines + k;
          cue = owner[before];
          which = index[before];
          auto& old = shown_[cue][which];
          bool const whole_only_now = seen.grown && k + 1 == seen.lines;
          bool const too_short = length(cue) < shortest_cue && length(i) >= shortest_cue;
          auto& now = shown_[i][k];
          now.since = old.since;
          if (whole_only_now || too_short) {
            old.kept = false;
            old.again = i;
            cue = i;
            which = k;
          } else {
            now.kept = false;
            now.again = cue;
          }
        }
        owner_now.push_back(cue);
        index_now.push_back(which);
      }
      owner = std::move(owner_now);
      index = std::move(index_now);
    }
  }

  bool keeps_any(std::size_t i) const {
    return std::any_of(shown_[i].begin(), shown_[i].end(), [](line const& each) { return each.kept; });
  }

  /// A cue begins when its first line did; one that is still too short lasts as long as the line was on the screen.
  void settle_times() {
    std::int64_t before = std::numeric_limits<std::int64_t>::min(); // end of the last cue that stays
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      if (!keeps_any(i)) continue;
      auto when = cues_[i].when;
      for (auto const& each : shown_[i])
        if (each.kept) when.start.ms = std::min(when.start.ms, std::max(each.since, before));
      if (when.length().ms < shortest_cue) {
        auto next = i + 1;
        while (next < cues_.size() && !keeps_any(next)) ++next;
        auto const last = next < cues_.size() ? cues_[next].when.start.ms : cues_.back().when.end.ms;
        when.end.ms = std::max(when.end.ms, std::min(last, when.start.ms + shortest_cue));
      }
      if (!(when == cues_[i].when))
        edits_.retime(static_cast<std::uint32_t>(i), when,
                      {.confidence = 0.97F,
                       .evidence = {"its first line was on the screen from " + to_string(when.start) + " to " +
                                    to_string(when.end)}});
      before = when.end.ms;
    }
  }

  grounds why(std::size_t i, line const& gone) const {
    auto const& other = cues_[gone.again].when;
    return {.confidence = 0.97F,
            .evidence = {gone.again < i ? "rolls up: said by the cue of " + to_string(other.start)
                                        : "stands whole in the cue of " + to_string(other.start)}};
  }

  /// Takes out the lines that other cues have, with the blank lines of the screen.
  void tidy(std::size_t i) {
    auto const& all = shown_[i];
    if (!keeps_any(i)) {
      edits_.remove(at(i),
                    all.empty() ? grounds{.confidence = 0.97F, .evidence = {"an empty screen"}} : why(i, all.front()));
      return;
    }
    // From below, so that what is still to do keeps its place: what stands between two kept lines is one line end.
    auto end = static_cast<std::uint32_t>(cues_[i].text.size());
    bool below = false; // a kept line stands below
    for (std::size_t k = all.size(); k-- > 0;) {
      if (!all[k].kept) continue;
      auto const from = all[k].where.end();
      std::size_t const gone = k + 1;
      replace(i, {from, end - from}, below ? "\n" : "", gone);
      end = all[k].where.offset;
      below = true;
    }
    replace(i, {0, end}, "", 0);
  }

  void replace(std::size_t i, span what, std::string_view with, std::size_t first_gone) {
    if (slice(cues_[i].text, what) == with) return;
    bool const words_go = first_gone < shown_[i].size() && !shown_[i][first_gone].kept;
    edits_.replace(at(i), what, with,
                   words_go ? why(i, shown_[i][first_gone])
                            : grounds{.confidence = 0.97F, .evidence = {"an empty line of the screen"}});
  }

  editor& edits_;
  std::vector<cue> const& cues_;
  std::vector<std::vector<line>> shown_;
};

/// Captions that roll up, as broadcasters and YouTube's recogniser show them: each line once, with its time. Does nothing
/// where most cues do not go on with the one above them, so a dialogue whose speakers repeat each other stays.
inline void unroll_captions(editor& text, rule_context const&, void*) {
  if (text.text().timed) rolling_captions(text).run();
}

MONDEGREEN_INLINE rule const rolling{
    .id = "rolling",
    .summary = "shows each line of rolling captions once, at its own time",
    .apply = unroll_captions,
    .group = "page",
    .counted = "rolled line|rolled lines",
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
