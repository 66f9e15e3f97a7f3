// Cues as paragraphs to read: where one ends, what stands at its head.
#pragma once

#include <mondegreen/format.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

struct paragraph {
  passage text{};    ///< of its cues, one line
  timestamp start{}; ///< of its first cue
  bool stamped = false;
  std::string speaker{}; ///< at its head; empty where the one above goes on, or nobody is known
};

/// The cues as paragraphs: they end where somebody else speaks, at long pauses, and at the end of a sentence when they are
/// long enough; in a text without a clock each cue is one. `stamped` as `options` says; `time_stamps::standard` and `cue`
/// stamp each. O(transcript).
std::vector<paragraph> make_paragraphs(transcript const& text, write_options const& options);

/// "[1:02:03]" with two digits each; milliseconds only where they are asked for and not zero.
std::string time_stamp(timestamp when, bool fraction = false);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/paragraphs.ipp>
#endif
