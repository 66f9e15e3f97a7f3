// Reading a language whose spelling tells too little for rules: a list of words with their sound and, for the words that
// are not in it, what was learned from such a list. scripts/english/train.cpp makes the data.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/impl/phonetics/joint_ngrams.hpp>
#include <mondegreen/impl/phonetics/letter_net.hpp>
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

    /// Nothing where there is no room.
    void add(std::uint8_t unit) noexcept {
      if (size < units.size()) units[size++] = unit;
    }
  };

  /// Reads a to z, '_' for an apostrophe, up to `longest` letters: by the list, by a listed stem, or by what was learned.
  void read_plain(std::string_view letters, unit_text& said) const;

  /// Reads a word as one that is not in the list. The cheapest way is looked for from the end, for English endings decide
  /// where the stress falls: a letter and its sound cost what the net and the n-grams make of them together, and at
  /// each letter the best few ways stay. `letters`: a to z, up to `longest`. O(letters).
  void guess(std::string_view letters, unit_text& said) const;

private:
  /// Reads a word as a listed one with an ending, if it is one: where its reading differs from that of the net and the
  /// n-grams, in words held out, it is right for 152 and the other one for 38. Other endings and beginnings, and words
  /// of two listed ones, are more often wrong than right.
  bool derive(std::string_view letters, unit_text& said) const;

  /// The unit of a phone alone, without stress.
  std::uint8_t unit(phone sound) const;

  void add(unit_text const& said, phones& out) const;

  /// Calls `with(word, units)` for each entry of a line until it returns true.
  template <class Function> bool entries_of(std::string_view line, Function&& with) const;

  void load_outputs(std::string_view line);

  /// The number of a letter's first pair for the net, which knows none for the edges of a word.
  std::size_t net_pair(std::size_t letter) const noexcept { return first_pairs_[letter] - first_pairs_[0]; }

  bool look_up(std::string_view letters, unit_text& said) const;
  void add_piece(std::string_view letters, std::size_t word_start, phones& out) const;

  std::vector<std::string> units_;                   ///< phones of a unit, by its number, from 1 on
  std::uint64_t vowels_ = 0;                         ///< units that are vowels
  std::uint64_t strong_ = 0;                         ///< of them those with stress
  std::array<std::vector<std::string>, 26> outputs_; ///< units that a letter may become
  std::array<std::uint16_t, 27> first_pairs_{};      ///< the number of a letter with its first output; one more
  letter_net net_;
  joint_ngrams ngrams_;
  std::vector<std::string_view> lines_; ///< of the list, sorted
  std::vector<std::uint64_t> listed_;   ///< a bit for the hash of each listed word: most others end here
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/phonetics/pronunciations.ipp>
#endif
