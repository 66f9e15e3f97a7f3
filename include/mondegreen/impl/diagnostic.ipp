#pragma once

#include <mondegreen/diagnostic.hpp>
#include <mondegreen/impl/text/json_string.hpp>
#include <mondegreen/impl/text/printable.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

inline constexpr code_info code_table[] = {
#define MONDEGREEN_DIAGNOSTIC(name, id, level, summary, explanation)                                                   \
  {code::name, id, severity::level, summary, explanation},
#include <mondegreen/diagnostics.def>
#undef MONDEGREEN_DIAGNOSTIC
};

/// The part of a line that is shown: at most 100 code points around the place it is about.
struct excerpt {
  static constexpr std::uint32_t width = 100;
  static constexpr std::uint32_t lead = 60;

  std::string text;
  std::size_t caret = 0;  ///< columns before the caret
  std::size_t length = 1; ///< columns under it
};

inline excerpt cut(std::string_view text, span line, span where) {
  // Counting backwards from the place keeps a line of a gigabyte as cheap as a short one.
  std::uint32_t start = std::clamp(where.offset, line.offset, line.end());
  std::uint32_t const at = start;
  std::uint32_t before = 0;
  while (start > line.offset && before < excerpt::lead) {
    start -= decode_before(text.substr(0, start), start).length;
    ++before;
  }
  excerpt shown;
  if (start > line.offset) shown.text = "…";
  shown.caret = before + (start > line.offset ? 1 : 0);
  std::uint32_t end = start;
  std::size_t under = 0;
  for (std::uint32_t columns = 0; end < line.end() && columns < excerpt::width; ++columns) {
    auto const point = decode_at(text.substr(0, line.end()), end);
    if (end >= at && end < std::max(where.end(), at + 1)) ++under;
    append_utf8(shown.text, printable(point.value));
    end += point.length;
  }
  if (end < line.end()) shown.text += "…";
  shown.length = std::max<std::size_t>(under, 1);
  return shown;
}

} // namespace impl

MONDEGREEN_INLINE std::span<code_info const> codes() noexcept { return impl::code_table; }

MONDEGREEN_INLINE code_info const& about(code what) noexcept {
  return impl::code_table[static_cast<std::size_t>(what)];
}

MONDEGREEN_INLINE diagnostic make_diagnostic(code what, span where, std::string message, std::string hint) {
  return {about(what).level, what, where, std::move(message), std::move(hint), {}};
}

MONDEGREEN_INLINE std::string_view to_string(severity level) noexcept {
  switch (level) {
  case severity::note: return "note";
  case severity::warning: return "warning";
  case severity::error: return "error";
  }
  return "error";
}

MONDEGREEN_INLINE std::string headline(diagnostic const& what, source const& in) {
  auto const at = in.locate(what.where.offset);
  std::string out;
  impl::append_printable(out, in.name());
  fmt::format_to(std::back_inserter(out), ":{}:{}: {}: ", at.line, at.column, to_string(what.level));
  impl::append_printable(out, what.message.empty() ? about(what.what).summary : what.message);
  fmt::format_to(std::back_inserter(out), " [{}]", about(what.what).id);
  return out;
}

MONDEGREEN_INLINE std::string render(diagnostic const& what, source const& in, bool color) {
  auto const at = in.locate(what.where.offset);
  auto const shown = impl::cut(in.text(), in.line(at.line), what.where);
  auto const number = fmt::format("{}", at.line);
  std::string_view const tint = what.level == severity::error     ? "\x1b[1;31m"
                                : what.level == severity::warning ? "\x1b[1;33m"
                                                                  : "\x1b[1;36m";
  std::string_view const on = color ? tint : "";
  std::string_view const off = color ? "\x1b[0m" : "";
  auto out = headline(what, in);
  auto const to = std::back_inserter(out);
  if (!shown.text.empty()) {
    fmt::format_to(to, "\n {} | {}\n {:>{}} | {:>{}}{}{:^<{}}{}", number, shown.text, "", number.size(), "",
                   shown.caret, on, "", shown.length, off);
  }
  if (!what.hint.empty()) {
    fmt::format_to(to, "\n {:>{}} = ", "", number.size());
    impl::append_printable(out, what.hint);
  }
  out += '\n';
  return out;
}

namespace impl {

inline void append_extent(std::string& out, span where, source const& in) {
  auto const from = in.locate(where.offset);
  auto const to = in.locate(where.end());
  fmt::format_to(std::back_inserter(out), R"("line":{},"column":{},"end_line":{},"end_column":{})", from.line,
                 from.column, to.line, to.column);
}

} // namespace impl

MONDEGREEN_INLINE std::string to_json(diagnostic const& what, source const& in) {
  std::string out = R"({"file":)";
  impl::append_json(out, in.name());
  out += ',';
  impl::append_extent(out, what.where, in);
  fmt::format_to(std::back_inserter(out), R"(,"severity":"{}","code":"{}","message":)", to_string(what.level),
                 about(what.what).id);
  impl::append_json(out, what.message.empty() ? about(what.what).summary : what.message);
  if (!what.hint.empty()) {
    out += R"(,"hint":)";
    impl::append_json(out, what.hint);
  }
  if (what.fix) {
    out += R"(,"fix":{)";
    impl::append_extent(out, what.fix->where, in);
    out += R"(,"replacement":)";
    impl::append_json(out, what.fix->with);
    out += '}';
  }
  out += '}';
  return out;
}

MONDEGREEN_INLINE std::string apply_fixes(std::string_view text, std::span<diagnostic const> told) {
  std::vector<replacement const*> fixes;
  for (auto const& each : told)
    if (each.fix) fixes.push_back(&*each.fix);
  // Insertions first, in the order they are told: what replaces the text behind them does not touch them.
  std::stable_sort(fixes.begin(), fixes.end(), [](auto const* a, auto const* b) {
    return a->where.offset != b->where.offset ? a->where.offset < b->where.offset
                                              : a->where.empty() && !b->where.empty();
  });
  std::string out;
  out.reserve(text.size() + 16 * fixes.size());
  std::uint32_t done = 0;
  for (auto const* each : fixes) {
    if (each->where.offset < done) continue;
    out += text.substr(done, each->where.offset - done);
    out += each->with;
    done = each->where.end();
  }
  return out += text.substr(done);
}

} // namespace mondegreen::inline MONDEGREEN_ABI
