#pragma once

#include <mondegreen/impl/grammar/clock.hpp>

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/optional.hpp>
#include <boost/range/iterator_range.hpp>
#include <boost/spirit/home/x3.hpp>

#include <algorithm>

namespace mondegreen::inline MONDEGREEN_ABI::impl::grammar {

using letters = boost::iterator_range<char const*>;

struct clock_parts {
  letters lead;
  unsigned middle = 0;
  boost::optional<unsigned> seconds;
  letters fraction; ///< with its dot or comma; empty: none
};

struct range_parts {
  clock_parts first;
  letters first_end;
  boost::optional<clock_parts> second;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::grammar

BOOST_FUSION_ADAPT_STRUCT(mondegreen::impl::grammar::clock_parts, lead, middle, seconds, fraction)
BOOST_FUSION_ADAPT_STRUCT(mondegreen::impl::grammar::range_parts, first, first_end, second)

namespace mondegreen::inline MONDEGREEN_ABI::impl::grammar {

namespace x3 = boost::spirit::x3;

// ASCII sets are spelled out: X3's own assert on bytes from 0x80 on.
inline auto const ascii_digit = x3::char_("0-9");
inline auto const ascii_blank = x3::lit(' ') | x3::lit('\t');
inline x3::uint_parser<unsigned, 10, 2, 2> const two_digits{};

inline x3::rule<class clock_rule, clock_parts> const clock_rule = "clock";
inline auto const
    clock_rule_def = x3::raw[ascii_digit >> -ascii_digit >> -ascii_digit] >> ':' >> two_digits >>
                     -(':' >> two_digits) >> !(x3::lit(':') >> ascii_digit) >>
                     x3::raw[-(x3::char_(".,") >> ascii_digit >> -ascii_digit >> -ascii_digit >> !ascii_digit)];
BOOST_SPIRIT_DEFINE(clock_rule)

inline auto const arrow = x3::lit("-->") | "->" | "-" | "\xE2\x80\x93" /* en dash */ | "\xE2\x80\x94" /* em dash */;

inline x3::rule<class range_rule, range_parts> const range_rule = "range";
inline auto const range_rule_def = clock_rule >> x3::raw[x3::eps] >>
                                   -(x3::omit[*ascii_blank >> arrow >> *ascii_blank] >> clock_rule);
BOOST_SPIRIT_DEFINE(range_rule)

inline auto const line_mark = -(x3::lit("- ") | "* " | "\xE2\x80\xA2 " /* bullet */) >> *ascii_blank >> -x3::lit("**");

// "[00:12](#t=12)": times of show notes are links.
inline auto const link_target = -(x3::lit('(') >> +(~x3::char_(" ()")) >> ')');

inline clock finish(clock_parts const& parts, std::size_t length) {
  clock made;
  for (char const digit : parts.lead) made.lead = made.lead * 10 + static_cast<unsigned>(digit - '0');
  made.padded = *parts.lead.begin() == '0';
  made.fields = parts.seconds ? 3 : 2;
  auto const hours = parts.seconds ? made.lead : 0;
  auto const minutes = parts.seconds ? parts.middle : made.lead;
  auto const seconds = parts.seconds ? *parts.seconds : parts.middle;
  made.possible = seconds <= 59 && (!parts.seconds || minutes <= 59);
  made.ms = ((std::int64_t{hours} * 60 + minutes) * 60 + seconds) * 1000;
  made.fraction = !parts.fraction.empty();
  std::int64_t unit = 1000;
  for (char const digit : parts.fraction) {
    if (unit < 1000) made.ms += (digit - '0') * unit;
    unit /= 10;
  }
  made.length = static_cast<std::uint32_t>(length);
  return made;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::grammar

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE clock read_clock(std::string_view text) {
  text = text.substr(0, 32);
  char const* at = text.data();
  grammar::clock_parts parts;
  if (!grammar::x3::parse(at, text.data() + text.size(), grammar::clock_rule, parts)) return {};
  return grammar::finish(parts, static_cast<std::size_t>(at - text.data()));
}

MONDEGREEN_INLINE clock_line read_clock_line(std::string_view line) {
  namespace x3 = grammar::x3;
  auto const head = line.substr(0, 200);
  char const* const begin = head.data();
  char const* const end = begin + head.size();
  char const* at = begin;
  auto const offset = [&] { return static_cast<std::uint32_t>(at - begin); };
  auto const take = [&](auto const& parser) { return x3::parse(at, end, parser); };

  clock_line found;
  take(*grammar::ascii_blank >> grammar::line_mark);
  if (take(x3::lit('[') >> *grammar::ascii_blank)) {
    found.frame = clock_frame::brackets;
  } else if (take(x3::lit('(') >> *grammar::ascii_blank)) {
    found.frame = clock_frame::parentheses;
  }
  auto const* const times = at;
  grammar::range_parts parts;
  if (!x3::parse(at, end, grammar::range_rule, parts)) return {};
  found.at = static_cast<std::uint32_t>(times - begin);
  found.first = grammar::finish(parts.first, static_cast<std::size_t>(parts.first_end.begin() - times));
  found.after_first = static_cast<std::uint32_t>(parts.first_end.begin() - begin);
  if (parts.second) found.second = grammar::finish(*parts.second, static_cast<std::size_t>(at - times));
  if (found.frame == clock_frame::brackets && !take(*grammar::ascii_blank >> ']' >> grammar::link_target)) return {};
  if (found.frame == clock_frame::parentheses && !take(*grammar::ascii_blank >> ')')) return {};
  if (found.frame != clock_frame::bare) found.after_first = offset();
  take(x3::lit("**"));
  found.after = offset();

  bool const spaced = take(+grammar::ascii_blank);
  found.text = offset();
  if (at == end) return found; // 200 bytes of white space count as the end of the line
  found.gap = spaced ? clock_gap::space : clock_gap::glued;
  if (take((x3::lit('-') | "\xE2\x80\x93" | "\xE2\x80\x94" | '|') >> (+grammar::ascii_blank | x3::eoi))) {
    found.gap = at == end ? clock_gap::end : clock_gap::dash;
    found.text = offset();
  } else if (take(x3::lit(':') >> (+grammar::ascii_blank | x3::eoi))) {
    found.gap = at == end ? clock_gap::end : clock_gap::colon;
    found.text = offset();
  }
  return found;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
