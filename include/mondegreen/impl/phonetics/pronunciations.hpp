// Reading a language whose spelling tells too little for rules: a list of words with their sound and, for the words that
// are not in it, what was learned from such a list. scripts/english/train.cpp makes the data.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/impl/phonetics/joint_ngrams.hpp>
#include <mondegreen/impl/phonetics/letter_trees.hpp>
#include <mondegreen/phonetics.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
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

  /// Longer words are read piece by piece.
  static constexpr std::size_t longest = 64;

  /// Numbers of units; the first `size` are set.
  struct unit_text {
    std::array<std::uint8_t, 4 * longest> units;
    std::size_t size = 0;
  };

  /// Reads a word as one that is not in the list. The cheapest way is looked for from the end, for English endings decide
  /// where the stress falls: a letter and its sound cost what the n-grams and the trees make of them together, and at
  /// each letter the best few ways stay. `letters`: a to z, up to `longest`. O(letters).
  void guess(std::string_view letters, unit_text& said) const;

private:
  /// Calls `with(word, units)` for each entry of a line until it returns true.
  template <class Function> bool entries_of(std::string_view line, Function&& with) const;

  void load_outputs(std::string_view line);
  bool look_up(std::string_view letters, phones& out) const;
  void add_piece(std::string_view letters, std::size_t word_start, phones& out) const;

  std::vector<std::string> units_;                   ///< phones of a unit, by its number, from 1 on
  std::uint64_t vowels_ = 0;                         ///< units that are vowels
  std::uint64_t strong_ = 0;                         ///< of them those with stress
  std::array<std::vector<std::string>, 26> outputs_; ///< units that a letter may become
  std::array<std::uint16_t, 27> first_pairs_{};      ///< the number of a letter with its first output; one more
  letter_trees trees_;
  joint_ngrams ngrams_;
  std::array<std::uint16_t, 256> logarithms_{}; ///< twentieths
  std::vector<std::string_view> lines_;         ///< of the list, sorted
  std::vector<std::uint64_t> listed_;           ///< a bit for the hash of each listed word: most others end here
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/phonetics/pronunciations.ipp>
#endif
