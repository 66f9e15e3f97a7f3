// From the views of a pull reader (srt.hpp, webvtt.hpp) to cues: what both formats share.
#pragma once

#include <mondegreen/damage.hpp>
#include <mondegreen/impl/formats/block_sink.hpp>
#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/impl/text/time_line.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Where a view into `text` stands in it.
inline span span_of(std::string_view text, std::string_view part) noexcept {
  return {static_cast<std::uint32_t>(part.data() - text.data()), static_cast<std::uint32_t>(part.size())};
}

/// The line of `text` that has the byte at `at`.
inline span line_around(std::string_view text, std::uint32_t at) noexcept {
  auto const* const begin = text.data();
  auto const* from = begin + at;
  while (from != begin && !lines::is_line_end(from[-1])) --from;
  auto const* const to = lines::find_line_end(begin + at, begin + text.size());
  return {static_cast<std::uint32_t>(from - begin), static_cast<std::uint32_t>(to - from)};
}

/// What the damage in the form of times is called, by the bit of `damage`; empty for other damage.
inline constexpr auto form_names = [] {
  std::array<std::string_view, 32> names{};
  auto const name = [&](damage what) -> std::string_view& {
    return names[static_cast<std::size_t>(std::countr_zero(static_cast<std::uint32_t>(what)))];
  };
  name(damage::number_on_time_line) = "the cue number stands on the line of the times";
  name(damage::indented) = "blanks stand in front";
  name(damage::no_hours) = "there are no hours";
  name(damage::digits) = "a part has not two digits";
  name(damage::decimal_sign) = "the decimal sign is another one";
  name(damage::no_fraction) = "there are no milliseconds";
  name(damage::short_fraction) = "the fraction has less than three digits";
  name(damage::long_fraction) = "the fraction has more than three digits";
  name(damage::spaces) = "blanks stand inside a time, or none around the arrow";
  name(damage::arrow) = "the arrow is written another way";
  return names;
}();

/// The first kind of damage in `odd` that is the form of times; empty if there is none.
inline std::string_view odd_form(damages odd) noexcept {
  for (auto rest = odd.bits; rest != 0; rest &= rest - 1)
    if (auto const name = form_names[static_cast<std::size_t>(std::countr_zero(rest))]; !name.empty()) return name;
  return {};
}

/// Whether times read as they were can mean nothing else. A fraction of one or two digits is a decimal fraction to some
/// programs and milliseconds to others, "12:30" may be hours and minutes, a minute of 75 a slip of the pen, and where words
/// stand behind the times these may not be all.
inline bool is_certain(damages odd) noexcept {
  return !odd.has(damage::short_fraction) && !odd.has(damage::out_of_range) && !odd.has(damage::negative) &&
         !odd.has(damage::bad_time) && !odd.has(damage::trailing_text) &&
         !(odd.has(damage::no_hours) && odd.has(damage::no_fraction));
}

/// The line above a body if it is "00:00:01,000 --> 00:00:02,000", with `Sign` for the comma, and nothing else; or empty.
template <char Sign>
inline std::string_view canonical_times_above(std::string_view text, std::string_view body) noexcept {
  auto const* const end = lines::end_of_line_before(body.data(), text.data());
  if (end - text.data() < lines::canonical_time_line_length) return {};
  auto const* const from = end - lines::canonical_time_line_length;
  std::int64_t start, stop;
  if (from != text.data() && !lines::is_line_end(from[-1])) return {};
  if (!lines::canonical_time_line<Sign>(from, start, stop)) return {};
  return {from, static_cast<std::size_t>(lines::canonical_time_line_length)};
}

/// Times as the format writes them, with `point` before the milliseconds.
inline std::string canonical_times(interval when, char point) {
  std::string out;
  append_times(out, when, point);
  return out;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
