#pragma once

#include <mondegreen/impl/grammar/speaker.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <boost/range/iterator_range.hpp>
#include <boost/spirit/home/x3.hpp>
#include <unicode/uchar.h>

#include <string>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

namespace speaker_grammar {

namespace x3 = boost::spirit::x3;

inline auto const blank = x3::lit(' ') | x3::lit('\t') | "\xC2\xA0" /* no-break */ | "\xE2\x80\xAF" /* narrow one */;
inline auto const stars = x3::lit("**");
// What no name holds; a label that runs past one of these is a sentence.
inline auto const name_byte = ~x3::char_(":*[](){}<>\"=,;!?@|");
inline auto const colon = *blank >> x3::lit(':');
inline auto const label_name = x3::raw[+(name_byte - (+blank >> ':'))];
inline auto const bold_name = x3::raw[+(x3::char_ - (stars | ':'))]; // what the document marks may hold anything
inline auto const time_ahead = -stars >> -colon >> -stars >> +blank >> -(x3::lit('[') | '(') >> *x3::lit(' ') >>
                               +x3::char_("0-9") >> ':' >> x3::char_("0-9");
inline auto const name_before_time = x3::raw[+(name_byte - time_ahead)];

/// Where a part of the parsed text stands.
inline span span_of(boost::iterator_range<char const*> part, char const* begin) {
  return {static_cast<std::uint32_t>(part.begin() - begin), static_cast<std::uint32_t>(part.size())};
}

} // namespace speaker_grammar

MONDEGREEN_INLINE speaker_label read_label(std::string_view text) {
  namespace g = speaker_grammar;
  auto const head = text.substr(0, 80);
  char const* const begin = head.data();
  char const* const end = begin + head.size();
  char const* at = begin;
  auto const take = [&](auto const& parser) { return g::x3::parse(at, end, parser); };

  speaker_label found;
  found.bold = take(g::stars);
  boost::iterator_range<char const*> name;
  if (!(found.bold ? g::x3::parse(at, end, g::bold_name, name) : g::x3::parse(at, end, g::label_name, name))) return {};
  bool const closed_before = take(g::stars);
  if (!take(g::colon)) return {};
  // The stars may have been opened before the time: "**[00:02] Name:** text".
  found.bold = closed_before || take(g::stars);
  if (at != end && !take(+g::blank)) return {}; // "https://", "Re:Invent"
  found.name = g::span_of(name, begin);
  found.text = static_cast<std::uint32_t>(at - begin);
  return found;
}

MONDEGREEN_INLINE speaker_clock read_speaker_clock(std::string_view line) {
  namespace g = speaker_grammar;
  auto const head = line.substr(0, 80);
  char const* const begin = head.data();
  char const* const end = begin + head.size();
  char const* at = begin;
  auto const take = [&](auto const& parser) { return g::x3::parse(at, end, parser); };

  speaker_clock found;
  take(*g::blank >> -g::stars);
  boost::iterator_range<char const*> name;
  if (!g::x3::parse(at, end, g::name_before_time, name)) return {};
  take(-g::stars >> -g::colon >> -g::stars);
  if (!take(+g::blank)) return {};
  found.at = static_cast<std::uint32_t>(at - begin);
  found.time = read_clock_line(line.substr(found.at));
  if (!found.time) return {};
  found.name = g::span_of(name, begin);
  return found;
}

MONDEGREEN_INLINE std::uint32_t read_turn_mark(std::string_view text) {
  namespace g = speaker_grammar;
  auto const head = text.substr(0, 16);
  char const* at = head.data();
  if (!g::x3::parse(at, head.data() + head.size(), g::x3::lit(">>") >> -g::x3::lit('>') >> +g::blank)) return 0;
  return static_cast<std::uint32_t>(at - head.data());
}

/// Small words inside of names, in the languages of Europe.
inline constexpr std::string_view name_particles =
    "de|du|des|la|le|les|van|von|der|den|di|da|del|della|dos|el|al|bin|ben|zu|y|e|et|and|&";

MONDEGREEN_INLINE name_shape shape_of_name(std::string_view name) {
  name_shape shape;
  if (name.empty() || name.size() > 60) return shape;
  bool digits = false;
  bool capital_word = false;
  bool last_is_particle = false;
  bool fits = any_in_list(
      name,
      [&](std::string_view word) {
        if (word.empty()) return false;
        ++shape.words;
        last_is_particle = list_contains(name_particles, word);
        if (last_is_particle) return false;
        auto const first = decode_at(word, 0);
        auto const letter = static_cast<UChar32>(first.value);
        if (first.value == '#' || (first.value >= '0' && first.value <= '9')) {
          digits = true;
          return word.find_first_not_of("#0123456789") != word.npos || shape.words == 1;
        }
        bool const particle = (word.starts_with("d'") || word.starts_with("d\xE2\x80\x99")) && word.size() > 3;
        if (!particle && !u_isupper(letter) && !u_istitle(letter)) return true;
        capital_word = true;
        // A dot ends an abbreviation, or a sentence.
        auto const dot = word.find('.');
        if (dot != word.npos && dot + 1 == word.size() && word.size() > 4) return true;
        auto const underscore = word.find('_');
        if (underscore != word.npos && word.find_first_of("0123456789", underscore) != word.npos) digits = true;
        return false;
      },
      ' ');
  fits = !fits;
  shape.possible = fits && capital_word && !last_is_particle && shape.words <= 5;
  shape.numbered = shape.possible && digits;
  return shape;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
