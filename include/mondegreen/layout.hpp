// Times for text that has none.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/timestamp.hpp>
#include <mondegreen/transcript.hpp>

#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

/// How long a text needs on screen: its characters (grapheme clusters) at `characters_a_second`, at least 1 s.
duration reading_time(std::string_view text, int characters_a_second);

/// Gives an untimed transcript times: cue after cue from zero, each as long as it takes to read at the reading speed of
/// its language, and marks it timed. Does nothing to a timed one; returns whether it did something.
bool estimate_times(transcript& text);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/layout.ipp>
#endif
