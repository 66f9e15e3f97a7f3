// Where the lines and the cues of a text end: the best of all ways to break it that keep within the limits.
#pragma once

#include <mondegreen/impl/layout/break_table.hpp>
#include <mondegreen/impl/layout/units.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A cue of fewer is gone before it is seen: 15 columns are said in a second, and cues stand 5/6 s at least.
inline constexpr std::uint32_t least_columns = 12;

/// How large a cue may be.
struct cue_limits {
  std::uint32_t columns = 42;
  std::uint32_t lines = 2;
  bool one_line = false;      ///< what fits on one line stands on one
  std::uint32_t shortest = 0; ///< a cue of fewer columns costs, where there are no times to say how long it stands
};

/// What speaks for or against a break behind a unit beside its words: pauses, breaks of the source.
struct gap_evidence {
  int line = 0;
  int cue = 0;
};

/// Times of units and what follows from them for the cues, in milliseconds.
struct unit_times {
  std::span<std::int64_t const> starts{};
  std::span<std::int64_t const> ends{};
  std::span<std::int64_t const> until{}; ///< when a cue that ends with the unit must have gone
  std::int64_t longest = 0;              ///< a cue may last so long; 0: any time
  std::int64_t shortest = 0;             ///< a cue that cannot stand so long costs
  double ms_a_column = 0;                ///< one that cannot be read costs; 0: reading takes no time
};

/// A line or cue ends behind `unit`.
struct chosen_break {
  std::uint32_t unit = 0;
  bool cue = false;

  friend bool operator==(chosen_break, chosen_break) = default;
};

namespace segmentation {

inline constexpr std::int64_t impossible = std::numeric_limits<std::int64_t>::min() / 4;
/// A cut inside a word, a line that is too long: only where there is no other way, and then as few as can be.
inline constexpr int last_resort = -100'000;
/// A cue that is too short to be seen, at its worst: more than the end of a sentence is worth, so "Oui." joins its neighbour.
inline constexpr std::int64_t too_short = -240;
/// One that cannot be read in time, and one that stands too long.
inline constexpr std::int64_t too_fast = -60;
inline constexpr std::int64_t too_long = -2'000;
/// The end of a sentence with the beginning of another on one line.
inline constexpr std::int64_t mixed = -180;
/// A break inside a sentence that stands whole on one line: of 149 such sentences people left 148 whole.
inline constexpr int whole = -120;
/// The next speaker of a dialogue in one text: on a line of the same cue, which outweighs that a sentence ends here.
inline constexpr int next_speaker = 100;

} // namespace segmentation

/// A semi-Markov dynamic program over the units: its steps are whole cues with their line breaks. Exact for two lines;
/// cues of three or more are only weighed where two lines do not hold the text. Keep one for many texts: it keeps its
/// memory. O(units × words of a cue × words of a line).
class segmenter {
public:
  explicit segmenter(break_table const& table) : table_(table) {}

  /// The breaks inside the text, in order; the end of the last unit is not among them. `evidence`, if not empty, has an
  /// entry a unit.
  void segment(std::span<unit const> units, cue_limits limits, std::span<gap_evidence const> evidence,
               unit_times const& times, std::vector<chosen_break>& into);

  /// Calls `with` for the features of the gap behind unit `at`, as line breaks have them; the next number is the same
  /// feature of a cue's end. What fits weights counts these.
  template <class Function>
  void for_each_gap_feature(std::span<unit const> units, std::size_t at, Function&& with) const {
    auto const& left = units[at];
    auto const& right = units[at + 1];
    with(table_.after_stop(left.after));
    with(table_.before_opening(right.before));
    if (left.after == stop::none) {
      with(table_.after(left.last.kind));
      with(table_.between(left.last.kind, right.first.kind));
      if (left.last.word != 0) with(table_.after_word(left.last.word));
    }
    with(table_.before(right.first.kind));
    if (right.first.word != 0) with(table_.before_word(right.first.word));
    if (right.first.word != right.last.word || right.first.kind != right.last.kind)
      with(table_.ahead(right.first.kind, right.last.kind)); // "qu'il": what follows stands in the same unit
    else if (right.after == stop::none && at + 2 < units.size())
      with(table_.ahead(right.first.kind, units[at + 2].first.kind));
  }

  /// The features of the shape of a cue by the widths of its lines.
  template <class Function>
  void for_each_shape_feature(std::span<std::uint32_t const> widths, std::uint32_t limit, Function&& with) const {
    if (widths.size() == 1) {
      with(table_.one_line(break_table::bin(widths[0], limit)));
      return;
    }
    for (std::size_t i = 0; i < widths.size(); ++i)
      with(i == 0 ? table_.top_line(break_table::bin(widths[i], limit))
                  : table_.bottom_line(break_table::bin(widths[i], limit)));
    for (std::size_t i = 1; i < widths.size(); ++i)
      with(table_.difference(difference_bin(widths[i - 1], widths[i], limit)));
  }

  static constexpr std::size_t difference_bin(std::uint32_t top, std::uint32_t bottom, std::uint32_t limit) noexcept {
    constexpr int middle = static_cast<int>(break_table::shape_bins / 2);
    if (limit == 0) return static_cast<std::size_t>(middle);
    auto const apart = (static_cast<std::int64_t>(top) - static_cast<std::int64_t>(bottom)) * middle;
    auto const half = static_cast<std::int64_t>(limit) / 2;
    auto const step = (apart + (apart < 0 ? -half : half)) / static_cast<std::int64_t>(limit);
    return static_cast<std::size_t>(std::clamp<std::int64_t>(middle + step, 0, 2 * middle));
  }

private:
  struct step {
    std::int64_t score = 0;
    std::uint32_t from = 0;   ///< where the cue that ends here begins
    std::uint32_t middle = 0; ///< where its second line begins; equal to `from`: one line, or more than two
  };

  std::uint32_t width(std::size_t from, std::size_t to) const noexcept {
    return widths_[to] - widths_[from] - spaces_[to - 1];
  }
  bool line_fits(std::size_t from, std::size_t to) const noexcept {
    return to - from == 1 || width(from, to) <= limits_.columns;
  }
  bool mixes(std::size_t from, std::size_t to) const noexcept {
    bool const inside = sentences_[to - 1] != sentences_[from];
    return inside && !((from == 0 || sentences_[from] != sentences_[from - 1]) && sentences_[to] != sentences_[to - 1]);
  }
  void hold_whole_sentences(std::span<unit const> units);
  void weigh_gaps(std::span<unit const> units, std::span<gap_evidence const> evidence);
  std::int64_t time_cost(std::size_t from, std::size_t to, unit_times const& times) const noexcept;
  void weigh_cue(std::size_t from, std::size_t to, std::int64_t before);
  std::int64_t many_lines(std::size_t from, std::size_t to, std::vector<std::uint32_t>* starts) const;

  break_table const& table_;
  cue_limits limits_{};
  std::vector<std::uint32_t> widths_; ///< of all units before, with their spaces
  std::vector<std::uint32_t> spaces_;
  std::vector<gap_evidence> gaps_;       ///< what a break behind a unit is worth
  std::vector<std::uint32_t> sentences_; ///< that end before
  std::vector<step> best_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/layout/segmentation.ipp>
#endif
