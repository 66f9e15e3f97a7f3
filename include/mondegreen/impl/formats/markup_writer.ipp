#pragma once

#include <mondegreen/impl/formats/markup.hpp>
#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/srt.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A line end, or a byte that some dialect may have to write as something else.
struct at_written {
  template <class V> static V holds(V a) noexcept {
    return (a == '\n') | (a == '\r') | (a == '&') | (a == '<') | (a == '>') | (a == '{');
  }
};

/// The same, or any byte up to CR: but for line ends text has few of them, and what has goes the long way.
struct at_anything_but_text {
  template <class V> static V holds(V a) noexcept {
    return (a <= '\r') | (a == '&') | (a == '<') | (a == '>') | (a == '{');
  }
};

/// The same of a byte and the one before it, or one that may not begin a line: a blank, for lines of blanks are left out, and
/// in SubRip what may be the times of a cue, see `keep_from_being_times`.
template <markup_dialect To> struct before_anything_but_text {
  template <class V> static V holds(V a, V b) noexcept {
    auto const first = To == markup_dialect::srt ? (b <= '9') | (b == '\xEF') : b <= ' ';
    return V::only_first(b <= '\r', b == '\n') | (b == '&') | (b == '<') | (b == '>') | (b == '{') |
           ((a == '\n') & first);
  }
};

/// Whether nothing in a text stops `Stop`, which is told without a branch that depends on the text.
template <class Stop> inline bool is_plain_body(std::string_view body) noexcept {
  using lanes = lines::lanes::widest;
  if (body.size() <= lanes::width) return false;
  auto const* at = body.data();
  auto const* const last = at + body.size() - lanes::width - 1;
  auto odd = Stop::holds(lanes::load(at), lanes::load(at + 1));
  while (at != last) {
    at = last - at > static_cast<std::ptrdiff_t>(lanes::width) ? at + lanes::width : last;
    odd = odd | Stop::holds(lanes::load(at), lanes::load(at + 1));
  }
  return odd.mask() == 0 && !Stop::holds(lines::lanes::one{'\n'}, lines::lanes::one{body[0]}).set;
}

/// Tags that need no reading: one at a time, around text.
class simple_tags {
public:
  /// Where the tag at `at` ends; null if it is no such tag. `line`: where its line begins.
  char const* pass(char const* at, char const* end, char const* line) noexcept {
    std::string_view const rest(at, static_cast<std::size_t>(end - at));
    bool const closes = rest.starts_with("</");
    auto const length = closes ? 4U : 3U;
    if (rest.size() < length || rest[0] != '<' || rest[length - 1] != '>') return nullptr;
    char const name = rest[length - 2];
    // A line end inside of a tag's text at either end of it would be written outside.
    if (closes && (all_closed() || name != open_ || at == line)) return nullptr;
    if (!closes && (!all_closed() || (name != 'i' && name != 'b' && name != 'u') || rest.size() == length ||
                    at_anything_but_text::holds(lines::lanes::one{rest[length]}).set))
      return nullptr;
    open_ = closes ? '\0' : name;
    return at + length;
  }

  bool all_closed() const noexcept { return open_ == '\0'; }

private:
  char open_ = '\0';
};

MONDEGREEN_INLINE body_form form_of_body(std::string_view body, markup_dialect to) noexcept {
  bool const srt = to == markup_dialect::srt;
  if (srt ? is_plain_body<before_anything_but_text<markup_dialect::srt>>(body)
          : is_plain_body<before_anything_but_text<markup_dialect::webvtt>>(body))
    return body_form::stands;
  auto form = body_form::stands;
  simple_tags tags;
  auto const* line = body.data();
  auto const* const end = line + body.size();
  for (auto const* at = line; line != end;) {
    auto const* const stop = lines::scan_all<at_anything_but_text>(at, end);
    if (stop != end && !lines::is_line_end(*stop)) {
      at = tags.pass(stop, end, line);
      if (at == nullptr) return body_form::must_be_read;
      continue;
    }
    std::string_view const whole(line, static_cast<std::size_t>(stop - line));
    if (whole.empty() || whole[0] == ' ' || whole[0] == '\t') return body_form::must_be_read;
    bool const low = static_cast<unsigned char>(whole[0]) <= '9' || whole[0] == '\xEF';
    if (srt && low && whole.find(':') != whole.npos) return body_form::must_be_read;
    if (stop != end && *stop == '\r') form = body_form::has_other_line_ends;
    at = line = lines::skip_line_end(stop, end);
  }
  return tags.all_closed() ? form : body_form::must_be_read;
}

/// True for what the SubRip reader takes for a tag, or for several, and for nothing else.
inline bool is_srt_tag(std::string_view text) {
  passage probe;
  markup_reader reader(text, markup_dialect::srt);
  reader.begin(probe);
  reader.read({0, static_cast<std::uint32_t>(text.size())});
  return !probe.marks.empty() && probe.text.empty();
}

/// Appends text and tags line by line, so that no line of a cue is blank.
class body_writer {
public:
  /// `whole`: the text that the pieces are parts of.
  body_writer(std::string& out, std::string_view whole, markup_dialect dialect, std::string_view newline,
              markup_losses& losses)
      : out_(out), whole_(whole), dialect_(dialect), newline_(newline), losses_(losses) {}

  void text(std::string_view piece) {
    for (std::size_t i = 0; i < piece.size(); ++i) {
      char const c = piece[i];
      if (c == '\n' || c == '\r') {
        if (c == '\r' && i + 1 < piece.size() && piece[i + 1] == '\n') ++i;
        end_line();
      } else if (!line_begun_ && (c == ' ' || c == '\t')) {
        indent_ += c;
      } else {
        begin_line();
        auto const* const from = piece.data() + i;
        auto const* const to = lines::scan_all<at_written>(from, piece.data() + piece.size());
        out_.append(from, to);
        i += static_cast<std::size_t>(to - from);
        if (i < piece.size() && *to != '\n' && *to != '\r')
          put(piece, i);
        else
          --i;
      }
    }
  }

  void open(std::string_view tag) {
    begin_line();
    out_ += tag;
  }

  // Not at the start of the next line: "x</i>", LF and not "x", LF, "</i>".
  void close(std::string_view tag) { out_ += tag; }

  /// The last line is complete.
  void finish() {
    if (line_begun_ && dialect_ == markup_dialect::srt) keep_from_being_times();
  }

private:
  void end_line() {
    finish();
    if (!line_begun_) dropped_ = true;
    breaks_ = breaks_ || line_begun_;
    line_begun_ = false;
    indent_.clear();
  }

  void begin_line() {
    if (line_begun_) return;
    if (breaks_) out_ += newline_;
    if (dropped_) losses_.text_changed = true;
    breaks_ = dropped_ = false;
    line_start_ = out_.size();
    out_ += indent_;
    indent_.clear();
    line_begun_ = true;
  }

  /// A line of text that SubRip would take for the times of a cue, "00:00:01 -> 00:00:02", is written so that it does not.
  void keep_from_being_times() {
    auto const line = std::string_view(out_).substr(line_start_);
    auto const first = line.find_first_not_of(" \t\f\v");
    // What can begin such a line: a digit, a sign, a byte order mark.
    if (first == line.npos || (line[first] > '9' && !line.substr(first).starts_with("\xEF\xBB\xBF"))) return;
    if (line.find(':') == line.npos) return;
    bool const numbered = stands_under_number();
    if (!would_be_times(line, numbered)) return;
    std::string changed(line);
    for (std::size_t at = 0; (at = changed.find("->", at)) != changed.npos;) changed.replace(at + 1, 1, "›");
    if (would_be_times(changed, numbered)) changed.replace(changed.find(':'), 1, "∶");
    out_.replace(line_start_, line.size(), changed);
    losses_.text_changed = true;
  }

  /// Whether the line above is a number, under which more is taken for times.
  bool stands_under_number() const noexcept {
    auto above = std::string_view(out_).substr(0, line_start_);
    while (above.ends_with('\n') || above.ends_with('\r')) above.remove_suffix(1);
    auto const line = above.substr(above.find_last_of("\r\n") + 1); // npos + 1 is 0
    return line.find_first_not_of("0123456789 \t\f\v\xEF\xBB\xBF") == line.npos;
  }

  static bool would_be_times(std::string_view line, bool numbered) {
    // Inside a cue, for at the beginning of a file more is taken for times; and with more text below, for at the end such
    // as are cut off are.
    for (auto const* above : {"", "x\n"}) {
      auto const text = fmt::format("00:00:00,000 --> 00:00:01,000\n{}{}{}\n.", above, numbered ? "1\n" : "", line);
      mondegreen::srt::reader blocks(text);
      mondegreen::srt::cue_view block;
      if (blocks.next(block) && blocks.next(block)) return true;
    }
    return false;
  }

  void put(std::string_view piece, std::size_t i) {
    char const c = piece[i];
    if (dialect_ == markup_dialect::webvtt) {
      switch (c) {
      case '&': out_ += "&amp;"; return;
      case '<': out_ += "&lt;"; return;
      case '>': out_ += "&gt;"; return;
      default: out_ += c; return;
      }
    }
    if (c == '>' && out_.ends_with("--")) {
      out_.resize(out_.size() - 2);
      out_ += "→";
      losses_.text_changed = true;
    } else if ((c == '<' || c == '{') && dialect_ == markup_dialect::srt && looks_like_tag(rest_of_text(piece, i))) {
      // SubRip has no way to write this: as it stands it would be a tag, and vanish.
      out_ += c == '<' ? "‹" : "｛";
      losses_.text_changed = true;
    } else {
      out_ += c;
    }
  }

  /// What follows of the whole text: a mark that is not written would not keep the parts of a tag from each other.
  std::string_view rest_of_text(std::string_view piece, std::size_t i) const noexcept {
    return whole_.substr(static_cast<std::size_t>(piece.data() - whole_.data()) + i);
  }

  static bool looks_like_tag(std::string_view text) {
    if (text.starts_with("{\\")) return true; // and the brace may come from a tag behind it

    auto const stop = text.find_first_of(text[0] == '<' ? "<>" : "{}", 1);
    return stop != text.npos && is_srt_tag(text.substr(0, stop + 1));
  }

  std::string& out_;
  std::string_view whole_;
  markup_dialect dialect_;
  std::string_view newline_;
  markup_losses& losses_;
  std::string indent_;
  std::size_t line_start_ = 0;
  bool line_begun_ = false;
  bool breaks_ = false;
  bool dropped_ = false;
};

/// The eight colours that WebVTT has classes for, and what SubRip files call them.
inline constexpr std::pair<std::string_view, std::string_view> named_colors[] = {
    {"white", "#ffffff"},  {"lime", "#00ff00"},    {"cyan", "#00ffff"}, {"red", "#ff0000"},
    {"yellow", "#ffff00"}, {"magenta", "#ff00ff"}, {"blue", "#0000ff"}, {"black", "#000000"},
};

/// What "color=" says in a font tag's attributes, in lower case; empty if it says nothing.
inline std::string font_color(std::string_view attributes) {
  std::string lower;
  for (char const c : attributes) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  auto const at = lower.find("color");
  if (at == lower.npos || (at != 0 && lower[at - 1] != ' ' && lower[at - 1] != '\t')) return {};
  auto const from = lower.find_first_not_of(" \t=\"'", at + 5);
  if (from == lower.npos) return {};
  return lower.substr(from, lower.find_first_of(" \t\"'", from) - from);
}

inline bool is_hex_color(std::string_view value) noexcept {
  return value.size() == 7 && value[0] == '#' && value.find_first_not_of("0123456789abcdef", 1) == value.npos;
}

/// A colour that WebVTT has no class for gets one of this name, and a style sheet that says what it is.
inline constexpr std::string_view color_class_prefix = "color_";

/// The WebVTT class for a font tag's attributes; empty if there is none.
inline std::string color_class(std::string_view attributes) {
  auto const value = font_color(attributes);
  for (auto const& [name, hex] : named_colors)
    if (value == name || value == hex) return std::string(name);
  return is_hex_color(value) ? std::string(color_class_prefix) + value.substr(1) : std::string();
}

/// The colour that one of the classes means; empty if none does. `all`: there is no other class.
inline std::string color_of_classes(std::string_view classes, bool& all) {
  std::string found;
  all = true;
  while (!classes.empty()) {
    auto const each = classes.substr(0, classes.find('.'));
    classes.remove_prefix(std::min(classes.size(), each.size() + 1));
    std::string color;
    for (auto const& [name, hex] : named_colors)
      if (name == each) color = hex;
    if (each.starts_with(color_class_prefix)) {
      auto const hex = '#' + std::string(each.substr(color_class_prefix.size()));
      if (is_hex_color(hex)) color = hex;
    }
    if (color.empty() || !found.empty())
      all = false;
    else
      found = color;
  }
  return found;
}

inline std::string escaped_annotation(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

/// How a mark is written: its tags, both empty if the dialect has none for it.
struct tag_pair {
  std::string open, close;
};

inline tag_pair srt_tags(mark const& what, markup_losses& losses) {
  auto const lose_classes = [&] { losses.marks[static_cast<std::size_t>(mark_kind::css_class)] = true; };
  if (!what.classes.empty()) lose_classes();
  switch (what.kind) {
  case mark_kind::italic: return {"<i>", "</i>"};
  case mark_kind::bold: return {"<b>", "</b>"};
  case mark_kind::underline: return {"<u>", "</u>"};
  case mark_kind::font: return {what.value.empty() ? "<font>" : "<font " + what.value + ">", "</font>"};
  case mark_kind::css_class:
    if (bool all = false; what.value.empty()) {
      return {};
    } else if (auto const color = color_of_classes(what.value, all); !color.empty()) {
      if (!all) lose_classes();
      return {"<font color=\"" + color + "\">", "</font>"};
    }
    return {};
  case mark_kind::placement: return {what.value, {}};
  // Only what the SubRip reader sets aside: another format's odd tag would show as text.
  case mark_kind::other:
    if (is_srt_tag(what.value)) return {what.value, {}};
    return {};
  default: return {};
  }
}

inline tag_pair webvtt_tag_pair(mark const& what, markup_losses& losses) {
  auto const classes = what.classes.empty() ? std::string() : "." + what.classes;
  auto const simple = [&](std::string const& name) { return tag_pair{"<" + name + classes + ">", "</" + name + ">"}; };
  auto const annotated = [&](std::string const& name) {
    return tag_pair{"<" + name + classes + " " + escaped_annotation(what.value) + ">", "</" + name + ">"};
  };
  switch (what.kind) {
  case mark_kind::italic: return simple("i");
  case mark_kind::bold: return simple("b");
  case mark_kind::underline: return simple("u");
  case mark_kind::ruby: return simple("ruby");
  case mark_kind::ruby_text: return simple("rt");
  case mark_kind::voice: return annotated("v");
  case mark_kind::language: return annotated("lang");
  case mark_kind::css_class: return {what.value.empty() ? "<c>" : "<c." + what.value + ">", "</c>"};
  case mark_kind::time: return {"<" + what.value + ">", {}};
  case mark_kind::font:
    if (auto const color = color_class(what.value); !color.empty()) {
      // Its size and its face have no place in WebVTT.
      if (what.value.find_first_of(" \t") != std::string::npos)
        losses.marks[static_cast<std::size_t>(mark_kind::font)] = true;
      return {"<c." + color + ">", "</c>"};
    }
    return {};
  case mark_kind::placement: return {};
  case mark_kind::other:
    if (what.value.starts_with('<') && what.value.ends_with('>')) return {what.value, {}};
    return {};
  }
  return {};
}

MONDEGREEN_INLINE void color_classes::add(passage const& text) {
  for (auto const& mark : text.marks)
    if (auto name = mark.kind == mark_kind::font ? color_class(mark.value) : std::string();
        name.starts_with(color_class_prefix))
      names_.insert(std::move(name));
}

MONDEGREEN_INLINE std::string color_classes::styles(std::string_view newline) const {
  std::string out;
  for (auto const& each : names_) {
    out += out.empty() ? "STYLE" : "";
    out += newline;
    out += "::cue(." + each + ") { color: #" + each.substr(color_class_prefix.size()) + " }";
  }
  return out;
}

MONDEGREEN_INLINE void append_markup(std::string& out, passage const& text, markup_dialect dialect,
                                     std::string_view newline, std::string_view extra_voice, markup_losses& losses) {
  // Of a cue of a gigabyte the output must not take two by growing.
  if (constexpr std::size_t large = std::size_t{1} << 20U; text.text.size() > large)
    out.reserve(out.size() + text.text.size() + text.text.size() / 16);
  body_writer body(out, text.text, dialect, newline, losses);
  bool const voiced = dialect == markup_dialect::webvtt && !extra_voice.empty();
  if (voiced) body.open("<v " + escaped_annotation(extra_voice) + ">");
  if (text.marks.empty()) {
    body.text(text.text);
    return body.finish();
  }

  std::vector<mark const*> order;
  order.reserve(text.marks.size());
  for (auto const& each : text.marks) order.push_back(&each);
  std::stable_sort(order.begin(), order.end(),
                   [](mark const* a, mark const* b) { return a->where.offset < b->where.offset; });

  struct open_mark {
    std::uint32_t end;
    tag_pair tags;
  };
  std::vector<open_mark> open;
  auto const size = static_cast<std::uint32_t>(text.text.size());
  std::uint32_t at = 0;
  auto copy_to = [&](std::uint32_t to) {
    body.text(std::string_view(text.text).substr(at, to - at));
    at = to;
  };
  // Tags nest; marks need not. One that ends below others has these closed and opened again.
  auto close_until = [&](std::uint32_t limit) {
    for (;;) {
      auto const first = std::min_element(open.begin(), open.end(),
                                          [](open_mark const& a, open_mark const& b) { return a.end < b.end; });
      if (first == open.end() || first->end > limit) return;
      copy_to(first->end);
      auto lowest = static_cast<std::size_t>(first - open.begin());
      for (std::size_t i = 0; i < lowest; ++i)
        if (open[i].end == at) lowest = i;
      for (auto i = open.size(); i-- > lowest;) body.close(open[i].tags.close);
      std::erase_if(open, [&](open_mark const& each) { return each.end <= at; });
      for (auto i = lowest; i < open.size(); ++i) body.open(open[i].tags.open);
    }
  };
  for (auto const* each : order) {
    auto const start = std::min(each->where.offset, size);
    close_until(start);
    copy_to(start);
    auto tags = dialect == markup_dialect::srt      ? srt_tags(*each, losses)
                : dialect == markup_dialect::webvtt ? webvtt_tag_pair(*each, losses)
                                                    : tag_pair{};
    if (tags.open.empty()) {
      losses.marks[static_cast<std::size_t>(each->kind)] = true;
      continue;
    }
    body.open(tags.open);
    auto const end = std::min(each->where.end(), size);
    if (tags.close.empty()) continue;
    if (end == start)
      body.close(tags.close);
    else
      open.push_back({end, std::move(tags)});
  }
  close_until(size);
  copy_to(size);
  body.finish();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
