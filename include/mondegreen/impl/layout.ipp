#pragma once

#include <mondegreen/impl/text/graphemes.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/layout.hpp>

#include <algorithm>
#include <cstdint>

namespace mondegreen::inline MONDEGREEN_ABI {

MONDEGREEN_INLINE duration reading_time(std::string_view text, int characters_a_second) {
  auto const speed = static_cast<std::uint64_t>(std::max(characters_a_second, 1));
  auto const characters = impl::count_graphemes(text); // at most 2^32, so the product stays far from 2^63
  return {static_cast<std::int64_t>(std::max<std::uint64_t>(1000, (characters * 1000 + speed - 1) / speed))};
}

MONDEGREEN_INLINE bool estimate_times(transcript& text) {
  if (text.timed) return false;
  auto const* known = find_language(text.language);
  if (known == nullptr) {
    std::string sample;
    for (auto const& each : text.cues) {
      if (sample.size() > std::size_t{1} << 16U) break;
      sample.append(each.text, 0, std::size_t{1} << 16U);
      sample += '\n';
    }
    known = detect_language(sample).what;
  }
  int const speed = known != nullptr ? known->reading_speed : no_language().reading_speed;
  timestamp at;
  for (auto& each : text.cues) {
    each.when.start = at;
    at = std::min(at + reading_time(each.text, speed), timestamp{max_ms});
    each.when.end = at;
  }
  text.timed = true;
  return true;
}

} // namespace mondegreen::inline MONDEGREEN_ABI
