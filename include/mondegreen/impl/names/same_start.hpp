// Whether words begin as a name does.
#pragma once

#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/phonetics.hpp>

#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// No reading of the words begins as any of the name does. Recognisers seldom mishear how a word begins.
inline bool starts_otherwise(document const& in, window where, name_entry const& as) {
  constexpr float close = 0.35F;
  auto const& names = in.names();
  auto const sounds = names.sounds_of(as);
  for (auto const& mine : in.word(where.first).sound)
    for (auto const& each : sounds) {
      if (mine.empty() || each.empty()) continue;
      if (mine.front() == each.front()) return false;
      if (sound_distance(mine.substr(0, 1), each.substr(0, 1), close, names.language()) <= close) return false;
    }
  return true;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
