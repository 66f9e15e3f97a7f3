// A time as people write it in transcripts, and the times a line begins with.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/source.hpp>

#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// One written time. `12:30` has two fields, `1:02:03` three; three fields are never read as two and some text.
struct clock {
  std::int64_t ms = 0;
  std::uint32_t length = 0; ///< bytes; 0: there is none
  std::uint32_t lead = 0;   ///< the first field's value
  std::uint8_t fields = 0;
  bool padded = false;   ///< the first field has a leading zero or is zero
  bool fraction = false; ///< milliseconds are written
  bool possible = false; ///< seconds, and minutes below hours, are at most 59

  /// Minutes above 59 without hours: possible only in a document that never writes hours.
  bool wide() const noexcept { return fields == 2 && lead > 59; }

  explicit operator bool() const noexcept { return length != 0; }
};

enum class clock_frame : std::uint8_t {
  bare,
  brackets,
  parentheses,
};

enum class clock_gap : std::uint8_t {
  glued, ///< `00:12text`
  space,
  dash,  ///< `00:12 - text`: a separator or a turn, the document decides
  colon, ///< `00:00 – 00:13 : text`
  end,   ///< nothing follows
};

/// The times a line begins with. Offsets are bytes from its start.
struct clock_line {
  clock first;
  clock second; ///< of a range
  clock_frame frame = clock_frame::bare;
  clock_gap gap = clock_gap::end;
  std::uint32_t at = 0;          ///< the first time's first digit
  std::uint32_t after_first = 0; ///< behind the first time, should the second turn out to be text
  std::uint32_t after = 0;       ///< behind all times and their frame, before the gap
  std::uint32_t text = 0;        ///< behind the gap

  explicit operator bool() const noexcept { return first.length != 0; }
};

/// The time that `text` begins with. O(1).
clock read_clock(std::string_view text);

/// The times that a line begins with, after a list bullet or bold marks if there are any. Looks at 200 bytes. O(1).
clock_line read_clock_line(std::string_view line);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/grammar/clock.ipp>
#endif
