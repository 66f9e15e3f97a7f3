// Where lines and cues end, and when they are shown.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/profile.hpp>
#include <mondegreen/source.hpp>
#include <mondegreen/timestamp.hpp>
#include <mondegreen/transcript.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// How large a cue may be.
struct line_limits {
  /// Columns of a line: a character as readers see it (a grapheme cluster) takes one, a wide one of East Asia two.
  std::uint32_t columns = 42;
  std::uint32_t lines = 2; ///< of a cue; at most 16
  bool one_line = true;    ///< what fits on one line stands on one
};

enum class break_kind : std::uint8_t {
  line, ///< the next line of the same cue
  cue   ///< the next cue
};

/// A place where a text is broken.
struct text_break {
  span gap; ///< the white space it stands for; empty where the text has none: between Japanese words, in a cut URL
  break_kind kind = break_kind::line;

  friend bool operator==(text_break, text_break) = default;
};

/// Breaks running text into lines and cues, as a subtitler would: at the ends of sentences, clauses and phrases, never
/// behind an article, lines of a cue alike in length. All ways to break a sentence are weighed together by a table of its
/// language (docs/line-breaks.md) in a semi-Markov dynamic program, after Karakanta et al., "Simultaneous segmentation" as
/// measured in docs/figures.md.
///
/// Words are never changed, no-break spaces never broken, and no line is wider than the limit but one: a word that is wider
/// by itself and may be cut nowhere (UAX #14). A right-to-left text is broken as it stands in memory.
///
/// Keeps its memory from text to text; one breaker serves one thread.
class line_breaker {
public:
  /// `language`: BCP 47; of one that has no table lines end by punctuation and shape.
  explicit line_breaker(line_limits limits = {}, std::string_view language = {});
  line_breaker(line_breaker&&) noexcept;
  line_breaker& operator=(line_breaker&&) noexcept;
  ~line_breaker();

  /// The breaks inside a text of one sentence or more, in order. O(bytes), some 0.5 µs a word.
  std::vector<text_break> breaks(std::string_view text);

  /// The text with `<eol>` where a line and `<eob>` where a cue ends, the last one too. Marks that stand in it are taken
  /// out first, so its own output gives itself. Text of white space alone stays as it is.
  std::string mark(std::string_view text);

private:
  struct state;
  std::unique_ptr<state> state_;
};

/// The cuts of a film.
struct shot_changes {
  std::vector<timestamp> times{}; ///< in order, each once
  std::vector<diagnostic> diagnostics{};
};

/// Reads a list of cuts, a time a line: seconds ("12.345"), a clock ("0:00:12.345") or a time code with frames
/// ("00:00:12:08", counted at `frame_rate`, at 24 if it is 0). `#` starts a comment.
shot_changes read_shot_changes(std::string_view text, double frame_rate = 0);

struct layout_options {
  profile const* rules = nullptr;        ///< null: the library's "netflix" profile of the language
  std::string language{};                ///< of the speech, BCP 47; empty: the transcript's own, else detected
  std::vector<timestamp> shot_changes{}; ///< in order; empty: not known
  double frame_rate = 0;                 ///< frames a second that times are snapped to; 0: the profile's, if it has one
};

struct layout_outcome {
  std::size_t cues_before = 0;
  std::size_t cues_after = 0;
  std::size_t rebroken = 0;              ///< cues of the source whose lines or ends were moved
  std::size_t retimed = 0;               ///< cues whose times were moved
  std::vector<diagnostic> diagnostics{}; ///< what could not be done, in the transcript's source
};

/// Makes readable cues of a transcript, in place, by a profile: breaks it anew where that mends something, and fits the
/// times.
///
/// What is well broken stays: cues are put together, from one end of a sentence to the next, only where one of them breaks
/// a rule of lines or duration, ends in the middle of a phrase, or mixes sentences on a line; a break that the source has
/// counts as a reason of its own. Words are never changed, and everything that points into them (marks, words' times,
/// origin, speakers) goes with them. Cues of different speakers, dialogues of two in one cue, sung lines and cues with
/// places of their own are not joined. Times of the source that break no rule stay; between words without times they are
/// interpolated by length. An untimed transcript gets times from reading speed, and a diagnostic that says so.
///
/// Laying out the result again changes nothing. O(words).
layout_outcome lay_out(transcript& text, layout_options const& options = {});

/// How long a text needs on screen: its characters (grapheme clusters) at `characters_a_second`, at least 1 s.
duration reading_time(std::string_view text, int characters_a_second);

/// Gives an untimed transcript times: cue after cue from zero, each as long as it takes to read at the reading speed of
/// its language, and marks it timed. Cues that begin at another time than 0 keep it, where it is later than those before;
/// those between share the time by their length, and none lasts longer than twice its reading time. Does nothing to a
/// timed one; returns whether it did something. O(text).
bool estimate_times(transcript& text);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/layout.ipp>
#include <mondegreen/impl/layout/shot_changes.ipp>
#endif
