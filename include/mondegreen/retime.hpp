// Moving times: shifts, other frame rates, two points, times taken from another file, subtitles put beside others.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/timestamp.hpp>
#include <mondegreen/transcript.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// Frames a second, exactly: 23.976 is 24000 in 1001 seconds.
struct frame_rate {
  std::int64_t frames = 25;
  std::int64_t seconds = 1;

  friend bool operator==(frame_rate, frame_rate) = default;
};

/// "25", "23.976", "29.97", "59.94", "24000/1001"; 23.98, 29.97 and the like mean the rates of NTSC, and a "df" behind them
/// (drop-frame counts frames otherwise, at the same rate) nothing. Nothing below 1 or above 1,000.
std::optional<frame_rate> find_frame_rate(std::string_view text) noexcept;

/// What becomes of a time: a straight line. The default leaves it alone.
struct retiming {
  double scale = 1;  ///< above 0
  double offset = 0; ///< in milliseconds, added after scaling

  /// To the nearest millisecond, within ±2^53 ms.
  timestamp operator()(timestamp when) const noexcept;
};

/// Later by `by`, or earlier.
retiming shifted(duration by) noexcept;

/// For subtitles made for a film at `made_for` that is now played at `played_at`: 25 for 23.976 makes times 4.27 % longer.
retiming converted(frame_rate made_for, frame_rate played_at) noexcept;

/// Where two lines are, and where they should be. Nothing if the two are at the same time, or would change places.
std::optional<retiming> through(timestamp first_is, timestamp first_should, timestamp second_is,
                                timestamp second_should) noexcept;

/// All the time there is.
inline constexpr interval always{{-max_ms}, {max_ms + 1}};

/// Moves the cues that start in `only`, with the times of their words and the time marks in their text. What would come to
/// lie before 0 begins at 0, and is told (`retime.before-start`). O(cues + words).
std::vector<diagnostic> retime(transcript& text, retiming const& how, interval only = always);

/// What `take_times` did.
struct taken_times {
  std::size_t words = 0;   ///< of the text
  std::size_t matched = 0; ///< of them those that the timed file has, too
  std::vector<diagnostic> diagnostics{};
};

/// Gives the words and cues of `text` the times they have in `timed`: for a transcript that was corrected, translated back
/// or cut into other cues after its times were made. Words are compared without case, accents and punctuation; runs that
/// stand once in both files are anchors, and between them the words are aligned with the fewest changes. A word that
/// `timed` has not got shares the time between its neighbours by its length and has a confidence of 0; more than ten such words in a row are told
/// (`retime.unmatched`). Where `timed` has no times for words, those of a cue share the cue's time by their length.
/// Times `text` had before do not matter. About linear; memory is bounded by 16 MiB beyond the texts.
taken_times take_times(transcript& text, transcript const& timed);

/// How `synchronize` searches.
struct sync_options {
  duration most{300'000};  ///< no cue is moved further, at most 6 hours
  double split_cost = 3;   ///< what a place where the shift changes costs, in cues that then fit no better
  bool splits = true;      ///< false: one shift for all
  bool frame_rates = true; ///< also try what other frame rates make of the times
};

/// A run of cues that were moved alike.
struct sync_part {
  std::size_t first = 0; ///< cue
  std::size_t count = 0;
  retiming how{};
};

/// What `synchronize` did.
struct sync_result {
  std::vector<sync_part> parts{}; ///< in the order of the cues; none if nothing could be done
  double fit = 0; ///< 0-1: how much of the cues' time lies within a cue of the reference, and the other way
  std::vector<diagnostic> diagnostics{};
};

/// Moves cues so that they are shown when those of `reference` are, in whatever language: by one shift, or by several
/// where a scene was cut or added, after Kaegi, "Automatic subtitle synchronization" (alass, 2019): a dynamic program over cues
/// and shifts that weighs fit against splits. O(cues × shifts), at most some 10^8 steps; then each part is moved to where
/// most of its cues begin with one of the reference.
sync_result synchronize(transcript& text, transcript const& reference, sync_options const& options = {});

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/retime.ipp>
#endif
