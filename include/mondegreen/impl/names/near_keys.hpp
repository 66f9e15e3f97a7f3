// Strings findable by any string that is one edit away.
#pragma once

#include <mondegreen/config.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The inverse of an odd number modulo 2^64, by Newton's method: each step doubles the number of right bits.
constexpr std::uint64_t inverse_of(std::uint64_t odd) noexcept {
  std::uint64_t x = odd;
  for (int i = 0; i < 6; ++i) x *= 2 - odd * x;
  return x;
}

/// Keys with an entry number each. Both a stored and a sought key stand for themselves and for all strings with one
/// character less, so that two keys one replacement, insertion or deletion apart share one of these (symmetric deletes).
/// Strings are compared by 64-bit hashes: what is found is a candidate, to be compared in full. Of very many entries under
/// one hash the first are found: so many names that sound alike cannot be told apart anyway.
class near_keys {
public:
  /// Keys shorter than `shortest` are only found whole.
  explicit near_keys(std::size_t shortest) : shortest_(shortest) {}

  void add(std::string_view key, std::uint32_t entry) {
    for_each_near(key, [&](std::uint64_t hash) { slots_.emplace_back(hash, entry); });
  }

  /// To be called once, after the last `add`. O(n log n).
  void build() {
    std::sort(slots_.begin(), slots_.end());
    slots_.erase(std::unique(slots_.begin(), slots_.end()), slots_.end());
    constexpr std::size_t bits_a_slot = 16; // one look-up in sixteen goes on to the search in vain
    filter_.assign(std::bit_ceil(slots_.size() * bits_a_slot / 64 + 1), 0);
    for (auto const& [hash, entry] : slots_) filter_[word(hash)] |= bit(hash);
  }

  /// Appends the entries of near keys, with doubles. O(key).
  void find(std::string_view key, std::vector<std::uint32_t>& out) const {
    for_each_near(key, [&](std::uint64_t hash) {
      if ((filter_[word(hash)] & bit(hash)) == 0) return;
      auto at = std::lower_bound(slots_.begin(), slots_.end(), std::pair(hash, std::uint32_t{0}));
      for (std::size_t n = 0; n < most_shared && at != slots_.end() && at->first == hash; ++n, ++at)
        out.push_back(at->second);
    });
  }

private:
  static constexpr std::size_t most_shared = 64;
  static constexpr std::uint64_t base = 0x9E3779B97F4A7C15ULL; // odd; the bits of the golden ratio

  /// Spreads the high bits of a polynomial hash to the low ones.
  static constexpr std::uint64_t mix(std::uint64_t hash) noexcept {
    hash ^= hash >> 32U;
    hash *= 0xD6E8FEB86659FD93ULL;
    return hash ^ hash >> 32U;
  }

  /// Calls `with` for the hashes of the key and of the key less each one of its characters: all in O(key), as the hash
  /// of what is left is made of those of what stands before and after.
  template <class Function> void for_each_near(std::string_view key, Function&& with) const {
    auto const value = [&](std::size_t i) {
      return static_cast<std::uint64_t>(static_cast<unsigned char>(key[i])) + 1;
    };
    std::uint64_t whole = 0;
    for (std::size_t i = 0; i < key.size(); ++i) whole = whole * base + value(i);
    with(mix(whole));
    if (key.size() < shortest_) return;
    std::uint64_t after = 0; // hash of what follows the character left out
    std::uint64_t power = 1; // base to the length of that
    for (std::size_t i = key.size(); i-- > 0;) {
      auto const from_here = value(i) * power + after;
      // whole = before * base^(rest + 1) + from_here; taking the character out leaves before * base^rest + after.
      auto const before = (whole - from_here) * inverse;
      if (i + 1 == key.size() || key[i] != key[i + 1]) with(mix(before + after));
      after = from_here;
      power *= base;
    }
  }

  static constexpr std::uint64_t inverse = inverse_of(base);

  std::size_t word(std::uint64_t hash) const noexcept { return (hash >> 6U) & (filter_.size() - 1); }
  static std::uint64_t bit(std::uint64_t hash) noexcept { return std::uint64_t{1} << (hash & 63U); }

  std::size_t shortest_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> slots_;
  std::vector<std::uint64_t> filter_ = {0};
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
