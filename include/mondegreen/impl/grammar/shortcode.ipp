#pragma once

#include <mondegreen/impl/grammar/shortcode.hpp>

#include <boost/spirit/home/x3.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE bool is_shortcode(std::string_view line) {
  namespace x3 = boost::spirit::x3;
  if (line.size() > 200) return false;
  auto const blanks = *(x3::lit(' ') | '\t');
  auto const name = +x3::char_("a-z") >> '_' >> +x3::char_("a-z0-9_");
  auto const attributes = x3::lit(' ') >> +(~x3::char_("[]"));
  auto const code = !x3::lit("speaker") >> name >> -attributes;
  char const* at = line.data();
  char const* const end = at + line.size();
  return x3::parse(at, end, blanks >> '[' >> -x3::lit('/') >> code >> ']' >> blanks >> x3::eoi);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
