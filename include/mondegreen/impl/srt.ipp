#pragma once

#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/impl/text/time_line.hpp>
#include <mondegreen/srt.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::srt_lines {

/// Past U+FEFF at `at`, if it stands there.
inline char const* skip_byte_order_mark(char const* at, char const* end) noexcept {
  return end - at >= 3 && std::string_view(at, 3) == "\xEF\xBB\xBF" ? at + 3 : at;
}

/// A number, a sign, or a byte order mark: what a head can begin with.
inline bool may_begin_head(char const* at, char const* end) noexcept {
  return static_cast<unsigned char>(*at) <= '9' || skip_byte_order_mark(at, end) != at;
}

/// Behind the blank lines that stand at `at`, at the beginning of a line.
inline char const* skip_blank_lines(char const* at, char const* end) noexcept {
  while (at != end) {
    auto const* const behind = lines::skip_blanks(at, end);
    if (behind == end) return end;
    if (!lines::is_line_end(*behind)) return at;
    at = lines::skip_line_end(behind, end);
  }
  return end;
}

/// Where the last line of text ends that stands before `at`, without blank lines.
inline char const* end_of_text_before(char const* at, char const* from) noexcept {
  for (;;) {
    auto const* const line_end = lines::end_of_line_before(at, from);
    auto const* text_end = line_end;
    while (text_end != from && lines::is_blank(text_end[-1])) --text_end;
    if (text_end == from) return from;
    if (!lines::is_line_end(text_end[-1])) return line_end;
    at = text_end;
  }
}

/// Whether what stands behind the times is of the kind "X1:100 X2:200" or "align:start", and not words.
inline bool looks_like_settings(std::string_view text) noexcept {
  auto const colon = text.find(':');
  auto const blank = text.find_first_of(" \t");
  return colon != text.npos && colon > 0 && colon + 1 < text.size() && (blank == text.npos || colon < blank) &&
         text[colon + 1] != ' ';
}

/// "00:00:0": nothing but what a time is made of up to the end of the text.
inline bool ends_within_time(char const* at, char const* end) noexcept {
  bool colon = false;
  for (; at != end; ++at) {
    if (*at == ':')
      colon = true;
    else if (!lines::is_digit(*at) && *at != ',' && *at != '.' && *at != '-' && *at != ' ')
      return false;
  }
  return colon;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::srt_lines

namespace mondegreen::inline MONDEGREEN_ABI::srt {

MONDEGREEN_INLINE reader::reader(std::string_view text) noexcept
    : begin_(text.data()), at_(text.data()), end_(text.data() + text.size()) {
  // The byte order mark and blank lines at the very beginning belong to the first block.
  auto const* const first = impl::srt_lines::skip_blank_lines(impl::srt_lines::skip_byte_order_mark(at_, end_), end_);
  if (first == end_ || !read_head(first, true)) return;
  if (impl::srt_lines::skip_byte_order_mark(at_, end_) != at_) head_.odd |= damage::byte_order_mark;
  head_.from = at_;
}

/// A number and a time line, as a good file has them, in a few comparisons.
MONDEGREEN_INLINE bool reader::read_head(char const* at, bool after_blank) noexcept {
  auto const* number_end = at;
  while (number_end != end_ && impl::lines::is_digit(*number_end)) ++number_end;
  auto const* const times = impl::lines::skip_line_end(number_end, end_);
  if (number_end == at || times == number_end || end_ - times <= impl::lines::canonical_time_line_length ||
      !impl::lines::is_line_end(times[impl::lines::canonical_time_line_length]) ||
      !impl::lines::canonical_time_line<','>(times, head_.when.start.ms, head_.when.end.ms))
    return read_head_with_care(at, after_blank);
  auto const* const behind = times + impl::lines::canonical_time_line_length;
  head_.from = at;
  head_.body = impl::lines::skip_line_end(behind, end_);
  head_.id = at;
  head_.id_end = number_end;
  head_.coordinates = head_.coordinates_end = behind;
  head_.odd = after_blank ? damages() : damages(damage::no_blank_line);
  if (head_.when.end < head_.when.start) head_.odd |= damage::end_before_start;
  head_.kind = block_kind::cue;
  return true;
}

MONDEGREEN_INLINE bool reader::read_head_with_care(char const* at, bool after_blank) noexcept {
  head found;
  found.from = at;
  auto const* const mark = impl::lines::skip_blanks(at, end_);
  auto const* const behind_mark = impl::srt_lines::skip_byte_order_mark(mark, end_);
  if (behind_mark != mark) found.odd |= damage::byte_order_mark;
  auto const* const number = impl::lines::skip_blanks(behind_mark, end_);
  if (mark != at || number != behind_mark) found.odd |= damage::indented;
  if (!after_blank) found.odd |= damage::no_blank_line;

  auto const* number_end = number;
  while (number_end != end_ && impl::lines::is_digit(*number_end)) ++number_end;
  auto const* times = impl::lines::skip_blanks(number_end, end_);
  if (number_end != number && times != end_ && impl::lines::is_line_end(*times)) {
    found.id = number;
    found.id_end = number_end;
    times = impl::lines::skip_line_end(times, end_);
    // Files whose every line end was doubled have a blank line here too; a number that is text has text above it.
    if (after_blank) {
      auto const* const behind_blanks = impl::srt_lines::skip_blank_lines(times, end_);
      if (behind_blanks != times) found.odd |= damage::blank_line_inside;
      times = behind_blanks;
    }
  } else {
    found.odd |= damage::no_number;
    if (number_end != number && times != number_end && times != end_ && impl::lines::is_digit(*times)) {
      found.id = number;
      found.id_end = number_end;
      found.odd = found.odd.without(damage::no_number) | damage::number_on_time_line;
    } else {
      times = number;
    }
  }
  if (!read_arrow_line(times, after_blank, found)) return false;
  head_ = found;
  return true;
}

/// The line with the times. False if it is a line of text.
MONDEGREEN_INLINE bool reader::read_arrow_line(char const* at, bool after_blank, head& found) noexcept {
  bool const numbered = found.id != nullptr && !found.odd.has(damage::number_on_time_line);
  impl::lines::time_line const times = impl::lines::loose_time_line(at, end_, ',');
  bool const expected = after_blank || numbered;
  char const* line_end = nullptr;
  if (!times.complete()) {
    if (found.odd.has(damage::number_on_time_line)) return false;
    bool const half = times.arrow_read && (times.start_read || times.end_read) && expected;
    // "00:0x:03,000 --> …": with its number over it, it cannot be anything else.
    auto const* const first = impl::lines::skip_blanks(at, end_);
    bool const begins_so = first != end_ && (impl::lines::is_digit(*first) || *first == '-');
    if (!half && !(numbered && begins_so)) return false;
    line_end = impl::lines::find_line_end(at, end_);
    std::string_view const line(at, static_cast<std::size_t>(line_end - at));
    if (!half && line.find("->") == line.npos) {
      if (line_end != end_ || !after_blank || !impl::srt_lines::ends_within_time(first, end_)) return false;
      found.odd |= damage::truncated;
    }
    found.kind = block_kind::broken;
    found.odd |= times.odd | damage::bad_time;
    if (line_end == end_) found.odd |= damage::truncated;
    found.when.start.ms = times.start_read ? times.start : times.end;
    found.when.end.ms = times.end_read ? times.end : times.start;
    found.coordinates = at;
    found.coordinates_end = line_end;
  } else {
    if (times.weak() && !expected) return false;
    found.when = {{times.start}, {times.end}};
    found.odd |= times.odd;
    if (impl::lines::skip_blanks(at, end_) != at) found.odd |= damage::indented;
    line_end = impl::lines::find_line_end(times.rest, end_);
    found.coordinates = impl::lines::skip_blanks(times.rest, line_end);
    found.coordinates_end = line_end;
    while (found.coordinates_end != found.coordinates && impl::lines::is_blank(found.coordinates_end[-1]))
      --found.coordinates_end;
    std::string_view const rest(found.coordinates, static_cast<std::size_t>(found.coordinates_end - found.coordinates));
    if (!rest.empty() && !impl::srt_lines::looks_like_settings(rest)) found.odd |= damage::trailing_text;
  }
  found.body = impl::lines::skip_line_end(line_end, end_);
  return true;
}

/// Times without a number were found right under a line of text. Where two files were pasted together that line is, or
/// ends in, a byte order mark and the number.
MONDEGREEN_INLINE void reader::claim_number_above(char const* body) noexcept {
  if (head_.id != nullptr) return;
  auto const* const line_end = impl::lines::end_of_line_before(head_.from, body);
  auto const* number_end = line_end;
  while (number_end != body && impl::lines::is_blank(number_end[-1])) --number_end;
  auto const* number = number_end;
  while (number != body && impl::lines::is_digit(number[-1])) --number;
  if (number == number_end || number - body < 3 || impl::srt_lines::skip_byte_order_mark(number - 3, end_) != number)
    return;
  head_.id = number;
  head_.id_end = number_end;
  head_.from = number - 3;
  head_.odd = head_.odd.without(damage::no_number) | damage::byte_order_mark;
}

/// Reads on from the beginning of a line until the next block begins, and returns where. Sets the block's body, and
/// `head_` for the next block.
MONDEGREEN_INLINE char const* reader::read_body(char const* from, cue_view& block) noexcept {
  auto const* first = from;    // of the text
  auto const* text_end = from; // of the last line that is not blank
  auto const* line = from;
  bool text_seen = false;
  head_.from = nullptr;
  auto const body = [&] {
    block.body = {first, static_cast<std::size_t>(text_end - first)};
    if (text_end == first && block.kind != block_kind::stray) block.odd |= damage::no_text;
  };
  while (line != end_) {
    // `line` begins a line.
    auto const* const behind_blanks = impl::lines::skip_blanks(line, end_);
    if (behind_blanks == end_ || impl::lines::is_line_end(*behind_blanks)) {
      auto const* const next = impl::srt_lines::skip_blank_lines(line, end_);
      if (next == end_) break;
      if (read_head(next, true)) {
        body();
        return next;
      }
      block.odd |= damage::blank_line_inside;
      if (!text_seen) first = next;
      line = next;
    } else if (impl::srt_lines::may_begin_head(behind_blanks, end_) && read_head(line, false)) {
      if (head_.from == line) claim_number_above(first);
      if (head_.from < line) text_end = impl::srt_lines::end_of_text_before(head_.from, first);
      body();
      return head_.from;
    }
    text_seen = true;
    auto const* const stop = impl::lines::scan<impl::lines::at_line_end_before_low>(line, end_);
    line = stop == end_ ? end_ : stop + 1;
    text_end = impl::lines::end_of_line_before(line, first);
  }
  if (text_seen && text_end == end_) text_end = impl::lines::end_of_line_before(end_, first);
  body();
  return end_;
}

MONDEGREEN_INLINE bool reader::next(cue_view& block) noexcept {
  if (at_ == end_) return false;
  auto const between = [](char const* from, char const* to) {
    return std::string_view(from, static_cast<std::size_t>(to - from));
  };
  char const* body = nullptr;
  if (head_.from == at_) {
    block.kind = head_.kind;
    block.odd = head_.odd;
    block.when = head_.when;
    block.id = between(head_.id, head_.id_end);
    block.coordinates = between(head_.coordinates, head_.coordinates_end);
    body = head_.body;
  } else {
    block = {};
    block.kind = block_kind::stray;
    body = impl::srt_lines::skip_blank_lines(impl::srt_lines::skip_byte_order_mark(at_, end_), end_);
  }
  auto const* const next = read_body(body, block);
  block.offset = static_cast<std::uint64_t>(at_ - begin_);
  block.length = static_cast<std::uint64_t>(next - at_);
  at_ = next;
  return true;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::srt
