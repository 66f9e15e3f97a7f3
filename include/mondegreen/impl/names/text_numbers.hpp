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

/// Numbers texts from 0 in the order they come in. Of the text itself one copy and some 40 bytes beside it: a list of a
/// million names would take several times as much in a map of strings. All texts together have less than 4 GiB.
class text_numbers {
public:
  /// The number of a text, and whether it is new. O(text).
  std::pair<std::uint32_t, bool> add(std::string_view text) {
    if (slots_.size() < 2 * (begins_.size() + 1)) grow();
    auto const fresh = slot_of(text);
    auto& mine = slots_[place_of(text, fresh)];
    if (mine.number != 0) return {mine.number - 1, false};
    append(text);
    mine = fresh;
    mine.number = size();
    return {size() - 1, true};
  }

  /// The number of a text that has one. O(text).
  std::optional<std::uint32_t> find(std::string_view text) const noexcept {
    if (slots_.empty()) return std::nullopt;
    auto const& mine = slots_[place_of(text, slot_of(text))];
    return mine.number == 0 ? std::nullopt : std::optional(mine.number - 1);
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
  /// Every word of a text comes by here: most are short and stand in the slot itself, where one load finds them.
  struct slot {
    std::uint64_t end = 0;    ///< the last bytes, up to eight: of a shorter text all
    std::uint32_t hash = 0;   ///< the lowest bits are the size, up to `many`
    std::uint32_t number = 0; ///< + 1; 0: free
  };
  static constexpr std::uint32_t many = 15;

  /// The first bytes of a text, which has so many; up to eight.
  static std::uint64_t piece_of(char const* text, std::size_t size) noexcept {
    auto const byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(text[at])}; };
    if (size == 0) return 0;
    if (size < 4) return byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U;
    std::uint32_t front = 0;
    std::uint32_t back = 0;
    std::memcpy(&front, text, sizeof front);
    std::memcpy(&back, text + size - sizeof back, sizeof back);
    return front | std::uint64_t{back} << 32U;
  }

  static slot slot_of(std::string_view text) noexcept {
    constexpr std::size_t step = sizeof(std::uint64_t);
    std::uint64_t hash = text.size() * key_hash::base;
    auto rest = text;
    for (; rest.size() > step; rest.remove_prefix(step)) {
      hash = (hash ^ piece_of(rest.data(), step)) * key_hash::base;
      hash ^= hash >> 32U;
    }
    slot out;
    out.end = piece_of(rest.data(), rest.size());
    auto const mixed = static_cast<std::uint32_t>(key_hash::mix(hash ^ out.end) >> 32U);
    out.hash = (mixed & ~many) | std::min(static_cast<std::uint32_t>(text.size()), many);
    return out;
  }

  static std::size_t first_place(slot const& of, std::size_t mask) noexcept { return (of.hash >> 4U) & mask; }

  std::size_t place_of(std::string_view text, slot const& of) const noexcept {
    auto const mask = slots_.size() - 1;
    auto at = first_place(of, mask);
    for (; slots_[at].number != 0; at = (at + 1) & mask) {
      auto const& each = slots_[at];
      if (each.hash != of.hash || each.end != of.end) continue;
      if (text.size() <= sizeof of.end || (*this)[each.number - 1] == text) break;
    }
    return at;
  }

  void grow() {
    std::vector<slot> larger(std::max<std::size_t>(64, slots_.size() * 2));
    auto const mask = larger.size() - 1;
    for (auto const& each : slots_) {
      if (each.number == 0) continue;
      auto at = first_place(each, mask);
      while (larger[at].number != 0) at = (at + 1) & mask;
      larger[at] = each;
    }
    slots_ = std::move(larger);
  }

  std::string text_;
  std::vector<std::uint32_t> begins_;
  std::vector<slot> slots_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
