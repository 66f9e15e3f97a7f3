#pragma once

#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/formats/view_reading.hpp>
#include <mondegreen/impl/formats/webvtt_settings.hpp>
#include <mondegreen/webvtt.hpp>

#include <string>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// True for text whose first line is `word` alone or goes on behind a blank: "NOTE", "STYLE  ", "WEBVTT - title".
inline bool starts_with_word(std::string_view text, std::string_view word) noexcept {
  constexpr std::string_view ends = " \t\n";
  return text.starts_with(word) && (text.size() == word.size() || ends.find(text[word.size()]) != ends.npos);
}

/// The transcript of a text as the pull reader sees it: what the specification throws away becomes a kept block.
class webvtt_reader {
public:
  webvtt_reader(source const& from, read_options const& options)
      : text_(from.text()), markup_(from.text(), markup_dialect::webvtt), speakers_(made_.value),
        strict_(options.strict) {}

  reading read() {
    mondegreen::webvtt::reader blocks(text_, strict_ ? mondegreen::webvtt::reading_mode::strict
                                                     : mondegreen::webvtt::reading_mode::lenient);
    mondegreen::webvtt::block_view block;
    while (blocks.next(block)) {
      span const where{static_cast<std::uint32_t>(block.offset), static_cast<std::uint32_t>(block.length)};
      using enum mondegreen::webvtt::block_kind;
      switch (block.kind) {
      case header: read_header(block, where); break;
      case note: keep_block(kept_kind::note, block, where); break;
      case style: keep_block(kept_kind::style, block, where); break;
      case region: keep_block(kept_kind::region, block, where); break;
      case cue: read_cue(block, where); break;
      case broken: read_broken(block, where); break;
      case unknown: read_unknown(block, where); break;
      }
    }
    if (text_.find_first_not_of(" \t\f\r\n") == text_.npos)
      tell(code::input_empty, {0, static_cast<std::uint32_t>(text_.size())}, "there is no text in the file");
    if (text_.empty()) tell_signature(damage::no_signature);
    return std::move(made_);
  }

private:
  void tell_signature(damages odd) {
    if (!odd.has(damage::no_signature)) return;
    tell(code::vtt_signature, line_around(text_, 0), "the file does not begin with WEBVTT",
         "browsers refuse it as a whole; put WEBVTT and an empty line first");
    if (strict_) made_.diagnostics.back().level = severity::error;
  }

  void read_header(mondegreen::webvtt::block_view const& block, span where) {
    tell_signature(block.odd);
    if (block.odd.has(damage::no_signature)) {
      if (!where.empty()) keep(made_.value, text_, kept_kind::blank, where, {where.offset, 0});
      return;
    }
    auto const content = span_of(text_, block.body);
    line_scanner lines(block.body);
    while (!lines.done()) {
      auto line = lines.next().text;
      line.offset += content.offset;
      read_header_line(line);
    }
    keep(made_.value, text_, kept_kind::header, where, content);
  }

  /// "Language: fr" and "Kind: captions" are no part of the specification, but YouTube writes them.
  void read_header_line(span line) {
    auto const content = slice(text_, line);
    for (auto const& [key, name] : {std::pair{"Language:", "language"}, std::pair{"Kind:", "kind"}}) {
      if (!content.starts_with(key)) continue;
      auto const from = content.find_first_not_of(" \t", std::string_view(key).size());
      if (from == content.npos) continue;
      auto const to = content.find_last_not_of(" \t") + 1;
      auto& entry = made_.value.metadata.emplace_back();
      static_cast<passage&>(entry) =
          plain_passage(text_, {line.offset + static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)});
      entry.key = name;
      if (entry.key == "language") made_.value.language = entry.text;
    }
  }

  /// Keeps a block with its first line, which the view's body of a style sheet or a region leaves out.
  void keep_block(kept_kind kind, mondegreen::webvtt::block_view const& block, span where) {
    auto const from = static_cast<std::uint32_t>(text_.find_first_not_of("\r\n", where.offset));
    auto const to = block.body.empty() ? line_around(text_, from).end() : span_of(text_, block.body).end();
    keep(made_.value, text_, kind, where, {from, to - from});
  }

  void read_unknown(mondegreen::webvtt::block_view const& block, span where) {
    if (block.body.find_first_not_of("\r\n") == block.body.npos) {
      tell_signature(block.odd);
      keep(made_.value, text_, kept_kind::blank, where, {where.offset, 0});
      return;
    }
    // Strictly read, a text without a signature is such a block as a whole.
    tell_signature(block.odd);
    auto const first = line_around(text_, span_of(text_, block.body).offset);
    auto const head = slice(text_, first);
    if (!made_.value.cues.empty() && (is_keyword(head, "STYLE") || is_keyword(head, "REGION")))
      tell(code::vtt_misplaced, first, "a STYLE or REGION block after the first cue has no effect in browsers");
    else if (!block.odd.has(damage::no_signature))
      tell(code::vtt_stray_text, first, "this text belongs to no cue; it is kept where it is");
    keep_block(kept_kind::unknown, block, where);
  }

  /// STYLE and REGION stand alone on their line.
  static bool is_keyword(std::string_view line, std::string_view word) noexcept {
    return line.starts_with(word) && only_blanks(line.substr(word.size()));
  }

  void read_broken(mondegreen::webvtt::block_view const& block, span where) {
    auto const line = span_of(text_, block.settings);
    tell(code::vtt_clock, line, "these times cannot be read: the lines below them are kept, but are no cue",
         "times look like 00:01.000 --> 00:02.000");
    auto const from = static_cast<std::uint32_t>(text_.find_first_not_of("\r\n", where.offset));
    auto const to = block.body.empty() ? line.end() : span_of(text_, block.body).end();
    keep(made_.value, text_, kept_kind::unknown, where, {from, to - from});
  }

  void read_cue(mondegreen::webvtt::block_view const& block, span where) {
    if (block.odd.any()) tell_damage(block);
    make_room(made_.value.cues, where.offset, text_.size());
    auto& cue = made_.value.cues.emplace_back();
    cue.when = block.when;
    cue.id = block.id;
    cue.settings = block.settings;
    cue.block = where;
    markup_.begin(cue);
    markup_.read(span_of(text_, block.body));
    markup_.finish();
    for (auto const& each : cue.marks) {
      if (each.kind != mark_kind::voice || each.value.empty()) continue;
      cue.speaker = speakers_[each.value];
      break;
    }
    cue.as_read = cue.fingerprint();
    check_times(cue, made_.value.cues.size() > 1 ? &before_ : nullptr, made_.diagnostics);
    before_ = cue.when.start;
  }

  /// The end of the line above a body: of the times.
  std::uint32_t line_above(std::string_view body) const noexcept {
    return static_cast<std::uint32_t>(lines::end_of_line_before(body.data(), text_.data()) - text_.data());
  }

  void tell_damage(mondegreen::webvtt::block_view const& block) {
    auto const odd = block.odd;
    auto const line = line_around(text_, line_above(block.body));
    // Hours may be missing in WebVTT.
    if (auto const form = new_form(odd.without(damage::no_hours), told_forms_); !form.empty())
      tell(code::vtt_clock_form, line,
           fmt::format("the times are not written as WebVTT has them, 00:01.000 --> 00:02.000: {}", form),
           "browsers drop such a cue; others like it are not told");
    if (odd.has(damage::out_of_range)) tell(code::time_range, line, "minutes or seconds above 59");
    if (odd.has(damage::arrow_in_text)) {
      auto const body = span_of(text_, block.body);
      auto const arrow = static_cast<std::uint32_t>(block.body.find("-->"));
      tell(code::vtt_arrow, {body.offset + arrow, 3}, "an arrow in the text of a cue; it is read as text",
           "browsers take it for the beginning of another cue; write --&gt;");
    }
  }

  void tell(code what, span where, std::string message, std::string hint = {}) {
    made_.diagnostics.push_back(make_diagnostic(what, where, std::move(message), std::move(hint)));
  }

  std::string_view text_;
  markup_reader markup_;
  reading made_;
  speaker_ids speakers_;
  bool strict_;
  timestamp before_{};           ///< start of the last cue
  std::uint32_t told_forms_ = 0; ///< kinds of damage
};

MONDEGREEN_INLINE reading read_webvtt(source_ptr text, read_options const& options) {
  return webvtt_reader(*text, options).read();
}

MONDEGREEN_INLINE int detect_webvtt(source const& from) {
  auto const text = from.text();
  return starts_with_word(text.substr(0, text.find_first_of("\r\n")), "WEBVTT") ? 100 : 0;
}

/// A setting is "name:value" with one of WebVTT's names; anything else came from another format.
inline bool is_webvtt_settings(std::string_view settings) noexcept {
  for (std::string_view const name : {"vertical:", "line:", "position:", "size:", "align:", "region:"})
    if (settings.find(name) != settings.npos) return settings.find("-->") == settings.npos;
  return false;
}

class webvtt_writer {
public:
  explicit webvtt_writer(transcript const& in)
      : in_(in), same_format_(in.from != nullptr && in.format == "webvtt"),
        out_(same_format_ ? in.from.get() : nullptr, expected_size(in)) {}

  std::string write(std::vector<diagnostic>& told) {
    bool const has_header = std::any_of(in_.kept.begin(), in_.kept.end(), [](kept_block const& each) {
      return each.kind == kept_kind::header && starts_with_word(each.text, "WEBVTT");
    });
    if (!has_header && !as_it_was()) {
      auto& out = out_.fresh();
      out += "WEBVTT";
      out += out_.newline();
      if (in_.cues.empty()) out += out_.newline();
    }
    if (!same_format_) {
      if (auto const styles = color_styles(in_.cues, out_.newline()); !styles.empty()) {
        auto& out = out_.fresh();
        out += styles;
        out += out_.newline();
      }
    }
    for_each_block(
        in_, [&](kept_block const& each) { kept(each); }, [&](cue const& each) { write_cue(each); });
    for (auto const& each : in_.metadata)
      if (!same_format_) losses_.lost("metadata", first_source(each), severity::note);
    losses_.tell("WebVTT", told);
    return out_.finish();
  }

private:
  /// A file without a signature that nobody changed is written back without one.
  bool as_it_was() const {
    return same_format_ && !in_.from->text().empty() &&
           std::all_of(in_.cues.begin(), in_.cues.end(), [](cue const& each) { return each.untouched(); }) &&
           std::none_of(in_.kept.begin(), in_.kept.end(), [](kept_block const& each) { return each.removed; });
  }

  static span first_source(passage const& text) noexcept {
    return text.where.empty() ? span{} : text.where.runs().front().source;
  }

  void kept(kept_block const& each) {
    if (same_format_) {
      if (each.kind != kept_kind::blank || out_.continues(each.block)) out_.copy(each.block);
      return;
    }
    switch (each.kind) {
    case kept_kind::blank: return;
    case kept_kind::header:
      if (starts_with_word(each.text, "WEBVTT")) write_block(each);
      return;
    case kept_kind::note:
    case kept_kind::style:
    case kept_kind::region: return write_block(each);
    case kept_kind::chrome: return losses_.lost("the page around the transcript", each.block, severity::note);
    case kept_kind::unknown: return losses_.lost("text outside of cues", each.block);
    }
  }

  /// A block of another transcript's, from JSON. One with an arrow or a blank line in it could not be read back.
  void write_block(kept_block const& each) {
    if (each.text.find("-->") != std::string::npos || each.text.find("\n\n") != std::string::npos)
      return losses_.lost("a block with an arrow or a blank line in it", each.block);
    auto& out = out_.fresh();
    out += each.text;
    out += out_.newline();
  }

  void write_cue(cue const& each) {
    if (same_format_ && each.untouched()) return out_.copy(each.block);
    auto& out = out_.fresh();
    auto const newline = out_.newline();
    write_id(out, each);
    append_clock(out, each.when.start, '.');
    out += " --> ";
    append_clock(out, each.when.end, '.');
    if (each.when.start.ms < 0 || each.when.end.ms < 0) losses_.negative(each.block);
    auto const placement = std::find_if(each.marks.begin(), each.marks.end(),
                                        [](mark const& mark) { return mark.kind == mark_kind::placement; });
    auto const placed = placement == each.marks.end() ? std::string() : settings_of_placement(placement->value);
    if (is_webvtt_settings(each.settings)) {
      out += ' ';
      out += each.settings;
    } else if (!placed.empty()) {
      out += ' ';
      out += placed;
    } else if (!each.settings.empty()) {
      losses_.lost("SubRip's coordinates", each.block);
    }
    out += newline;
    auto const before = out.size();
    bool const has_voice = std::any_of(each.marks.begin(), each.marks.end(),
                                       [](mark const& mark) { return mark.kind == mark_kind::voice; });
    append_markup(out, each, markup_dialect::webvtt, newline,
                  has_voice ? std::string_view{} : in_.speaker_name(each.speaker), losses_.markup);
    if (!placed.empty()) losses_.markup.marks[static_cast<std::size_t>(mark_kind::placement)] = false;
    losses_.note_markup(each.block);
    if (out.size() != before) out += newline;
    if (!each.words.empty()) losses_.lost("times of words", each.block, severity::note);
  }

  /// SubRip's numbers are no identifiers: nobody refers to them.
  void write_id(std::string& out, cue const& each) {
    if (each.id.empty() || in_.format == "srt") return;
    if (each.id.find_first_of("\r\n") != std::string::npos || each.id.find("-->") != std::string::npos)
      return losses_.lost("an identifier with an arrow or a line end in it", each.block);
    out += each.id;
    out += out_.newline();
  }

  transcript const& in_;
  bool same_format_;
  block_output out_;
  loss_report losses_;
};

MONDEGREEN_INLINE std::string write_webvtt(transcript const& text, write_options const&,
                                           std::vector<diagnostic>& told) {
  return webvtt_writer(text).write(told);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

MONDEGREEN_INLINE format const webvtt{
    .id = "webvtt",
    .name = "WebVTT",
    .extensions = "vtt webvtt",
    .carries = {.times = true, .markup = true, .speakers = true, .settings = true, .needs_times = true},
    .encoding = "UTF-8",
    .detect = &detect_webvtt,
    .read = &read_webvtt,
    .write = &write_webvtt,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
