// What a pull reader (srt.hpp, webvtt.hpp) met in a block: a set of bits, so that finding costs nothing.
#pragma once

#include <mondegreen/config.hpp>

#include <cstdint>

namespace mondegreen::inline MONDEGREEN_ABI {

/// One way in which a block is not as its format wants it. The readers read it all the same.
enum class damage : std::uint32_t {
  no_signature = 1U << 0,        ///< the file does not begin with WEBVTT
  byte_order_mark = 1U << 1,     ///< U+FEFF stands in front of the block
  no_number = 1U << 2,           ///< SubRip: no cue number
  number_on_time_line = 1U << 3, ///< "12 00:00:01,000 --> …"
  indented = 1U << 4,            ///< blanks before the number or the times
  no_blank_line = 1U << 5,       ///< the cue begins right under the text of the one before
  blank_line_inside = 1U << 6,   ///< blank lines within the text, or between its parts
  no_text = 1U << 7,             ///< a cue without text
  no_hours = 1U << 8,            ///< SubRip: "01:02,000"
  digits = 1U << 9,              ///< not two digits in hours, minutes or seconds where two belong
  decimal_sign = 1U << 10,       ///< a dot for a comma, a comma for a dot, or something else
  no_fraction = 1U << 11,        ///< "00:00:01"
  short_fraction = 1U << 12,     ///< one or two digits, read as a decimal fraction
  long_fraction = 1U << 13,      ///< more than three digits, cut to milliseconds
  spaces = 1U << 14,             ///< blanks inside a time, or none around the arrow
  arrow = 1U << 15,              ///< "->", "→" or the like
  negative = 1U << 16,           ///< a time before zero, kept
  out_of_range = 1U << 17,       ///< minutes or seconds above 59, taken as they stand; WebVTT: hours cut to max_ms
  end_before_start = 1U << 18,   ///< kept
  trailing_text = 1U << 19,      ///< something behind the times that is neither coordinates nor settings
  arrow_in_text = 1U << 20,      ///< WebVTT: "-->" in the text of a cue
  bad_time = 1U << 21,           ///< an arrow, but at least one time nobody can read
  truncated = 1U << 22,          ///< the text ends within the times
};

/// A set of them.
struct damages {
  std::uint32_t bits = 0;

  constexpr damages() = default;
  // Implicit: one damage is a set of one.
  constexpr damages(damage one) noexcept // NOLINT(google-explicit-constructor)
      : bits(static_cast<std::uint32_t>(one)) {}

  constexpr bool has(damage one) const noexcept { return (bits & static_cast<std::uint32_t>(one)) != 0; }
  constexpr bool any() const noexcept { return bits != 0; }
  constexpr damages& operator|=(damages more) noexcept { return bits |= more.bits, *this; }
  constexpr damages without(damage one) const noexcept {
    damages rest = *this;
    rest.bits &= ~static_cast<std::uint32_t>(one);
    return rest;
  }
  friend constexpr damages operator|(damages a, damages b) noexcept { return a |= b; }
  friend constexpr bool operator==(damages, damages) = default;
};

constexpr damages operator|(damage a, damage b) noexcept { return damages(a) | damages(b); }

} // namespace mondegreen::inline MONDEGREEN_ABI
