// The line with an arrow between two times: "00:00:01,000 --> 00:00:02,000 align:start".
#pragma once

#include <mondegreen/source.hpp>
#include <mondegreen/timestamp.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// In what an arrow line departs from `hh:mm:ss,mmm --> hh:mm:ss,mmm` (a set of bits).
enum class arrow_form : std::uint16_t {
  none = 0,
  dot = 1U << 0U,             ///< a dot before the milliseconds
  comma = 1U << 1U,           ///< a comma
  no_hours = 1U << 2U,        ///< minutes and seconds only
  no_fraction = 1U << 3U,     ///< whole seconds
  fraction = 1U << 4U,        ///< not three digits behind the dot or comma
  digits = 1U << 5U,          ///< minutes or seconds with another number of digits than two
  spaces = 1U << 6U,          ///< inside a time
  arrow = 1U << 7U,           ///< another arrow than "-->"
  negative = 1U << 8U,        ///< a time before zero
  one_hour_digit = 1U << 10U, ///< hours with a single digit
  range = 1U << 9U,           ///< minutes or seconds above 59
};

constexpr arrow_form operator|(arrow_form a, arrow_form b) noexcept {
  return static_cast<arrow_form>(static_cast<std::uint16_t>(a) | static_cast<std::uint16_t>(b));
}

constexpr bool any(arrow_form set, arrow_form of) noexcept {
  return (static_cast<std::uint16_t>(set) & static_cast<std::uint16_t>(of)) != 0;
}

/// An arrow line taken apart.
struct arrow_line {
  interval when;
  arrow_form form = arrow_form::none;
  span settings; ///< what follows the times, without blanks around it; in the line
};

/// Reads an arrow line (without its line end), tolerantly: `form` says in what. Nothing if it is none, or if a time is
/// beyond `max_ms`. O(line).
std::optional<arrow_line> read_arrow_line(std::string_view line);

/// True if times in this form are WebVTT as its specification has them.
constexpr bool is_webvtt_form(arrow_form form) noexcept {
  return !any(form, arrow_form::comma | arrow_form::no_fraction | arrow_form::fraction | arrow_form::digits |
                        arrow_form::spaces | arrow_form::arrow | arrow_form::negative | arrow_form::range);
}

/// The same for SubRip; hours of more than two digits are fine.
constexpr bool is_srt_form(arrow_form form) noexcept {
  return !any(form, arrow_form::dot | arrow_form::no_hours | arrow_form::no_fraction | arrow_form::fraction |
                        arrow_form::digits | arrow_form::spaces | arrow_form::arrow | arrow_form::one_hour_digit);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/grammar/arrow.ipp>
#endif
