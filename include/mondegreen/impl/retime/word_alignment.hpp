// Which words of one text are those of another: anchors, and between them the fewest changes.
#pragma once

#include <mondegreen/config.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// For each word of `mine` the index of the same word in `theirs`, or -1. Indices rise. Equal numbers are equal words.
///
/// Runs of three, two or one words that stand once in both texts are anchors, the longest rising chain of them counts
/// (patience diff); what lies between is divided again, and aligned by dynamic programming once it is small. What is large
/// and has no anchors is aligned within a band around its diagonal. O((n + m) log n) for texts that have anchors.
std::vector<std::int32_t> align_words(std::span<std::uint32_t const> mine, std::span<std::uint32_t const> theirs);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/retime/word_alignment.ipp>
#endif
