#pragma once

#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/written_form.hpp>

#include <algorithm>
#include <limits>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE bool written_form::another() const {
  if (initials()) return true;
  if (at_.count > 1 || !only_case()) return false;
  auto const& word = in_.tokens()[at_.first];
  // Letters and digits in one are written low as often as not; a capital on an ordinary word makes a name of it.
  bool const identifier = word.text.find_first_of("0123456789") != std::string_view::npos;
  bool const named = word.shape == word_shape::initial && !word.opens_sentence && in_.word(at_.first).rank != 0;
  return identifier || named;
}

MONDEGREEN_INLINE bool written_form::only_case() const {
  if (entry_.words.size() != at_.count) return false;
  for (std::uint32_t i = 0; i < at_.count; ++i)
    if (in_.word(at_.first + i).letters != letters_of(entry_.words[i])) return false;
  return true;
}

MONDEGREEN_INLINE bool written_form::initials() const {
  auto const capitals = [](std::string_view word) {
    return word.size() == 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  auto const& words = entry_.words;
  bool const lone = words.size() > 2 && words[0].size() == 1 && words[1].size() == 1; // "J.P. Morgan"
  bool found = (lone || capitals(words.front())) && in_.tokens()[at_.first].text.size() > 1;
  for (auto i = at_.first; i < at_.end(); ++i) found = found || capitals(in_.tokens()[i].text);
  return found && at_.count != words.size();
}

MONDEGREEN_INLINE bool written_form::possessive() const {
  auto const& last = in_.tokens()[at_.end() - 1];
  return at_.count > 1 && last.text == "s" && last.before == gap::joined && at_.count != entry_.words.size();
}

MONDEGREEN_INLINE bool written_form::usual() const {
  auto times = std::numeric_limits<std::uint32_t>::max();
  for (auto i = at_.first; i < at_.end(); ++i) times = std::min(times, in_.times_said(i));
  auto const* right = in_.stands(entry_.name);
  return in_.times_standing(number_) > times || (right != nullptr && !in_.part(right->passage).role.empty());
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
