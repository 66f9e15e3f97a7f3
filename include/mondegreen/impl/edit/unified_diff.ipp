#pragma once

#include <mondegreen/edit.hpp>
#include <mondegreen/impl/edit/changed_words.hpp>
#include <mondegreen/impl/text/printable.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

struct diff_colors {
  std::string_view header, old_line, new_line, old_part, new_part, note, off;
};

inline constexpr diff_colors plain_diff{};
inline constexpr diff_colors terminal_diff{"\x1b[36m",     "\x1b[31m", "\x1b[32m", "\x1b[1;7;31m",
                                           "\x1b[1;7;32m", "\x1b[2m",  "\x1b[0m"};

/// Writes a block of lines with `mark` before each, changed parts in their colour.
class diff_side {
public:
  diff_side(std::string& out, char mark, std::string_view line, std::string_view part, std::string_view off)
      : out_(out), line_(line), part_(part), off_(off), mark_(mark) {}

  void add(std::string_view text, bool changed) {
    while (!text.empty()) {
      if (!open_) {
        out_ += line_;
        out_ += mark_;
        open_ = true;
      }
      auto const end = text.find('\n');
      auto piece = text.substr(0, end);
      if (piece.ends_with('\r')) piece.remove_suffix(1);
      if (changed && !piece.empty()) {
        out_ += off_;
        out_ += part_;
      }
      append_printable(out_, piece);
      if (changed && !piece.empty()) {
        out_ += off_;
        out_ += line_;
      }
      if (end == std::string_view::npos) return;
      close();
      text.remove_prefix(end + 1);
    }
  }

  void close() {
    if (!open_) return;
    out_ += off_;
    out_ += '\n';
    open_ = false;
  }

private:
  std::string& out_;
  std::string_view line_, part_, off_;
  char mark_;
  bool open_ = false;
};

} // namespace impl

MONDEGREEN_INLINE std::string unified_diff(std::span<edit const> edits, source const& in, bool color,
                                           bool suggestions) {
  auto const& paint = color ? impl::terminal_diff : impl::plain_diff;
  auto const text = in.text();
  std::vector<edit const*> done;
  for (auto const& each : edits)
    if (each.status == edit_status::applied) done.push_back(&each);
  std::string out;
  auto const to = std::back_inserter(out);
  if (!done.empty()) {
    for (auto const* side : {"--- ", "+++ "}) {
      out += paint.header;
      out += side;
      impl::append_printable(out, in.name());
      out += paint.off;
      out += '\n';
    }
  }
  std::int64_t shift = 0; // lines the new side has gained so far
  for (std::size_t i = 0; i < done.size();) {
    // A hunk is every edit that touches the same lines.
    auto const first_line = done[i]->at.line;
    auto last_line = first_line;
    std::size_t stop = i;
    for (; stop < done.size() && done[stop]->at.line <= last_line; ++stop)
      last_line = std::max(last_line, in.locate(done[stop]->where.end()).line);
    auto const begin = in.line(first_line).offset;
    auto const end = in.line(last_line).end();
    std::string old_side, new_side;
    impl::diff_side minus(old_side, '-', paint.old_line, paint.old_part, paint.off);
    impl::diff_side plus(new_side, '+', paint.new_line, paint.new_part, paint.off);
    std::uint32_t at = begin;
    for (; i < stop; ++i) {
      auto const& each = *done[i];
      minus.add(text.substr(at, each.where.offset - at), false);
      plus.add(text.substr(at, each.where.offset - at), false);
      auto const words = impl::changed_words(slice(text, each.where), each.after);
      for (auto const& piece : words.before) minus.add(piece.text, piece.changed);
      for (auto const& piece : words.after) plus.add(piece.text, piece.changed);
      at = each.where.end();
    }
    minus.add(text.substr(at, end - at), false);
    plus.add(text.substr(at, end - at), false);
    minus.close();
    plus.close();
    auto const old_lines = std::count(old_side.begin(), old_side.end(), '\n');
    auto const new_lines = std::count(new_side.begin(), new_side.end(), '\n');
    // A side without lines is named by the line before it, as diff -U0 does.
    auto const new_first = static_cast<std::int64_t>(first_line) + shift - (new_lines == 0 ? 1 : 0);
    fmt::format_to(to, "{}@@ -{},{} +{},{} @@{}\n", paint.header, first_line, old_lines, new_first, new_lines,
                   paint.off);
    out += old_side;
    out += new_side;
    shift += new_lines - old_lines;
  }
  if (!suggestions) return out;
  for (auto const& each : edits) {
    if (each.status == edit_status::applied) continue;
    fmt::format_to(to, "{}# {} {}:{} ", paint.note, to_string(each.status), each.at.line, each.at.column);
    impl::append_printable(out, each.before);
    if (each.status == edit_status::suggested) {
      out += " -> ";
      impl::append_printable(out, each.after);
    }
    fmt::format_to(to, " [{}]{}\n", each.rule, paint.off);
  }
  return out;
}

} // namespace mondegreen::inline MONDEGREEN_ABI
