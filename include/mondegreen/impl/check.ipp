#pragma once

#include <mondegreen/layout.hpp> // first: header-only, it brings in its internals in their order

#include <mondegreen/check.hpp>
#include <mondegreen/impl/check/report.hpp>
#include <mondegreen/impl/check/rules.hpp>
#include <mondegreen/impl/check/text_checks.hpp>
#include <mondegreen/impl/layout/break_table.hpp>
#include <mondegreen/impl/layout/laying_out.hpp>
#include <mondegreen/impl/layout/quality.hpp>
#include <mondegreen/impl/layout/timing.hpp>
#include <mondegreen/impl/layout/units.hpp>
#include <mondegreen/impl/text/graphemes.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl::checking {

inline std::string seconds(std::int64_t ms) { return fmt::format("{:.3f}", static_cast<double>(ms) / 1000); }

/// One run over a transcript.
class checker {
public:
  checker(transcript const& text, check_options const& options, profile const& rules, language const& speech)
      : text_(text), options_(options), rules_(rules), speech_(speech), table_(break_table::of(speech)),
        limit_(std::max(rules.columns(), 1U)), times_(rules, options.frame_rate, options.shot_changes),
        frame_(static_cast<std::int64_t>(1000 / (times_.frame_rate > 0 ? times_.frame_rate : rules.rate()))) {}

  std::vector<mondegreen::finding> run() {
    damage();
    for (std::size_t i = 0; i < text_.cues.size(); ++i) {
      cue_ = i;
      auto const& each = text_.cues[i];
      bool const empty = each.text.find_first_not_of(" \n\t") == std::string::npos;
      if (empty) tell(checks::input_empty, {}, "the cue has no text", {}, {}, "take it out");
      lines(each);
      if (text_.timed) times(each, empty);
      faults_.clear();
      check_text(each, rules_, speech_.code, goes_on(i), faults_);
      if (other_language(i))
        std::erase_if(faults_, [](text_fault const& fault) { return fault.rule == checks::spaces; });
      for (auto& fault : faults_)
        tell(fault.rule, fault.where, std::move(fault.message), std::move(fault.value), {}, std::move(fault.fix));
    }
    return std::move(found_);
  }

private:
  /// `where` is in the cue's text.
  void tell(checks rule, span where, std::string message, std::string value = {}, std::string limit = {},
            std::string fix = {}) {
    auto const& each = text_.cues[cue_];
    auto const place =
        where.empty() && !each.text.empty() ? span{0, static_cast<std::uint32_t>(each.text.size())} : where;
    auto const source = each.where.empty() ? each.block : each.where.cover(place).source;
    found_.push_back({&rule_of(rule), static_cast<std::uint32_t>(cue_), each.when, source, std::move(message),
                      std::move(value), std::move(limit), std::move(fix)});
  }

  /// What the reader told, at the cue whose place in the file it is.
  void damage() {
    for (auto const& each : options_.met) {
      if (each.level == severity::note) continue;
      auto const after = std::partition_point(text_.cues.begin(), text_.cues.end(),
                                              [&](cue const& one) { return one.block.end() <= each.where.offset; });
      auto const at = after == text_.cues.end() && !text_.cues.empty()
                          ? text_.cues.size() - 1
                          : static_cast<std::size_t>(after - text_.cues.begin());
      mondegreen::finding made{
          &rule_of(checks::input), static_cast<std::uint32_t>(at), {}, each.where, each.message, {}, {}, each.hint};
      if (at < text_.cues.size()) made.when = text_.cues[at].when;
      found_.push_back(std::move(made));
    }
  }

  /// True if French spaces are missed where another language is spoken for a while. Asked only where they are.
  bool other_language(std::size_t i) const {
    if (rules_.spaces != "french" ||
        std::none_of(faults_.begin(), faults_.end(), [](auto const& each) { return each.rule == checks::spaces; }))
      return false;
    // With what is before it, or with what is behind: it may be the first or the last of its language.
    auto const foreign = [&](std::size_t from, std::size_t to) {
      std::string sample;
      for (auto k = from; k < std::min(to, text_.cues.size()); ++k) sample += text_.cues[k].text + "\n";
      auto const guess = detect_language(sample);
      return guess.what != nullptr && guess.what->code != "fr";
    };
    return foreign(i > 2 ? i - 2 : 0, i + 1) || foreign(i, i + 3);
  }

  bool goes_on(std::size_t i) const {
    if (i + 1 >= text_.cues.size() || rules_.ellipsis.empty()) return false;
    auto const& next = text_.cues[i + 1].text;
    return !next.empty() && next[0] >= 'a' && next[0] <= 'z';
  }

  void split_found(split why, unit const& left, unit const& right, char const* what, span where) {
    if (why == split::none) return;
    auto const rule = why == split::name       ? checks::name_split
                      : why == split::stranded ? checks::stranded
                                               : checks::phrase_split;
    auto const word = [](std::string_view text, unit const& of) { return text.substr(of.begin, of.end - of.begin); };
    auto message =
        fmt::format("the {} ends between '{}' and '{}'", what, word(left_text_, left), word(right_text_, right));
    tell(rule, where, std::move(message), {}, {}, "break before it, or behind the phrase");
  }

  void lines(cue const& each) {
    std::string_view const text = each.text;
    auto const count = 1 + std::count(text.begin(), text.end(), '\n');
    if (count > rules_.lines)
      tell(checks::line_count, {}, fmt::format("the cue has {} lines", count), fmt::format("{}", count),
           fmt::format("> {}", rules_.lines), "part it into two cues");
    bool const alone = stands_alone(each);
    std::uint32_t shortest = 0xFFFFFFFF;
    std::uint32_t longest = 0;
    std::uint32_t all = 0;
    bool begins = !in_sentence_ || !may_follow(each);
    words_ = 0;
    bool first = true;
    for (std::size_t from = 0; from <= text.size();) {
      auto const end = std::min(text.find('\n', from), text.size());
      auto const line = text.substr(from, end - from);
      span const where{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end - from)};
      // A limit no line reaches: long words are not cut here.
      find_units(line, speech_, table_, 1'000'000, units_, begins);
      std::uint32_t wide = 0;
      for (auto const& one : units_) wide += one.columns + one.space;
      words_ += static_cast<std::uint32_t>(units_.size());
      if (wide > limit_) {
        // Of full-width characters a column is half of one.
        auto const shown = rules_.full_width ? wide / 2.0 : wide;
        tell(checks::line_length, where, fmt::format("the line has {:g} characters", shown), fmt::format("{:g}", shown),
             fmt::format("> {:g}", rules_.characters),
             units_.size() > 1 ? "break it" : "one word, which cannot be broken: put another in its place");
      }
      shortest = std::min(shortest, wide);
      longest = std::max(longest, wide);
      all += wide + 1;
      if (!units_.empty()) {
        bool const ends = units_.back().after == stop::sentence;
        if (!alone) {
          right_text_ = line;
          if (!first)
            split_found(judge_break(table_, last_, units_.front()), last_, units_.front(), "line", where);
          else if (may_follow(each))
            split_found(judge_break(table_, last_, units_.front()), last_, units_.front(), "cue above", where);
          if (mixes_sentences(units_, begins, ends))
            tell(checks::mixed, where, "a sentence ends on the line and another begins", {}, {},
                 "begin the sentence on a new line");
        }
        begins = ends;
        in_sentence_ = !ends;
        last_ = units_.back();
        left_text_ = line;
        has_last_ = !alone;
        first = false;
      }
      from = end + 1;
    }
    characters_ = all > 0 ? all - 1 : 0;
    if (count > 1 && !alone) {
      if (rules_.one_line && characters_ <= limit_)
        tell(checks::one_line, {}, fmt::format("the cue fits on one line: {} characters", characters_),
             fmt::format("{}", characters_), fmt::format("<= {}", limit_), "put it on one");
      if (rules_.shortest_line > 0 && count == rules_.lines &&
          shortest * 100 < longest * static_cast<std::uint32_t>(rules_.shortest_line))
        tell(checks::line_balance, {}, fmt::format("a line of {} beside one of {} characters", shortest, longest),
             fmt::format("{} %", longest == 0 ? 0 : shortest * 100 / longest),
             fmt::format("< {} %", rules_.shortest_line), "break it nearer to the middle");
    }
  }

  /// True if the words of the cue may go on with those of the one before.
  bool may_follow(cue const& each) const {
    if (cue_ == 0 || !has_last_) return false;
    auto const& before = text_.cues[cue_ - 1];
    if (before.speaker != each.speaker || before.settings != each.settings) return false;
    auto const pause = each.when.start.ms - before.when.end.ms;
    return !text_.timed || (pause <= longest_joined_pause && each.when.start >= before.when.start);
  }

  void times(cue const& each, bool empty) {
    auto const lasts = each.when.length().ms;
    auto const* next = cue_ + 1 < text_.cues.size() ? &text_.cues[cue_ + 1] : nullptr;
    if (cue_ > 0 && each.when.start < text_.cues[cue_ - 1].when.start)
      tell(checks::order, {}, "the cue begins before the one above it", to_string(each.when.start),
           "< " + to_string(text_.cues[cue_ - 1].when.start), "sort the cues");
    if (lasts < 0) {
      tell(checks::backwards, {}, "the cue ends before it begins", to_string(each.when.end),
           "< " + to_string(each.when.start), "set its end");
      return;
    }
    // Half a frame, or a millisecond, is what rounding takes.
    if (lasts + 1 < rules_.least_duration)
      tell(checks::duration_least, {}, fmt::format("the cue is shown for {} s", seconds(lasts)), seconds(lasts),
           "< " + seconds(rules_.least_duration),
           room(next) > rules_.least_duration ? "let it stand longer: there is room" : "join it to a neighbour");
    if (rules_.most_duration > 0 && lasts > rules_.most_duration + 1)
      tell(checks::duration_most, {}, fmt::format("the cue is shown for {} s", seconds(lasts)), seconds(lasts),
           "> " + seconds(rules_.most_duration), "part it, or end it earlier");
    if (!empty && lasts > 0) reading(each, lasts, next);
    if (next != nullptr && next->when.start >= each.when.start) gap(each, *next);
    if (!times_.shots.empty()) shots(each, next);
  }

  /// Until when the cue could stand, from its start.
  std::int64_t room(cue const* next) const {
    constexpr std::int64_t all = 1'000'000'000;
    auto const& each = text_.cues[cue_];
    return next == nullptr || next->when.start < each.when.start
               ? all
               : next->when.start.ms - each.when.start.ms - rules_.least_gap();
  }

  void reading(cue const& each, std::int64_t lasts, cue const* next) {
    auto const tight = [&](std::int64_t need) {
      return room(next) >= need ? std::string("let it stand longer: there is room")
                                : std::string("the times leave no room: shorten the text, or take the next cue later");
    };
    if (rules_.characters_a_second > 0) {
      // Graphemes: reading is by character, not by how wide it is.
      auto const count = limit_ == 0
                             ? 0
                             : count_graphemes(each.text) -
                                   static_cast<std::uint64_t>(std::count(each.text.begin(), each.text.end(), '\n'));
      auto const speed = static_cast<double>(count) * 1000 / static_cast<double>(lasts);
      // A millisecond more or less of time is no speed.
      if (static_cast<double>(count) * 1000 > rules_.characters_a_second * static_cast<double>(lasts + 1))
        tell(checks::speed, {}, fmt::format("{:.1f} characters a second", speed), fmt::format("{:.1f}", speed),
             fmt::format("> {:g}", rules_.characters_a_second),
             tight(static_cast<std::int64_t>(static_cast<double>(count) * 1000 / rules_.characters_a_second)));
    }
    if (rules_.words_a_minute > 0 && words_ * 60'000.0 > rules_.words_a_minute * static_cast<double>(lasts + 1)) {
      auto const speed = words_ * 60'000.0 / static_cast<double>(lasts);
      tell(checks::speed, {}, fmt::format("{:.0f} words a minute", speed), fmt::format("{:.0f}", speed),
           fmt::format("> {:g}", rules_.words_a_minute),
           tight(static_cast<std::int64_t>(words_ * 60'000.0 / rules_.words_a_minute)));
    }
    if (rules_.ms_a_word > 0 && std::int64_t{words_} * rules_.ms_a_word > lasts + 1)
      tell(checks::speed, {}, fmt::format("{} ms a word", lasts / std::max(words_, 1U)),
           fmt::format("{}", lasts / std::max(words_, 1U)), fmt::format("< {}", rules_.ms_a_word),
           tight(std::int64_t{words_} * rules_.ms_a_word));
  }

  void gap(cue const& each, cue const& next) {
    auto const between = next.when.start.ms - each.when.end.ms;
    if (between < 0) {
      if (!rules_.overlaps)
        tell(checks::overlap, {}, fmt::format("the cue lies over the next one by {} s", seconds(-between)),
             seconds(-between), "> 0", "end it earlier");
      return;
    }
    auto const least = rules_.least_gap();
    if (between + 1 < least)
      tell(checks::gap_least, {}, fmt::format("{} ms before the next cue", between), fmt::format("{}", between),
           fmt::format("< {}", least), "end the cue earlier");
    else if (between > least + frame_ && between < rules_.chain_below &&
             (rules_.most_duration <= 0 || next.when.start.ms - least - each.when.start.ms <= rules_.most_duration))
      tell(checks::gap_open, {}, fmt::format("{} ms before the next cue", between), fmt::format("{}", between),
           fmt::format("< {}", rules_.chain_below),
           least > 0 ? fmt::format("close it to {} ms", least) : std::string("close it"));
  }

  void shots(cue const& each, cue const* next) {
    std::int64_t cut = 0;
    if (times_.shot_in > 0 && near_cut(times_.shots, each.when.start.ms, times_.shot_in, cut) &&
        std::abs(cut - each.when.start.ms) > frame_ / 2)
      tell(checks::shot_in, {}, fmt::format("the cue begins {} ms beside a cut", each.when.start.ms - cut),
           to_string(each.when.start), "cut at " + to_string(timestamp{cut}), "begin it with the cut");
    if (times_.shot_out > 0 && near_cut(times_.shots, each.when.end.ms, times_.shot_out, cut) &&
        std::abs(cut - rules_.least_gap() - each.when.end.ms) > frame_ &&
        cut - times_.gap > each.when.start.ms + rules_.least_duration &&
        !(next != nullptr && next->when.start.ms - each.when.end.ms <= rules_.least_gap() + frame_))
      tell(checks::shot_out, {}, fmt::format("the cue ends {} ms beside a cut", each.when.end.ms - cut),
           to_string(each.when.end), "cut at " + to_string(timestamp{cut}),
           fmt::format("end it {} ms before the cut", rules_.least_gap()));
  }

  transcript const& text_;
  check_options const& options_;
  profile const& rules_;
  language const& speech_;
  break_table const& table_;
  std::uint32_t limit_;
  time_rules times_;
  std::int64_t frame_;
  std::size_t cue_ = 0;
  std::vector<unit> units_{};
  std::vector<text_fault> faults_{};
  std::vector<mondegreen::finding> found_{};
  std::string_view left_text_{};
  std::string_view right_text_{};
  unit last_{};
  bool has_last_ = false;
  bool in_sentence_ = false;
  std::uint32_t words_ = 0;
  std::uint32_t characters_ = 0;
};

} // namespace impl::checking

MONDEGREEN_INLINE std::span<check_rule const> check_rules() noexcept { return impl::all_checks; }

MONDEGREEN_INLINE std::vector<mondegreen::finding> check(transcript const& text, check_options const& options) {
  auto const& speech = impl::spoken_language(text, options.language);
  auto const* rules = options.rules;
  if (rules == nullptr)
    rules = find_profile("netflix", options.language.empty() ? speech.code : std::string_view(options.language));
  return impl::checking::checker(text, options, *rules, speech).run();
}

MONDEGREEN_INLINE bool violated(std::span<mondegreen::finding const> findings) noexcept {
  return std::any_of(findings.begin(), findings.end(),
                     [](mondegreen::finding const& each) { return each.rule->level != severity::note; });
}

MONDEGREEN_INLINE std::string report(std::span<checked const> files, report_form form) {
  switch (form) {
  case report_form::json: return impl::json_report(files);
  case report_form::csv: return impl::csv_report(files);
  case report_form::sarif: return impl::sarif_report(files);
  case report_form::junit: return impl::junit_report(files);
  case report_form::html: return impl::html_report(files);
  case report_form::text: break;
  }
  return impl::text_report(files);
}

} // namespace mondegreen::inline MONDEGREEN_ABI
