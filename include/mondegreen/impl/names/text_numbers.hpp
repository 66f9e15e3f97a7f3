// Texts, each once, by number.
#pragma once

#include <mondegreen/impl/names/near_keys.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Numbers texts from 0 in the order they come in. Of the text itself one copy and 20 bytes beside it: a list of a million
/// names would take ten times as much in a map of strings. All texts together have less than 4 GiB.
class text_numbers {
public:
  /// The number of a text, and whether it is new. O(text).
  std::pair<std::uint32_t, bool> add(std::string_view text) {
    if (slots_.size() < 2 * (begins_.size() + 1)) grow();
    auto const hash = hash_of(text) >> 32U;
    auto const mask = slots_.size() - 1;
    auto at = static_cast<std::size_t>(hash) & mask;
    for (; slots_[at] != 0; at = (at + 1) & mask) {
      auto const number = static_cast<std::uint32_t>(slots_[at]) - 1;
      if (slots_[at] >> 32U == hash && (*this)[number] == text) return {number, false};
    }
    append(text);
    slots_[at] = hash << 32U | begins_.size();
    return {size() - 1, true};
  }

  /// The number of a text that has one. O(text).
  std::optional<std::uint32_t> find(std::string_view text) const noexcept {
    if (slots_.empty()) return std::nullopt;
    auto const hash = hash_of(text) >> 32U;
    auto const mask = slots_.size() - 1;
    for (auto at = static_cast<std::size_t>(hash) & mask; slots_[at] != 0; at = (at + 1) & mask) {
      auto const number = static_cast<std::uint32_t>(slots_[at]) - 1;
      if (slots_[at] >> 32U == hash && (*this)[number] == text) return number;
    }
    return std::nullopt;
  }

  /// Numbers a text whether it is there or not; `add` will not find this one.
  void append(std::string_view text) {
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
    text_ += text;
  }

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(begins_.size()); }

  std::string_view operator[](std::uint32_t number) const noexcept {
    auto const next = std::size_t{number} + 1;
    auto const end = next < begins_.size() ? begins_[next] : text_.size();
    return std::string_view(text_).substr(begins_[number], end - begins_[number]);
  }

  std::string const& text() const noexcept { return text_; } ///< all of them, one behind the other

private:
  /// Eight bytes a step: every word of a text comes by here.
  static std::uint64_t hash_of(std::string_view text) noexcept {
    std::uint64_t hash = text.size() * key_hash::base;
    std::uint64_t piece = 0;
    for (; text.size() >= sizeof piece; text.remove_prefix(sizeof piece)) {
      std::memcpy(&piece, text.data(), sizeof piece);
      hash = (hash ^ piece) * key_hash::base;
      hash ^= hash >> 32U;
    }
    piece = 0;
    for (char const c : text) piece = piece << 8U | static_cast<unsigned char>(c);
    return key_hash::mix(hash ^ piece);
  }

  void grow() {
    std::vector<std::uint64_t> larger(std::max<std::size_t>(64, slots_.size() * 2), 0);
    auto const mask = larger.size() - 1;
    for (auto const each : slots_) {
      if (each == 0) continue;
      auto at = static_cast<std::size_t>(each >> 32U) & mask;
      while (larger[at] != 0) at = (at + 1) & mask;
      larger[at] = each;
    }
    slots_ = std::move(larger);
  }

  std::string text_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint64_t> slots_; ///< half of the hash, and the number + 1; 0: free
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
