// The line of a block that has its times.
#pragma once

#include <mondegreen/source.hpp>
#include <mondegreen/timestamp.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Where the times of an arrow line stand, from the first digit to the last; empty if the block does not begin with one,
/// below an identifier at most.
inline span times_in(std::string_view source, span block) noexcept {
  auto const text = slice(source, block);
  constexpr std::string_view clock = "0123456789:.,";
  std::size_t from = 0;
  for (int line = 0; line < 3 && from < text.size(); ++line) {
    auto const end = std::min(text.find_first_of("\r\n", from), text.size());
    auto const arrow = text.substr(0, end).find("-->", from);
    if (arrow == text.npos) {
      from = std::min(text.find_first_not_of("\r\n", end), text.size());
      continue;
    }
    auto const first = text.substr(0, arrow).find_first_of(clock, from);
    auto const second = text.substr(0, end).find_first_of(clock, arrow);
    if (first == text.npos || second == text.npos) return {};
    auto const last = std::min(text.find_first_not_of(clock, second), end);
    return {block.offset + static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last - first)};
  }
  return {};
}

inline std::string arrow_times(interval when, char point) {
  auto const clock = [&](timestamp at) {
    auto const ms = std::max<std::int64_t>(at.ms, 0);
    return fmt::format("{:02}:{:02}:{:02}{}{:03}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60, point, ms % 1000);
  };
  return clock(when.start) + " --> " + clock(when.end);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
