// Decision trees: what a letter may give, by the letters around it and by what is said behind it.
// scripts/english/trees.hpp grows them.
#pragma once

#include <mondegreen/config.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

// What a tree asks about, in the order of scripts/english/trees.hpp.
namespace asked {
inline constexpr std::size_t letters_behind = 5;
inline constexpr std::size_t letters_before = 6;
inline constexpr std::size_t vowels_behind = 11;
inline constexpr std::size_t vowels_before = 12;
inline constexpr std::size_t next_unit = 13;
inline constexpr std::size_t next_vowel = 14;
inline constexpr std::size_t first_letter = 15;
inline constexpr std::size_t second_letter = 16;
inline constexpr std::size_t second_unit = 17;
inline constexpr std::size_t second_vowel = 18;
inline constexpr std::size_t stresses = 19;
inline constexpr std::size_t count = 20;
} // namespace asked

/// Immutable and thread-safe; nothing allocates but `load`.
class letter_trees {
public:
  static constexpr std::size_t most_outputs = 64; ///< of a letter
  static constexpr std::size_t most_trees = 8;    ///< for a letter

  /// What the trees say together.
  struct votes {
    std::array<std::uint8_t, most_outputs> outputs; ///< the first `size` are set, each output once
    std::array<std::uint8_t, most_outputs> weights; ///< above 0
    std::size_t size = 0;
    unsigned total = 0; ///< of the weights
  };

  /// `symbols` are the questions and leaves that trees consist of; the trees stand in `rest`, a line each, up to an
  /// empty line.
  void load(std::string_view symbols, std::string_view& rest);

  /// Asks all trees of a letter, 0 to 25. O(depth of the trees).
  void ask(std::size_t letter, std::span<std::uint8_t const, asked::count> values, votes& said) const noexcept;

private:
  static constexpr std::uint8_t leaf = 255;

  struct node {
    std::uint64_t mask = 0;  ///< values that go on to the next node
    std::uint32_t other = 0; ///< where other values go on; of a leaf: its first share
    std::uint8_t feature = leaf;
  };

  /// What a leaf says for an output.
  struct share {
    std::uint8_t output = 0;
    std::uint8_t weight = 0;
    bool last = true; ///< of its leaf
  };

  std::vector<node> nodes_;   ///< of all trees
  std::vector<share> shares_; ///< of all leaves
  std::vector<std::array<std::uint32_t, 26>> roots_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/phonetics/letter_trees.ipp>
#endif
