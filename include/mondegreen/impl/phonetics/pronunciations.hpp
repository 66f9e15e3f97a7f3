// Reading a language whose spelling tells too little for rules: a list of words with their sound, and decision trees,
// learned from such a list, for the words that are not in it. scripts/english/train.cpp makes the data.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/phonetics.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Immutable and thread-safe; reading allocates nothing but what it appends.
class pronunciations {
public:
  /// `file` must outlive this. About two milliseconds a megabyte.
  explicit pronunciations(std::string_view file);

  /// Appends the phones of a word in any case; letters with marks are read as their base letter. Linear time.
  void read(std::string_view word, phones& out) const;

private:
  /// Longer words are read piece by piece.
  static constexpr std::size_t longest = 64;
  static constexpr std::uint8_t leaf = 255;

  struct node {
    std::uint64_t mask = 0;  ///< values that go on to the next node
    std::uint32_t other = 0; ///< where other values go on; of a leaf: its first share
    std::uint8_t feature = leaf;
  };

  /// What a leaf says for an output.
  struct share {
    std::uint16_t output = 0;
    std::uint8_t weight = 0;
    bool last = true; ///< of its leaf
  };

  /// Calls `with(word, units)` for each entry of a line until it returns true.
  template <class Function> bool entries_of(std::string_view line, Function&& with) const;

  void load_trees(std::string_view symbols, std::string_view& rest);
  bool look_up(std::string_view letters, phones& out) const;
  std::uint16_t vote(std::size_t letter, std::span<std::uint8_t const> values) const;
  void guess(std::string_view letters, phones& out) const;
  void add_piece(std::string_view letters, std::size_t word_start, phones& out) const;

  std::vector<std::string> units_;   ///< phones of a unit, by its number, from 1 on
  std::uint64_t vowels_ = 0;         ///< units that are vowels
  std::uint64_t strong_ = 0;         ///< of them those with stress
  std::vector<std::string> outputs_; ///< units that a letter becomes
  std::vector<node> nodes_;          ///< all trees
  std::vector<share> shares_;        ///< of all leaves
  std::vector<std::array<std::uint32_t, 26>> roots_;
  std::vector<std::string_view> lines_; ///< of the list, sorted
  std::vector<std::uint64_t> listed_;   ///< a bit for the hash of each listed word: most others end here
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/phonetics/pronunciations.ipp>
#endif
