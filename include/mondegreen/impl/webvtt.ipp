#pragma once

#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/impl/text/time_line.hpp>
#include <mondegreen/webvtt.hpp>

#include <algorithm>

namespace mondegreen::inline MONDEGREEN_ABI::impl::webvtt_lines {

/// ASCII whitespace of the specification, inside a line.
constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\f'; }

inline char const* skip_spaces(char const* at, char const* end) noexcept {
  while (at != end && is_space(*at)) ++at;
  return at;
}

inline std::string_view view(char const* from, char const* to) noexcept {
  return {from, static_cast<std::size_t>(to - from)};
}

/// "The string STYLE, followed by nothing but white space".
inline bool is_keyword_line(std::string_view line, std::string_view keyword) noexcept {
  return line.starts_with(keyword) &&
         std::all_of(line.begin() + static_cast<std::ptrdiff_t>(keyword.size()), line.end(), is_space);
}

/// Past the line ends that stand at `at`.
inline char const* skip_empty_lines(char const* at, char const* end) noexcept {
  while (at != end && lines::is_line_end(*at)) ++at;
  return at;
}

/// "Collect a WebVTT timestamp": null if it is none. Hours beyond any use stay at the largest time.
inline char const* collect_timestamp(char const* at, char const* end, std::int64_t& ms, damages& odd) noexcept {
  auto const digits = [&](std::int64_t& value) {
    auto const* const first = at;
    for (value = 0; at != end && lines::is_digit(*at); ++at) value = std::min(value * 10 + (*at - '0'), max_ms);
    return at - first;
  };
  auto const skip = [&](char c) { return at != end && *at == c ? (++at, true) : false; };
  std::int64_t value1, value2, value3, value4;
  // Steps 2 to 5: a first number that is not two digits up to 59 can only be hours.
  auto const length = digits(value1);
  if (length == 0) return nullptr;
  bool const hours = length != 2 || value1 > 59;
  // Steps 6 and 7.
  if (!skip(':') || digits(value2) != 2) return nullptr;
  // Step 8.
  if (hours || (at != end && *at == ':')) {
    if (!skip(':') || digits(value3) != 2) return nullptr;
  } else {
    value3 = value2;
    value2 = value1;
    value1 = 0;
  }
  // Steps 9 to 11.
  if (!skip('.') || digits(value4) != 3 || value2 > 59 || value3 > 59) return nullptr;
  // Step 12.
  if (value1 > max_ms / 3'600'000 - 1) {
    ms = max_ms;
    odd |= damage::out_of_range;
  } else {
    ms = ((value1 * 60 + value2) * 60 + value3) * 1000 + value4;
  }
  return at;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::webvtt_lines

namespace mondegreen::inline MONDEGREEN_ABI::webvtt {

MONDEGREEN_INLINE reader::reader(std::string_view text, reading_mode mode) noexcept
    : begin_(text.data()), at_(text.data()), end_(text.data() + text.size()), mode_(mode) {}

MONDEGREEN_INLINE bool reader::next(block_view& block) noexcept {
  if (at_ == end_) return false;
  block = {};
  if (under_text_) block.odd = damage::no_blank_line;
  char const* next = nullptr;
  if (!header_read_) {
    header_read_ = true;
    next = read_header(block);
  } else if (auto const* const first = impl::webvtt_lines::skip_empty_lines(at_, end_); first != end_) {
    next = read_block(first, block);
  } else {
    block.kind = block_kind::unknown; // a text of empty lines, without a header
    next = end_;
  }
  // Parser, steps 13 and 14.6: collect the line feeds.
  auto const* const behind = impl::webvtt_lines::skip_empty_lines(next, end_);
  under_text_ = next == behind && next != at_;
  block.offset = static_cast<std::uint64_t>(at_ - begin_);
  block.length = static_cast<std::uint64_t>(behind - at_);
  at_ = behind;
  return true;
}

/// Parser, steps 4 to 12.
MONDEGREEN_INLINE char const* reader::read_header(block_view& block) noexcept {
  block.kind = block_kind::header;
  // Decoding takes a byte order mark off.
  auto const* line = at_;
  if (impl::webvtt_lines::view(line, end_).starts_with("\xEF\xBB\xBF")) line += 3;
  // Steps 4 to 7: the signature, and behind it white space or nothing.
  auto const text = impl::webvtt_lines::view(line, end_);
  bool const signature = text.starts_with("WEBVTT") &&
                         (text.size() == 6 || text[6] == ' ' || text[6] == '\t' || impl::lines::is_line_end(text[6]));
  if (!signature) {
    block.odd = damage::no_signature;
    if (mode_ == reading_mode::lenient) return line;
    block.kind = block_kind::unknown;
    block.body = text;
    return end_;
  }
  // Steps 8 to 11: the rest of the line is ignored.
  auto const* const line_end = impl::lines::find_line_end(line, end_);
  auto const* const second = impl::lines::skip_line_end(line_end, end_);
  // Step 12: a block with the in header flag set, in which no line is a cue's.
  auto const* const next = read_lines(second, block);
  block.body = impl::webvtt_lines::view(line, block.body.empty() ? line_end : block.body.data() + block.body.size());
  return next;
}

/// "Collect a WebVTT block", with the in header flag not set; `from` is at a line that is not empty.
MONDEGREEN_INLINE char const* reader::read_block(char const* from, block_view& block) noexcept {
  // Step 4 for line count 1: a line with an arrow makes the block a cue.
  if (auto const* const payload = read_canonical_timings(from, block)) return read_lines(payload, block);
  auto const first = read_line(from);
  auto const* const second = impl::lines::skip_line_end(first.end, end_);
  if (first.arrow) {
    read_timings(from, first.end, block);
    return read_lines(second, block);
  }
  auto const above = impl::webvtt_lines::view(from, first.end);
  // Step 4 for line count 2: a line with an arrow makes it a cue whose identifier is the line above.
  if (second != end_ && !impl::lines::is_line_end(*second)) {
    auto const* payload = read_canonical_timings(second, block);
    if (payload == nullptr) {
      auto const line = read_line(second);
      if (line.arrow) {
        read_timings(second, line.end, block);
        payload = impl::lines::skip_line_end(line.end, end_);
      }
    }
    if (payload != nullptr) {
      block.id = above;
      return read_lines(payload, block);
    }
    // Step 6.1: style sheets and regions, while no cue has been seen.
    if (!seen_cue_ &&
        (impl::webvtt_lines::is_keyword_line(above, "STYLE") || impl::webvtt_lines::is_keyword_line(above, "REGION"))) {
      block.kind = above.front() == 'S' ? block_kind::style : block_kind::region;
      return read_lines(second, block);
    }
  }
  block.kind = above.starts_with("NOTE") && (above.size() == 4 || impl::webvtt_lines::is_space(above[4]))
                   ? block_kind::note
                   : block_kind::unknown;
  return read_lines(from, block);
}

/// The lines from `from` up to an empty line or one that begins another block (steps 4 and 5), as the block's body.
/// Returns where the search ended: at the empty line, or at the beginning of the other one.
MONDEGREEN_INLINE char const* reader::read_lines(char const* from, block_view& block) noexcept {
  if (from == end_ || impl::lines::is_line_end(*from)) {
    block.body = impl::webvtt_lines::view(from, from);
    return from;
  }
  for (auto const* at = from;;) {
    auto const* const stop = impl::lines::scan<impl::lines::at_empty_line_or_arrow>(at, end_);
    auto const* const next = stop == end_ ? end_ : stop + 1;
    if (stop == end_ || *stop == '\n' || next == end_ || *next == '\r') {
      block.body = impl::webvtt_lines::view(from, impl::lines::end_of_line_before(next, from));
      return next;
    }
    at = next;
    if (*stop == '\r') continue;
    bool const full_arrow = stop != from && stop[-1] == '-';
    if (mode_ == reading_mode::strict && !full_arrow) continue;
    auto const* line = stop;
    while (line != from && !impl::lines::is_line_end(line[-1])) --line;
    auto const* const line_end = impl::lines::find_line_end(stop, end_);
    if (mode_ == reading_mode::strict || impl::lines::loose_time_line(line, line_end, '.').complete()) {
      block.body = impl::webvtt_lines::view(from, impl::lines::end_of_line_before(line, from));
      return line;
    }
    // An arrow without times is text.
    if (full_arrow) block.odd |= damage::arrow_in_text;
    at = line_end;
  }
}

/// The line at `from`, and whether it has the arrow of a cue's times. Read leniently, other arrows count between times.
MONDEGREEN_INLINE reader::scanned_line reader::read_line(char const* from) const noexcept {
  for (auto const* at = from;;) {
    auto const* const stop = impl::lines::scan<impl::lines::at_line_end_or_arrow>(at, end_);
    if (stop == end_ || *stop != '-') return {stop, false};
    if (stop != from && stop[-1] == '-') return {impl::lines::find_line_end(stop, end_), true};
    if (mode_ == reading_mode::lenient) {
      auto const* const line_end = impl::lines::find_line_end(stop, end_);
      return {line_end, impl::webvtt_lines::view(from, line_end).find("-->") != std::string_view::npos ||
                            impl::lines::loose_time_line(from, line_end, '.').complete()};
    }
    at = stop + 1;
  }
}

/// `00:00:00.000 --> 00:00:00.000` in a few comparisons. Returns where the payload begins, or null.
MONDEGREEN_INLINE char const* reader::read_canonical_timings(char const* from, block_view& block) noexcept {
  if (end_ - from < impl::lines::canonical_time_line_length ||
      !impl::lines::canonical_time_line<'.'>(from, block.when.start.ms, block.when.end.ms))
    return nullptr;
  auto const* const rest = from + impl::lines::canonical_time_line_length;
  auto const* line_end = rest;
  if (rest != end_ && impl::lines::is_digit(*rest)) return nullptr; // a fourth digit
  if (rest != end_ && !impl::lines::is_line_end(*rest)) {
    line_end = impl::lines::find_line_end(rest, end_);
    set_settings(rest, line_end, block);
  }
  begin_cue(block);
  return impl::lines::skip_line_end(line_end, end_);
}

/// "Collect WebVTT cue timings and settings". What it cannot read makes the block a broken one.
MONDEGREEN_INLINE void reader::read_timings(char const* from, char const* line_end, block_view& block) noexcept {
  damages odd;
  auto const skip_arrow = [&](char const* at) -> char const* {
    return impl::webvtt_lines::view(at, line_end).starts_with("-->") ? at + 3 : nullptr;
  };
  // Steps 3 and 4: the start.
  auto const* at = impl::webvtt_lines::skip_spaces(from, line_end);
  at = impl::webvtt_lines::collect_timestamp(at, line_end, block.when.start.ms, odd);
  // Steps 5 to 8: the arrow.
  if (at != nullptr) at = skip_arrow(impl::webvtt_lines::skip_spaces(at, line_end));
  // Steps 9 and 10: the end.
  if (at != nullptr)
    at = impl::webvtt_lines::collect_timestamp(impl::webvtt_lines::skip_spaces(at, line_end), line_end,
                                               block.when.end.ms, odd);
  if (at == nullptr && mode_ == reading_mode::lenient) {
    auto const loose = impl::lines::loose_time_line(from, line_end, '.');
    if (loose.complete()) {
      block.when = {{loose.start}, {loose.end}};
      odd = loose.odd;
      at = loose.rest;
    }
  }
  if (at == nullptr) {
    block.kind = block_kind::broken;
    block.when = {};
    block.odd |= damage::bad_time;
    block.settings = impl::webvtt_lines::view(from, line_end);
    return;
  }
  block.odd |= odd;
  // Steps 11 and 12: the rest of the line is its settings.
  set_settings(at, line_end, block);
  begin_cue(block);
}

MONDEGREEN_INLINE void reader::set_settings(char const* from, char const* line_end, block_view& block) noexcept {
  from = impl::webvtt_lines::skip_spaces(from, line_end);
  while (line_end != from && impl::webvtt_lines::is_space(line_end[-1])) --line_end;
  block.settings = impl::webvtt_lines::view(from, line_end);
}

MONDEGREEN_INLINE void reader::begin_cue(block_view& block) noexcept {
  block.kind = block_kind::cue;
  if (block.when.end < block.when.start) block.odd |= damage::end_before_start;
  seen_cue_ = true;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::webvtt
