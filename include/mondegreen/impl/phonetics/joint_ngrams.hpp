// How likely a letter and its sound are where others stand before them: n-grams over pairs of a letter and what it gives
// (Bisani and Ney, Joint-sequence models for grapheme-to-phoneme conversion, Speech Communication 50, 2008), smoothed by
// modified Kneser-Ney. scripts/english/ngrams.hpp counts, smooths and prunes them.
#pragma once

#include <mondegreen/config.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Immutable and thread-safe; nothing allocates but `load`.
class joint_ngrams {
public:
  static constexpr std::size_t order = 6;

  /// The pairs that are no pair: what stands before the first and behind the last.
  static constexpr std::uint16_t begin = 0;
  static constexpr std::uint16_t end = 1;

  /// What was read so far, as far as it matters: the n-grams it ends in, the longest first, the empty one last.
  struct context {
    std::array<std::uint32_t, order> ngrams{};
    std::uint8_t size = 0;
  };

  /// The text of a trie, level by level.
  void load(std::string_view text);

  /// Before the first pair.
  context start() const noexcept;

  /// The n-grams that a context grows to with one of the pairs from `first` to below `last`, and no others: where the
  /// context is looked through once for all pairs of a letter, a word is read in two thirds of the time.
  struct followers {
    struct run {
      std::uint32_t begin;
      std::uint32_t end;
      int back_off; ///< what the longer contexts cost that such a pair does not follow
    };
    std::array<run, order> runs; ///< the first `size` are set; of the longest context first
    std::uint8_t size = 0;
  };
  followers after(context const& from, std::uint16_t first, std::uint16_t last) const noexcept;

  /// What `pair`, one of those asked for, costs there, in twentieths of a natural logarithm.
  int cost(followers const& at, std::uint16_t pair) const noexcept;

  /// The context with `pair` behind it.
  context read(followers const& at, std::uint16_t pair) const noexcept;

private:
  /// An n-gram; those that are longer by one pair stand together from `longer` to the next one's, by their last pair.
  struct ngram {
    std::uint32_t longer = 0;
    std::uint16_t pair = 0;
    std::uint8_t cost = 0;     ///< of its last pair after the others
    std::uint8_t back_off = 0; ///< what a pair costs more that does not follow it here
  };

  /// The n-gram of a run that ends in `pair`; 0 if there is none.
  std::uint32_t find(followers::run const& among, std::uint16_t pair) const noexcept;

  std::vector<ngram> ngrams_; ///< the first is empty; one more at the end
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/phonetics/joint_ngrams.ipp>
#endif
