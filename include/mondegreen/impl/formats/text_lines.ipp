#pragma once

#include <mondegreen/impl/formats/line_scanner.hpp>
#include <mondegreen/impl/formats/text_lines.hpp>
#include <mondegreen/impl/grammar/clock.hpp>
#include <mondegreen/impl/grammar/speaker.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE span trimmed(std::string_view text, std::uint32_t from, std::uint32_t to) noexcept {
  auto const blank = [](char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; };
  while (from < to && blank(text[from])) ++from;
  while (to > from && blank(text[to - 1])) --to;
  return {from, to - from};
}

/// White space as page copies have it: no-break spaces, zero-width spaces and stray byte order marks too.
inline bool is_blank_line(std::string_view line) noexcept {
  for (std::size_t i = 0; i < line.size();) {
    auto const rest = line.substr(i);
    if (line[i] == ' ' || line[i] == '\t' || line[i] == '\f' || line[i] == '\v')
      ++i;
    else if (rest.starts_with("\xC2\xA0"))
      i += 2;
    else if (rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xEF\xBB\xBF"))
      i += 3;
    else
      return false;
  }
  return true;
}

/// A line that may begin with a clock.
struct clock_candidate {
  std::size_t line = 0;
  clock_line time;
  std::uint32_t at = 0; ///< where `time` counts from, in the source
  span name;            ///< in the source
  bool kept = true;

  bool named() const noexcept { return !name.empty(); }

  /// Nobody writes a time of day like this.
  bool sure() const noexcept {
    return time.frame != clock_frame::bare || time.first.fields == 3 || time.first.padded || time.first.fraction ||
           (time.second && time.second.possible);
  }
};

class clock_decision {
public:
  clock_decision(std::string_view text, text_layout& layout, std::vector<diagnostic>& told)
      : text_(text), layout_(layout), told_(told) {}

  void run() {
    collect();
    drop_impossible();
    drop_names();
    drop_strangers();
    if (!is_timed()) return;
    drop_times_of_day();
    set_lines();
  }

private:
  void collect() {
    for (std::size_t i = 0; i < layout_.lines.size(); ++i) {
      auto const where = layout_.lines[i].where;
      auto const line = slice(text_, where);
      // No time stands without a colon; the search keeps prose cheap.
      if (line.substr(0, 100).find(':') == line.npos) continue;
      if (auto const time = read_clock_line(line)) {
        found_.push_back({i, time, where.offset, {}});
      } else if (auto const named = read_speaker_clock(line)) {
        found_.push_back(
            {i, named.time, where.offset + named.at, {where.offset + named.name.offset, named.name.length}});
      }
    }
  }

  /// Seconds above 59, or minutes where hours are written too.
  void drop_impossible() {
    bool const hours = std::any_of(found_.begin(), found_.end(), [](clock_candidate const& each) {
      return each.time.first.fields == 3 && each.time.first.possible;
    });
    for (auto& each : found_) {
      auto const& first = each.time.first;
      each.kept = first.possible && !(first.wide() && hours);
      if (each.kept || each.named()) continue;
      span const clock{each.at + each.time.at, first.length};
      told_.push_back(
          make_diagnostic(code::time_range, clock,
                          "'" + std::string(slice(text_, clock)) + "' is no possible time; the line is read as text"));
    }
    sweep();
  }

  /// A time behind a name counts when the document has several of them, or nothing else.
  void drop_names() {
    std::size_t names = 0;
    for (auto& each : found_) {
      if (!each.named()) continue;
      bool const alone = each.time.gap == clock_gap::end;
      bool const marked = each.time.frame != clock_frame::bare || each.time.first.fields == 3 || each.time.second;
      each.kept = shape_of_name(slice(text_, each.name)).possible && (alone || marked);
      if (each.kept) ++names;
    }
    sweep();
    bool const enough = names >= 2 ? names * 10 >= found_.size() : layout_.lines.size() <= 3;
    if (enough) return;
    for (auto& each : found_)
      if (each.named()) each.kept = false;
    sweep();
  }

  /// Bare times in a document of framed ones, times without hours in one that always writes them.
  void drop_strangers() {
    auto const count = [&](auto&& test) {
      return static_cast<std::size_t>(std::count_if(found_.begin(), found_.end(), test));
    };
    auto const framed = count([](clock_candidate const& c) { return c.time.frame != clock_frame::bare; });
    auto const full = count([](clock_candidate const& c) { return c.time.first.fields == 3; });
    auto const digits = count([&](clock_candidate const& c) { return digit_glued(c); });
    auto const glued = count([](clock_candidate const& c) { return c.time.gap == clock_gap::glued; });
    bool const all_framed = framed >= 2 && framed * 10 >= found_.size() * 8;
    bool const all_full =
        !found_.empty() && found_.front().time.first.fields == 3 && full >= 2 && full * 10 >= found_.size() * 8;
    bool const loose_digits = digits != 0 && glued * 2 < found_.size();
    for (auto& each : found_) {
      bool const bare = each.time.frame == clock_frame::bare;
      if (all_framed && bare && !each.named()) each.kept = false;
      if (all_full && each.time.first.fields == 2 && bare) each.kept = false;
      if (loose_digits && digit_glued(each)) each.kept = false;
    }
    sweep();
  }

  /// Whether what is left is a clock that runs through the document, or a few lines of prose that begin with a time.
  bool is_timed() const {
    auto const lines = layout_.lines.size();
    auto const times = found_.size();
    if (times == 0) return false;
    auto const sure = static_cast<std::size_t>(
        std::count_if(found_.begin(), found_.end(), [](clock_candidate const& c) { return c.sure(); }));
    if (times == 1) return (sure == 1 || found_.front().named()) && lines <= 12;
    std::size_t rising = 0;
    for (std::size_t i = 1; i < times; ++i) rising += start(i - 1) <= start(i) ? 1 : 0;
    bool const runs = rising * 2 >= times - 1;
    // "2:18 - Subject" all the way down, later from line to line, is the list of a show's notes.
    bool const listed = times >= 4 && rising == times - 1 && start(0) < start(times - 1) &&
                        std::all_of(found_.begin(), found_.end(),
                                    [](clock_candidate const& c) { return c.time.gap == clock_gap::dash; });
    if (sure == 0)
      return times * 4 >= lines || (times >= 3 && runs && times * 10 >= lines) || (listed && times * 30 >= lines);
    return times * 5 >= lines || (runs && (times >= 4 || times * 30 >= lines));
  }

  /// "12:30 on mange" on a line of its own between 0:45 and 0:49: far beyond every other time, and the next goes on
  /// from before.
  void drop_times_of_day() {
    std::int64_t largest = -1;
    std::int64_t second = -1;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (start(i) > largest) {
        second = largest;
        largest = start(i);
      } else {
        second = std::max(second, start(i));
      }
    }
    for (std::size_t i = 1; i + 1 < found_.size(); ++i) {
      auto& each = found_[i];
      bool const hour =
          !each.sure() && !each.named() && each.time.first.lead <= 23 && each.time.gap == clock_gap::space;
      bool const alone = start(i) == largest && largest > 2 * second + 60'000;
      if (hour && alone && start(i - 1) <= start(i + 1)) each.kept = false;
    }
    sweep();
  }

  void set_lines() {
    auto const count = [&](auto&& test) {
      return static_cast<std::size_t>(std::count_if(found_.begin(), found_.end(), test));
    };
    auto const ranges = count([](clock_candidate const& c) { return c.time.second && c.time.second.possible; });
    auto const dashes = count([](clock_candidate const& c) { return c.time.gap == clock_gap::dash; });
    auto const with_text = count([](clock_candidate const& c) { return c.time.gap != clock_gap::end; });
    bool const has_ranges = ranges * 2 >= found_.size();
    bool const has_dashes = dashes * 2 >= with_text;
    for (auto const& each : found_) {
      auto& line = layout_.lines[each.line];
      auto time = each.time;
      line.clocked = true;
      line.name = each.name;
      line.start = {time.first.ms};
      std::uint32_t text = time.text;
      if (time.gap == clock_gap::dash && !has_dashes) text = time.after;
      if (time.second && has_ranges && time.second.possible) {
        line.ranged = true;
        line.end = {time.second.ms};
      } else if (time.second) {
        // The dash belongs to the text, or stands between the time and a text that begins with another time.
        text = time.after_first;
        if (has_dashes) {
          auto const rest = slice(text_, line.where).substr(each.at - line.where.offset + text);
          auto const dash = rest.find_first_not_of(" \t");
          text += static_cast<std::uint32_t>(dash + (rest[dash] == '-' ? 1 : 3));
        }
        time.after = time.after_first;
      }
      line.clock = trimmed(text_, each.at, each.at + time.after);
      line.text = trimmed(text_, each.at + text, line.where.end()).offset;
    }
    layout_.timed = true;
  }

  std::int64_t start(std::size_t i) const { return found_[i].time.first.ms; }

  bool digit_glued(clock_candidate const& each) const {
    if (each.time.gap != clock_gap::glued) return false;
    auto const next = text_[each.at + each.time.text];
    return next >= '0' && next <= '9';
  }

  void sweep() {
    std::erase_if(found_, [](clock_candidate const& each) { return !each.kept; });
  }

  std::string_view text_;
  text_layout& layout_;
  std::vector<diagnostic>& told_;
  std::vector<clock_candidate> found_;
};

MONDEGREEN_INLINE text_layout read_text_layout(std::string_view text, std::vector<diagnostic>& told) {
  text_layout layout;
  line_scanner scan(text);
  bool after_blank = true;
  while (!scan.done()) {
    auto const line = scan.next();
    if (is_blank_line(slice(text, line.text))) {
      after_blank = true;
      continue;
    }
    layout.lines.emplace_back();
    layout.lines.back().where = line.text;
    layout.lines.back().next = line.next;
    layout.lines.back().after_blank = after_blank;
    after_blank = false;
  }
  layout.first_line =
      layout.lines.empty() ? static_cast<std::uint32_t>(text.size()) : layout.lines.front().where.offset;
  clock_decision(text, layout, told).run();
  return layout;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
