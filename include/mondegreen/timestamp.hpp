// Times on the media clock: strong types over int64 milliseconds.
#pragma once

#include <mondegreen/config.hpp>

#include <compare>
#include <cstdint>
#include <string>

namespace mondegreen::inline MONDEGREEN_ABI {

/// A length of time, in milliseconds; may be negative.
struct duration {
  std::int64_t ms = 0;

  friend constexpr auto operator<=>(duration, duration) = default;
  friend constexpr duration operator+(duration a, duration b) noexcept { return {a.ms + b.ms}; }
  friend constexpr duration operator-(duration a, duration b) noexcept { return {a.ms - b.ms}; }
};

/// A point on the media clock, in milliseconds from its start. Hours never wrap; negative times are allowed in the
/// model, each format says what it does with them when it is written.
struct timestamp {
  std::int64_t ms = 0;

  friend constexpr auto operator<=>(timestamp, timestamp) = default;
  friend constexpr timestamp operator+(timestamp t, duration d) noexcept { return {t.ms + d.ms}; }
  friend constexpr timestamp operator-(timestamp t, duration d) noexcept { return {t.ms - d.ms}; }
  friend constexpr duration operator-(timestamp a, timestamp b) noexcept { return {a.ms - b.ms}; }
};

/// From `start` up to, not including, `end`. A reader keeps an end before its start as it stands and tells it.
struct interval {
  timestamp start;
  timestamp end;

  constexpr duration length() const noexcept { return end - start; }
  friend constexpr bool operator==(interval, interval) = default;
};

/// The largest time a reader accepts, 2^53 ms (285,000 years): JSON numbers hold it exactly and sums never overflow.
inline constexpr std::int64_t max_ms = std::int64_t{1} << 53;

/// "1:02:03.004": for messages; a format's writer spells times its own way.
std::string to_string(timestamp when);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/timestamp.ipp>
#endif
