// What kind of character stands here: cheap answers for running text, no call to ICU.
#pragma once

#include <mondegreen/impl/text/fold.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

inline constexpr char32_t no_break_space = 0xA0;
inline constexpr char32_t narrow_no_break_space = 0x202F;

constexpr bool is_no_break(char32_t c) noexcept { return c == no_break_space || c == narrow_no_break_space; }

/// A space of any width, breaking or not; no line end.
constexpr bool is_space(char32_t c) noexcept {
  return c == ' ' || c == '\t' || is_no_break(c) || (c >= 0x2000 && c <= 0x200A) || c == 0x205F || c == 0x3000;
}

constexpr bool is_space_or_line(char32_t c) noexcept { return is_space(c) || c == '\n' || c == '\r'; }

constexpr bool is_digit(char32_t c) noexcept { return c >= '0' && c <= '9'; }

/// A letter of a bicameral Latin alphabet in upper case.
constexpr bool is_upper(char32_t c) noexcept { return lower_latin(c) != c; }

constexpr bool is_lower(char32_t c) noexcept { return is_plain_letter(c) && !is_upper(c); }

constexpr bool is_word(char32_t c) noexcept { return is_plain_letter(c) || is_digit(c); }

constexpr bool is_apostrophe_like(char32_t c) noexcept {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`' || c == 0xB4 || c == 0x2032 || c == 0x2BC;
}

/// The character that starts at `at`; 0 at the end.
constexpr char32_t char_at(std::string_view text, std::size_t at) noexcept {
  return at < text.size() ? decode_at(text, at).value : U'\0';
}

/// The character that ends before `at`; 0 at the start.
constexpr char32_t char_before(std::string_view text, std::size_t at) noexcept {
  return at > 0 ? decode_before(text, at).value : U'\0';
}

/// Where the run of characters that `belongs` accepts and that starts at `at` ends.
template <class Belongs> constexpr std::size_t run_end(std::string_view text, std::size_t at, Belongs&& belongs) {
  while (at < text.size()) {
    auto const point = decode_at(text, at);
    if (!belongs(point.value)) break;
    at += point.length;
  }
  return at;
}

/// Where the run that ends at `at` starts.
template <class Belongs> constexpr std::size_t run_start(std::string_view text, std::size_t at, Belongs&& belongs) {
  while (at > 0) {
    auto const point = decode_before(text, at);
    if (!belongs(point.value)) break;
    at -= point.length;
  }
  return at;
}

/// The letters and digits that end before `at`.
constexpr std::string_view word_before(std::string_view text, std::size_t at) {
  auto const start = run_start(text, at, is_word);
  return text.substr(start, at - start);
}

/// The letters and digits that start at `at`.
constexpr std::string_view word_after(std::string_view text, std::size_t at) {
  return text.substr(at, run_end(text, at, is_word) - at);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
