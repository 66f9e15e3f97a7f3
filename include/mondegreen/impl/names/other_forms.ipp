#pragma once

#include <mondegreen/impl/names/given_names.hpp>
#include <mondegreen/impl/names/heard_before.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/other_forms.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE std::string_view other_forms::drops() const {
  if (shortened()) return "people call it by a part of its name";
  if (another_bearer()) return "the first name is that of another person with this surname";
  return {};
}

MONDEGREEN_INLINE std::string_view other_forms::holds() const {
  if (other_surname()) return "a first name goes with the surname behind it";
  if (of_.distance == 0) return {};
  if (first_name()) return "a first name as it stands, that does not sound the same as the surname";
  if (short_form()) return "two first names that begin alike may be one person's";
  if (inflected()) return "one may be an inflection of the other, and it is heard";
  if (another_person()) return "no first name, or another one, before this surname";
  return {};
}

/// Every word of the window is one of the name: it is called by a part of it, and nothing was misheard.
MONDEGREEN_INLINE bool other_forms::shortened() const {
  for (auto i = of_.where.first; i < of_.where.end(); ++i) {
    auto const& mine = in_.word(i).letters;
    if (std::find(entry_.spelled.begin(), entry_.spelled.end(), mine) == entry_.spelled.end()) return false;
  }
  return of_.where.count < entry_.words.size();
}

/// "Nicolas Dorier" is no Niklas: a common first name is one person's by the surname behind it, however near it sounds. A
/// misheard surname is found with the first name, as a whole.
MONDEGREEN_INLINE bool other_forms::other_surname() const {
  auto const next = of_.where.end();
  if (of_.by != anchor::none || entry_.words.size() != 1 || entry_.part == name_part::surname || of_.where.count != 1 ||
      next >= in_.tokens().size() || !in_.cased() || !in_.word(of_.where.first).given)
    return false;
  auto const& behind = in_.tokens()[next];
  bool const written = behind.shape == word_shape::initial || behind.shape == word_shape::mixed;
  if (!written || behind.before != gap::space || in_.word(next).rank != 0 || in_.word(next).given) return false;
  auto const alike = names_.by_letters(entry_.letters);
  return std::none_of(alike.begin(), alike.end(), [&](std::uint32_t part) {
    auto const bearers = names_.bearers(part);
    return std::any_of(bearers.begin(), bearers.end(), [&](std::uint32_t bearer) {
      auto const surname = names_.person_of(bearer).surname;
      return surname != name_entry::none && names_.entry(surname).letters == in_.word(next).letters;
    });
  });
}

/// "Michael" alone is no Mitchell, unless he was repaired beside his first name: whoever is called by a surname has no other.
MONDEGREEN_INLINE bool other_forms::first_name() const {
  if (entry_.part != name_part::surname || of_.where.count != 1 || !in_.word(of_.where.first).given) return false;
  return in_.heard() == nullptr || !in_.heard()->holds(in_, change_);
}

/// UTXOs and UTXO, Merge and Merged: the same word in another form.
MONDEGREEN_INLINE bool other_forms::inflected() const {
  if (of_.by != anchor::none || names_.language() != "en") return false;
  // "APIs" are several, and no "API as".
  if (auto const& first = in_.tokens()[of_.where.first].text; of_.where.count == 1 && entry_.words.size() > 1 &&
                                                              first.ends_with('s') &&
                                                              first.substr(0, first.size() - 1) == entry_.words.front())
    return true;
  std::string mine;
  for (auto i = of_.where.first; i < of_.where.end(); ++i) mine += in_.word(i).letters;
  auto const& shorter = mine.size() < entry_.letters.size() ? mine : entry_.letters;
  auto const& longer = mine.size() < entry_.letters.size() ? entry_.letters : mine;
  if (!longer.starts_with(shorter)) return false;
  constexpr std::string_view ends[]{"s", "es", "d", "ed", "r", "er", "rs", "ers", "ing"};
  return std::find(std::begin(ends), std::end(ends), std::string_view(longer).substr(shorter.size())) != std::end(ends);
}

/// "Steve Rashy" is Steve Rasche and not Steven Rasche, where both are in the list.
MONDEGREEN_INLINE bool other_forms::another_bearer() const {
  if (of_.by != anchor::surname) return false;
  auto const& mine = in_.word(of_.where.first).letters;
  auto const bearers = names_.bearers(of_.part);
  constexpr std::size_t few = 64; // of a long list everybody bears a common surname
  return bearers.size() <= few && std::any_of(bearers.begin(), bearers.end(), [&](std::uint32_t other) {
           auto const given = names_.person_of(other).given;
           return other != of_.entry && given != name_entry::none && names_.entry(given).letters == mine;
         });
}

/// Many persons share a surname: another first name before it is another person's, unless it sounds like this one's, and
/// an ordinary word is no first name.
MONDEGREEN_INLINE bool other_forms::another_person() const {
  if (of_.by != anchor::surname) return false;
  constexpr float same_name = 0.25F;
  auto const& word = in_.word(of_.where.first);
  if (word.given) return of_.distance > same_name;
  return word.plain || (word.rank != 0 && (!in_.cased() || in_.tokens()[of_.where.first].opens_sentence));
}

/// Randall and Randy, Matthew and Matt, "art Chadwick" and Arthur: what a person is called by, not what was misheard.
MONDEGREEN_INLINE bool other_forms::short_form() const {
  auto const& changed = change_.changed;
  if (changed.count != 1 || change_.parts.size() != 1) return false;
  auto const& mine = in_.word(changed.first).letters;
  constexpr std::size_t alike = 3;
  if (of_.by == anchor::surname && entry_.part_given != name_entry::none && mine.size() >= alike &&
      names_.entry(entry_.part_given).letters.starts_with(mine))
    return true;
  if (!in_.word(changed.first).given) return false;
  auto const other = letters_of(change_.parts.front().with);
  return mine.size() > alike && other.compare(0, alike, mine, 0, alike) == 0 &&
         is_given_name(change_.parts.front().with);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
