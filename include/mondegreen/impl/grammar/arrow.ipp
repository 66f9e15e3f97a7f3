#pragma once

#include <mondegreen/impl/grammar/arrow.hpp>

#include <boost/spirit/home/x3.hpp>

#include <array>
#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The digits of a time as they stand: their meaning hangs on how many there are.
struct clock_digits {
  std::array<std::string_view, 3> fields{}; ///< between the colons
  std::size_t count = 0;
  std::string_view fraction{};
  bool negative = false;
  bool spaces = false;
  bool dot = false;
  bool comma = false;
};

/// The value of digits; nothing above `max_ms`.
inline std::optional<std::int64_t> value_of(std::string_view digits) noexcept {
  std::int64_t value = 0;
  for (char const c : digits) {
    value = value * 10 + (c - '0');
    if (value > max_ms) return std::nullopt;
  }
  return value;
}

/// Milliseconds of a time; adds what is unusual about it to `form`.
inline std::optional<timestamp> time_of(clock_digits const& clock, arrow_form& form) noexcept {
  bool const with_hours = clock.count == 3;
  auto const hours = with_hours ? value_of(clock.fields[0]) : 0;
  auto const minutes = value_of(clock.fields[with_hours ? 1 : 0]);
  auto const seconds = value_of(clock.fields[with_hours ? 2 : 1]);
  if (!hours || !minutes || !seconds) return std::nullopt;
  // No product below overflows: each factor is checked against the limit first.
  if (*hours > max_ms / 3'600'000 || *minutes > max_ms / 60'000 || *seconds > max_ms / 1000) return std::nullopt;
  std::int64_t ms = 0;
  std::int64_t unit = 100;
  for (std::size_t i = 0; i < clock.fraction.size() && i < 3; ++i, unit /= 10) ms += (clock.fraction[i] - '0') * unit;
  ms += *hours * 3'600'000 + *minutes * 60'000 + *seconds * 1000;
  if (ms > max_ms) return std::nullopt;
  auto note = [&](bool is, arrow_form what) {
    if (is) form = form | what;
  };
  note(!with_hours, arrow_form::no_hours);
  note(clock.fraction.empty(), arrow_form::no_fraction);
  note(!clock.fraction.empty() && clock.fraction.size() != 3, arrow_form::fraction);
  note(clock.dot, arrow_form::dot);
  note(clock.comma, arrow_form::comma);
  note(clock.spaces, arrow_form::spaces);
  note(clock.negative, arrow_form::negative);
  note(*seconds > 59 || *minutes > 59, arrow_form::range);
  note(clock.fields[clock.count - 1].size() != 2 || clock.fields[clock.count - 2].size() != 2, arrow_form::digits);
  note(with_hours && clock.fields[0].size() < 2, arrow_form::one_hour_digit);
  return timestamp{clock.negative ? -ms : ms};
}

MONDEGREEN_INLINE std::optional<arrow_line> read_arrow_line(std::string_view line) {
  namespace x3 = boost::spirit::x3;
  std::array<clock_digits, 2> clocks;
  std::size_t at = 0; // which of the two is being read
  arrow_form form = arrow_form::none;
  auto const text_of = [](auto& context) {
    auto const& range = x3::_attr(context);
    return std::string_view(range.begin(), static_cast<std::size_t>(range.end() - range.begin()));
  };
  auto const add_field = [&](auto& context) {
    auto& clock = clocks[at];
    if (clock.count == clock.fields.size()) {
      x3::_pass(context) = false;
      return;
    }
    clock.fields[clock.count++] = text_of(context);
  };
  auto const set_fraction = [&](auto& context) { clocks[at].fraction = text_of(context); };
  auto const set_negative = [&](auto&) { clocks[at].negative = true; };
  // Looked at only once the whole separator is there: an action on a branch that is given up would leave its trace.
  auto const separator = [&](auto& context) {
    auto const text = text_of(context);
    auto& clock = clocks[at];
    clock.spaces = clock.spaces || text.size() > 1;
    clock.dot = clock.dot || text.find('.') != text.npos;
    clock.comma = clock.comma || text.find(',') != text.npos;
  };
  auto const next_clock = [&](auto&) { at = 1; };
  auto const other_arrow = [&](auto&) { form = form | arrow_form::arrow; };

  auto const blank = x3::char_(' ') | x3::char_('\t') | x3::char_('\f');
  auto const digits = x3::raw[+x3::char_('0', '9')];
  auto const colon = x3::raw[*blank >> ':' >> *blank][separator];
  auto const mark = x3::raw[*blank >> (x3::lit('.') | ',') >> *blank][separator];
  auto const clock = -(x3::lit('-')[set_negative]) >> digits[add_field] >> colon >> digits[add_field] >>
                     -(colon >> digits[add_field]) >> -(mark >> digits[set_fraction]);
  auto const lone_arrow = x3::lit("->") | "-- >" | "- ->" | "- - >" | "\xE2\x80\x93 >" | "=>" | "==>" |
                          "\xE2\x80\x93>" | "\xE2\x80\x94>" | "\xE2\x86\x92" | "--->";
  auto const arrow = (x3::lit("-->") | lone_arrow[other_arrow])[next_clock];
  auto const blanks = x3::omit[*blank];

  char const* first = line.data();
  char const* const last = first + line.size();
  if (!x3::parse(first, last, blanks >> clock >> blanks >> arrow >> blanks >> clock >> blanks)) return std::nullopt;
  // An arrow of another kind may well be text ("12:30 -> 14:00"), unless both times have milliseconds.
  if (any(form, arrow_form::arrow) && (clocks[0].fraction.empty() || clocks[1].fraction.empty())) return std::nullopt;
  auto const start = time_of(clocks[0], form);
  auto const end = time_of(clocks[1], form);
  if (!start || !end) return std::nullopt;
  auto settings = line.substr(static_cast<std::size_t>(first - line.data()));
  while (!settings.empty() && (settings.back() == ' ' || settings.back() == '\t' || settings.back() == '\f'))
    settings.remove_suffix(1);
  return arrow_line{{*start, *end},
                    form,
                    {static_cast<std::uint32_t>(first - line.data()), static_cast<std::uint32_t>(settings.size())}};
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
