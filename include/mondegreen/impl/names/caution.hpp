// Caution: what is not done with a name that only the page vouches for.
#pragma once

#include <mondegreen/impl/names/scoring.hpp>

#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Holds or drops findings of mined names. A user who lists a name has looked at it; what stands on a page may be somebody
/// else's, so a mined name never changes the page itself, nor a spelling that stands there, nor a name of the user's
/// (`known` is the same text with the user's names); never an ordinary word or a first name unseen; and what does not
/// sound the very same only beside its own first name. O(findings + words).
void be_careful(document const& in, document const& known, std::vector<finding>& findings);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/caution.ipp>
#endif
