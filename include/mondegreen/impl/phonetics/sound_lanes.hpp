// The distances of one string of phones to many others, eight side by side.
#pragma once

#include <mondegreen/impl/phonetics/costs.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Phones that are aligned at once. Longer strings are aligned block by block: no word is that long, and time and
/// memory stay linear.
inline constexpr std::size_t distance_block = 64;

/// The costs for who listens to a language.
sound_costs const& costs_of(std::string_view language) noexcept;

/// The same costs as `sound_distance` gives, by the same recurrence, with a string in each lane of a vector register: of a
/// long list each window is compared with dozens of names, and one by one that was a sixth of the time of a repair.
class sound_lanes {
public:
  static constexpr std::size_t width = 8;

  /// One string of at most `distance_block` phones. Nothing is copied: it must live as long.
  sound_lanes(sound_costs const& costs, std::string_view mine) noexcept;

  /// The costs of up to `width` others of at most `distance_block` phones; above its limit any value above it. O(|a| x
  /// |longest b|) steps for all together.
  void costs(std::span<std::string_view const> others, std::span<sound_cost const> limits,
             std::span<sound_cost> out) const noexcept;

private:
  using lane = std::int16_t; ///< 64 phones more or less cost 12,800 at most
  // The vectors of GCC and clang, which they make of whatever the machine has.
  using lanes [[gnu::vector_size(16)]] = lane;
  using halves [[gnu::vector_size(16)]] = std::uint64_t;

  static lanes eight(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d, std::uint8_t e, std::uint8_t f,
                     std::uint8_t g, std::uint8_t h) noexcept;

  sound_costs const& costs_;
  std::string_view mine_;
  std::array<std::uint8_t, distance_block> phones_;
  std::array<lanes, distance_block> drops_;         ///< the same in each lane
  std::array<std::uint8_t, distance_block> splits_; ///< the row of a phone of mine that may be heard as two
  std::array<bool, distance_block> joins_;          ///< this phone and the one before it may be heard as one
  bool any_joins_ = false;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/phonetics/sound_lanes.ipp>
#endif
