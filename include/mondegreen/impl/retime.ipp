#pragma once

#include <mondegreen/impl/retime/moving.hpp>
#include <mondegreen/retime.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

MONDEGREEN_INLINE std::optional<frame_rate> find_frame_rate(std::string_view text) noexcept {
  if (text.ends_with("df")) text.remove_suffix(2);
  double value = 0;
  auto const* const end = text.data() + text.size();
  auto const [stop, wrong] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  if (wrong != std::errc()) return std::nullopt;
  frame_rate found{0, 1};
  if (stop == end) {
    // A rate of NTSC is a whole one, a thousandth slower; people write it with two digits or three.
    auto const whole = std::ceil(value);
    bool const ntsc = whole - value > 0.01 && whole - value < 0.1 && std::abs(value - whole * 1000 / 1001) < 0.006;
    if (ntsc)
      found = {std::llround(whole) * 1000, 1001};
    else if (value < 1 || value > 1000)
      return std::nullopt;
    else
      found = value == whole ? frame_rate{std::llround(value), 1} : frame_rate{std::llround(value * 1000), 1000};
  } else {
    std::int64_t seconds = 0;
    if (*stop != '/' || value != std::floor(value) || value > 1e9) return std::nullopt;
    auto const [last, bad] = std::from_chars(stop + 1, end, seconds);
    if (bad != std::errc() || last != end || seconds < 1 || seconds > 1'000'000) return std::nullopt;
    found = {std::llround(value), seconds};
  }
  if (found.frames < found.seconds || found.frames / found.seconds > 1000) return std::nullopt;
  return found;
}

MONDEGREEN_INLINE timestamp retiming::operator()(timestamp when) const noexcept {
  // A shift alone stays exact where a double does not reach.
  constexpr auto most = static_cast<double>(max_ms);
  auto const moved = static_cast<double>(when.ms) * scale + offset;
  if (!(moved > -most)) return {-max_ms};
  return {moved < most ? std::llround(moved) : max_ms};
}

MONDEGREEN_INLINE retiming shifted(duration by) noexcept { return {1, static_cast<double>(by.ms)}; }

MONDEGREEN_INLINE retiming converted(frame_rate made_for, frame_rate played_at) noexcept {
  return {static_cast<double>(made_for.frames) * static_cast<double>(played_at.seconds) /
              (static_cast<double>(made_for.seconds) * static_cast<double>(played_at.frames)),
          0};
}

MONDEGREEN_INLINE std::optional<retiming> through(timestamp first_is, timestamp first_should, timestamp second_is,
                                                  timestamp second_should) noexcept {
  auto const is = static_cast<double>(second_is.ms) - static_cast<double>(first_is.ms);
  auto const should = static_cast<double>(second_should.ms) - static_cast<double>(first_should.ms);
  if (is == 0 || !(should / is > 0)) return std::nullopt;
  auto const scale = should / is;
  return retiming{scale, static_cast<double>(first_should.ms) - static_cast<double>(first_is.ms) * scale};
}

MONDEGREEN_INLINE std::vector<diagnostic> retime(transcript& text, retiming const& how, interval only) {
  std::vector<diagnostic> told;
  for (auto& each : text.cues)
    if (each.when.start >= only.start && each.when.start < only.end) impl::move_cue(each, how, told);
  return told;
}

namespace impl {

MONDEGREEN_INLINE std::string clock_in_text(timestamp when, bool hours) {
  auto const minutes = when.ms / 60'000;
  auto const rest = fmt::format("{:02}.{:03}", when.ms / 1000 % 60, when.ms % 1000);
  if (minutes < 60 && !hours) return fmt::format("{:02}:{}", minutes, rest);
  return fmt::format("{:02}:{:02}:{}", minutes / 60, minutes % 60, rest);
}

/// "00:12.500" or "1:00:12.500" in a time mark, moved, in the same shape; what is no time stays.
inline void move_mark(std::string& value, retiming const& how) {
  std::int64_t ms = 0;
  std::size_t colons = 0;
  std::int64_t part = 0;
  std::size_t digits_behind = 0;
  bool behind = false;
  for (char const c : value) {
    if (c >= '0' && c <= '9') {
      if (behind && ++digits_behind > 3) return;
      part = part * 10 + (c - '0');
      if (part > max_ms / 3'600'000) return;
    } else if (c == ':' && !behind && colons < 2) {
      ms = (ms + part) * 60;
      part = 0;
      ++colons;
    } else if (c == '.' && !behind && colons > 0) {
      ms = (ms + part) * 1000;
      part = 0;
      behind = true;
    } else {
      return;
    }
  }
  if (digits_behind != 3) return;
  value = clock_in_text(std::max(timestamp{0}, how({ms + part})), colons == 2);
}

MONDEGREEN_INLINE void move_cue(cue& what, retiming const& how, std::vector<diagnostic>& told) {
  auto const moved = [&](timestamp when) { return std::max(timestamp{0}, how(when)); };
  auto const start = how(what.when.start);
  // Times below 0 that were there before are the file's own, and were told when it was read.
  if (start < timestamp{0} && what.when.start >= timestamp{0}) {
    auto const end = how(what.when.end);
    auto const text = fmt::format("the cue at {} would {} {:.3f} s before the start; {}", to_string(what.when.start),
                                  end <= timestamp{0} ? "lie up to" : "begin", static_cast<double>(-start.ms) / 1000,
                                  end <= timestamp{0} ? "it is kept at 0 without length" : "it begins at 0 now");
    told.push_back(make_diagnostic(code::retime_before_start, what.block, text));
  }
  what.when = {moved(what.when.start), moved(what.when.end)};
  for (auto& each : what.words) each.when = {moved(each.when.start), moved(each.when.end)};
  for (auto& each : what.marks)
    if (each.kind == mark_kind::time) move_mark(each.value, how);
}

} // namespace impl

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/retime/synchronization.ipp>
#include <mondegreen/impl/retime/taking.ipp>
#endif
