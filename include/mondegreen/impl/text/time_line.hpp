// "00:00:01,000 --> 00:00:02,000": the canonical form in a few machine words, all others with care.
#pragma once

#include <mondegreen/damage.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace mondegreen::inline MONDEGREEN_ABI::impl::lines {

/// Times of a line and what was odd about them. `rest` is where reading stopped, behind the end time.
struct time_line {
  std::int64_t start = 0;
  std::int64_t end = 0;
  char const* rest = nullptr;
  damages odd;
  bool start_read = false;
  bool arrow_read = false;
  bool end_read = false;

  bool complete() const noexcept { return start_read && arrow_read && end_read; }
  /// Neither hours nor fractions: "12:30 --> 13:00" may be a line of text.
  bool weak() const noexcept { return odd.has(damage::no_hours) && odd.has(damage::no_fraction); }
};

/// Bytes that `canonical_time_line` reads.
inline constexpr std::ptrdiff_t canonical_time_line_length = 29;

/// Eight bytes as a number whose lowest byte is the first.
inline std::uint64_t load_8(char const* from) noexcept {
  std::uint64_t loaded;
  std::memcpy(&loaded, from, 8);
  if constexpr (std::endian::native == std::endian::big) loaded = __builtin_bswap64(loaded);
  return loaded;
}

/// Eight bytes against a pattern at once: a byte of the pattern that is '0' takes a digit up to `highest`, any other
/// itself. `digits` gets the values; returns zero if all fit.
struct eight_bytes {
  std::uint64_t pattern = 0;
  std::uint64_t slack = 0; ///< what carries into the top bit of a byte that is too high

  constexpr eight_bytes(char const (&text)[9], char const (&highest)[9]) noexcept {
    for (int i = 0; i < 8; ++i) {
      auto const allowed = static_cast<unsigned>(highest[i] - text[i]);
      pattern |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
      slack |= std::uint64_t{0x7F - allowed} << (8 * i);
    }
  }

  constexpr std::uint64_t misfit(std::uint64_t bytes, std::uint64_t& digits) const noexcept {
    digits = bytes ^ pattern;
    return ((digits + slack) | digits) & 0x8080808080808080U;
  }
};

/// Seconds of the digits of "00:00:00".
constexpr std::int64_t seconds_of(std::uint64_t digits) noexcept {
  auto const pairs = digits * 10 + (digits >> 8); // bytes 0, 3 and 6: tens times ten and units
  return static_cast<std::int64_t>(((pairs & 0xFF) * 60 + (pairs >> 24 & 0xFF)) * 60 + (pairs >> 48 & 0xFF));
}

/// Milliseconds of the digits of ",000" in the low half.
constexpr std::int64_t fraction_of(std::uint64_t digits) noexcept {
  return static_cast<std::int64_t>((digits >> 8 & 0xFF) * 100 + (digits >> 16 & 0xFF) * 10 + (digits >> 24 & 0xFF));
}

/// Reads `00:00:00,000 --> 00:00:00,000` exactly, minutes and seconds up to 59, with `Sign` for the comma. 29 bytes must
/// be readable.
template <char Sign> inline bool canonical_time_line(char const* at, std::int64_t& start, std::int64_t& end) noexcept {
  constexpr eight_bytes clock("00:00:00", "99:59:59");
  constexpr eight_bytes middle({Sign, '0', '0', '0', ' ', '-', '-', '>', '\0'},
                               {Sign, '9', '9', '9', ' ', '-', '-', '>', '\0'});
  constexpr eight_bytes last({'0', '0', '0', '0', Sign, '0', '0', '0', '\0'},
                             {'9', '9', '9', '9', Sign, '9', '9', '9', '\0'});
  std::uint64_t start_clock, start_fraction, end_clock, end_fraction;
  auto misfit = clock.misfit(load_8(at), start_clock);
  misfit |= middle.misfit(load_8(at + 8), start_fraction);
  misfit |= clock.misfit(load_8(at + 17), end_clock);
  // The last eight bytes overlap the clock, whose check has been made.
  misfit |= last.misfit(load_8(at + 21), end_fraction) & 0x8080808000000000U;
  misfit |= static_cast<std::uint64_t>(at[16] != ' ');
  if (misfit != 0) return false;
  start = seconds_of(start_clock) * 1000 + fraction_of(start_fraction);
  end = seconds_of(end_clock) * 1000 + fraction_of(end_fraction >> 32);
  return true;
}

/// Reads a time line as people write them: `sign` is the decimal sign that belongs there. Stops at what it cannot read:
/// see which parts were read. O(line), and of a line of text no more than its first number.
time_line loose_time_line(char const* at, char const* end, char sign) noexcept;

/// Past an arrow of any spelling at `at`, or null. `odd` is told what is not "-->".
char const* loose_arrow(char const* at, char const* end, damages& odd) noexcept;

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::lines

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/text/time_line.ipp>
#endif
