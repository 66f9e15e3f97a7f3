// WebVTT without a copy: the blocks of a text in memory, one after the other, as views into it.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/damage.hpp>
#include <mondegreen/pull.hpp>
#include <mondegreen/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::webvtt {

enum class block_kind : std::uint8_t {
  header,  ///< the first block of every text: the WEBVTT line and what stands under it; empty if there is none
  note,    ///< a comment
  style,   ///< a style sheet: `body` is its CSS
  region,  ///< `body` holds its settings
  cue,     ///<
  broken,  ///< an arrow where a cue has its times, but not two times: that line is in `settings`
  unknown, ///< text that the specification throws away; in a text without signature, read strictly, all of it
};

/// One block of the file. The views point into the text that was given and live as long as it does.
struct block_view {
  block_kind kind = block_kind::cue;
  damages odd{};               ///< all that was not as it should be; empty for a perfect block
  interval when{};             ///< of a cue
  std::string_view id{};       ///< the line over the times; empty if there is none
  std::string_view settings{}; ///< what stands behind the times, as written, without white space around it
  std::string_view body{};     ///< text as it stands, without the last line end: NUL and CR are still in it, which the
                               ///< specification reads as U+FFFD and LF
  std::uint64_t offset = 0;    ///< of the block in the text
  std::uint64_t length = 0;    ///< up to the next block: the blocks of a text cover it
};

enum class reading_mode : std::uint8_t {
  strict,  ///< exactly what the W3C parsing algorithm makes of it
  lenient, ///< also times as in SubRip, other arrows, no signature, "-->" in cue text
};

/// Reads UTF-8 block by block, by the steps of the WebVTT parser algorithm (https://www.w3.org/TR/webvtt1/#parsing).
/// Never fails, never allocates, never loses a byte. What the algorithm throws away is a block of kind `broken` or
/// `unknown`, and damage is told in `block_view::odd`. O(text) for the whole of it.
class reader {
public:
  using view = block_view;

  explicit reader(std::string_view text, reading_mode mode = reading_mode::lenient) noexcept;

  /// Reads the next block; false at the end of the text. The first block is always the header.
  bool next(block_view& block) noexcept;

private:
  struct scanned_line {
    char const* end;
    bool arrow;
  };

  char const* read_header(block_view& block) noexcept;
  char const* read_block(char const* from, block_view& block) noexcept;
  char const* read_lines(char const* from, block_view& block) noexcept;
  scanned_line read_line(char const* from) const noexcept;
  char const* read_canonical_timings(char const* from, block_view& block) noexcept;
  void read_timings(char const* from, char const* line_end, block_view& block) noexcept;
  static void set_settings(char const* from, char const* line_end, block_view& block) noexcept;
  void begin_cue(block_view& block) noexcept;

  char const* begin_;
  char const* at_;
  char const* end_;
  reading_mode mode_;
  bool header_read_ = false;
  bool under_text_ = false; ///< no blank line stands before the block at `at_`
  bool seen_cue_ = false;   ///< style sheets and regions count only before the first cue
};

/// A single-pass range over a text: `for (auto const& c : webvtt::cues(text))`.
using blocks_range = pull_range<reader>;

/// Everything in the text, in order.
inline blocks_range blocks(std::string_view text, reading_mode mode = reading_mode::lenient) noexcept {
  return {reader(text, mode), false};
}

/// The cues alone. Where nothing may be lost, use `blocks`.
inline blocks_range cues(std::string_view text, reading_mode mode = reading_mode::lenient) noexcept {
  return {reader(text, mode), true};
}

} // namespace mondegreen::inline MONDEGREEN_ABI::webvtt

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/webvtt.ipp>
#endif
