// Times as people type them.
#pragma once

#include <mondegreen/timestamp.hpp>

#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mondegreen::cli {

/// "-1.5", "1.5s", "-250ms", "0:01.5", "1:02:03,250": a time in milliseconds, or nothing.
inline std::optional<std::int64_t> typed_time(std::string_view text) {
  bool const minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.remove_prefix(1);
  double unit = 1000;
  if (text.ends_with("ms")) {
    unit = 1;
    text.remove_suffix(2);
  } else if (text.ends_with('s')) {
    text.remove_suffix(1);
  }
  double whole = 0;
  double part = 0;
  double behind = 0; // what the next digit behind the point is worth
  int digits = 0;
  int colons = 0;
  for (char const c : text) {
    if (c >= '0' && c <= '9') {
      ++digits;
      part = behind > 0 ? part + behind * (c - '0') : part * 10 + (c - '0');
      behind /= 10;
    } else if (c == ':' && digits > 0 && behind == 0 && colons < 2 && unit == 1000) {
      whole = (whole + part) * 60;
      part = 0;
      digits = 0;
      ++colons;
    } else if ((c == '.' || c == ',') && behind == 0) {
      behind = 0.1;
    } else {
      return std::nullopt;
    }
  }
  auto const ms = (whole + part) * unit;
  if (digits == 0 || !(ms <= static_cast<double>(max_ms))) return std::nullopt;
  return minus ? -std::llround(ms) : std::llround(ms);
}

} // namespace mondegreen::cli
