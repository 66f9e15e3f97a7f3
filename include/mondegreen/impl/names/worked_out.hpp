// What is worked out of numbered things when it is first asked for.
#pragma once

#include <mondegreen/config.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Values by number, of which few are ever asked for. A hash map takes three loads that wait for each other, and with a
/// million names each of them is a miss: a sixth of the time of a repair went there. Here it is two, and 8 bytes for each
/// number near one that was asked for. References hold until `clear`.
template <class Value> class worked_out {
public:
  /// The value of a number, and whether it is fresh.
  std::pair<Value&, bool> at(std::uint32_t number) {
    auto const which = number / page_size;
    if (which >= pages_.size()) pages_.resize(which + std::size_t{1} + pages_.size() / 2);
    auto& page = pages_[which];
    if (!page) page = std::make_unique<std::array<Value*, page_size>>();
    auto*& slot = (*page)[number % page_size];
    if (slot != nullptr) return {*slot, false};
    slot = &values_.emplace_back();
    return {*slot, true};
  }

  std::size_t size() const noexcept { return values_.size(); }

  void clear() {
    pages_.clear();
    values_.clear();
  }

private:
  static constexpr std::uint32_t page_size = 64;

  std::vector<std::unique_ptr<std::array<Value*, page_size>>> pages_;
  std::deque<Value> values_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
