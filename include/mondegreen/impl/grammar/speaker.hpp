// Who speaks, as transcripts write it at the head of a line.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/impl/grammar/clock.hpp>
#include <mondegreen/source.hpp>

#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// `Name: text`, `Name : text`, `**Name:** text`. Whether it is a name is for the caller to judge.
struct speaker_label {
  span name;
  std::uint32_t text = 0; ///< where the text begins; the text's size if nothing follows
  bool bold = false;      ///< the document marks it as a label

  explicit operator bool() const noexcept { return !name.empty(); }
};

/// `Name  0:12`, `Name: 0:12`, `Name (01:38.692)`, `**Name** [00:00:30] text`, `Name 00:00 – 00:13 : text`.
struct speaker_clock {
  span name;
  clock_line time;      ///< its offsets count from `at`
  std::uint32_t at = 0; ///< where the time or its frame begins

  explicit operator bool() const noexcept { return !name.empty(); }
};

/// The label a text begins with. Looks at 80 bytes. O(1).
speaker_label read_label(std::string_view text);

/// The name and time a line begins with. Looks at 200 bytes. O(1).
speaker_clock read_speaker_clock(std::string_view line);

/// Bytes of the turn mark `>>` or `>>>` and the blanks behind it; 0 if there is none.
std::uint32_t read_turn_mark(std::string_view text);

/// What a label's words look like.
struct name_shape {
  bool possible = false; ///< one to five words with capitals as names have them, no punctuation of a sentence
  bool numbered = false; ///< "Speaker 1", "SPEAKER_01": a recogniser's label
  int words = 0;
};

name_shape shape_of_name(std::string_view name);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/grammar/speaker.ipp>
#endif
