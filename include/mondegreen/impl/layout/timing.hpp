// When cues are shown: times of words, and the times of cues within what a profile allows.
#pragma once

#include <mondegreen/cue.hpp>
#include <mondegreen/impl/layout/units.hpp>
#include <mondegreen/profile.hpp>
#include <mondegreen/timestamp.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// When the units of a cue are said, in milliseconds. Units that have words with times have theirs; others share the time
/// that is left by their length: characters + 2, a comma 4, a full stop 10 more (median error 250 ms inside a sentence,
/// against 330 ms by the number of words). `where` is the cue's text in the passage that `units` and `words` stand in.
void time_units(std::span<unit const> units, std::span<word const> words, interval when,
                std::vector<std::int64_t>& starts, std::vector<std::int64_t>& ends);

/// How long a text must stand to be read, by all that the profile says about it, at least its least duration and at most
/// its longest. Line ends count as nothing.
std::int64_t reading_need(std::string_view text, profile const& rules);
/// The same by number of characters and words.
std::int64_t reading_need(std::uint32_t characters, std::uint32_t words, profile const& rules);

/// A cue and which of its times may move.
struct timed_cue {
  interval when{};
  std::int64_t need = 0;    ///< what `reading_need` said
  std::int64_t silence = 0; ///< that stays between it and the next one: who speaks pauses in the middle of a sentence
  bool soft_start = false;  ///< interpolated; else it is the source's
  bool soft_end = false;
};

/// What the times of cues must keep to.
struct time_rules {
  std::int64_t least = 0;
  std::int64_t most = 0; ///< 0: none
  std::int64_t gap = 0;
  std::int64_t closed_below = 0;
  bool overlaps = false;
  double frame_rate = 0;              ///< 0: no frames, whole milliseconds
  std::int64_t shot_in = 0;           ///< ms around a cut within which a beginning moves to it
  std::int64_t shot_out = 0;          ///< ms around a cut within which an end moves before it
  std::span<timestamp const> shots{}; ///< in order

  explicit time_rules(profile const& rules, double rate = 0, std::span<timestamp const> cuts = {});
};

/// Gives cues times within the rules, in file order: ends reach into silence, gaps are kept or closed, cuts of the film and
/// frames are kept to. A time of the source that breaks no rule stays; a soft one may move by half a second. No cue comes to
/// lie over another. What cannot be kept (60 cues in one second) stays as near as it can. O(cues).
void fit_times(std::span<timed_cue> cues, time_rules const& rules);

/// The cut nearest to a time; false if there is none within `reach` milliseconds.
bool near_cut(std::span<timestamp const> cuts, std::int64_t at, std::int64_t reach, std::int64_t& found);

/// The time of the frame nearest to a time, at frames a second; 23.976, 29.97 and 59.94 are 24, 30 and 60 / 1.001.
std::int64_t nearest_frame(std::int64_t ms, double rate) noexcept;

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/layout/timing.ipp>
#endif
