// What sounds like which run of words, kept for the next time it comes by.
#pragma once

#include <mondegreen/config.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A name that sounds like a run of words.
struct near_name {
  std::uint32_t entry = 0;
  std::uint32_t name = 0;
  std::uint32_t part = 0;   ///< the entry of the part of it that stands beside, if that gave it away
  float distance = 0;       ///< per phone of the longer
  std::uint32_t phones = 0; ///< of the name, as it was compared
  bool hopeless = false;    ///< too unlikely unless something in the text speaks for the name (prospects.hpp)
  bool weighed = false;     ///< whether it is that is known
  bool part_heard = false;  ///< that part is not written as it should be either
};

/// Answers by a 64-bit hash of the words. A repair takes two or three rounds over a text of which few words change, and
/// speech says the same again: most windows have been looked up before. Bounded: a full memory is emptied.
class near_windows {
public:
  /// Where what was found stands; good until the memory is emptied.
  struct range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  /// Holds until the next `find`.
  std::span<near_name const> at(range const& what) const noexcept {
    return std::span(found_).subspan(what.first, what.count);
  }
  std::span<near_name> at(range const& what) noexcept { return std::span(found_).subspan(what.first, what.count); }

  void clear() {
    slots_ = {};
    words_ = {};
    found_ = {};
    used_ = 0;
    ++times_emptied_;
  }

  /// How often the memory was emptied.
  std::uint32_t times_emptied() const noexcept { return times_emptied_; }

  /// What was found for these words, by `look(std::vector<near_name>&)` if it is the first time.
  template <class Look> range find(std::uint64_t words, Look&& look) {
    make_room();
    if (slots_.size() < 2 * (used_ + 1)) grow();
    auto& mine = slot_of(slots_, words);
    if (mine.count == 0) {
      fresh_.clear();
      look(fresh_);
      ++used_;
      mine.words = words;
      take(mine.first, mine.count);
    }
    return {mine.first, mine.count - 1};
  }

  /// The same for a single word, by its number and whether it is plain: most windows that are looked up are one.
  template <class Look> range find(std::uint32_t word, bool plain, Look&& look) {
    make_room();
    auto const place = std::size_t{word} * 2 + (plain ? 1 : 0);
    if (place >= words_.size()) words_.resize(std::max(place + 2, words_.size() * 2));
    auto& mine = words_[place];
    if (mine.count == 0) {
      fresh_.clear();
      look(fresh_);
      take(mine.first, mine.count);
    }
    return {mine.first, mine.count - 1};
  }

private:
  struct of_word {
    std::uint32_t first = 0;
    std::uint32_t count = 0; ///< + 1; 0: not looked up yet
  };
  struct slot {
    std::uint64_t words = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0; ///< + 1; 0: free
  };

  void make_room() {
    constexpr std::size_t most = std::size_t{1} << 20U; // 16 MB, and 24 bytes a name found
    if (used_ < most && found_.size() <= 4 * most) return;
    slots_.assign(slots_.size(), {});
    words_.assign(words_.size(), {});
    found_.clear();
    used_ = 0;
    ++times_emptied_;
  }

  void take(std::uint32_t& first, std::uint32_t& count) {
    first = static_cast<std::uint32_t>(found_.size());
    count = static_cast<std::uint32_t>(fresh_.size()) + 1;
    found_.insert(found_.end(), fresh_.begin(), fresh_.end());
  }

  static slot& slot_of(std::vector<slot>& in, std::uint64_t words) {
    auto const mask = in.size() - 1;
    auto at = static_cast<std::size_t>(words) & mask;
    while (in[at].count != 0 && in[at].words != words) at = (at + 1) & mask;
    return in[at];
  }

  void grow() {
    std::vector<slot> larger(std::max<std::size_t>(256, slots_.size() * 2));
    for (auto const& each : slots_)
      if (each.count != 0) slot_of(larger, each.words) = each;
    slots_ = std::move(larger);
  }

  std::vector<slot> slots_;
  std::size_t used_ = 0;
  std::vector<near_name> found_;
  std::vector<near_name> fresh_;
  std::vector<of_word> words_;
  std::uint32_t times_emptied_ = 0;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
