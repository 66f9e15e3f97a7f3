// Addresses that may be names.
#pragma once

#include <mondegreen/impl/names/document.hpp>

#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// How many words an address has that begins with a capital and is no more than words with dots between: "Travel.me" may
/// be a name that was taken for one. 0 for any other word; "https://Travel.me" and "Travel.me/prices" are addresses.
inline std::uint32_t name_like_address(document const& in, std::uint32_t first) {
  auto const& tokens = in.tokens();
  auto const& begin = tokens[first];
  bool const may_be = begin.shielded && begin.before != gap::joined && begin.shape != word_shape::lower;
  if (!may_be || in.part(begin.passage).read_only) return 0;
  constexpr std::uint32_t longest = 4; // words
  std::uint32_t count = 1;
  auto const goes_on = [&] {
    return first + count < tokens.size() && tokens[first + count].shielded && in.between(first + count) == ".";
  };
  while (count < longest && goes_on()) ++count;
  auto const text = in.part(begin.passage).text;
  auto const end = tokens[first + count - 1].where.end();
  constexpr std::string_view apart = " \t\r\n.,;:!?)(\"";
  auto const parts = [&](char c) { return apart.find(c) != std::string_view::npos || (c & 0x80) != 0; };
  bool const whole =
      (begin.where.offset == 0 || parts(text[begin.where.offset - 1])) && (end == text.size() || parts(text[end]));
  return whole && !goes_on() ? count : 0;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
