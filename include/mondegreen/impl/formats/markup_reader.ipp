#pragma once

#include <mondegreen/impl/formats/character_references.hpp>
#include <mondegreen/impl/formats/markup.hpp>
#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

inline constexpr std::string_view tag_blanks = " \t\n\f\r";

/// `[hours:]mm:ss.mmm`, as a time inside a cue must be.
inline bool is_webvtt_time(std::string_view text) noexcept {
  constexpr std::string_view shape = "50:50.000"; // the largest first digit of each pair
  if (text.size() < shape.size()) return false;
  auto const tail = text.substr(text.size() - shape.size());
  for (std::size_t i = 0; i < shape.size(); ++i) {
    bool const digit = tail[i] >= '0' && tail[i] <= '9';
    bool const separator = shape[i] == ':' || shape[i] == '.';
    if (separator ? tail[i] != shape[i] : !digit || (shape[i] == '5' && tail[i] > '5')) return false;
  }
  auto const hours = text.substr(0, text.size() - shape.size());
  return hours.empty() ||
         (hours.size() > 1 && hours.ends_with(':') && hours.find_first_not_of("0123456789") == hours.size() - 1);
}

/// What stands behind a tag's name: references decoded, runs of blanks as one space, none at the ends.
inline std::string read_annotation(std::string_view raw) {
  std::string out;
  bool gap = false;
  auto put = [&](std::string_view text) {
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += text;
  };
  for (std::size_t i = 0; i < raw.size();) {
    if (tag_blanks.find(raw[i]) != tag_blanks.npos) {
      gap = true;
      ++i;
    } else {
      std::string character;
      auto const length = raw[i] == '&' ? read_character_reference(raw.substr(i), character) : 0;
      put(length == 0 ? raw.substr(i, 1) : std::string_view(character));
      i += std::max(length, 1U);
    }
  }
  return out;
}

/// A byte that is not itself in the text.
struct at_no_text {
  template <class V> static V holds(V a) noexcept { return (a == '\r') | (a == '\0'); }
};

/// The same, or one that may begin markup.
struct at_srt_markup {
  template <class V> static V holds(V a) noexcept { return at_no_text::holds(a) | (a == '<') | (a == '{'); }
};

struct at_webvtt_markup {
  template <class V> static V holds(V a) noexcept { return at_no_text::holds(a) | (a == '<') | (a == '&'); }
};

MONDEGREEN_INLINE void markup_reader::begin(passage& into) {
  into_ = &into;
  open_.clear();
}

MONDEGREEN_INLINE void markup_reader::plain(std::uint32_t from, std::uint32_t to) {
  if (from == to) return;
  into_->text.append(source_, from, to - from);
  into_->where.append(to - from, {from, to - from}, true);
}

MONDEGREEN_INLINE void markup_reader::replaced(std::string_view text, span from) {
  into_->text += text;
  into_->where.append(static_cast<std::uint32_t>(text.size()), from, false);
}

MONDEGREEN_INLINE void markup_reader::line_end(span where) { replaced("\n", where); }

MONDEGREEN_INLINE void markup_reader::read(span body) {
  auto const end = body.end();
  auto const find = [&](std::uint32_t at) {
    auto const* const first = source_.data() + at;
    auto const* const last = source_.data() + end;
    auto const* const found = dialect_ == markup_dialect::srt      ? lines::scan_all<at_srt_markup>(first, last)
                              : dialect_ == markup_dialect::webvtt ? lines::scan_all<at_webvtt_markup>(first, last)
                                                                   : lines::scan_all<at_no_text>(first, last);
    return static_cast<std::uint32_t>(found - source_.data());
  };
  std::uint32_t from = body.offset;
  for (std::uint32_t at = from; (at = find(at)) < end;) {
    char const c = source_[at];
    std::uint32_t next; // where what begins here ends; `at` itself if it is text after all
    auto const before = from;
    plain(before, at);
    from = at;
    if (c == '\r') {
      next = at + (at + 1 < end && source_[at + 1] == '\n' ? 2 : 1);
      line_end({at, next - at});
    } else if (c == '\0') {
      next = at + 1;
      replaced("\xEF\xBF\xBD", {at, 1});
    } else if (c == '&') {
      next = entity(at, end);
    } else if (c == '{') {
      next = override_block(at, end);
    } else {
      next = dialect_ == markup_dialect::srt ? srt_tag(at, end) : webvtt_tag(at, end);
    }
    if (next != at) from = next;
    at = next == at ? at + 1 : next;
  }
  plain(from, end);
}

MONDEGREEN_INLINE void markup_reader::finish() {
  for (auto const& each : open_) {
    auto& where = into_->marks[each.mark].where;
    where.length = here() - where.offset;
  }
  open_.clear();
}

MONDEGREEN_INLINE std::uint32_t markup_reader::entity(std::uint32_t at, std::uint32_t end) {
  std::string character;
  auto const length = read_character_reference(source_.substr(at, end - at), character);
  // Line ends of a text are LF. A carriage return that is no line end of the file is shown as a space (CSS Text 3, 4.1).
  if (character == "\r") character = " ";
  if (length != 0) replaced(character, {at, length});
  return at + length;
}

MONDEGREEN_INLINE void markup_reader::open(mark_kind kind, std::string value, std::string classes, span tag) {
  if (open_.size() == max_depth) return other(tag);
  open_.push_back({into_->marks.size(), kind});
  into_->marks.push_back({{here(), 0}, kind, std::move(value), std::move(classes)});
}

/// Closes the innermost open tag of that kind.
MONDEGREEN_INLINE bool markup_reader::close(mark_kind kind) {
  auto const found =
      std::find_if(open_.rbegin(), open_.rend(), [&](open_tag const& each) { return each.kind == kind; });
  if (found == open_.rend()) return false;
  auto& where = into_->marks[found->mark].where;
  where.length = here() - where.offset;
  open_.erase(std::next(found).base());
  return true;
}

MONDEGREEN_INLINE void markup_reader::other(span tag, mark_kind kind) {
  into_->marks.push_back({{here(), 0}, kind, std::string(slice(source_, tag)), {}});
}

MONDEGREEN_INLINE std::uint32_t markup_reader::srt_tag(std::uint32_t at, std::uint32_t end) {
  auto const rest = source_.substr(at, end - at);
  auto const stop = rest.find_first_of("<>\r\n", 1); // a tag stands on one line
  if (stop == rest.npos || rest[stop] != '>') return at;
  auto inner = rest.substr(1, stop - 1);
  bool const closes = inner.starts_with('/');
  if (closes) inner.remove_prefix(std::min(inner.find_first_not_of(" \t", 1), inner.size())); // "</ i>"
  std::string name;
  for (char const c : inner.substr(0, inner.find_first_of(" \t")).substr(0, 8))
    name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  auto attributes = inner.substr(std::min(inner.size(), name.size()));
  while (!attributes.empty() && tag_blanks.find(attributes.front()) != attributes.npos) attributes.remove_prefix(1);
  span const tag{at, static_cast<std::uint32_t>(stop + 1)};
  mark_kind kind = mark_kind::other;
  if (name == "i" || name == "em") kind = mark_kind::italic;
  if (name == "b" || name == "strong") kind = mark_kind::bold;
  if (name == "u") kind = mark_kind::underline;
  if (name == "font") kind = mark_kind::font;
  bool const bare = attributes.empty() || kind == mark_kind::font;
  if (!bare || (kind == mark_kind::other && name != "s" && name != "strike")) return at;
  if (kind == mark_kind::other) {
    other(tag);
  } else if (!closes) {
    open(kind, kind == mark_kind::font ? std::string(attributes) : std::string(), {}, tag);
  } else if (!close(kind)) {
    other(tag);
  }
  return tag.end();
}

/// "{\an8}" and its like, which come from SubStation Alpha, and "{b}", which SubRip had before its tags.
MONDEGREEN_INLINE std::uint32_t markup_reader::override_block(std::uint32_t at, std::uint32_t end) {
  auto const rest = source_.substr(at, end - at);
  for (auto const& [name, kind] :
       {std::pair{'b', mark_kind::bold}, std::pair{'i', mark_kind::italic}, std::pair{'u', mark_kind::underline}}) {
    if (rest.starts_with(std::string{'{', name, '}'})) {
      open(kind, {}, {}, {at, 3});
      return at + 3;
    }
    if (rest.starts_with(std::string{'{', '/', name, '}'})) {
      if (!close(kind)) other({at, 4});
      return at + 4;
    }
  }
  if (!rest.starts_with("{\\")) return at;
  auto const stop = rest.find_first_of("{}\r\n", 1);
  if (stop == rest.npos || rest[stop] != '}') return at;
  bool const places = rest.starts_with("{\\a") || rest.starts_with("{\\pos(");
  other({at, static_cast<std::uint32_t>(stop + 1)}, places ? mark_kind::placement : mark_kind::other);
  return at + static_cast<std::uint32_t>(stop) + 1;
}

/// The WebVTT cue text tokenizer: a tag runs to the next ">", or to the end of the cue.
MONDEGREEN_INLINE std::uint32_t markup_reader::webvtt_tag(std::uint32_t at, std::uint32_t end) {
  auto const rest = source_.substr(at, end - at);
  auto const stop = std::min(rest.find('>'), rest.size());
  span const tag{at, static_cast<std::uint32_t>(std::min(stop + 1, rest.size()))};
  auto const inner = rest.substr(1, stop - 1);
  if (inner.starts_with('/')) {
    webvtt_end_tag(inner.substr(1), tag);
  } else if (!inner.empty() && inner[0] >= '0' && inner[0] <= '9') {
    if (is_webvtt_time(inner))
      into_->marks.push_back({{here(), 0}, mark_kind::time, std::string(inner), {}});
    else
      other(tag);
  } else {
    webvtt_start_tag(inner, tag);
  }
  return tag.end();
}

inline constexpr struct {
  std::string_view name;
  mark_kind kind;
} webvtt_tags[] = {
    {"c", mark_kind::css_class}, {"i", mark_kind::italic},      {"b", mark_kind::bold},    {"u", mark_kind::underline},
    {"v", mark_kind::voice},     {"lang", mark_kind::language}, {"ruby", mark_kind::ruby}, {"rt", mark_kind::ruby_text},
};

inline mark_kind webvtt_kind(std::string_view name) noexcept {
  for (auto const& each : webvtt_tags)
    if (each.name == name) return each.kind;
  return mark_kind::other;
}

MONDEGREEN_INLINE void markup_reader::webvtt_end_tag(std::string_view name, span tag) {
  auto const kind = webvtt_kind(name);
  bool const innermost = kind != mark_kind::other && !open_.empty() && open_.back().kind == kind;
  bool const ends_ruby = kind == mark_kind::ruby && !open_.empty() && open_.back().kind == mark_kind::ruby_text;
  if (ends_ruby) close(mark_kind::ruby_text);
  if (innermost || ends_ruby)
    close(kind);
  else
    other(tag);
}

MONDEGREEN_INLINE void markup_reader::webvtt_start_tag(std::string_view inner, span tag) {
  auto const name_end = std::min(inner.find_first_of(". \t\n\f\r"), inner.size());
  auto const kind = webvtt_kind(inner.substr(0, name_end));
  bool const misplaced_rt = kind == mark_kind::ruby_text && (open_.empty() || open_.back().kind != mark_kind::ruby);
  if (kind == mark_kind::other || misplaced_rt) return other(tag);
  auto const classes_end = std::min(inner.find_first_of(tag_blanks, name_end), inner.size());
  std::string classes;
  auto raw = inner.substr(name_end, classes_end - name_end);
  while (!raw.empty()) {
    raw.remove_prefix(1);
    auto const each = raw.substr(0, raw.find('.'));
    if (!each.empty() && !classes.empty()) classes += '.';
    classes += each;
    raw.remove_prefix(each.size());
  }
  if (kind == mark_kind::css_class) return open(kind, std::move(classes), {}, tag);
  bool const annotated = kind == mark_kind::voice || kind == mark_kind::language;
  open(kind, annotated ? read_annotation(inner.substr(classes_end)) : std::string(), std::move(classes), tag);
}

MONDEGREEN_INLINE passage plain_passage(std::string_view source, span where) {
  passage made;
  markup_reader reader(source, markup_dialect::plain);
  reader.begin(made);
  reader.read(where);
  reader.finish();
  return made;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
