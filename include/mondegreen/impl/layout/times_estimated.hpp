// What to say of times that are estimates.
#pragma once

#include <mondegreen/diagnostic.hpp>
#include <mondegreen/transcript.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Of a transcript whose times are about to be estimated.
inline diagnostic times_estimated(transcript const& untimed) {
  auto const own =
      std::count_if(untimed.cues.begin(), untimed.cues.end(), [](cue const& each) { return each.when.start.ms > 0; });
  return make_diagnostic(
      code::time_estimated, {},
      own == 0 ? "there is no clock in the text: times are estimated from reading speed"
               : fmt::format("only {} of {} cues have a time of their own: the others are estimated between them", own,
                             untimed.cues.size()));
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
