// Taking lines and numbers off the text that pronunciations are packed in.
#pragma once

#include <mondegreen/config.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A number in digits of six bits from '0' on, the highest first.
inline std::uint64_t take_number(std::string_view& text, std::size_t digits) noexcept {
  std::uint64_t value = 0;
  digits = std::min(digits, text.size());
  for (std::size_t i = 0; i < digits; ++i) value = value << 6U | (static_cast<unsigned char>(text[i] - '0') & 63U);
  text.remove_prefix(digits);
  return value;
}

inline std::string_view take_line(std::string_view& text, char end = '\n') noexcept {
  auto const line = text.substr(0, text.find(end));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
