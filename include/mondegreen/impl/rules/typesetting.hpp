// What the typography rules share: which spaces the user wants, and finding pairs of bytes fast.
#pragma once

#include <mondegreen/impl/rules/characters.hpp>
#include <mondegreen/impl/rules/passages.hpp>
#include <mondegreen/impl/rules/protected.hpp>
#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/language.hpp>

#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

inline constexpr rule_option no_break_option[] = {
    {.name = "no-break",
     .values = "narrow|wide|ascii",
     .summary = "no-break spaces: U+202F where the language wants a narrow one, U+00A0 everywhere, or plain spaces"}};

/// A string of a language's tables with the no-break spaces that the user wants; all typography rules go by the one
/// option of `typography.marks`.
class chosen_spaces {
public:
  explicit chosen_spaces(rule_context const& context) : wanted_(context.setting("typography.marks", "no-break")) {}

  std::string of(std::string_view table) const {
    std::string out;
    for (std::size_t i = 0; i < table.size();) {
      auto const point = decode_at(table, i);
      auto c = point.value;
      if (is_no_break(c) && wanted_ == "ascii") c = ' ';
      if (is_no_break(c) && wanted_ == "wide") c = no_break_space;
      append_utf8(out, c);
      i += point.length;
    }
    return out;
  }

private:
  std::string_view wanted_;
};

/// True if some byte of the text satisfies `Stop`, a predicate of line_scan.hpp on a byte and the one behind it.
template <class Stop> bool occurs(std::string_view text) noexcept {
  auto const* const end = text.data() + text.size();
  return lines::scan<Stop>(text.data(), end) != end;
}

/// Calls `with(offset)` for each place where `Stop` holds.
template <class Stop, class Function> void for_each_place(std::string_view text, Function&& with) {
  auto const* const end = text.data() + text.size();
  for (auto const* at = lines::scan<Stop>(text.data(), end); at != end; at = lines::scan<Stop>(at + 1, end))
    with(static_cast<std::size_t>(at - text.data()));
}

constexpr span span_of(std::size_t from, std::size_t to) noexcept {
  return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)};
}

/// What may close a word or a bracket before a mark.
constexpr bool ends_words(char32_t c) noexcept {
  return is_word(c) || c == ')' || c == ']' || c == 0xBB || c == 0x201D || c == 0x2019 || c == '"' || c == '\'' ||
         c == '%' || c == 0x20AC || c == '$' || c == 0xB0 || c == '*';
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
