// SubRip without a copy: the cues of a text in memory, one after the other, as views into it.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/damage.hpp>
#include <mondegreen/pull.hpp>
#include <mondegreen/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::srt {

enum class block_kind : std::uint8_t {
  cue,    ///< times and text
  broken, ///< a number or a time and an arrow, but not two times: `when` holds what could be read
  stray,  ///< text that belongs to no cue: only before the first; later text belongs to the cue above it
};

/// One block of the file. The views point into the text that was given and live as long as it does.
struct cue_view {
  block_kind kind = block_kind::cue;
  damages odd{};                  ///< all that was not as it should be; empty for a perfect cue
  interval when{};                ///< as it stands, also when it is negative or ends before it starts
  std::string_view id{};          ///< the number's digits; empty if there is none
  std::string_view coordinates{}; ///< what stands behind the times, without blanks around it; see `trailing_text`
  std::string_view body{};        ///< the text as it stands, from its first line to the end of its last that is not
                                  ///< blank, with the line ends between and without the last one
  std::uint64_t offset = 0;       ///< of the block in the text
  std::uint64_t length = 0;       ///< up to the next block: the blocks of a text cover it
};

/// Reads UTF-8 (or any encoding that extends ASCII) block by block. Never fails, never allocates, never loses a byte:
/// damage is told in `cue_view::odd`. Lines end with LF, CR LF or CR; a line of blanks is a blank line. A block begins
/// where times with an arrow stand, or a number with these under it, whether a blank line comes before or not; blank
/// lines within a cue's text are text. O(text) for the whole of it, however damaged.
class reader {
public:
  using view = cue_view;

  explicit reader(std::string_view text) noexcept;

  /// Reads the next block; false at the end of the text.
  bool next(cue_view& block) noexcept;

private:
  /// What the first lines of a block say: all but its text.
  struct head {
    char const* from = nullptr; ///< the block's first byte
    char const* body = nullptr; ///< behind the time line
    char const* id = nullptr;
    char const* id_end = nullptr;
    char const* coordinates = nullptr;
    char const* coordinates_end = nullptr;
    interval when{};
    damages odd{};
    block_kind kind = block_kind::cue;
  };

  bool read_head(char const* at, bool after_blank) noexcept;
  bool read_head_with_care(char const* at, bool after_blank) noexcept;
  bool read_arrow_line(char const* at, bool after_blank, head& found) noexcept;
  void claim_number_above(char const* body) noexcept;
  char const* read_body(char const* from, cue_view& block) noexcept;

  char const* begin_;
  char const* at_;
  char const* end_;
  head head_{}; ///< of the block that begins at `at_`, unless it is stray
};

/// A single-pass range over a text: `for (auto const& c : srt::cues(text))`.
using blocks_range = pull_range<reader>;

/// Everything in the text, in order.
inline blocks_range blocks(std::string_view text) noexcept { return {reader(text), false}; }

/// The cues alone. Where nothing may be lost, use `blocks`.
inline blocks_range cues(std::string_view text) noexcept { return {reader(text), true}; }

} // namespace mondegreen::inline MONDEGREEN_ABI::srt

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/srt.ipp>
#endif
