#pragma once

#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/formats/inline_times.hpp>
#include <mondegreen/impl/formats/view_reading.hpp>
#include <mondegreen/impl/formats/webvtt_settings.hpp>
#include <mondegreen/webvtt.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// True for text whose first line is `word` alone or goes on behind a blank: "NOTE", "STYLE  ", "WEBVTT - title".
inline bool starts_with_word(std::string_view text, std::string_view word) noexcept {
  constexpr std::string_view ends = " \t\n";
  return text.starts_with(word) && (text.size() == word.size() || ends.find(text[word.size()]) != ends.npos);
}

/// What the pull reader sees, as cues and kept blocks: what the specification throws away becomes one of the latter.
class webvtt_reader {
public:
  webvtt_reader(source const& from, read_options const& options, block_sink& into)
      : text_(from.text()), into_(into), markup_(from.text(), markup_dialect::webvtt), strict_(options.strict) {}

  void read() {
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
  }

private:
  void tell_signature(damages odd) {
    if (!odd.has(damage::no_signature)) return;
    auto told = make_diagnostic(code::vtt_signature, line_around(text_, 0), "the file does not begin with WEBVTT",
                                "browsers refuse it as a whole; put WEBVTT and an empty line first");
    if (strict_) told.level = severity::error;
    told.fix = replacement{{0, 0}, "WEBVTT" + newline() + newline()};
    into_.told.add(std::move(told));
  }

  void read_header(mondegreen::webvtt::block_view const& block, span where) {
    tell_signature(block.odd);
    if (block.odd.has(damage::no_signature)) {
      if (!where.empty()) keep(kept_kind::blank, where, {where.offset, 0});
      return;
    }
    auto const content = span_of(text_, block.body);
    line_scanner lines(block.body);
    while (!lines.done()) {
      auto line = lines.next().text;
      line.offset += content.offset;
      read_header_line(line);
    }
    keep(kept_kind::header, where, content);
  }

  /// "Language: fr" and "Kind: captions" are no part of the specification, but YouTube writes them.
  void read_header_line(span line) {
    auto const content = slice(text_, line);
    for (auto const& [key, name] : {std::pair{"Language:", "language"}, std::pair{"Kind:", "kind"}}) {
      if (!content.starts_with(key)) continue;
      auto const from = content.find_first_not_of(" \t", std::string_view(key).size());
      if (from == content.npos) continue;
      auto const to = content.find_last_not_of(" \t") + 1;
      metadata_entry entry;
      static_cast<passage&>(entry) =
          plain_passage(text_, {line.offset + static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)});
      entry.key = name;
      into_.add(std::move(entry));
    }
  }

  /// Keeps a block with its first line, which the view's body of a style sheet or a region leaves out.
  void keep_block(kept_kind kind, mondegreen::webvtt::block_view const& block, span where) {
    auto const from = static_cast<std::uint32_t>(text_.find_first_not_of("\r\n", where.offset));
    auto const to = block.body.empty() ? line_around(text_, from).end() : span_of(text_, block.body).end();
    keep(kind, where, {from, to - from});
  }

  void read_unknown(mondegreen::webvtt::block_view const& block, span where) {
    if (block.body.find_first_not_of("\r\n") == block.body.npos) {
      tell_signature(block.odd);
      keep(kept_kind::blank, where, {where.offset, 0});
      return;
    }
    // Strictly read, a text without a signature is such a block as a whole.
    tell_signature(block.odd);
    auto const first = line_around(text_, span_of(text_, block.body).offset);
    auto const head = slice(text_, first);
    if (any_cue_ && (is_keyword(head, "STYLE") || is_keyword(head, "REGION")))
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
    keep(kept_kind::unknown, where, {from, to - from});
  }

  void read_cue(mondegreen::webvtt::block_view const& block, span where) {
    if (block.odd.any())
      tell_damage(block, where);
    else if (auto const times = canonical_times_above<'.'>(text_, block.body);
             into_.take({block.when, times, block.id, block.settings, block.body, where}))
      return look_at_times(block);
    auto& cue = into_.begin_cue(where.offset);
    cue.when = block.when;
    cue.id = block.id;
    cue.settings = block.settings;
    cue.block = where;
    markup_.begin(cue);
    markup_.read(span_of(text_, block.body));
    markup_.finish();
    words_from_times(cue);
    for (auto const& each : cue.marks) {
      if (each.kind != mark_kind::voice || each.value.empty()) continue;
      cue.speaker = into_.speaker(each.value);
      break;
    }
    look_at_times(block);
    into_.end_cue();
  }

  void look_at_times(mondegreen::webvtt::block_view const& block) {
    check_times(block.when, std::exchange(any_cue_, true) ? &before_ : nullptr, into_.told,
                [&] { return line_around(text_, line_above(block.body)); });
    before_ = block.when.start;
  }

  /// The end of the line above a body: of the times.
  std::uint32_t line_above(std::string_view body) const noexcept {
    return static_cast<std::uint32_t>(lines::end_of_line_before(body.data(), text_.data()) - text_.data());
  }

  void tell_damage(mondegreen::webvtt::block_view const& block, span where) {
    auto const odd = block.odd;
    auto const line = line_around(text_, line_above(block.body));
    if (odd.has(damage::no_blank_line))
      tell(code::vtt_no_blank_line, {where.offset, 0}, "there is no blank line between this cue and the text above it",
           {}, replacement{{where.offset, 0}, newline()});
    // Hours may be missing in WebVTT.
    if (auto const form = odd_form(odd.without(damage::no_hours)); !form.empty()) tell_form(block, line, form);
    if (odd.has(damage::out_of_range)) tell(code::time_range, line, "minutes or seconds above 59");
    if (odd.has(damage::arrow_in_text)) tell_arrows(block.body);
  }

  void tell_form(mondegreen::webvtt::block_view const& block, span line, std::string_view form) {
    auto const settings = span_of(text_, block.settings);
    std::optional<replacement> fix;
    if (is_certain(block.odd))
      fix = replacement{{line.offset, settings.offset - line.offset},
                        canonical_times(block.when, '.') + (settings.empty() ? "" : " ")};
    tell(code::vtt_clock_form, line,
         fmt::format("the times are not written as WebVTT has them, 00:01.000 --> 00:02.000: {}", form),
         "browsers drop such a cue", std::move(fix));
  }

  void tell_arrows(std::string_view body) {
    auto const from = span_of(text_, body).offset;
    bool in_tag = false;
    for (std::size_t i = 0, read = 0; (i = body.find("-->", i)) != body.npos; i += 3) {
      // In a tag the ">" is its end, and cannot be written another way.
      for (; read < i; ++read) in_tag = body[read] == '<' || (in_tag && body[read] != '>');
      auto const at = from + static_cast<std::uint32_t>(i);
      std::optional<replacement> fix;
      if (!in_tag) fix = replacement{{at + 2, 1}, "&gt;"};
      tell(code::vtt_arrow, {at, 3}, "an arrow in the text of a cue; it is read as text",
           "browsers take it for the beginning of another cue; write --&gt;", std::move(fix));
    }
  }

  std::string newline() const { return std::string(newline_of(text_)); }

  void tell(code what, span where, std::string message, std::string hint = {}, std::optional<replacement> fix = {}) {
    auto told = make_diagnostic(what, where, std::move(message), std::move(hint));
    told.fix = std::move(fix);
    into_.told.add(std::move(told));
  }

  void keep(kept_kind kind, span where, span content) { into_.keep(kept_over(text_, kind, where, content)); }

  std::string_view text_;
  block_sink& into_;
  markup_reader markup_;
  bool strict_;
  bool any_cue_ = false;
  timestamp before_{}; ///< start of the last cue
};

MONDEGREEN_INLINE void read_webvtt_blocks(source const& from, read_options const& options, block_sink& into) {
  webvtt_reader(from, options, into).read();
}

MONDEGREEN_INLINE reading read_webvtt(source_ptr text, read_options const& options) {
  transcript_builder made(text->text());
  read_webvtt_blocks(*text, options, made);
  return made.finish();
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

class webvtt_writer final : public block_writer {
public:
  explicit webvtt_writer(block_origin const& origin) : block_writer(origin, "webvtt") {}

  void begin(bool has_header, std::string_view styles) override {
    if (!has_header) {
      auto& out = out_.fresh();
      out += "WEBVTT";
      out += out_.newline();
    }
    signed_ = !has_header;
    if (styles.empty()) return;
    auto& out = out_.fresh();
    out += styles;
    out += out_.newline();
  }

  void kept(kept_block const& each) override {
    if (copied(each)) return;
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

  void write(cue const& each, bool untouched) override {
    if (untouched) return out_.copy(each.block);
    auto& out = out_.fresh();
    auto const newline = out_.newline();
    write_id(out, each);
    append_times(out, each.when, '.');
    if (each.when.start.ms < 0 || each.when.end.ms < 0) losses_.negative(each.block);
    auto const placement = std::find_if(each.marks.begin(), each.marks.end(),
                                        [](mark const& mark) { return mark.kind == mark_kind::placement; });
    auto const placed = placement == each.marks.end() ? std::string() : settings_of_placement(placement->value);
    if (is_webvtt_settings(each.settings)) {
      out += ' ';
      out += each.settings;
    } else {
      if (!placed.empty()) out += ' ' + placed;
      // Pixels of a picture whose size nobody knows.
      if (!each.settings.empty()) losses_.lost("SubRip's coordinates", each.block);
    }
    out += newline;
    auto const before = out.size();
    bool const has_voice = std::any_of(each.marks.begin(), each.marks.end(),
                                       [](mark const& mark) { return mark.kind == mark_kind::voice; });
    append_markup(out, each, markup_dialect::webvtt, newline,
                  has_voice ? std::string_view{} : speaker_name(each.speaker), losses_.markup);
    if (!placed.empty()) losses_.markup.marks[static_cast<std::size_t>(mark_kind::placement)] = false;
    losses_.note_markup(each.block);
    if (out.size() != before) out += newline;
    bool const has_times =
        std::any_of(each.marks.begin(), each.marks.end(), [](mark const& m) { return m.kind == mark_kind::time; });
    if (!each.words.empty() && !has_times) losses_.lost("times of words", each.block, severity::note);
  }

  bool write(raw_cue const& each) override {
    if (same_format_) {
      out_.copy(each.block);
      return true;
    }
    // Coordinates are lost, and told. The number goes without a word.
    if (!each.settings.empty()) return false;
    return write_raw(std::nullopt, each, '.', markup_dialect::webvtt);
  }

  void metadata(metadata_entry const& entry) override {
    if (!same_format_) lose_metadata(entry);
  }

  void finish(std::vector<diagnostic>& told) override {
    // A header ends with an empty line, also where nothing follows.
    if (signed_ && out_.text().size() == 6 + out_.newline().size()) out_.fresh();
    tell_losses("WebVTT", told);
  }

private:
  /// A block of another transcript's, from JSON. One with an arrow or a blank line in it could not be read back.
  void write_block(kept_block const& each) {
    if (each.text.find("-->") != std::string::npos || each.text.find("\n\n") != std::string::npos)
      return losses_.lost("a block with an arrow or a blank line in it", each.block);
    auto& out = out_.fresh();
    out += each.text;
    out += out_.newline();
  }

  /// SubRip's numbers are no identifiers: nobody refers to them.
  void write_id(std::string& out, cue const& each) {
    if (each.id.empty() || origin_.format == "srt") return;
    if (each.id.find_first_of("\r\n") != std::string::npos || each.id.find("-->") != std::string::npos)
      return losses_.lost("an identifier with an arrow or a line end in it", each.block);
    out += each.id;
    out += out_.newline();
  }

  bool signed_ = false; ///< the signature is ours
};

MONDEGREEN_INLINE std::unique_ptr<block_writer> make_webvtt_writer(block_origin const& origin) {
  return std::make_unique<webvtt_writer>(origin);
}

/// A file without a signature that nobody changed is written back without one.
inline bool is_as_it_was(transcript const& in, block_writer const& to) {
  return to.same_format() && !in.from->text().empty() &&
         std::all_of(in.cues.begin(), in.cues.end(), [](cue const& each) { return each.untouched(); }) &&
         std::none_of(in.kept.begin(), in.kept.end(), [](kept_block const& each) { return each.removed; });
}

MONDEGREEN_INLINE std::string write_webvtt(transcript const& text, write_options const&,
                                           std::vector<diagnostic>& told) {
  webvtt_writer to(origin_of(text));
  bool const has_header = std::any_of(text.kept.begin(), text.kept.end(), [](kept_block const& each) {
    return each.kind == kept_kind::header && starts_with_word(each.text, "WEBVTT");
  });
  return write_blocks(text, to, has_header || is_as_it_was(text, to), told);
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
    .read_blocks = &read_webvtt_blocks,
    .block_writer = &make_webvtt_writer,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
