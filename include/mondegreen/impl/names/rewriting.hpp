// What a repair changes: the words that differ, passage by passage and line by line.
#pragma once

#include <mondegreen/impl/names/document.hpp>

#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// New text for a part of one passage.
struct patch {
  std::uint32_t passage = 0;
  span where{};
  std::string with{};
};

struct rewriting {
  window changed{};           ///< the words of the text that change; none if the name stands there as it should
  std::uint32_t kept = 0;     ///< words of the window that stay
  std::vector<patch> parts{}; ///< in text order, one for each line the changed words stand on
};

/// Writes an entry over a window: equal words at both ends stay untouched, line ends and passages stay where they are,
/// and the new words go to the lines whose old words they resemble. O(words²) of one name.
rewriting rewrite(document const& in, window at, name_entry const& as);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/rewriting.ipp>
#endif
