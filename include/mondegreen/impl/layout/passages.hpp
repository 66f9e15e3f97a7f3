// Cues put together to running text, and cut again, with everything that points into their text.
#pragma once

#include <mondegreen/cue.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The texts of some cues as one, their lines joined by spaces (by nothing in scripts without), and where each stands.
struct joined_text {
  passage all{};
  std::vector<span> parts{}; ///< of each cue, in `all.text`
};

joined_text join(std::span<cue const> cues);

/// The part of a passage under `at`: its words, the marks that reach into it, and its origin. Marks that hold for a whole
/// cue (placement) are no part of the text and stay behind.
passage cut(passage const& from, span at);

/// Puts a line end in place of the white space `gap` of the text; of an empty gap it is put in.
void break_line(passage& in, span gap);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/layout/passages.ipp>
#endif
