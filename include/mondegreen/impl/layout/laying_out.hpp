// Laying out the cues of a transcript: which belong together, which need it, and what becomes of them.
#pragma once

#include <mondegreen/cue.hpp>
#include <mondegreen/impl/layout/passages.hpp>
#include <mondegreen/impl/layout/segmentation.hpp>
#include <mondegreen/impl/layout/timing.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/layout.hpp>
#include <mondegreen/profile.hpp>
#include <mondegreen/transcript.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Cues further apart are never joined, in milliseconds: whoever speaks has paused.
inline constexpr std::int64_t longest_joined_pause = 1500;

/// The language of the speech: what the caller says, what the document says, what its words say.
language const& spoken_language(transcript const& text, std::string_view asked);

/// True if a cue is not to be joined, nor broken where it has room: a dialogue of two, a sung line, one without text.
bool stands_alone(cue const& of);

class layouter {
public:
  layouter(transcript& text, layout_options const& options, profile const& rules, language const& speech);

  layout_outcome run();

private:
  bool joined(cue const& left, cue const& right);
  bool ends_sentence(cue const& of);
  bool has_no_room(cue const& of) const;
  bool flawed(std::span<cue const> run);
  bool flawed_lines(cue const& each, bool begins);
  void lay_out_run(std::size_t from, std::size_t to);
  void find_times(std::span<cue const> run, joined_text const& all, std::int64_t next_start);
  void find_evidence(std::span<cue const> run, joined_text const& all);
  void make_cues(std::size_t from, std::size_t to, joined_text const& all);
  void keep(std::size_t index);
  void tell_long_words(joined_text const& all);
  void fit();
  void estimate();

  transcript& text_;
  layout_options const& options_;
  profile const& rules_;
  language const& speech_;
  break_table const& table_;
  cue_limits limits_;
  segmenter by_;
  bool unpunctuated_ = false;
  layout_outcome outcome_{};
  std::vector<unit> units_{};
  std::vector<unit> line_units_{};
  std::vector<chosen_break> breaks_{};
  std::vector<gap_evidence> evidence_{};
  std::vector<std::int64_t> starts_{};
  std::vector<std::int64_t> ends_{};
  std::vector<std::int64_t> until_{};
  std::vector<cue> made_{};
  std::vector<timed_cue> timed_{}; ///< of `made_`
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/layout/laying_out.ipp>
#endif
