#pragma once

#include <mondegreen/diagnostic.hpp>
#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/formats/paragraphs.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A transcript to read and to paste: title, description, paragraphs with who speaks and when.
class markdown_writer {
public:
  markdown_writer(transcript const& text, write_options const& options) : in_(text), options_(options) {}

  std::string write(std::vector<diagnostic>& told) {
    for (auto const& each : in_.metadata)
      if (each.key == "title") block("# ", each);
    for (auto const& each : in_.metadata)
      if (each.key == "description") block("", each);
    for (auto const& each : make_paragraphs(in_, options_)) add(each);
    tell(told);
    return std::move(out_);
  }

private:
  void block(std::string_view head, passage const& text) {
    if (text.text.find_first_not_of(" \t\n") == std::string::npos) return;
    part();
    out_ += head;
    append(text);
    out_ += '\n';
  }

  void part() {
    if (!out_.empty()) out_ += '\n';
  }

  void add(paragraph const& each) {
    part();
    std::string head;
    if (each.stamped) head = time_stamp(each.start);
    if (!each.speaker.empty()) {
      if (!head.empty()) head += ' ';
      append_escaped(head, each.speaker, false);
      head += ':';
    }
    if (!head.empty()) out_ += "**" + head + "** ";
    append(each.text, head.empty());
    out_ += '\n';
  }

  /// The text with its italics and bold; line ends become spaces.
  void append(passage const& text, bool at_start = true) {
    auto const size = static_cast<std::uint32_t>(text.text.size());
    std::vector<std::uint32_t> edges{0, size};
    std::vector<mark const*> styled;
    for (auto const& each : text.marks) {
      if (each.kind != mark_kind::italic && each.kind != mark_kind::bold) continue;
      styled.push_back(&each);
      edges.push_back(each.where.offset);
      edges.push_back(each.where.end());
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::sort(styled.begin(), styled.end(),
              [](mark const* a, mark const* b) { return a->where.offset < b->where.offset; });
    std::size_t first = 0;
    std::vector<mark const*> open;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
      while (first < styled.size() && styled[first]->where.offset <= edges[i]) open.push_back(styled[first++]);
      std::erase_if(open, [&](mark const* each) { return each->where.end() <= edges[i]; });
      auto const is = [&](mark_kind kind) {
        return std::any_of(open.begin(), open.end(), [&](mark const* each) { return each->kind == kind; });
      };
      std::string const stars(std::size_t{is(mark_kind::italic)} + (is(mark_kind::bold) ? 2U : 0U), '*');
      styled_piece(slice(text.text, {edges[i], edges[i + 1] - edges[i]}), stars, at_start && i == 0);
    }
  }

  /// Stars do not count beside a space, so spaces stay outside.
  void styled_piece(std::string_view piece, std::string const& stars, bool at_start) {
    auto const from = std::min(piece.find_first_not_of(" \n"), piece.size());
    auto const to = from == piece.size() ? from : piece.find_last_not_of(" \n") + 1;
    append_escaped(out_, piece.substr(0, from), false);
    if (from == to) return;
    out_ += stars;
    append_escaped(out_, piece.substr(from, to - from), at_start && stars.empty());
    out_ += stars;
    append_escaped(out_, piece.substr(to), false);
  }

  /// What would be markup gets a backslash; at the start of a block also what would be a heading, a list or a quote.
  static void append_escaped(std::string& out, std::string_view text, bool at_start) {
    auto const digits = std::min(text.find_first_not_of("0123456789"), text.size());
    bool const numbered =
        at_start && digits != 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    auto const letter = [&](std::size_t i) {
      return i < text.size() && ((text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z');
    };
    auto const in_word = [&](std::size_t i) {
      return letter(i) ||
             (i < text.size() && ((text[i] >= '0' && text[i] <= '9') || static_cast<unsigned char>(text[i]) >= 0x80));
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
      char const c = text[i];
      bool escape = c == '\\' || c == '`' || c == '*';
      escape = escape || (c == '_' && !(i > 0 && in_word(i - 1) && in_word(i + 1)));
      escape = escape || (c == ']' && i + 1 < text.size() && (text[i + 1] == '(' || text[i + 1] == '['));
      escape = escape || (c == '<' && (letter(i + 1) || text.substr(i + 1, 1) == "/" || text.substr(i + 1, 1) == "!"));
      escape = escape || (c == '&' && (letter(i + 1) || text.substr(i + 1, 1) == "#"));
      escape = escape || (at_start && i == 0 && std::string_view("#>+-=~|").find(c) != std::string_view::npos);
      escape = escape || (numbered && i == digits);
      if (escape) out += '\\';
      out += c == '\n' ? ' ' : c;
    }
  }

  void tell(std::vector<diagnostic>& told) const {
    auto const lost = [&](std::string_view what, auto&& test) {
      if (!std::any_of(in_.cues.begin(), in_.cues.end(), test)) return;
      told.push_back(make_diagnostic(code::format_lost, {}, "Markdown cannot carry " + std::string(what)));
    };
    lost("markup other than italics and bold", [](cue const& each) {
      return std::any_of(each.marks.begin(), each.marks.end(), [](mark const& m) {
        return m.kind != mark_kind::italic && m.kind != mark_kind::bold && m.kind != mark_kind::voice;
      });
    });
    lost("the times of words", [](cue const& each) { return !each.words.empty(); });
    lost("positions on the picture", [](cue const& each) { return !each.settings.empty(); });
  }

  transcript const& in_;
  write_options const& options_;
  std::string out_;
};

MONDEGREEN_INLINE std::string write_markdown(transcript const& text, write_options const& options,
                                             std::vector<diagnostic>& told) {
  return markdown_writer(text, options).write(told);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

MONDEGREEN_INLINE format const markdown{
    .id = "markdown",
    .name = "Markdown",
    .extensions = "md markdown",
    .carries = {.times = true, .markup = true, .speakers = true, .metadata = true},
    .write = write_markdown,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
