// How the entries sound that are compared with one run of words.
#pragma once

#include <mondegreen/impl/names/heard_distances.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Readings of some entries, one behind the other. A word that is one person's surname is another's first name and a name by
/// itself: what sounds the same is compared once, which spares one comparison in five.
class entry_readings {
public:
  /// Which of the readings are those of an entry.
  struct range {
    std::uint32_t word = 0; ///< the number of its only word, or `several`
    std::uint32_t first = 0;
    std::uint32_t last = 0; ///< behind the last one
  };
  static constexpr std::uint32_t several = UINT32_MAX;

  /// `only_word(entry)` is a number that entries share which sound the same, or `several`; `sounds(entry)` gives the
  /// readings. O(readings).
  template <class OnlyWord, class Sounds>
  void gather(std::span<std::uint32_t const> entries, OnlyWord&& only_word, Sounds&& sounds) {
    readings_.clear();
    ranges_.clear();
    std::array<std::uint32_t, 64> known{}; // by the last bits of a word: the last entry that was it + 1
    for (auto const entry : entries) {
      std::uint32_t const word = only_word(entry);
      auto& mine = known[word % known.size()];
      if (word != several && mine != 0 && ranges_[mine - 1].word == word) {
        ranges_.push_back(ranges_[mine - 1]);
        continue;
      }
      auto const first = readings_.size();
      for (std::string_view const each : sounds(entry)) readings_.add(each);
      ranges_.push_back({word, first, readings_.size()});
      mine = static_cast<std::uint32_t>(ranges_.size());
    }
  }

  reading_list const& all() const noexcept { return readings_; }
  range const& of(std::size_t entry) const noexcept { return ranges_[entry]; } ///< by its place among those given

private:
  reading_list readings_;
  std::vector<range> ranges_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
