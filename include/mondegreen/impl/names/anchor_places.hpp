// Where a word stands in names of several words, as a set of bits: one for each place in names of each number of words.
#pragma once

#include <mondegreen/impl/names/index.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A window is compared with the names that hold one of its words in the same place and have as many words. Of a long list
/// nearly every word stands in some name somewhere; in its place in one as long only few do.
namespace anchor_places {

/// A word of which the places have been looked up.
inline constexpr std::uint32_t known = std::uint32_t{1} << 31U;

constexpr std::uint32_t bit(std::size_t words, std::uint32_t place) noexcept {
  if (words < 2 || words > longest_anchored_window || place >= words) return 0;
  return std::uint32_t{1} << (words * (words - 1) / 2 - 1 + place);
}

/// In all names of so many words.
constexpr std::uint32_t of(std::uint32_t words) noexcept {
  constexpr auto all = [] {
    std::array<std::uint32_t, longest_anchored_window + 1> made{};
    for (std::uint32_t count = 0; count < made.size(); ++count)
      for (std::uint32_t place = 0; place < count; ++place) made[count] |= bit(count, place);
    return made;
  }();
  return words < all.size() ? all[words] : 0;
}

/// As the word at that place in names of any number.
constexpr std::uint32_t at(std::uint32_t place) noexcept {
  constexpr auto all = [] {
    std::array<std::uint32_t, longest_anchored_window> made{};
    for (std::uint32_t count = 0; count <= longest_anchored_window; ++count)
      for (std::uint32_t each = 0; each < made.size(); ++each) made[each] |= bit(count, each);
    return made;
  }();
  return place < all.size() ? all[place] : 0;
}

} // namespace anchor_places

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
