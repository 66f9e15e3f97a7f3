// The rules a client or broadcaster has for subtitles: how long, how fast, how spelled.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/result.hpp>
#include <mondegreen/source.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// A set of rules. Each is one key of the profile's TOML file (docs/profiles.md); a number of 0 and an empty text mean that
/// there is no such rule.
///
/// The library's profiles are the files under `impl/profiles`, each with the pages its numbers come from.
struct profile {
  std::string id{};       ///< "netflix-fr": what `--profile` takes
  std::string name{};     ///< "Netflix, French"
  std::string inherits{}; ///< the id of the profile whose rules hold where this one says nothing
  std::string language{}; ///< BCP 47; empty: any
  std::string source{};   ///< where the rules are written

  // Lines
  double characters = 42;  ///< of a line
  bool full_width = false; ///< `characters` are full-width ones of East Asia, of which a Latin letter is half
  int lines = 2;           ///< of a cue
  bool one_line = true;    ///< what fits on one line stands on one
  int shortest_line = 0;   ///< per cent of the other line of the cue
  // Reading
  double characters_a_second = 17; ///< spaces and marks count, line ends do not
  double words_a_minute = 0;
  int ms_a_word = 0; ///< the least a word is shown
  // Durations, in milliseconds
  int least_duration = 833;
  int most_duration = 7000;
  // Gaps between cues: the greater of frames and milliseconds
  int gap_frames = 0;
  int gap_ms = 0;
  int chain_below = 0;   ///< ms: a gap that is smaller is closed to the least gap
  bool overlaps = false; ///< cues may lie over one another
  double frame_rate = 0; ///< frames a second; 0: not known, and frames are counted at 24
  // Shot changes, in frames
  int shot_in = 0;  ///< a cue that begins up to so many frames around a cut begins with it
  int shot_out = 0; ///< one that ends up to so many frames around a cut ends the least gap before it
  // Spelling
  std::string dialogue{};         ///< how a speaker's line begins: "-" or "- "
  std::string ellipsis{};         ///< "…" or "..."; the other is a finding
  std::string glyphs{};           ///< a glyph list by name: "netflix-latin"
  std::string spaces{};           ///< "french": a space before ? ! : ; », none before , .; "plain": none before any
  std::string thin_space{};       ///< what stands before French marks: "U+00A0", "U+202F" or "any"
  std::string brackets{};         ///< what sounds stand in: "[]" or "()"
  std::string music{};            ///< what begins and ends sung lines: "♪"
  bool italics = true;            ///< italics are allowed
  bool continuation_dots = false; ///< a sentence that goes on in the next cue ends with an ellipsis
  int spelled_numbers = 0;        ///< whole numbers up to this are written in letters

  /// Columns of a line as `line_limits` has them.
  std::uint32_t columns() const noexcept;
  /// Frames a second that frames are counted with.
  double rate() const noexcept { return frame_rate > 0 ? frame_rate : 24; }
  /// The least gap in whole milliseconds: what two frames are at that rate.
  int least_gap() const noexcept;
};

/// The library's profiles in alphabetical order.
std::span<profile const> profiles();

/// The library's profile of that id, or null. "netflix" with a language gives the profile of that language.
profile const* find_profile(std::string_view id, std::string_view language = {});

/// A profile with what was odd about its file.
struct profile_reading {
  profile value{};
  source_ptr text{};
  std::vector<diagnostic> diagnostics{}; ///< in `text`; an error means that the profile is not to be used

  bool usable() const noexcept;
};

/// Reads a profile of a user's own from the text of its TOML file. It may inherit from one of the library's. Unknown keys
/// are told; a value of the wrong kind or limits that contradict each other are errors with the place of both.
profile_reading read_profile(std::string_view toml, std::string_view name = "<text>");

/// The same from a file. Errors: not_found, not_readable, is_directory.
result<profile_reading> load_profile(std::string const& path);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/profile.ipp>
#endif
