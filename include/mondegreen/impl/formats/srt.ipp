#pragma once

#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/grammar/arrow.hpp>

#include <charconv>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

inline bool is_srt_number(std::string_view line) noexcept {
  auto const first = line.find_first_not_of(" \t");
  if (first == line.npos) return false;
  line = line.substr(first, line.find_last_not_of(" \t") - first + 1);
  return line.size() <= 18 && line.find_first_not_of("0123456789") == line.npos;
}

/// A cheap look before the grammar is asked: a line with times starts with a digit or a sign and has an arrow.
inline std::optional<arrow_line> srt_times(std::string_view line) {
  auto const first = line.find_first_not_of(" \t");
  if (first == line.npos) return std::nullopt;
  char const c = line[first];
  if (!(c >= '0' && c <= '9') && c != '-') return std::nullopt;
  if (line.find('>') == line.npos && line.find("\xE2\x86\x92") == line.npos) return std::nullopt;
  return read_arrow_line(line);
}

/// Reads SubRip: what counts is the line with the times; the number above it and the blank line before that may be
/// missing. Every line goes to a cue or to a kept block.
class srt_reader {
public:
  srt_reader(source const& from, read_options const& options)
      : text_(from.text()), lines_(from.text()), markup_(from.text(), markup_dialect::srt), strict_(options.strict) {}

  reading read() {
    while (!lines_.done()) {
      auto const start = lines_.at();
      auto const line = lines_.next();
      auto const content = lines_[line.text];
      if (only_blanks(content)) {
        take_number();
        blank_ = true;
      } else if (auto const times = srt_times(content)) {
        begin_cue(start, line.text, *times);
      } else if (is_broken_times(content)) {
        begin_unreadable(start, line.text);
      } else if (is_srt_number(content)) {
        take_number();
        number_ = line.text;
      } else {
        take_number();
        take_text(line.text);
      }
    }
    end_of_file();
    check_times(made_.value, made_.diagnostics);
    return std::move(made_);
  }

private:
  enum class state : std::uint8_t {
    outside, ///< before the first cue, or under times that cannot be read
    cue
  };

  /// A line that stands where times are expected and is meant to be them.
  bool is_broken_times(std::string_view line) const noexcept {
    if ((state_ == state::cue && !blank_) || line.find("-->") == line.npos) return false;
    auto const digit = line.find_first_of("0123456789");
    return number_.has_value() || (digit != line.npos && line.find_first_not_of(" \t-+") == digit);
  }

  void begin_cue(std::uint32_t line_start, span line, arrow_line const& times) {
    auto const start = number_ ? number_->offset : line_start;
    if (state_ == state::cue && !blank_)
      tell(code::srt_no_blank_line, {start, 0}, "there is no blank line between this cue and the one above it");
    end_block(start);
    auto& cue = made_.value.cues.emplace_back();
    cue.when = times.when;
    cue.settings = slice(text_, {line.offset + times.settings.offset, times.settings.length});
    if (number_) {
      auto const id = slice(text_, *number_);
      auto const from = id.find_first_not_of(" \t");
      cue.id = id.substr(from, id.find_last_not_of(" \t") - from + 1);
    } else if (!std::exchange(told_number_, true)) {
      tell(code::srt_number, line, "the cue has no number", "others like it are not told");
    }
    if (!is_srt_form(times.form) && !std::exchange(told_form_, true))
      tell(code::srt_clock_form, line, "the times are not written as SubRip has them, 00:00:01,000 --> 00:00:02,000",
           "others like it are not told");
    if (any(times.form, arrow_form::range)) tell(code::time_range, line, "minutes or seconds above 59", {}, false);
    begin_block(start, state::cue);
    markup_.begin(cue);
  }

  void begin_unreadable(std::uint32_t line_start, span line) {
    auto const start = number_ ? number_->offset : line_start;
    end_block(start);
    begin_block(start, state::outside);
    content_ = {start, line.end() - start};
    told_stray_ = true;
    tell(code::srt_clock, line, "these times cannot be read: the lines below them are kept, but are no cue",
         "times look like 00:00:01,000 --> 00:00:02,000");
  }

  void begin_block(std::uint32_t start, state what) {
    start_ = start;
    state_ = what;
    number_.reset();
    blank_ = false;
    content_ = {};
    told_stray_ = false;
  }

  /// Ends the cue or the text outside of cues that began at `start_`.
  void end_block(std::uint32_t end) {
    span const block{start_, end - start_};
    if (state_ == state::cue) {
      auto& cue = made_.value.cues.back();
      if (!content_.empty()) markup_.read(content_);
      markup_.finish();
      cue.block = block;
      cue.as_read = cue.fingerprint();
    } else if (!block.empty()) {
      keep(made_.value, text_, content_.empty() ? kept_kind::blank : kept_kind::unknown, block, content_);
    }
  }

  /// A number that no times followed is text.
  void take_number() {
    if (!number_) return;
    auto const line = *std::exchange(number_, std::nullopt);
    take_text(line);
  }

  void take_text(span line) {
    if (state_ == state::outside) {
      if (!std::exchange(told_stray_, true))
        tell(code::srt_stray_text, line, "this text belongs to no cue; it is kept where it is");
      auto const start = content_.empty() ? line.offset : content_.offset;
      content_ = {start, line.end() - start};
    } else if (blank_) {
      tell(code::srt_blank_line, line, "a blank line parts this text from its cue; it is read as a part of it");
      if (!content_.empty()) {
        markup_.read(content_);
        markup_.line_end({content_.end(), line.offset - content_.end()});
      }
      content_ = line;
    } else {
      auto const start = content_.empty() ? line.offset : content_.offset;
      content_ = {start, line.end() - start};
    }
    blank_ = false;
  }

  void end_of_file() {
    auto const size = static_cast<std::uint32_t>(text_.size());
    if (number_ && blank_before_number()) {
      // A file that was cut: the number of a cue that is no more.
      auto const line = *std::exchange(number_, std::nullopt);
      end_block(line.offset);
      begin_block(line.offset, state::outside);
      take_text(line);
    }
    take_number();
    end_block(size);
    if (made_.value.cues.empty() && only_blanks_and_line_ends(text_))
      made_.diagnostics.push_back(make_diagnostic(code::input_empty, {0, size}, "there is no text in the file"));
  }

  bool blank_before_number() const noexcept { return blank_ && state_ == state::cue && !made_.value.cues.empty(); }

  static bool only_blanks_and_line_ends(std::string_view text) noexcept {
    return text.find_first_not_of(" \t\f\v\r\n") == text.npos;
  }

  /// Everything but oddities of times is damage, which strict reading refuses.
  void tell(code what, span where, std::string message, std::string hint = {}, bool damage = true) {
    made_.diagnostics.push_back(make_diagnostic(what, where, std::move(message), std::move(hint)));
    if (strict_ && damage && what != code::srt_number) made_.diagnostics.back().level = severity::error;
  }

  std::string_view text_;
  line_scanner lines_;
  markup_reader markup_;
  bool strict_;
  reading made_;

  state state_ = state::outside;
  std::uint32_t start_ = 0;    ///< of the block that is being read
  span content_;               ///< its text lines since the last blank line
  std::optional<span> number_; ///< a line of digits right above, which may be the number of the next cue
  bool blank_ = false;         ///< a blank line stands above (above the number, if there is one)
  bool told_stray_ = false;
  bool told_number_ = false;
  bool told_form_ = false;
};

MONDEGREEN_INLINE reading read_srt(source_ptr text, read_options const& options) {
  return srt_reader(*text, options).read();
}

/// Sure when a line with times stands among the first hundred; a comma before the milliseconds is SubRip's own.
MONDEGREEN_INLINE int detect_srt(source const& from) {
  auto const text = from.text().substr(0, std::size_t{1} << 16U);
  if (text.starts_with("WEBVTT")) return 0;
  line_scanner lines(text);
  bool number = false;
  for (int i = 0; i < 100 && !lines.done(); ++i) {
    auto const content = lines[lines.next().text];
    if (auto const times = srt_times(content.substr(0, 200))) {
      if (any(times->form, arrow_form::comma) && !any(times->form, arrow_form::no_fraction)) return number ? 95 : 90;
      if (any(times->form, arrow_form::no_fraction)) return 40;
      return number ? 80 : 60;
    }
    number = is_srt_number(content);
  }
  return 0;
}

/// SubRip's coordinates behind the times, "X1:0 X2:100 Y1:0 Y2:50".
inline bool is_srt_coordinates(std::string_view settings) noexcept {
  return settings.size() > 3 && (settings[0] == 'X' || settings[0] == 'x') && settings[1] == '1' && settings[2] == ':';
}

class srt_writer {
public:
  explicit srt_writer(transcript const& in)
      : in_(in), same_format_(in.from != nullptr && in.format == "srt"),
        out_(same_format_ ? in.from.get() : nullptr, in.cues.size() * 96) {}

  std::string write(std::vector<diagnostic>& told) {
    for_each_block(
        in_, [&](kept_block const& each) { kept(each); }, [&](cue const& each) { write_cue(each); });
    for (auto const& each : in_.metadata) losses_.lost("metadata", first_source(each), severity::note);
    losses_.tell("SRT", told);
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
    case kept_kind::blank:
    case kept_kind::header: return;
    case kept_kind::note: return losses_.lost("comments", each.block, severity::note);
    case kept_kind::style: return losses_.lost("style sheets", each.block);
    case kept_kind::region: return losses_.lost("regions", each.block);
    case kept_kind::chrome: return losses_.lost("the page around the transcript", each.block, severity::note);
    case kept_kind::unknown: return losses_.lost("text outside of cues", each.block);
    }
  }

  void write_cue(cue const& each) {
    if (same_format_ && each.untouched()) {
      out_.copy(each.block);
      if (is_srt_number(each.id))
        remember(each.id);
      else
        ++number_;
      return;
    }
    auto& out = out_.fresh();
    auto const newline = out_.newline();
    auto const id = same_format_ && is_srt_number(each.id) ? std::string_view(each.id) : std::string_view{};
    if (!id.empty()) {
      remember(id);
      out += id;
    } else {
      fmt::format_to(std::back_inserter(out), "{}", ++number_);
      if (!each.id.empty() && !is_srt_number(each.id)) losses_.lost("cue identifiers", each.block, severity::note);
    }
    out += newline;
    append_clock(out, each.when.start, ',');
    out += " --> ";
    append_clock(out, each.when.end, ',');
    if (each.when.start.ms < 0 || each.when.end.ms < 0) losses_.negative(each.block);
    if (is_srt_coordinates(each.settings)) {
      out += "  ";
      out += each.settings;
    } else if (!each.settings.empty()) {
      losses_.lost("positions (cue settings)", each.block);
    }
    out += newline;
    auto const before = out.size();
    append_markup(out, each, markup_dialect::srt, newline, {}, losses_.markup);
    losses_.note_markup(each.block);
    if (out.size() != before) out += newline;
    if (each.speaker != speaker_id::none) losses_.lost("speakers", each.block, severity::note);
    if (!each.words.empty()) losses_.lost("times of words", each.block, severity::note);
  }

  void remember(std::string_view id) {
    std::uint64_t value = 0;
    auto const from = id.find_first_not_of(" \t");
    std::from_chars(id.data() + from, id.data() + id.size(), value);
    number_ = value;
  }

  transcript const& in_;
  bool same_format_;
  block_output out_;
  loss_report losses_;
  std::uint64_t number_ = 0;
};

MONDEGREEN_INLINE std::string write_srt(transcript const& text, write_options const&, std::vector<diagnostic>& told) {
  return srt_writer(text).write(told);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

MONDEGREEN_INLINE format const srt{
    .id = "srt",
    .name = "SubRip",
    .extensions = "srt",
    .carries = {.times = true, .markup = true, .settings = true, .needs_times = true},
    .detect = &detect_srt,
    .read = &read_srt,
    .write = &write_srt,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
