// Which of many numbered things are others than they were.
#pragma once

#include <mondegreen/config.hpp>

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A set that is made once and asked a million times, nearly always in vain: bits answer first.
class changed_numbers {
public:
  void clear() {
    all_.clear();
    bits_.reset();
  }

  /// Adds what is in only one of two lists; both are in order.
  void add_difference(std::vector<std::uint32_t> const& before, std::vector<std::uint32_t> const& now) {
    std::set_symmetric_difference(before.begin(), before.end(), now.begin(), now.end(), std::back_inserter(all_));
    settle();
  }

  void add(std::vector<std::uint32_t> const& more) {
    all_.insert(all_.end(), more.begin(), more.end());
    settle();
  }

  bool empty() const noexcept { return all_.empty(); }

  bool has(std::uint32_t number) const noexcept {
    return bits_[number % bits_.size()] && std::binary_search(all_.begin(), all_.end(), number);
  }

private:
  void settle() {
    std::sort(all_.begin(), all_.end());
    for (auto const each : all_) bits_.set(each % bits_.size());
  }

  std::vector<std::uint32_t> all_; ///< in order
  std::bitset<32768> bits_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
