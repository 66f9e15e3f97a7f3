// Numbers by number, in one array.
#pragma once

#include <mondegreen/impl/names/near_keys.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What a document counts by name and by entry is asked for at nearly every name that sounds like some of its words: one
/// probe, most often of one cache line. A key is below 2^32 - 1.
class number_map {
public:
  /// The value of a key, zero if it is new.
  std::uint32_t& operator[](std::uint32_t key) {
    if (slots_.size() < 2 * (size_ + 1)) grow();
    auto& mine = slots_[place_of(slots_, key)];
    if (mine.first == 0) {
      mine.first = key + 1;
      ++size_;
    }
    return mine.second;
  }

  /// Null if it has not been set.
  std::uint32_t const* find(std::uint32_t key) const noexcept {
    if (size_ == 0) return nullptr;
    auto const& mine = slots_[place_of(slots_, key)];
    return mine.first == 0 ? nullptr : &mine.second;
  }

  std::size_t size() const noexcept { return size_; }

  void clear() {
    slots_.clear();
    size_ = 0;
  }

  /// Calls `with(key)` for each, in no order.
  template <class Function> void each_key(Function&& with) const {
    for (auto const& each : slots_)
      if (each.first != 0) with(each.first - 1);
  }

private:
  using slot = std::pair<std::uint32_t, std::uint32_t>; ///< the key + 1, the value; 0: free

  static std::size_t place_of(std::vector<slot> const& in, std::uint32_t key) noexcept {
    auto const mask = in.size() - 1;
    auto at = static_cast<std::size_t>(key_hash::mix(key)) & mask;
    while (in[at].first != 0 && in[at].first != key + 1) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<slot> larger(slots_.empty() ? 16 : slots_.size() * 2);
    for (auto const& each : slots_)
      if (each.first != 0) larger[place_of(larger, each.first - 1)] = each;
    slots_ = std::move(larger);
  }

  std::vector<slot> slots_;
  std::size_t size_ = 0;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
