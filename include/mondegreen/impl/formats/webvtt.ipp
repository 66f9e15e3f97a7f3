#pragma once

#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/grammar/arrow.hpp>

#include <string>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// True for text whose first line is `word` alone or goes on behind a blank: "NOTE", "STYLE  ", "WEBVTT - title".
inline bool starts_with_word(std::string_view text, std::string_view word) noexcept {
  constexpr std::string_view ends = " \t\n";
  return text.starts_with(word) && (text.size() == word.size() || ends.find(text[word.size()]) != ends.npos);
}

/// Reads WebVTT block by block, as the specification's parser does; what that one drops becomes a kept block.
class webvtt_reader {
public:
  webvtt_reader(source const& from, read_options const& options)
      : text_(from.text()), lines_(from.text()), markup_(from.text(), markup_dialect::webvtt), speakers_(made_.value),
        strict_(options.strict) {}

  reading read() {
    read_header();
    skip_blank_lines(kept_kind::blank);
    while (!lines_.done()) read_block();
    if (made_.value.cues.empty() && text_.find_first_not_of(" \t\f\r\n") == text_.npos)
      made_.diagnostics.push_back(make_diagnostic(code::input_empty, {0, static_cast<std::uint32_t>(text_.size())},
                                                  "there is no text in the file"));
    check_times(made_.value, made_.diagnostics);
    return std::move(made_);
  }

private:
  void read_header() {
    auto const before = lines_;
    auto const first = lines_.done() ? scanned_line{} : lines_.next();
    if (!starts_with_word(lines_[first.text], "WEBVTT")) {
      lines_ = before;
      tell(code::vtt_signature, first.text, "the file does not begin with WEBVTT",
           "browsers refuse it as a whole; put WEBVTT and an empty line first");
      if (strict_) made_.diagnostics.back().level = severity::error;
      return;
    }
    auto content = first.text;
    while (!lines_.done()) {
      auto const start_of_line = lines_;
      auto const line = lines_.next();
      if (line.blank() || is_arrow(line)) {
        lines_ = start_of_line;
        break;
      }
      content.length = line.text.end() - content.offset;
      read_header_line(line.text);
    }
    finish_kept(kept_kind::header, content);
  }

  /// "Language: fr" and "Kind: captions" are no part of the specification, but YouTube writes them.
  void read_header_line(span line) {
    auto const content = lines_[line];
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

  bool is_arrow(scanned_line const& line) const noexcept {
    return lines_[line.text].find("-->") != std::string_view::npos;
  }

  /// A block runs to a blank line, or to an arrow that cannot be its own.
  void read_block() {
    start_ = lines_.at();
    auto const first = lines_.next();
    if (is_arrow(first)) return read_cue({}, first.text);
    auto content = first.text;
    for (std::uint32_t count = 2; !lines_.done(); ++count) {
      auto const start_of_line = lines_;
      auto const line = lines_.next();
      if (line.blank()) {
        lines_ = start_of_line;
        break;
      }
      if (is_arrow(line)) {
        if (count == 2) return read_cue(first.text, line.text);
        lines_ = start_of_line;
        break;
      }
      content.length = line.text.end() - content.offset;
    }
    auto const head = lines_[first.text];
    bool const note = starts_with_word(head, "NOTE");
    bool const style = is_keyword(head, "STYLE");
    bool const region = is_keyword(head, "REGION");
    if ((style || region) && !made_.value.cues.empty()) {
      tell(code::vtt_misplaced, first.text, "a STYLE or REGION block after the first cue has no effect in browsers");
      return finish_kept(kept_kind::unknown, content);
    }
    if (!note && !style && !region)
      tell(code::vtt_stray_text, first.text, "this text belongs to no cue; it is kept where it is");
    finish_kept(note     ? kept_kind::note
                : style  ? kept_kind::style
                : region ? kept_kind::region
                         : kept_kind::unknown,
                content);
  }

  /// STYLE and REGION stand alone on their line.
  static bool is_keyword(std::string_view line, std::string_view word) noexcept {
    return line.starts_with(word) && only_blanks(line.substr(word.size()));
  }

  void read_cue(span id, span arrow) {
    auto const times = read_arrow_line(lines_[arrow]);
    bool const as_specified = times && is_webvtt_form(times->form);
    span content{lines_.at(), 0};
    while (!lines_.done()) {
      auto const start_of_line = lines_;
      auto const line = lines_.next();
      if (line.blank() || is_arrow(line)) {
        lines_ = start_of_line;
        break;
      }
      content.length = line.text.end() - content.offset;
    }
    if (!times || (strict_ && !as_specified)) {
      tell(code::vtt_clock, arrow, "these times cannot be read: the lines below them are kept, but are no cue",
           "times look like 00:01.000 --> 00:02.000");
      auto const end = content.empty() ? arrow.end() : content.end();
      return finish_kept(kept_kind::unknown, {start_, end - start_});
    }
    if (!as_specified && !std::exchange(told_form_, true))
      tell(code::vtt_clock_form, arrow, "the times are not written as WebVTT has them, 00:01.000 --> 00:02.000",
           "browsers drop such a cue; others like it are not told");
    if (any(times->form, arrow_form::range)) tell(code::time_range, arrow, "minutes or seconds above 59");
    auto& cue = made_.value.cues.emplace_back();
    cue.when = times->when;
    cue.id = lines_[id];
    cue.settings = slice(text_, {arrow.offset + times->settings.offset, times->settings.length});
    markup_.begin(cue);
    if (!content.empty()) markup_.read(content);
    markup_.finish();
    for (auto const& each : cue.marks) {
      if (each.kind != mark_kind::voice || each.value.empty()) continue;
      cue.speaker = speakers_[each.value];
      break;
    }
    cue.block = end_block();
    cue.as_read = cue.fingerprint();
  }

  /// The block from `start_` up to the next one: blank lines belong to what stands above them.
  span end_block() {
    while (!lines_.done()) {
      auto const start_of_line = lines_;
      if (!lines_.next().blank()) {
        lines_ = start_of_line;
        break;
      }
    }
    return {start_, lines_.at() - start_};
  }

  void finish_kept(kept_kind kind, span content) {
    auto const block = end_block();
    keep(made_.value, text_, kind, block, content);
  }

  void skip_blank_lines(kept_kind kind) {
    start_ = lines_.at();
    if (auto const block = end_block(); !block.empty()) keep(made_.value, text_, kind, block, {block.offset, 0});
  }

  void tell(code what, span where, std::string message, std::string hint = {}) {
    made_.diagnostics.push_back(make_diagnostic(what, where, std::move(message), std::move(hint)));
  }

  std::string_view text_;
  line_scanner lines_;
  markup_reader markup_;
  reading made_;
  speaker_ids speakers_;
  bool strict_;
  bool told_form_ = false;
  std::uint32_t start_ = 0; ///< of the block that is being read
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

/// The settings for SubStation Alpha's "{\\anN}": a number as on a numeric keypad. Empty for the usual place and for
/// any other kind of placement.
inline std::string settings_of_placement(std::string_view mark) {
  if (mark.size() != 6 || !mark.starts_with("{\\an") || mark[4] < '1' || mark[4] > '9') return {};
  int const place = mark[4] - '1';
  std::string out = place / 3 == 2 ? "line:0" : place / 3 == 1 ? "line:50%" : "";
  std::string_view const side = place % 3 == 0   ? "position:0% align:left"
                                : place % 3 == 2 ? "position:100% align:right"
                                                 : "";
  if (!out.empty() && !side.empty()) out += ' ';
  out += side;
  return out;
}

class webvtt_writer {
public:
  explicit webvtt_writer(transcript const& in)
      : in_(in), same_format_(in.from != nullptr && in.format == "webvtt"),
        out_(same_format_ ? in.from.get() : nullptr, in.cues.size() * 96) {}

  std::string write(std::vector<diagnostic>& told) {
    bool const has_header = std::any_of(in_.kept.begin(), in_.kept.end(), [](kept_block const& each) {
      return each.kind == kept_kind::header && starts_with_word(each.text, "WEBVTT");
    });
    if (!has_header) {
      auto& out = out_.fresh();
      out += "WEBVTT";
      out += out_.newline();
      if (in_.cues.empty()) out += out_.newline();
    }
    for_each_block(
        in_, [&](kept_block const& each) { kept(each); }, [&](cue const& each) { write_cue(each); });
    for (auto const& each : in_.metadata)
      if (!same_format_) losses_.lost("metadata", first_source(each), severity::note);
    losses_.tell("WebVTT", told);
    return out_.finish();
  }

private:
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
