#pragma once

#include <mondegreen/impl/grammar/names_row.hpp>

#include <boost/spirit/home/x3.hpp>

#include <algorithm>
#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

namespace names_grammar {

namespace x3 = boost::spirit::x3;
using piece = boost::iterator_range<char const*>;

inline constexpr std::string_view blanks = " \t";

inline names_cell trimmed(piece where, char const* row) {
  std::string_view text(where.begin(), where.size());
  auto const first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(blanks) + 1 - first);
  return {std::string(text), {static_cast<std::uint32_t>(text.data() - row), static_cast<std::uint32_t>(text.size())}};
}

/// The cell without its quotes, a doubled quote as one.
inline names_cell unquoted(names_cell cell) {
  if (cell.text.size() < 2 || cell.text.front() != '"') return cell;
  std::string plain;
  for (std::size_t i = 1; i + 1 < cell.text.size(); ++i) {
    plain += cell.text[i];
    if (cell.text[i] == '"') ++i;
  }
  cell.text = std::move(plain);
  return cell;
}

} // namespace names_grammar

MONDEGREEN_INLINE bool read_names_row(std::string_view row, std::vector<names_cell>& out) {
  namespace g = names_grammar;
  using g::x3::char_;
  using g::x3::raw;
  // Nearly all rows of a long list are a name and nothing else; to see that takes a tenth of the time.
  if (row.find_first_of(":#") == std::string_view::npos) {
    out.assign(1, g::trimmed({row.data(), row.data() + row.size()}, row.data()));
    return !out.front().text.empty();
  }
  // A "#" inside a word belongs to the name: C#, F#.
  auto const comment = char_(" \t") >> '#';
  auto const form = raw[+(char_ - ':' - comment)];
  auto const heard = raw[*(char_ - '|' - comment)];
  std::vector<g::piece> parts;
  auto const add = [&](auto& context) { parts.push_back(g::x3::_attr(context)); };
  auto const line = form[add] >> -(':' >> heard[add] % '|') >> -(comment >> *char_) >> g::x3::eoi;
  auto at = row.data();
  if (!g::x3::parse(at, row.data() + row.size(), line)) return false;
  out.clear();
  for (auto const& each : parts) out.push_back(g::trimmed(each, row.data()));
  return !out.front().text.empty();
}

MONDEGREEN_INLINE bool read_table_row(std::string_view row, char separator, std::vector<names_cell>& out) {
  namespace g = names_grammar;
  using g::x3::char_;
  using g::x3::lit;
  using g::x3::raw;
  if (row.find('"') == std::string_view::npos) { // as most rows are
    out.clear();
    for (std::size_t at = 0;; ++at) {
      auto const end = std::min(row.find(separator, at), row.size());
      out.push_back(g::trimmed({row.data() + at, row.data() + end}, row.data()));
      if (end == row.size()) return true;
      at = end;
    }
  }
  std::vector<g::piece> cells;
  auto const add = [&](auto& context) { cells.push_back(g::x3::_attr(context)); };
  auto const space = lit(' ');
  auto const quoted = '"' >> *(lit("\"\"") | (char_ - '"')) >> '"';
  auto const bare = *(char_ - separator);
  auto const cell = raw[(*space >> quoted >> *space) | (!(*space >> '"') >> bare)];
  auto at = row.data();
  if (!g::x3::parse(at, row.data() + row.size(), cell[add] % separator >> g::x3::eoi)) return false;
  out.clear();
  for (auto const& each : cells) out.push_back(g::unquoted(g::trimmed(each, row.data())));
  return true;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
