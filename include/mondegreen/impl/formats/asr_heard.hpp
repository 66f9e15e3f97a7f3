// What a recogniser said, before it is made into cues.
#pragma once

#include <mondegreen/cue.hpp>
#include <mondegreen/format.hpp>
#include <mondegreen/impl/formats/json_tokens.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

inline constexpr std::int64_t no_time = std::numeric_limits<std::int64_t>::min();

struct heard_word {
  passage text{}; ///< as written, with its place
  std::int64_t start = no_time;
  std::int64_t end = no_time;
  float confidence = 1.0F;
  std::int32_t speaker = -1;
  bool punctuation = false; ///< belongs to the word before
};

struct heard_segment {
  span block{}; ///< its object in the source
  passage text{};
  std::int64_t start = no_time;
  std::int64_t end = no_time;
  std::int32_t speaker = -1;
  int rank = 0;
  std::vector<heard_word> words{};
};

struct heard_turn {
  std::int64_t start = no_time;
  std::int32_t speaker = -1;
};

struct heard {
  std::vector<heard_segment> segments{};
  std::vector<heard_word> words{}; ///< outside of all segments
  std::vector<heard_turn> turns{};
  std::vector<passage> texts{}; ///< outside of all segments and words
  bool tokens = false;          ///< see asr_shape, as for the next
  bool marks = false;
  bool part = false; ///< segments are no more than lists of words
  bool glued = false;
  bool last_repeats = false;
};

/// Adds the cues to `into`, whose speakers are known, and tells what was odd. The source's bytes that are in no cue's
/// block become blank blocks. O(words log words).
void make_cues(heard&& what, reading& into);

/// Gives each byte of the source that is in no block yet to the cue before it, or to a block of its own. The cues must
/// stand in the order of the source, or keep their own blocks.
void cover_source(transcript& in, std::uint32_t size);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
