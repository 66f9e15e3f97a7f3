// A neural net: what a letter may give, by the letters around it and by what is said behind it.
// scripts/english/net.hpp trains it.
//
// After NETtalk (Sejnowski and Rosenberg, Parallel networks that learn to pronounce English text, Complex Systems 1,
// 1987): one hidden layer that sees a window of letters, and here what was said behind it, too. What it sees are choices
// of one value of many, so its first layer is a sum of rows that are looked up; the rows of the letters are added once for
// all ways to read what is behind them. All numbers are small integers: every compiler and machine computes the same.
#pragma once

#include <mondegreen/config.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What of the sound behind a letter matters to it; units by their numbers, the nearest first, 0 if there is none.
struct said_behind {
  std::array<std::uint8_t, 4> units{};
  std::array<std::uint8_t, 3> vowels{};
  std::uint8_t vowel_count = 0; ///< at most 3
  std::uint8_t stresses = 0;    ///< vowels with stress, at most 3

  /// A unit before all that.
  void say(std::uint8_t unit, bool vowel, bool stress) noexcept;
};

/// Immutable and thread-safe; nothing allocates but `load`.
class letter_net {
public:
  static constexpr std::size_t width = 512;        ///< numbers in the hidden layer
  static constexpr std::size_t letters_a_side = 6; ///< that are seen; eight bring nothing
  static constexpr std::size_t letter_rows = 2 * letters_a_side + 5;
  static constexpr std::size_t said_rows = 8;

  /// The rows to add for the letter at `at` of a word from a to z.
  static std::array<std::uint16_t, letter_rows> rows_around(std::string_view letters, std::size_t at) noexcept;

  /// The rows to add for what is said behind it.
  static std::array<std::uint16_t, said_rows> rows_of(said_behind const& said) noexcept;

  static constexpr std::size_t row_count = (2 * letters_a_side + 1) * 27 + 4 * 8 + 7 * 64 + 16;

  // How its numbers are scaled; as floating-point ones they are what stands in the file through `unit`.
  static constexpr int unit = 32;
  static constexpr int most = 127; ///< of a hidden number

  /// Takes the lines of the net off `rest`: one with what each letter gives beside each other one, then the rows, then one
  /// with the weights of each pair of a letter and what it gives, all in digits of six bits that stand for -32 to 31, a
  /// pair's line with two more for its bias in front.
  void load(std::string_view& rest, std::size_t pairs);

  // The vectors of GCC and clang, which they make of whatever the machine has.
  using lanes [[gnu::vector_size(16)]] = std::int16_t;
  using numbers = std::array<lanes, width / 8>;

  /// What the letters bring to the hidden layer, and which outputs of a letter were ever seen with its two neighbours: not
  /// to look at others saves a quarter of the time.
  struct surroundings {
    numbers sums;
    std::uint64_t possible;
  };
  void look_around(std::string_view letters, std::size_t at, surroundings& around) const noexcept;

  static constexpr int impossible = 1 << 20;

  /// What each of the pairs from `first` on costs, in twentieths of a natural logarithm; as many as `costs` has room for,
  /// at most 64, which must be all of a letter.
  void weigh(surroundings const& around, said_behind const& said, std::size_t first,
             std::span<int> costs) const noexcept;

private:
  /// The sums of rows and of `to`.
  template <std::size_t Count>
  void add(std::array<std::uint16_t, Count> const& rows, numbers const& to, numbers& sums) const noexcept;

  std::array<std::array<std::uint64_t, 2 * 27>, 26> seen_{}; ///< outputs of a letter by the one behind, then before it
  std::vector<numbers> rows_;
  std::vector<numbers> weights_; ///< of each pair
  std::vector<int> biases_;
  std::vector<std::uint32_t> chances_; ///< of a cost, in 65,536ths
  std::vector<std::uint8_t> sums_;     ///< twentieths of the logarithm of a sum of chances, in steps of a 64th
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/phonetics/letter_net.ipp>
#endif
