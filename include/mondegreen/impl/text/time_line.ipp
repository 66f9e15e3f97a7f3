#pragma once

#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/impl/text/time_line.hpp>

#include <algorithm>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::lines {

/// The number at `at`; larger ones than any clock needs stay at the limit.
struct read_number {
  std::int64_t value = 0;
  std::ptrdiff_t digits = 0;

  static constexpr std::int64_t limit = 1'000'000'000'000'000;

  char const* read(char const* at, char const* end) noexcept {
    auto const* const first = at;
    for (value = 0; at != end && is_digit(*at); ++at) value = std::min(value * 10 + (*at - '0'), limit);
    digits = at - first;
    return at;
  }
};

/// 2^53, as `max_ms` of timestamp.hpp, which lies above this layer.
inline constexpr std::int64_t largest_time = std::int64_t{1} << 53;

/// The fraction at `at`, or `at` itself if none follows. Blanks before it are those of a field padded to three places,
/// ", 26" is 26 ms, or one too many, ", 000".
inline char const* loose_fraction(char const* at, char const* end, char sign, std::int64_t& ms, damages& odd) noexcept {
  auto const* const mark = skip_blanks(at, end);
  if (mark == end || (*mark != ',' && *mark != '.' && *mark != ';')) return at;
  auto const* const first = skip_blanks(mark + 1, end);
  auto const blanks = first - mark - 1;
  read_number number;
  auto const* const behind = number.read(first, end);
  bool const padded = blanks > 0 && blanks + number.digits == 3;
  if (number.digits == 0 || (blanks > 0 && !padded && !(blanks == 1 && number.digits == 3))) return at;
  if (mark != at || blanks > 0) odd |= damage::spaces;
  if (*mark != sign) odd |= damage::decimal_sign;
  if (number.digits < 3) odd |= damage::short_fraction;
  if (number.digits > 3) odd |= damage::long_fraction;
  ms = 0;
  std::int64_t place = padded ? (number.digits == 1 ? 1 : 10) : 100;
  for (auto const* digit = first; digit != behind && place > 0; ++digit, place /= 10) ms += (*digit - '0') * place;
  return behind;
}

/// A time at `at`, or null. Two parts are minutes and seconds; a fourth of three digits is the milliseconds.
inline char const* loose_clock(char const* at, char const* end, char sign, std::int64_t& ms, damages& odd) noexcept {
  bool const negative = at != end && *at == '-';
  if (negative) at = skip_blanks(at + 1, end);
  read_number parts[4];
  std::size_t count = 0;
  at = parts[count].read(at, end);
  if (parts[count++].digits == 0) return nullptr;
  while (count < 4) {
    auto const* const colon = skip_blanks(at, end);
    if (colon == end || *colon != ':') break;
    auto const* const next = skip_blanks(colon + 1, end);
    auto const* const behind = parts[count].read(next, end);
    if (behind == next) break;
    if (colon != at || next != colon + 1) odd |= damage::spaces;
    ++count;
    at = behind;
  }
  if (count < 2) return nullptr;
  std::int64_t fraction = 0;
  if (count == 4) {
    if (parts[3].digits != 3) return nullptr;
    fraction = parts[3].value;
    odd |= damage::decimal_sign;
  } else {
    auto const* const behind = loose_fraction(at, end, sign, fraction, odd);
    if (behind == at) odd |= damage::no_fraction;
    at = behind;
  }
  std::size_t const minutes = count == 2 ? 0 : 1;
  if (count == 2 && sign == ',') odd |= damage::no_hours;
  auto const two_digits = [](read_number const& part) { return part.digits == 2; };
  if (!two_digits(parts[minutes]) || !two_digits(parts[minutes + 1]) || parts[0].digits < 2) odd |= damage::digits;
  if (parts[minutes].value > 59 || parts[minutes + 1].value > 59) odd |= damage::out_of_range;
  auto const hours = count == 2 ? 0 : parts[0].value;
  if (hours > largest_time / 3'600'000 || parts[minutes].value > largest_time / 60'000 ||
      parts[minutes + 1].value > largest_time / 1000)
    return nullptr;
  auto const whole = ((hours * 60 + parts[minutes].value) * 60 + parts[minutes + 1].value) * 1000;
  if (whole > largest_time - fraction) return nullptr;
  ms = negative ? -(whole + fraction) : whole + fraction;
  if (negative) odd |= damage::negative;
  return at;
}

MONDEGREEN_INLINE char const* loose_arrow(char const* at, char const* end, damages& odd) noexcept {
  auto const follows = [&](std::string_view what) {
    return static_cast<std::size_t>(end - at) >= what.size() && std::string_view(at, what.size()) == what;
  };
  if (follows("-->") && !(at + 3 != end && at[3] == '>')) return at + 3;
  odd |= damage::arrow;
  for (std::string_view const sign : {"\u2192", "\u21D2", "\u279C"})
    if (follows(sign)) return at + sign.size();
  int strokes = 0;
  for (; strokes < 4; ++strokes) {
    if (follows("-") || follows("="))
      ++at;
    else if (follows("\u2013") || follows("\u2014") || follows("\u2212"))
      at += 3;
    else
      break;
    at = skip_blanks(at, end);
  }
  if (strokes == 0) return nullptr;
  if (follows("&gt;")) return at + 4;
  if (!follows(">")) return nullptr;
  while (at != end && *at == '>') ++at;
  return at;
}

MONDEGREEN_INLINE time_line loose_time_line(char const* at, char const* end, char sign) noexcept {
  time_line read;
  damages start_odd;
  damages end_odd;
  damages arrow_odd;
  read.rest = at;
  auto const* next = skip_blanks(at, end);
  if (auto const* const behind = loose_clock(next, end, sign, read.start, start_odd)) {
    read.start_read = true;
    read.rest = next = behind;
  }
  auto const* const before_arrow = next;
  next = skip_blanks(next, end);
  auto const* const behind_arrow = loose_arrow(next, end, arrow_odd);
  if (behind_arrow == nullptr) return read;
  read.arrow_read = true;
  bool const tight = before_arrow == next;
  read.rest = behind_arrow;
  next = skip_blanks(behind_arrow, end);
  auto const* const behind = loose_clock(next, end, sign, read.end, end_odd);
  // "00:10:-1.000" is no ten seconds.
  if (behind != nullptr && (behind == end || (*behind != ':' && *behind != ',' && *behind != '.'))) {
    read.end_read = true;
    read.rest = behind;
  }
  read.odd = start_odd | end_odd | arrow_odd;
  if (tight || next == behind_arrow) read.odd |= damage::spaces;
  if (read.complete() && read.end < read.start) read.odd |= damage::end_before_start;
  if (!read.complete()) read.odd |= damage::bad_time;
  return read;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::lines
