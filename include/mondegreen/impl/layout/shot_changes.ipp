#pragma once

#include <mondegreen/impl/layout/shot_changes.hpp>
#include <mondegreen/impl/text/printable.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <system_error>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

MONDEGREEN_INLINE bool read_cut(std::string_view text, double frame_rate, timestamp& into) noexcept {
  std::array<double, 4> fields{};
  std::size_t count = 0;
  while (count < fields.size()) {
    auto const end = std::min(text.find_first_of(":;"), text.size());
    auto const field = text.substr(0, end);
    double value = 0;
    auto const read = std::from_chars(field.data(), field.data() + field.size(), value, std::chars_format::fixed);
    if (read.ec != std::errc{} || read.ptr != field.data() + field.size() || !(value >= 0 && value < 1e9)) return false;
    fields[count++] = value;
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
    if (count == fields.size()) return false;
  }
  double seconds = 0;
  switch (count) {
  case 1: seconds = fields[0]; break;
  case 2: seconds = fields[0] * 60 + fields[1]; break;
  case 3: seconds = (fields[0] * 60 + fields[1]) * 60 + fields[2]; break;
  default: seconds = (fields[0] * 60 + fields[1]) * 60 + fields[2] + fields[3] / (frame_rate > 0 ? frame_rate : 24);
  }
  into = {std::llround(seconds * 1000)};
  return true;
}

} // namespace impl

MONDEGREEN_INLINE shot_changes read_shot_changes(std::string_view text, double frame_rate) {
  shot_changes made;
  std::size_t from = 0;
  while (from < text.size()) {
    auto const end = std::min(text.find('\n', from), text.size());
    auto line = text.substr(from, end - from);
    auto const offset = from;
    from = end + 1;
    line = line.substr(0, line.find('#'));
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) line.remove_suffix(1);
    auto const lead = std::min(line.find_first_not_of(" \t"), line.size());
    line.remove_prefix(lead);
    if (line.empty()) continue;
    timestamp at;
    if (impl::read_cut(line, frame_rate, at)) {
      made.times.push_back(at);
      continue;
    }
    std::string shown;
    impl::append_printable(shown, line.substr(0, 40));
    made.diagnostics.push_back(make_diagnostic(
        code::shots_line, {static_cast<std::uint32_t>(offset + lead), static_cast<std::uint32_t>(line.size())},
        fmt::format("'{}' is no time of a cut; the line is left out", shown),
        "a time a line: 12.345 (seconds), 0:00:12.345, or 00:00:12:08 with frames"));
  }
  std::sort(made.times.begin(), made.times.end());
  made.times.erase(std::unique(made.times.begin(), made.times.end()), made.times.end());
  return made;
}

} // namespace mondegreen::inline MONDEGREEN_ABI
