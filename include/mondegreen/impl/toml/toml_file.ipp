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
class places {
public:
  explicit places(std::string_view text) : text_(text) {
    lines_.push_back(0);
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      lines_.push_back(at + 1);
  }

  span span_of(::toml::source_region const& at) {
    auto const from = offset_of(at.begin);
    auto const to = std::max(from, offset_of(at.end));
    return {from, to - from};
  }

private:
  std::uint32_t offset_of(::toml::source_position at) {
    auto const line = std::max<std::size_t>(at.line, 1);
    if (line > lines_.size()) return static_cast<std::uint32_t>(text_.size());
    // A list on one line asks for a column after the other: from the last one on, or time grows with the square.
    if (line != line_ || at.column < column_) line_ = line, column_ = 1, offset_ = lines_[line - 1];
    for (; column_ < at.column && offset_ < text_.size() && text_[offset_] != '\n'; ++column_)
      offset_ += decode_at(text_, offset_).length;
    return static_cast<std::uint32_t>(std::min(offset_, text_.size()));
  }

  std::string_view text_;
  std::vector<std::size_t> lines_{};
  std::size_t line_ = 0, column_ = 1, offset_ = 0;
};

inline void collect(places& in, ::toml::table const& from, std::string const& above, toml_file& into) {
  for (auto const& [name, node] : from) {
    auto key = above + std::string(name.str());
    if (auto const* table = node.as_table()) {
      collect(in, *table, key + ".", into);
      continue;
    }
    toml_entry made{std::move(key), {}, in.span_of(node.source()), in.span_of(name.source())};
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
          list.push_back(one->get()), made.items.push_back(in.span_of(each.source()));
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
    toml_files::places in(text);
    toml_files::collect(in, parsed, {}, made);
    std::stable_sort(made.entries.begin(), made.entries.end(),
                     [](auto const& a, auto const& b) { return a.where.offset < b.where.offset; });
  } catch (::toml::parse_error const& wrong) {
    auto where = toml_files::places(text).span_of(wrong.source());
    made.diagnostics.push_back(make_diagnostic(code::toml_syntax, where, std::string(wrong.description()),
                                               "the form is TOML: key = value, strings in double quotes"));
  }
  return made;
}

} // namespace impl

} // namespace mondegreen::inline MONDEGREEN_ABI
