// Times as services write them in JSON strings and XML attributes.
#pragma once

#include <mondegreen/config.hpp>

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <system_error>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A finite decimal number, and nothing behind it.
inline std::optional<double> read_decimal(std::string_view text) noexcept {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// Milliseconds. A plain number counts in `unit`; "1.5s", ISO 8601's "PT1M2.5S" and "00:01:02,500" say what they are.
inline std::optional<double> read_spoken_time(std::string_view text, double unit) noexcept {
  if (auto const plain = read_decimal(text)) return *plain * unit;
  if (text.starts_with("PT") && text.size() > 2) {
    double sum = 0;
    for (text.remove_prefix(2); !text.empty();) {
      auto const mark = text.find_first_of("HMS");
      if (mark == text.npos) return std::nullopt;
      auto const part = read_decimal(text.substr(0, mark));
      if (!part) return std::nullopt;
      sum += *part * (text[mark] == 'H' ? 3'600'000 : text[mark] == 'M' ? 60'000 : 1000);
      text.remove_prefix(mark + 1);
    }
    return sum;
  }
  if (text.ends_with('s')) {
    auto const seconds = read_decimal(text.substr(0, text.size() - 1));
    return seconds ? std::optional(*seconds * 1000) : std::nullopt;
  }
  double sum = 0;
  for (int fields = 0; fields < 4 && text.find(':') != text.npos; ++fields) {
    auto const colon = text.find(':');
    auto const part = read_decimal(text.substr(0, colon));
    if (!part) return std::nullopt;
    sum = (sum + *part) * 60;
    text.remove_prefix(colon + 1);
    if (text.find(':') != text.npos) continue;
    auto const comma = text.find(',');
    auto const seconds = read_decimal(text.substr(0, comma));
    if (!seconds) return std::nullopt;
    double part_of_second = 0;
    if (comma != text.npos) {
      auto const digits = text.substr(comma + 1);
      auto const read = read_decimal(digits);
      if (!read || digits.size() > 9 || *read < 0) return std::nullopt;
      part_of_second = *read / std::pow(10.0, static_cast<double>(digits.size()));
    }
    return (sum + *seconds + part_of_second) * 1000;
  }
  return std::nullopt;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
