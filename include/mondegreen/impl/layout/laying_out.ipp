#pragma once

#include <mondegreen/impl/layout/laying_out.hpp>
#include <mondegreen/impl/layout/quality.hpp>
#include <mondegreen/impl/layout/times_estimated.hpp>
#include <mondegreen/impl/text/utf8.hpp>
#include <mondegreen/impl/text/width.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl::laying_out {

/// A break of the source speaks for a break in the same place; more so where nothing else does, in text without
/// punctuation. One weight for both kinds of breaks: what layout has made is then what it makes again.
inline constexpr int source_break = 20;
inline constexpr int source_break_unpunctuated = 45;

inline bool is_dialogue(std::string_view line) noexcept {
  return line.starts_with("- ") || line.starts_with("– ") || line.starts_with("— ") ||
         (line.size() > 1 && line[0] == '-' && line[1] != '-' && line[1] != '>');
}

inline bool is_sung(std::string_view text) noexcept {
  return text.find("♪") != std::string_view::npos || text.find("♫") != std::string_view::npos;
}

/// Calls `with` for each line; stops when it returns false.
template <class Function> bool all_lines(std::string_view text, Function&& with) {
  for (std::size_t from = 0; from <= text.size();) {
    auto const end = std::min(text.find('\n', from), text.size());
    if (!with(text.substr(from, end - from))) return false;
    from = end + 1;
  }
  return true;
}

inline bool same_place(cue const& a, cue const& b) {
  auto const placements = [](cue const& of) {
    std::vector<std::string_view> all;
    for (auto const& each : of.marks)
      if (each.kind == mark_kind::placement) all.emplace_back(each.value);
    return all;
  };
  return a.settings == b.settings && placements(a) == placements(b);
}

} // namespace impl::laying_out

namespace impl {

MONDEGREEN_INLINE language const& spoken_language(transcript const& text, std::string_view asked) {
  if (!asked.empty()) {
    auto const* known = find_language(asked);
    return known != nullptr ? *known : no_language();
  }
  if (!text.language.empty())
    if (auto const* known = find_language(text.language)) return *known;
  std::string sample;
  for (auto const& each : text.cues) {
    if (sample.size() >= std::size_t{1} << 16U) break;
    sample.append(each.text, 0, std::size_t{1} << 16U);
    sample += '\n';
  }
  auto const guess = detect_language(sample);
  return guess.what != nullptr ? *guess.what : no_language();
}

MONDEGREEN_INLINE bool stands_alone(cue const& of) {
  std::string_view const text = of.text;
  if (text.find_first_not_of(" \n\t") == std::string_view::npos) return true;
  if (laying_out::is_sung(text)) return true;
  std::size_t speakers = 0;
  laying_out::all_lines(text, [&](std::string_view line) {
    speakers += laying_out::is_dialogue(line) ? 1U : 0U;
    return true;
  });
  return speakers > 0 && text.find('\n') != std::string_view::npos;
}

MONDEGREEN_INLINE layouter::layouter(transcript& text, layout_options const& options, profile const& rules,
                                     language const& speech)
    : text_(text), options_(options), rules_(rules), speech_(speech),
      table_(break_table::of(speech)), limits_{std::max(rules.columns(), 1U),
                                               static_cast<std::uint32_t>(std::clamp(rules.lines, 1, 16)),
                                               rules.one_line, least_columns},
      by_(table_) {}

MONDEGREEN_INLINE bool layouter::joined(cue const& left, cue const& right) {
  if (left.speaker != right.speaker || stands_alone(left) || stands_alone(right)) return false;
  if (!laying_out::same_place(left, right)) return false;
  if (laying_out::is_dialogue(right.text)) return false;
  if (text_.timed) {
    auto const pause = right.when.start.ms - left.when.end.ms;
    // Over one another where that is allowed: two voices. Else the times will part them, and they are read as one.
    if ((pause < -100 && rules_.overlaps) || pause > longest_joined_pause || right.when.start < left.when.start)
      return false;
  }
  // A sentence that ends with the cue is an end both keep.
  return !ends_sentence(left);
}

/// True for a dialogue whose lines are too long, or too many: its speakers need a cue each.
MONDEGREEN_INLINE bool layouter::has_no_room(cue const& of) const {
  std::string_view const text = of.text;
  if (laying_out::is_sung(text)) return false;
  if (static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')) + 1 > limits_.lines) return true;
  return !laying_out::all_lines(text, [&](std::string_view line) { return columns(line) <= limits_.columns; });
}

/// True if where the lines of a cue end breaks a rule.
MONDEGREEN_INLINE bool layouter::flawed_lines(cue const& each, bool begins) {
  std::string_view const text = each.text;
  auto const lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  if (lines > limits_.lines) return true;
  std::uint32_t shortest = limits_.columns;
  std::uint32_t longest = 0;
  std::uint32_t all = 0;
  bool flaw = false;
  unit last{};
  bool first = true;
  laying_out::all_lines(text, [&](std::string_view line) {
    find_units(line, speech_, table_, limits_.columns, line_units_, begins);
    if (line_units_.empty()) return !(flaw = lines > 1);
    std::uint32_t wide = 0;
    for (auto const& one : line_units_) wide += one.columns + one.space;
    if (wide > limits_.columns && line_units_.size() > 1) flaw = true;
    bool const ends = line_units_.back().after == stop::sentence;
    if (!first && judge_break(table_, last, line_units_.front()) != split::none) flaw = true;
    if (mixes_sentences(line_units_, begins, ends)) flaw = true;
    begins = ends;
    last = line_units_.back();
    first = false;
    shortest = std::min(shortest, wide);
    longest = std::max(longest, wide);
    all += wide + 1;
    return !flaw;
  });
  if (flaw) return true;
  if (lines > 1 && rules_.one_line && all - 1 <= limits_.columns) return true;
  return lines > 1 && rules_.shortest_line > 0 &&
         shortest * 100 < longest * static_cast<std::uint32_t>(rules_.shortest_line);
}

MONDEGREEN_INLINE bool layouter::flawed(std::span<cue const> run) {
  unit last{};
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (flawed_lines(run[i], i == 0 || last.after == stop::sentence)) return true;
    auto const words = run[i].text.find(' ') != std::string::npos;
    if (text_.timed && rules_.most_duration > 0 && run[i].when.length().ms > rules_.most_duration && words &&
        reading_need(run[i].text, rules_) > 0 && run[i].when.length().ms > reading_need(run[i].text, rules_) * 2)
      return true;
    find_units(run[i].text, speech_, table_, limits_.columns, line_units_, i == 0 || last.after == stop::sentence);
    if (line_units_.empty()) continue;
    if (i > 0 && judge_break(table_, last, line_units_.front()) != split::none) return true;
    last = line_units_.back();
  }
  return false;
}

MONDEGREEN_INLINE void layouter::find_times(std::span<cue const> run, joined_text const& all, std::int64_t next_start) {
  starts_.clear();
  ends_.clear();
  until_.clear();
  if (!text_.timed) return;
  std::size_t at = 0;
  std::size_t word = 0;
  auto const& words = all.all.words;
  for (std::size_t i = 0; i < run.size(); ++i) {
    auto const end = all.parts[i].end();
    auto const from = at;
    while (at < units_.size() && units_[at].begin < end) ++at;
    auto const first_word = word;
    while (word < words.size() && words[word].where.offset < end) ++word;
    time_units(std::span(units_).subspan(from, at - from), std::span(words).subspan(first_word, word - first_word),
               run[i].when, starts_, ends_);
  }
  for (std::size_t i = 1; i < starts_.size(); ++i) {
    starts_[i] = std::max(starts_[i], starts_[i - 1]);
    ends_[i] = std::max(ends_[i], starts_[i]);
  }
  std::int64_t const gap = rules_.least_gap();
  until_.resize(units_.size());
  for (std::size_t i = 0; i < units_.size(); ++i)
    until_[i] = std::max(i + 1 < units_.size() ? starts_[i + 1] : next_start, starts_[i]) - gap;
}

MONDEGREEN_INLINE void layouter::find_evidence(std::span<cue const> run, joined_text const& all) {
  evidence_.assign(units_.size(), {});
  auto const bonus = unpunctuated_ ? laying_out::source_break_unpunctuated : laying_out::source_break;
  std::size_t part = 0;
  for (std::size_t i = 0; i + 1 < units_.size(); ++i) {
    while (part + 1 < all.parts.size() && units_[i].begin >= all.parts[part].end()) ++part;
    bool const ends = units_[i + 1].begin >= all.parts[part].end();
    if (ends) {
      evidence_[i].cue += bonus;
    } else {
      // Offsets of a part are those of its cue's text, unless line ends between ideographs were taken out.
      auto const& text = run[part].text;
      auto const base = all.parts[part].offset;
      if (all.parts[part].length == text.size())
        for (auto at = units_[i].end; at < units_[i + 1].begin; ++at)
          if (text[at - base] == '\n') evidence_[i].line += bonus;
    }
    if (!starts_.empty()) {
      auto const pause = starts_[i + 1] - ends_[i];
      if (pause >= 300) evidence_[i].cue += static_cast<int>(std::min<std::int64_t>(pause / 10, 120));
    }
  }
}

MONDEGREEN_INLINE void layouter::keep(std::size_t index) {
  auto const& from = text_.cues[index];
  timed_.push_back({from.when, reading_need(from.text, rules_), 0, false, false});
  made_.push_back(std::move(text_.cues[index]));
}

/// A word that is wider than a line by itself.
MONDEGREEN_INLINE void layouter::tell_long_words(joined_text const& all) {
  for (std::size_t i = 0; i < units_.size(); ++i) {
    bool const cut = units_[i].cut && (i == 0 || !units_[i - 1].cut);
    if (!cut && units_[i].columns <= limits_.columns) continue;
    auto end = i;
    while (units_[end].cut && end + 1 < units_.size()) ++end;
    span const where{units_[i].begin, units_[end].end - units_[i].begin};
    auto const wide = columns(slice(all.all.text, where));
    outcome_.diagnostics.push_back(make_diagnostic(
        code::layout_long_word, all.all.where.cover(where).source,
        fmt::format("a word of {} characters does not fit on a line of {}: {}", wide, limits_.columns,
                    cut ? "it is cut where that is allowed" : "it stands on a line of its own, which is too long")));
  }
}

MONDEGREEN_INLINE void layouter::make_cues(std::size_t from, std::size_t to, joined_text const& all) {
  std::size_t next = 0;
  std::size_t part = 0;
  auto taken = to; // the source cue whose block the last new cue has
  for (std::size_t first = 0; first < units_.size();) {
    auto last = first;
    std::vector<std::size_t> lines; // units that end a line
    for (;; ++last) {
      if (last + 1 == units_.size()) break;
      if (next < breaks_.size() && breaks_[next].unit == last) {
        bool const ends = breaks_[next].cue;
        ++next;
        if (ends) break;
        lines.push_back(last);
      }
    }
    while (part + 1 < all.parts.size() && units_[first].begin >= all.parts[part].end()) ++part;
    auto const& source = text_.cues[from + part];
    cue made;
    static_cast<passage&>(made) = cut(all.all, {units_[first].begin, units_[last].end - units_[first].begin});
    for (auto each = lines.rbegin(); each != lines.rend(); ++each)
      break_line(made, {units_[*each].end - units_[first].begin, units_[*each + 1].begin - units_[*each].end});
    for (auto const& each : source.marks)
      if (each.kind == mark_kind::placement)
        made.marks.insert(made.marks.begin(), {{0, 0}, each.kind, each.value, each.classes});
    made.speaker = source.speaker;
    made.settings = source.settings;
    auto end_part = part;
    while (end_part + 1 < all.parts.size() && units_[last].begin >= all.parts[end_part].end()) ++end_part;
    bool const at_start = first == 0 || units_[first - 1].begin < all.parts[part].offset;
    bool const at_end = last + 1 == units_.size() || units_[last + 1].begin >= all.parts[end_part].end();
    timed_cue time;
    if (text_.timed) {
      made.when = {{at_start ? source.when.start.ms : starts_[first]},
                   {at_end ? text_.cues[from + end_part].when.end.ms : ends_[last]}};
      bool const spoken = !made.words.empty();
      time = {made.when, 0, 0, !at_start && !spoken, !at_end && !spoken};
    }
    if (taken != from + part) { // the first of this source cue
      taken = from + part;
      made.id = source.id;
      made.block = source.block;
      // A cue that came out as it went in is the cue it was.
      if (at_start && at_end && end_part == part && made.text == source.text) {
        made = source;
        time.when = made.when;
      }
    }
    time.need = reading_need(made.text, rules_);
    timed_.push_back(time);
    made_.push_back(std::move(made));
    first = last + 1;
  }
}

MONDEGREEN_INLINE void layouter::lay_out_run(std::size_t from, std::size_t to) {
  auto const run = std::span<cue const>(text_.cues).subspan(from, to - from);
  bool const alone = run.size() == 1 && stands_alone(run[0]);
  bool const parted = alone && has_no_room(run[0]);
  if ((alone && !parted) || !flawed(run)) {
    for (auto i = from; i < to; ++i) keep(i);
    return;
  }
  auto const all = join(run);
  find_units(all.all.text, speech_, table_, limits_.columns, units_);
  auto const& last = run.back();
  std::int64_t next_start = last.when.end.ms + rules_.most_duration;
  if (to < text_.cues.size() && text_.cues[to].when.start >= last.when.start)
    next_start = std::min(next_start, text_.cues[to].when.start.ms);
  find_times(run, all, next_start);
  find_evidence(run, all);
  if (parted) {
    constexpr int speaker_changes = 300; // outweighs all that speaks for speakers of one cue
    for (std::size_t i = 0; i + 1 < units_.size(); ++i)
      if (laying_out::is_dialogue(std::string_view(all.all.text).substr(units_[i + 1].begin)) && evidence_[i].line > 0)
        evidence_[i].cue += speaker_changes;
  }
  double const pace = rules_.characters_a_second > 0 ? 1000 / rules_.characters_a_second : 0;
  by_.segment(units_, limits_, evidence_,
              {starts_, ends_, until_, rules_.most_duration, rules_.least_duration, text_.timed ? pace : 0}, breaks_);
  tell_long_words(all);
  auto const before = made_.size();
  make_cues(from, to, all);
  bool same = made_.size() - before == to - from;
  for (auto i = from; same && i < to; ++i) same = made_[before + i - from].text == text_.cues[i].text;
  if (!same) outcome_.rebroken += to - from;
}

MONDEGREEN_INLINE void layouter::fit() {
  fit_times(timed_, time_rules(rules_, options_.frame_rate, options_.shot_changes));
  for (std::size_t i = 0; i < made_.size(); ++i) {
    if (timed_[i].when == made_[i].when) continue;
    made_[i].when = timed_[i].when;
    ++outcome_.retimed;
  }
}

/// Times for text without any: cue after cue, each as long as it takes to read.
MONDEGREEN_INLINE void layouter::estimate() {
  auto const rate = options_.frame_rate > 0 ? options_.frame_rate : rules_.frame_rate;
  time_rules const rules(rules_, rate);
  std::int64_t at = 0;
  for (std::size_t i = 0; i < made_.size(); ++i) {
    auto const end = std::min(at + std::max<std::int64_t>(timed_[i].need, 1000), max_ms);
    made_[i].when = {{at}, {rate > 0 ? nearest_frame(end, rate) : end}};
    at = std::min(made_[i].when.end.ms + rules.gap, max_ms);
    if (rate > 0) at = std::max(nearest_frame(at, rate), made_[i].when.end.ms);
  }
  if (!made_.empty() && !text_.timed) outcome_.diagnostics.push_back(times_estimated(text_));
  text_.timed = true;
}

MONDEGREEN_INLINE bool layouter::ends_sentence(cue const& of) {
  find_units(of.text, speech_, table_, limits_.columns, line_units_);
  return line_units_.empty() || line_units_.back().after == stop::sentence;
}

MONDEGREEN_INLINE layout_outcome layouter::run() {
  auto const count = text_.cues.size();
  outcome_.cues_before = count;
  bool numbered = true;
  std::size_t words = 0;
  std::size_t stops = 0;
  for (auto const& each : text_.cues) {
    numbered = numbered && !each.id.empty() && each.id.find_first_not_of("0123456789") == std::string::npos;
    for (char const c : each.text) {
      words += c == ' ' || c == '\n';
      stops += c == '.' || c == '?' || c == '!' || c == ',';
    }
  }
  unpunctuated_ = words > 100 && stops * 50 < words;
  made_.reserve(count * 2);
  timed_.reserve(count * 2);
  for (std::size_t from = 0; from < count;) {
    auto to = from + 1;
    // A bound on what is put together: a lecture without a full stop is parted at a cue of its own.
    constexpr std::size_t most_cues = 400;
    while (to < count && to - from < most_cues && joined(text_.cues[to - 1], text_.cues[to])) ++to;
    lay_out_run(from, to);
    // An end that reached into this pause would make one run of two, and another layout the next time.
    if (to < count && !timed_.empty() && !ends_sentence(made_.back())) timed_.back().silence = longest_joined_pause + 1;
    from = to;
  }
  if (text_.timed)
    fit();
  else
    estimate();
  text_.cues = std::move(made_);
  outcome_.cues_after = text_.cues.size();
  // Numbers are counted anew; other ids stay with the cue that has the first words.
  if (numbered && outcome_.rebroken > 0)
    for (std::size_t i = 0; i < text_.cues.size(); ++i) text_.cues[i].id = std::to_string(i + 1);
  return std::move(outcome_);
}

} // namespace impl

} // namespace mondegreen::inline MONDEGREEN_ABI
