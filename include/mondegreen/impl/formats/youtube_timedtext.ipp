#pragma once

#include <mondegreen/diagnostic.hpp>
#include <mondegreen/impl/formats/asr_words.hpp>
#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/formats/character_references.hpp>
#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/formats/spoken_time.hpp>

#include <fmt/format.h>
#include <pugixml.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// YouTube's XML: srv1 `<text start dur>`, srv2 `<text t d>` and srv3 `<p t d>` with `<s t>` for each piece. The parser says
/// where an element stands; its text is read again from the source, so that each character knows its place.
class timedtext_reader {
public:
  explicit timedtext_reader(source const& from) : text_(from.text()) {}

  reading read() {
    pugi::xml_document document;
    auto const parsed = document.load_buffer(text_.data(), text_.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                                             pugi::encoding_utf8);
    bool const empty = text_.find_first_not_of(" \t\r\n") == text_.npos;
    if (empty)
      tell(code::input_empty, 0, "there is no text in the file");
    else if (!parsed)
      tell(code::xml_syntax, static_cast<std::uint32_t>(std::clamp<std::ptrdiff_t>(parsed.offset, 0, size())),
           fmt::format("this is no valid XML: {}", parsed.description()));
    if (auto const root = document.child("transcript"))
      read_texts(root, "start", "dur", 1000);
    else if (auto const timed = document.child("timedtext"))
      read_timedtext(timed);
    bool const any = !heard_.segments.empty();
    if (!any && !empty && parsed) tell(code::xml_form, 0, "there is no timed text in this XML");
    make_cues(std::move(heard_), made_);
    std::uint32_t read_to = 0;
    for (auto const& each : made_.value.cues) read_to = std::max(read_to, each.block.end());
    if (!empty && (!parsed || !any)) {
      span const left{read_to, static_cast<std::uint32_t>(size()) - read_to};
      if (!left.empty()) keep(made_.value, text_, kept_kind::unknown, left, left);
    }
    cover_source(made_.value, static_cast<std::uint32_t>(size()));
    for (auto& each : made_.value.cues) each.as_read = each.fingerprint();
    check_times(made_.value, made_.diagnostics);
    return std::move(made_);
  }

private:
  std::ptrdiff_t size() const noexcept { return static_cast<std::ptrdiff_t>(text_.size()); }

  void tell(code what, std::uint32_t at, std::string message) {
    made_.diagnostics.push_back(make_diagnostic(what, {at, 0}, std::move(message)));
  }

  static std::int64_t time_of(pugi::xml_node at, char const* name, double unit) {
    auto const written = at.attribute(name);
    auto const ms = written ? read_spoken_time(written.value(), unit) : std::nullopt;
    if (!ms) return no_time;
    auto const limit = static_cast<double>(max_ms);
    return static_cast<std::int64_t>(std::llround(std::clamp(*ms, -limit, limit)));
  }

  heard_segment& begin(pugi::xml_node at, char const* start, char const* length, double unit) {
    auto& made = heard_.segments.emplace_back();
    auto const name = static_cast<std::uint32_t>(std::clamp<std::ptrdiff_t>(at.offset_debug(), 1, size()));
    made.block = {name - 1, 1};
    made.start = time_of(at, start, unit);
    auto const lasts = time_of(at, length, unit);
    if (made.start != no_time && lasts != no_time) made.end = std::clamp(made.start + lasts, -max_ms, max_ms);
    return made;
  }

  /// Text in HTML within XML: "&amp;#39;" is an apostrophe, and "&lt;i>" a tag.
  void read_texts(pugi::xml_node in, char const* start, char const* length, double unit) {
    for (auto const each : in.children("text")) {
      auto& made = begin(each, start, length, unit);
      passage once;
      for (auto const part : each.children()) append_text(once, part);
      made.text = read_html(once);
      finish(made);
    }
  }

  void read_timedtext(pugi::xml_node in) {
    for (auto const head : in.children("head"))
      for (auto const pen : head.children("pen")) pens_.emplace(pen.attribute("id").value(), pen);
    auto const bodies = in.children("body");
    if (bodies.begin() == bodies.end()) read_texts(in, "t", "d", 1);
    for (auto const body : bodies)
      for (auto const each : body.children("p")) read_paragraph(each);
  }

  void read_paragraph(pugi::xml_node at) {
    auto& made = begin(at, "t", "d", 1);
    bool timed = false;
    for (auto const piece : at.children("s")) timed = timed || piece.attribute("t") || piece.attribute("ac");
    for (auto const part : at.children()) {
      auto& word = made.words.emplace_back();
      if (part.type() != pugi::node_element) {
        append_text(word.text, part);
        mark(word.text, at);
        continue;
      }
      for (auto const inner : part.children()) append_text(word.text, inner);
      if (!mark(word.text, part)) mark(word.text, at);
      if (!timed || made.start == no_time) continue;
      auto const offset = time_of(part, "t", 1);
      word.start = std::clamp(made.start + (offset == no_time ? 0 : offset), -max_ms, max_ms);
      // 0 to 255; 0 where nothing is known.
      if (auto const known = read_decimal(part.attribute("ac").value()); known && *known > 0)
        word.confidence = static_cast<float>(std::clamp(*known / 255, 0.0, 1.0));
    }
    std::erase_if(made.words, [](heard_word const& each) { return each.text.text.empty(); });
    finish(made);
  }

  /// Where the last text of a segment ends, so does the segment; one without text is none.
  void finish(heard_segment& made) {
    auto const end_of = [](passage const& what) {
      return what.where.runs().empty() ? 0U : what.where.runs().back().source.end();
    };
    auto end = end_of(made.text);
    bool blank = without_edges(made.text.text).empty();
    for (auto const& each : made.words) {
      end = std::max(end, end_of(each.text));
      blank = blank && without_edges(each.text.text).empty();
    }
    if (blank || end <= made.block.offset)
      heard_.segments.pop_back();
    else
      made.block.length = end - made.block.offset;
  }

  /// YouTube's editors put zero-width spaces around lines.
  static std::string_view without_edges(std::string_view text) {
    constexpr std::string_view zero_width = "\xE2\x80\x8B";
    for (;;) {
      auto const before = text.size();
      while (!text.empty() && std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
      while (!text.empty() && std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
      if (text.starts_with(zero_width)) text.remove_prefix(3);
      if (text.ends_with(zero_width)) text.remove_suffix(3);
      if (text.size() == before) return text;
    }
  }

  /// The text of a node as it stands in the source, references read.
  void append_text(passage& to, pugi::xml_node part) const {
    if (part.type() != pugi::node_pcdata && part.type() != pugi::node_cdata) return;
    auto const offset = part.offset_debug();
    if (offset < 0 || offset >= size()) return;
    bool const raw = part.type() == pugi::node_cdata;
    auto const from = static_cast<std::uint32_t>(offset);
    auto const end =
        static_cast<std::uint32_t>(std::min(raw ? text_.find("]]>", from) : text_.find('<', from), text_.size()));
    append_references(to, {from, end - from}, raw);
  }

  void append_references(passage& to, span from, bool raw) const {
    constexpr std::string_view zero_width = "\xE2\x80\x8B";
    auto const plain = [&](std::uint32_t first, std::uint32_t last) {
      to.text += slice(text_, {first, last - first});
      to.where.append(last - first, {first, last - first}, true);
    };
    auto begun = from.offset;
    for (auto at = from.offset; at < from.end();) {
      auto const rest = slice(text_, {at, from.end() - at});
      if (rest.starts_with(zero_width)) {
        plain(begun, at);
        begun = at += 3;
        continue;
      }
      std::string character;
      auto const length = !raw && rest.front() == '&' ? read_character_reference(rest, character) : 0U;
      if (length == 0) {
        ++at;
        continue;
      }
      plain(begun, at);
      to.text += character;
      to.where.append(static_cast<std::uint32_t>(character.size()), {at, length}, false);
      begun = at += length;
    }
    plain(begun, from.end());
  }

  /// The same a second time on text that was decoded once, and i, b and u as marks.
  static passage read_html(passage const& once) {
    passage made;
    struct open_tag {
      mark_kind kind;
      std::uint32_t at;
    };
    std::vector<open_tag> open;
    std::string_view const text = once.text;
    std::uint32_t begun = 0;
    auto const size = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t at = 0; at < size;) {
      auto const rest = text.substr(at);
      if (rest.front() == '&') {
        std::string character;
        auto const length = read_character_reference(rest.substr(0, 64), character);
        if (length != 0) {
          append_part(made, once, {begun, at - begun});
          made.text += character;
          made.where.append(static_cast<std::uint32_t>(character.size()), once.where.cover({at, length}).source, false);
          begun = at += length;
          continue;
        }
      }
      if (rest.front() == '<') {
        bool const closing = rest.size() > 1 && rest[1] == '/';
        auto const name = rest.substr(closing ? 2 : 1, 1);
        bool const tag = rest.size() > (closing ? 3U : 2U) && rest[closing ? 3 : 2] == '>';
        auto const kind = name == "i" ? mark_kind::italic : name == "b" ? mark_kind::bold : mark_kind::underline;
        if (tag && (name == "i" || name == "b" || name == "u")) {
          append_part(made, once, {begun, at - begun});
          begun = at += closing ? 4U : 3U;
          auto const here = static_cast<std::uint32_t>(made.text.size());
          if (!closing && open.size() < 8) open.push_back({kind, here});
          if (closing && !open.empty() && open.back().kind == kind) {
            if (here > open.back().at) made.marks.push_back({{open.back().at, here - open.back().at}, kind, ""});
            open.pop_back();
          }
          continue;
        }
      }
      ++at;
    }
    append_part(made, once, {begun, size - begun});
    return made;
  }

  /// Marks a text as the pen says that `at` names; false if it names none.
  bool mark(passage& text, pugi::xml_node at) const {
    auto const named = at.attribute("p");
    if (!named) return false;
    auto const known = pens_.find(named.value());
    if (known == pens_.end() || text.text.find_first_not_of(" \n") == std::string::npos) return true;
    auto const pen = known->second;
    auto const put = [&](mark_kind kind, std::string value) {
      text.marks.push_back({{0, static_cast<std::uint32_t>(text.text.size())}, kind, std::move(value)});
    };
    std::string_view const color = pen.attribute("fc").value();
    bool const white =
        color.empty() || color == "#FFFFFF" || color == "#FEFEFE" || color == "#ffffff" || color == "#fefefe";
    bool const is_color =
        color.size() == 7 && color[0] == '#' && color.find_first_not_of("0123456789abcdefABCDEF", 1) == color.npos;
    if (is_color && !white) put(mark_kind::font, fmt::format("color=\"{}\"", color));
    if (pen.attribute("b").as_int() == 1) put(mark_kind::bold, "");
    if (pen.attribute("i").as_int() == 1) put(mark_kind::italic, "");
    if (pen.attribute("u").as_int() == 1) put(mark_kind::underline, "");
    return true;
  }

  std::string_view text_;
  reading made_;
  heard heard_{.glued = true};
  std::unordered_map<std::string, pugi::xml_node> pens_;
};

MONDEGREEN_INLINE int detect_timedtext(source const& from) {
  auto const text = from.text().substr(0, 4096);
  auto const first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos || text[first] != '<') return 0;
  bool const third = text.find("<timedtext") != text.npos;
  bool const older = text.find("<transcript>") != text.npos && text.find("<text start=") != text.npos;
  return third || older ? 95 : 0;
}

MONDEGREEN_INLINE reading read_timedtext(source_ptr text, read_options const&) {
  return timedtext_reader(*text).read();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

MONDEGREEN_INLINE format const youtube_timedtext{
    .id = "youtube-timedtext",
    .name = "YouTube srv1, srv2, srv3",
    .extensions = "srv3 srv2 srv1 ytt xml",
    .carries = {.times = true, .markup = true, .words = true},
    .detect = &detect_timedtext,
    .read = &read_timedtext,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
