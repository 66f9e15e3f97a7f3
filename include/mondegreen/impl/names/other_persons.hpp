// Words beside a first name or surname that make it another person's.
#pragma once

#include <mondegreen/impl/names/document.hpp>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A first name goes with its own surname and the other way round: beside another one it is another person. And behind a
/// first name stands a surname, never another person's first name: "Nathalie Andry" is not Andrée.
inline std::vector<std::string_view> other_persons(document const& in, window at, std::uint32_t as) {
  std::vector<std::string_view> out;
  auto const& names = in.names();
  auto const& entry = names.entry(as);
  bool const given = entry.part == name_part::given;
  if (!given && entry.part != name_part::surname) return out;
  auto const& tokens = in.tokens();
  auto const before = at.first - 1; // wraps around before the first word
  bool const behind_given = before < tokens.size() && tokens[at.first].before == gap::space && in.word(before).given &&
                            tokens[before].shape == word_shape::initial;
  if (given && behind_given) out.push_back(tokens[before].text);
  auto const beside = given ? at.end() : before;
  if (beside >= tokens.size() || tokens[given ? beside : at.first].before != gap::space) return out;
  auto const& word = tokens[beside];
  bool const written = word.shape == word_shape::initial || word.shape == word_shape::mixed;
  if (!written || word.text.size() < 3 || (word.opens_sentence && in.word(beside).rank != 0)) return out;
  auto const bearers = names.bearers(as);
  bool const own = std::any_of(bearers.begin(), bearers.end(), [&](std::uint32_t each) {
    auto const bearer = names.person_of(each);
    auto const other = given ? bearer.surname : bearer.given;
    return other != name_entry::none && names.entry(other).letters == in.word(beside).letters;
  });
  if (!own) out.push_back(word.text);
  return out;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
