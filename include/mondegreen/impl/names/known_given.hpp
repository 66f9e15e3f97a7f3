// Whole persons whose first name stands in the text.
#pragma once

#include <mondegreen/impl/names/candidates.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/phonetics.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// "Marie-Louise Robert" sounds like Marie-Louise Jory, as wholes: eight sounds of thirteen are the first name. Where that
/// stands as it should, only the rest is to be compared. Retrieval does so itself where the first name is one word, but
/// what it then finds too far off it finds as a whole again.
inline candidate beside_known_given(document const& in, candidate of) {
  auto const& names = in.names();
  auto const& entry = names.entry(of.entry);
  bool const person = entry.part_given != name_entry::none && entry.part_surname != name_entry::none;
  if (of.how != match::sound || of.by != anchor::none || of.hopeless || !person) return of;
  auto const& given = names.entry(entry.part_given).words;
  auto const words = static_cast<std::uint32_t>(given.size());
  if (of.where.count <= words) return of;
  for (std::uint32_t i = 0; i < words; ++i)
    if (in.word(of.where.first + i).letters != letters_of(given[i])) return of;
  float best = 1;
  std::size_t phones_of_best = 0;
  for (std::size_t reading = 0; reading < 2; ++reading) {
    phones rest;
    for (auto i = of.where.first + words; i < of.where.end(); ++i) rest += in.word(i).sound[reading];
    for (auto const& each : names.sounds_at(entry.part_surname)) {
      auto const length = static_cast<float>(std::max({rest.size(), each.size(), std::size_t{1}}));
      auto const distance = sound_distance(rest, each, best * length, names.language()) / length;
      if (distance >= best) continue;
      best = distance;
      phones_of_best = each.size();
    }
  }
  of.by = anchor::given;
  of.part = entry.part_given;
  of.part_words = words;
  of.distance = best;
  of.phones = static_cast<std::uint32_t>(phones_of_best);
  return of;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
