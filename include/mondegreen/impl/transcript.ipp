#pragma once

#include <mondegreen/transcript.hpp>

#include <algorithm>

namespace mondegreen::inline MONDEGREEN_ABI {

MONDEGREEN_INLINE speaker_id transcript::speaker(std::string_view name) {
  auto const known = std::find(speakers.begin(), speakers.end(), name);
  auto const id = static_cast<speaker_id>(known - speakers.begin());
  if (known == speakers.end()) speakers.emplace_back(name);
  return id;
}

MONDEGREEN_INLINE std::string_view transcript::speaker_name(speaker_id id) const noexcept {
  auto const i = static_cast<std::size_t>(id);
  return id == speaker_id::none || i >= speakers.size() ? std::string_view{} : std::string_view{speakers[i]};
}

MONDEGREEN_INLINE metadata_entry const* transcript::find(std::string_view key) const noexcept {
  auto const found =
      std::find_if(metadata.begin(), metadata.end(), [&](auto const& entry) { return entry.key == key; });
  return found == metadata.end() ? nullptr : &*found;
}

} // namespace mondegreen::inline MONDEGREEN_ABI
