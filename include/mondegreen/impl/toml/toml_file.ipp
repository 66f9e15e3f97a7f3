#pragma once

#include <mondegreen/impl/text/utf8.hpp>
#include <mondegreen/impl/toml/toml_file.hpp>

// Its assertions are no bugs of ours: "[[[" fails one. Without them the parser goes on and says what is wrong.
#ifndef TOML_ASSERT
#define TOML_ASSERT(expr) static_cast<void>(0)
#endif
#include <toml++/toml.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl::toml_files {

/// Lines and columns (code points) of the parser as bytes of the text.
inline std::uint32_t offset_of(std::string_view text, ::toml::source_position at) {
  std::size_t line = 1;
  std::size_t offset = 0;
  while (line < at.line && offset < text.size()) {
    auto const end = text.find('\n', offset);
    if (end == std::string_view::npos) return static_cast<std::uint32_t>(text.size());
    offset = end + 1;
    ++line;
  }
  for (std::size_t column = 1; column < at.column && offset < text.size() && text[offset] != '\n'; ++column)
    offset += decode_at(text, offset).length;
  return static_cast<std::uint32_t>(std::min(offset, text.size()));
}

inline span span_of(std::string_view text, ::toml::source_region const& at) {
  auto const from = offset_of(text, at.begin);
  auto const to = std::max(from, offset_of(text, at.end));
  return {from, to - from};
}

inline void collect(std::string_view text, ::toml::table const& from, std::string const& above, toml_file& into) {
  for (auto const& [name, node] : from) {
    auto key = above + std::string(name.str());
    if (auto const* table = node.as_table()) {
      collect(text, *table, key + ".", into);
      continue;
    }
    toml_entry made{std::move(key), {}, span_of(text, node.source())};
    if (auto const* string = node.as_string()) {
      made.value = string->get();
    } else if (auto const* whole = node.as_integer()) {
      made.value = static_cast<std::int64_t>(whole->get());
    } else if (auto const* real = node.as_floating_point()) {
      made.value = real->get();
    } else if (auto const* truth = node.as_boolean()) {
      made.value = truth->get();
    } else if (auto const* array = node.as_array()) {
      std::vector<std::string> list;
      bool strings = true;
      for (auto const& each : *array) {
        if (auto const* one = each.as_string())
          list.push_back(one->get());
        else
          strings = false;
      }
      if (strings) made.value = std::move(list);
    }
    into.entries.push_back(std::move(made));
  }
}

} // namespace impl::toml_files

namespace impl {

MONDEGREEN_INLINE toml_file read_toml(std::string_view text) {
  toml_file made;
  try {
    auto const parsed = ::toml::parse(text);
    toml_files::collect(text, parsed, {}, made);
    std::stable_sort(made.entries.begin(), made.entries.end(),
                     [](auto const& a, auto const& b) { return a.where.offset < b.where.offset; });
  } catch (::toml::parse_error const& wrong) {
    auto where = toml_files::span_of(text, wrong.source());
    made.diagnostics.push_back(make_diagnostic(code::toml_syntax, where, std::string(wrong.description()),
                                               "the form is TOML: key = value, strings in double quotes"));
  }
  return made;
}

} // namespace impl

} // namespace mondegreen::inline MONDEGREEN_ABI
