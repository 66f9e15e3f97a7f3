// Decision: which findings are carried out, which are shown to a person, which are dropped.
#pragma once

#include <mondegreen/impl/names/scoring.hpp>

#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// From this confidence on a repair is carried out; from the lower one it is suggested.
inline constexpr float sure_enough = 0.9F;
inline constexpr float worth_a_look = 0.5F;

/// In logits: how far the best name must lie above the next one.
inline constexpr double clear_margin = 1.0;

struct decided {
  finding what{};
  edit_status status = edit_status::suggested;
};

/// Chooses among findings that overlap: the likeliest, then the longest, then the first. The result does not overlap and
/// is in text order. O(n log n).
std::vector<decided> decide(document const& in, std::vector<finding> findings);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/decision.ipp>
#endif
