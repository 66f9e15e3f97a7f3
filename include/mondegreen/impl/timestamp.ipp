#pragma once

#include <mondegreen/timestamp.hpp>

#include <fmt/format.h>

namespace mondegreen::inline MONDEGREEN_ABI {

MONDEGREEN_INLINE std::string to_string(timestamp when) {
  // Unsigned, so that the lowest value has an opposite.
  auto const ms = when.ms < 0 ? 0 - static_cast<std::uint64_t>(when.ms) : static_cast<std::uint64_t>(when.ms);
  return fmt::format("{}{}:{:02}:{:02}.{:03}", when.ms < 0 ? "-" : "", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60,
                     ms % 1000);
}

} // namespace mondegreen::inline MONDEGREEN_ABI
