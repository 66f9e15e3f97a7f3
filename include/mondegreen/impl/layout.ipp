#pragma once

#include <mondegreen/impl/layout/laying_out.hpp>
#include <mondegreen/impl/layout/segmentation.hpp>
#include <mondegreen/impl/layout/times_estimated.hpp>
#include <mondegreen/impl/layout/units.hpp>
#include <mondegreen/impl/text/graphemes.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/layout.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

inline constexpr std::string_view line_mark = "<eol>";
inline constexpr std::string_view cue_mark = "<eob>";

/// Takes marks out. One between spaces stands for a space, one inside a word for nothing.
inline std::string without_marks(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    auto const at = std::min(text.find(line_mark), text.find(cue_mark));
    plain += text.substr(0, at);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + line_mark.size());
    if (plain.ends_with(' ') && text.starts_with(' ')) text.remove_prefix(1);
  }
  return plain;
}

} // namespace impl

struct line_breaker::state {
  language const& speech;
  impl::break_table const& table;
  impl::cue_limits limits;
  impl::segmenter by;
  std::vector<impl::unit> units{};
  std::vector<impl::chosen_break> chosen{};

  state(line_limits from, language const& spoken)
      : speech(spoken),
        table(impl::break_table::of(spoken)), limits{std::max(from.columns, 1U), std::clamp(from.lines, 1U, 16U),
                                                     from.one_line, impl::least_columns},
        by(table) {}

  void work(std::string_view text) {
    impl::find_units(text, speech, table, limits.columns, units);
    by.segment(units, limits, {}, {}, chosen);
  }
};

MONDEGREEN_INLINE line_breaker::line_breaker(line_limits limits, std::string_view language) {
  auto const* known = find_language(language);
  state_ = std::make_unique<state>(limits, known != nullptr ? *known : no_language());
}
MONDEGREEN_INLINE line_breaker::line_breaker(line_breaker&&) noexcept = default;
MONDEGREEN_INLINE line_breaker& line_breaker::operator=(line_breaker&&) noexcept = default;
MONDEGREEN_INLINE line_breaker::~line_breaker() = default;

MONDEGREEN_INLINE std::vector<text_break> line_breaker::breaks(std::string_view text) {
  state_->work(text);
  std::vector<text_break> made;
  made.reserve(state_->chosen.size());
  for (auto const& each : state_->chosen) {
    auto const from = state_->units[each.unit].end;
    made.push_back({{from, state_->units[each.unit + 1].begin - from}, each.cue ? break_kind::cue : break_kind::line});
  }
  return made;
}

MONDEGREEN_INLINE std::string line_breaker::mark(std::string_view text) {
  std::string plain;
  if (text.find(impl::line_mark) != std::string_view::npos || text.find(impl::cue_mark) != std::string_view::npos) {
    plain = impl::without_marks(text);
    text = plain;
  }
  state_->work(text);
  if (state_->units.empty()) return std::string(text);
  std::string made;
  made.reserve(text.size() + 16 + 8 * state_->chosen.size());
  std::size_t from = state_->units.front().begin;
  for (auto const& each : state_->chosen) {
    std::size_t const end = state_->units[each.unit].end;
    made += text.substr(from, end - from);
    from = state_->units[each.unit + 1].begin;
    auto const mark = each.cue ? impl::cue_mark : impl::line_mark;
    bool const spaced = from != end;
    if (spaced) made += ' ';
    made += mark;
    if (spaced) made += ' ';
  }
  made += text.substr(from, state_->units.back().end - from);
  made += ' ';
  made += impl::cue_mark;
  return made;
}

MONDEGREEN_INLINE layout_outcome lay_out(transcript& text, layout_options const& options) {
  auto const& speech = impl::spoken_language(text, options.language);
  auto const* rules = options.rules;
  if (rules == nullptr)
    rules = find_profile("netflix", options.language.empty() ? speech.code : std::string_view(options.language));
  bool const timed = text.timed;
  std::vector<diagnostic> told;
  if (!timed &&
      std::any_of(text.cues.begin(), text.cues.end(), [](cue const& each) { return each.when.start.ms > 0; })) {
    told.push_back(impl::times_estimated(text));
    estimate_times(text);
  }
  auto outcome = impl::layouter(text, options, *rules, speech).run();
  // What times were moved can speak for another break, so until nothing moves; one more round is what it takes as a rule.
  constexpr int most_rounds = 6;
  for (int round = 1; round < most_rounds && (!timed || outcome.rebroken + outcome.retimed > 0); ++round) {
    auto const again = impl::layouter(text, options, *rules, speech).run();
    outcome.cues_after = again.cues_after;
    if (again.rebroken + again.retimed == 0) break;
  }
  outcome.diagnostics.insert(outcome.diagnostics.begin(), told.begin(), told.end());
  return outcome;
}

MONDEGREEN_INLINE duration reading_time(std::string_view text, int characters_a_second) {
  auto const speed = static_cast<std::uint64_t>(std::max(characters_a_second, 1));
  auto const characters = impl::count_graphemes(text); // at most 2^32, so the product stays far from 2^63
  return {static_cast<std::int64_t>(std::max<std::uint64_t>(1000, (characters * 1000 + speed - 1) / speed))};
}

MONDEGREEN_INLINE bool estimate_times(transcript& text) {
  if (text.timed) return false;
  int const speed = impl::spoken_language(text, {}).reading_speed;
  auto& cues = text.cues;
  // Speech takes as long as reading, or up to twice as long; where there is more time, nobody speaks.
  constexpr double slowest = 2;
  double pace = 1;
  timestamp at = cues.empty() ? timestamp{} : std::clamp(cues.front().when.start, timestamp{}, timestamp{max_ms});
  for (std::size_t first = 0; first < cues.size();) {
    // As far as the next cue that has a time of its own.
    auto next = first + 1;
    while (next < cues.size() && cues[next].when.start <= at) ++next;
    auto const until = next < cues.size() ? std::min(cues[next].when.start, timestamp{max_ms}) : timestamp{max_ms};
    double need = 0;
    for (auto i = first; i < next; ++i) need += static_cast<double>(reading_time(cues[i].text, speed).ms);
    pace = next < cues.size() ? static_cast<double>((until - at).ms) / need : std::clamp(pace, 1 / slowest, slowest);
    auto const from = at;
    need = 0;
    for (auto i = first; i < next; ++i) {
      auto const own = static_cast<double>(reading_time(cues[i].text, speed).ms);
      need += own;
      cues[i].when.start = at;
      at = i + 1 == next && next < cues.size() ? until : std::min(from + duration{std::llround(need * pace)}, until);
      cues[i].when.end = std::min(at, cues[i].when.start + duration{std::llround(own * slowest)});
    }
    first = next;
  }
  text.timed = true;
  return true;
}

} // namespace mondegreen::inline MONDEGREEN_ABI
