// The lines of a pasted transcript, and which of them begin with a clock: decided once for the whole document, because no
// single line can tell a clock from a time of day.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/source.hpp>
#include <mondegreen/timestamp.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A line that is not blank.
struct text_line {
  span where;               ///< without its line end
  std::uint32_t next = 0;   ///< where the next line begins
  bool after_blank = false; ///< a blank line, or the beginning of the text, stands above
  bool clocked = false;     ///< it begins a cue; then:
  std::uint32_t text = 0;   ///< where the cue's text begins, in the source
  span clock;               ///< the times as written, in the source
  span name;                ///< before the time, in the source; or empty
  timestamp start;
  timestamp end; ///< when `ranged`
  bool ranged = false;
};

struct text_layout {
  std::vector<text_line> lines;
  std::uint32_t first_line = 0; ///< where the first line that is not blank begins
  bool timed = false;
};

/// Splits the text and decides which lines begin with a clock. O(text).
text_layout read_text_layout(std::string_view text, std::vector<diagnostic>& told);

/// The text of a line from `from` on, without blanks around it.
span trimmed(std::string_view text, std::uint32_t from, std::uint32_t to) noexcept;

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/text_lines.ipp>
#endif
