// Whether a text is about the names of its list at all, and about one of them.
#pragma once

#include <mondegreen/impl/names/document.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// How many powers of ten fewer names of the list stand in the text than one in ten, which is what remains of a list that was
/// made for it: recognisers wrote 14 to 82 of a hundred as they should. Of a list for other texts some name sounds like
/// nearly any word of this one: people's own "Ryan" was repaired as a "Brian" of another company. A short text says little,
/// so no more names are expected than one in `words_a_name` words. O(1).
inline double about_others(document const& in) noexcept {
  constexpr double remains = 0.1;
  constexpr double words_a_name = 4;
  auto const names = static_cast<double>(in.names().names().size());
  auto const expected = remains * std::min(names, static_cast<double>(in.tokens().size()) / words_a_name);
  return std::max(0.0, std::log10(expected / (1.0 + static_cast<double>(in.names_standing()))));
}

/// Something in the text speaks for the name, or for a person who bears it: the rest of a name of theirs stands there.
/// O(bearers), of which the index knows few.
inline bool is_of_this_text(document const& in, std::uint32_t as) {
  auto const& names = in.names();
  auto const& entry = names.entry(as);
  if (in.speaks_for(entry.name)) return true;
  if (entry.words.size() != 1) return false;
  auto const stands = [&](std::uint32_t part) {
    return part != name_entry::none && in.times_standing(part) > 0 && names.entry(part).letters != entry.letters;
  };
  auto const there = [&](std::uint32_t bearer) {
    auto const person = names.person_of(bearer);
    return in.speaks_for(bearer) || stands(person.given) || stands(person.surname);
  };
  auto const alike = names.by_letters(entry.letters);
  return std::any_of(alike.begin(), alike.end(), [&](std::uint32_t part) {
    auto const bearers = names.bearers(part);
    return std::any_of(bearers.begin(), bearers.end(), there);
  });
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
