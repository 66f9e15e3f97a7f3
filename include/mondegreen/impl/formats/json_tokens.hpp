// Strings of a JSON text and where they stand: nlohmann's events bear no positions.
#pragma once

#include <mondegreen/cue.hpp>
#include <mondegreen/source.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Walks over the text and says how far the parser has come: its events bear no positions. After a string or a brace
/// that is right behind it.
struct counted_iterator {
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = char const*;
  using reference = char const&;

  char const* at = nullptr;
  char const** reached = nullptr;

  reference operator*() const noexcept { return *at; }
  counted_iterator& operator++() noexcept {
    *reached = ++at;
    return *this;
  }
  counted_iterator operator++(int) noexcept {
    auto const before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(counted_iterator const& a, counted_iterator const& b) noexcept { return a.at == b.at; }
};

/// A string of the document and the token it stands in.
struct json_text {
  std::string value;
  span token; ///< with its quotes

  /// The string as a passage: escapes map as a whole, all else byte to byte.
  passage place(std::string_view source) const {
    passage made;
    made.text = value;
    auto const end = token.end() - 1;
    auto const digits = [&](std::uint32_t at) {
      unsigned unit = 0;
      for (char const c : source.substr(at + 2, 4))
        unit = unit * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c & ~0x20) - 'A' + 10);
      return unit;
    };
    for (std::uint32_t at = token.offset + 1; at < end;) {
      auto const next = static_cast<std::uint32_t>(std::min<std::size_t>(source.substr(0, end).find('\\', at), end));
      made.where.append(next - at, {at, next - at}, true);
      at = next;
      if (at == end) break;
      if (source[at + 1] != 'u') {
        made.where.append(1, {at, 2}, false);
        at += 2;
        continue;
      }
      auto const unit = digits(at);
      bool const pair = unit >= 0xD800 && unit < 0xDC00;
      std::uint32_t const bytes = pair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
      std::uint32_t const escape = pair ? 12 : 6;
      made.where.append(bytes, {at, escape}, false);
      at += escape;
    }
    return made;
  }
};

/// The string whose closing quote stands right before `end`.
inline json_text string_before(std::string_view source, std::uint32_t end, std::string&& value) {
  // Back to the quote that opened it: the only one before with an even number of backslashes in front.
  std::uint32_t start = end - 1;
  for (;;) {
    --start;
    if (source[start] != '"') continue;
    auto before = start;
    while (source[before - 1] == '\\') --before;
    if ((start - before) % 2 == 0) break;
  }
  return {std::move(value), {start, end - start}};
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
