#pragma once

#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/formats/view_reading.hpp>
#include <mondegreen/impl/formats/webvtt_settings.hpp>
#include <mondegreen/srt.hpp>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <memory>
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

/// What the pull reader sees, as cues and kept blocks: every block becomes one of them.
class srt_reader {
public:
  srt_reader(source const& from, read_options const& options, block_sink& into)
      : text_(from.text()), into_(into), markup_(from.text(), markup_dialect::srt), strict_(options.strict) {}

  void read() {
    mondegreen::srt::reader blocks(text_);
    mondegreen::srt::cue_view block;
    while (blocks.next(block)) {
      span where{static_cast<std::uint32_t>(block.offset), static_cast<std::uint32_t>(block.length)};
      if (where.offset == 0) keep_blank_lines(where);
      switch (block.kind) {
      case mondegreen::srt::block_kind::cue: read_cue(block, where); break;
      case mondegreen::srt::block_kind::broken: read_broken(block, where); break;
      case mondegreen::srt::block_kind::stray: read_stray(block, where); break;
      }
    }
    if (!any_cue_ && only_blanks_and_line_ends(text_))
      tell(code::input_empty, {0, static_cast<std::uint32_t>(text_.size())}, "there is no text in the file");
  }

private:
  /// Blank lines above the first block are no part of it.
  void keep_blank_lines(span& where) {
    auto const first = text_.substr(0, where.length).find_first_not_of(" \t\f\v\r\n");
    if (first == text_.npos) return;
    auto const line = static_cast<std::uint32_t>(first == 0 ? 0 : text_.find_last_of("\r\n", first - 1) + 1);
    if (line == 0) return;
    keep(kept_kind::blank, {0, line}, {0, 0});
    where = {line, where.length - line};
  }

  void read_cue(mondegreen::srt::cue_view const& block, span where) {
    count(block.id);
    if (!block.odd.any()) {
      auto const times = canonical_times_above<','>(text_, block.body);
      if (into_.take({block.when, times, block.id, block.coordinates, block.body, where})) return look_at_times(block);
    }
    auto& cue = into_.begin_cue(where.offset);
    cue.when = block.when;
    cue.id = block.id;
    if (block.odd.any()) tell_damage(block, where);
    cue.settings = block.coordinates;
    cue.block = where;
    auto const body = span_of(text_, block.body);
    span rest{where.end(), 0};
    markup_.begin(cue);
    if (!block.odd.has(damage::blank_line_inside))
      markup_.read(body);
    else
      rest = read_parts(body, where);
    markup_.finish();
    cue.block.length -= rest.length;
    look_at_times(block);
    into_.end_cue();
    if (rest.length != 0) keep_stray(rest, {rest.offset, body.end() - rest.offset});
  }

  void look_at_times(mondegreen::srt::cue_view const& block) {
    check_times(block.when, std::exchange(any_cue_, true) ? &before_ : nullptr, into_.told,
                [&] { return line_around(text_, span_of(text_, block.coordinates).offset); });
    before_ = block.when.start;
  }

  /// Reads text with blank lines in it. Returns what is no part of it: the number of a cue that is no more, where the
  /// file was cut.
  span read_parts(span body, span where) {
    line_scanner lines(slice(text_, body));
    span part{body.offset, 0};
    bool first = true;
    bool blank = false;
    auto const take = [&](span next) {
      if (!part.empty()) {
        if (!std::exchange(first, false)) markup_.line_end({last_end_, part.offset - last_end_});
        markup_.read(part);
        last_end_ = part.end();
      }
      part = next;
    };
    while (!lines.done()) {
      auto line = lines.next().text;
      bool const at_end = lines.done() && where.end() == text_.size();
      bool const empty = only_blanks(lines[line]);
      bool const number = at_end && blank && is_srt_number(lines[line]);
      line.offset += body.offset;
      if (empty) {
        blank = true;
        continue;
      }
      if (number) {
        take({});
        return {line.offset, where.end() - line.offset};
      }
      if (std::exchange(blank, false)) {
        if (!part.empty() || !first) tell_blank_line(part.empty() ? last_end_ : part.end(), line, false);
        take(line);
      } else {
        part = {part.empty() ? line.offset : part.offset, line.end() - (part.empty() ? line.offset : part.offset)};
      }
    }
    take({});
    return {where.end(), 0};
  }

  void read_broken(mondegreen::srt::cue_view const& block, span where) {
    auto const line = line_around(text_, span_of(text_, block.coordinates).offset);
    auto const first = static_cast<std::uint32_t>(text_.find_first_not_of(" \t\f\v\r\n", where.offset));
    auto const end = block.body.empty() ? line.end() : span_of(text_, block.body).end();
    tell(code::srt_clock, line,
         block.odd.has(damage::truncated) ? "the file ends within the times: what is there is kept, but is no cue"
                                          : "these times cannot be read: the lines below them are kept, but are no cue",
         "times look like 00:00:01,000 --> 00:00:02,000");
    keep(kept_kind::unknown, where, {first, end - first});
  }

  void read_stray(mondegreen::srt::cue_view const& block, span where) {
    auto const body = span_of(text_, block.body);
    if (body.empty())
      keep(kept_kind::blank, where, {where.offset, 0});
    else
      keep_stray(where, body);
  }

  void keep_stray(span where, span content) {
    tell(code::srt_stray_text, line_around(text_, content.offset),
         "this text belongs to no cue; it is kept where it is");
    keep(kept_kind::unknown, where, content);
  }

  void tell_damage(mondegreen::srt::cue_view const& block, span where) {
    auto const odd = block.odd;
    auto const line = line_around(text_, span_of(text_, block.coordinates).offset);
    if (odd.has(damage::no_blank_line))
      tell(code::srt_no_blank_line, {where.offset, 0}, "there is no blank line between this cue and the one above it",
           {}, replacement{{where.offset, 0}, newline()});
    if (odd.has(damage::byte_order_mark)) tell_byte_order_marks(where.offset);
    if (odd.has(damage::no_number))
      tell(code::srt_number, line, "the cue has no number", {},
           replacement{{line.offset, 0}, std::to_string(number()) + newline()});
    bool const under_number = !block.id.empty() && !odd.has(damage::number_on_time_line);
    if (odd.has(damage::blank_line_inside)) {
      if (under_number) tell_blank_line(line_around(text_, span_of(text_, block.id).offset).end(), line, true);
      if (!block.body.empty()) tell_blank_line(line.end(), span_of(text_, block.body), true);
    }
    if (auto const form = odd_form(odd); !form.empty()) tell_form(block, line, form);
    if (odd.has(damage::out_of_range)) tell(code::time_range, line, "minutes or seconds above 59");
    if (odd.has(damage::trailing_text))
      tell(code::srt_trailing_text, span_of(text_, block.coordinates),
           "this text behind the times is no part of the cue's text; it is kept where it is");
    if (odd.has(damage::no_text)) tell(code::srt_no_text, line, "there is no text under these times");
  }

  /// Tells each mark in front of a block, of which the first may have another one behind it.
  void tell_byte_order_marks(std::uint32_t from) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    for (auto at = std::min(text_.find(mark, from), text_.size()); text_.compare(at, mark.size(), mark) == 0;) {
      span const here{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(mark.size())};
      tell(code::srt_byte_order_mark, here, "a byte order mark stands inside the file; it is passed over",
           "two files were put together", replacement{here, {}});
      at = std::min(text_.find_first_not_of(" \t\r\n", here.end()), text_.size());
    }
  }

  /// Tells blank lines between the end of a line and the next line that is none, if there are any. `in_head`: the number
  /// or the times stand above.
  void tell_blank_line(std::uint32_t end, span next, bool in_head) {
    auto const between = std::string_view(text_).substr(end, next.offset - end);
    auto const* const behind = lines::skip_line_end(between.data(), between.data() + between.size());
    if (behind == between.data() + between.size()) return;
    auto const line = line_around(text_, next.offset);
    std::optional<replacement> fix;
    // Right under a line that could be a cue's number, text may be taken for times.
    if (in_head || !could_be_number(slice(text_, line_around(text_, end))))
      fix = replacement{{end, line.offset - end}, newline()};
    tell(code::srt_blank_line, line,
         in_head ? "a blank line stands inside this cue; its parts are read as one"
                 : "a blank line parts this text from its cue; it is read as a part of it",
         {}, std::move(fix));
  }

  /// Whether a line may be the number of a cue: nothing but digits, or, of files pasted together, behind a mark.
  static bool could_be_number(std::string_view line) noexcept {
    constexpr std::string_view blanks = " \t\f\v";
    line = line.substr(0, line.find_last_not_of(blanks) + 1);
    auto const text = line.substr(0, line.find_last_not_of("0123456789") + 1);
    return text.size() != line.size() &&
           (text.find_first_not_of(blanks) == text.npos || text.ends_with("\xEF\xBB\xBF"));
  }

  void tell_form(mondegreen::srt::cue_view const& block, span line, std::string_view form) {
    auto const coordinates = span_of(text_, block.coordinates);
    auto with = canonical_times(block.when, ',');
    if (!coordinates.empty()) with += ' ';
    auto from = line.offset;
    if (!block.id.empty()) {
      // The number may be what is indented, or stand on the line of the times.
      from = span_of(text_, block.id).offset;
      while (from != 0 && lines::is_blank(text_[from - 1])) --from;
      with.insert(0, std::string(block.id) + newline());
    }
    std::optional<replacement> fix;
    if (is_certain(block.odd)) fix = replacement{{from, coordinates.offset - from}, std::move(with)};
    tell(code::srt_clock_form, line,
         fmt::format("the times are not written as SubRip has them, 00:00:01,000 --> 00:00:02,000: {}", form), {},
         std::move(fix));
  }

  void count(std::string_view id) noexcept {
    ++since_number_;
    if (id.empty() || id.size() > 18) return;
    last_number_ = id;
    since_number_ = 0;
  }

  /// The number of this cue: its own, or one more than that of the cue above.
  std::uint64_t number() const noexcept {
    std::uint64_t last = 0;
    std::from_chars(last_number_.data(), last_number_.data() + last_number_.size(), last);
    return last + since_number_;
  }

  std::string newline() const { return std::string(newline_of(text_)); }

  static bool only_blanks_and_line_ends(std::string_view text) noexcept {
    return text.find_first_not_of(" \t\f\v\r\n") == text.npos;
  }

  /// Everything but oddities of times is damage, which strict reading refuses.
  void tell(code what, span where, std::string message, std::string hint = {}, std::optional<replacement> fix = {}) {
    auto told = make_diagnostic(what, where, std::move(message), std::move(hint));
    told.fix = std::move(fix);
    bool const harmless = what == code::time_range || what == code::input_empty || told.level == severity::note;
    if (strict_ && !harmless) told.level = severity::error;
    into_.told.add(std::move(told));
  }

  void keep(kept_kind kind, span where, span content) { into_.keep(kept_over(text_, kind, where, content)); }

  std::string_view text_;
  block_sink& into_;
  markup_reader markup_;
  timestamp before_{}; ///< start of the last cue
  bool any_cue_ = false;
  std::uint32_t last_end_ = 0;     ///< of the part of a text that was read last
  std::string_view last_number_{}; ///< that a cue had
  std::uint64_t since_number_ = 0; ///< cues without one since
  bool strict_;
};

MONDEGREEN_INLINE void read_srt_blocks(source const& from, read_options const& options, block_sink& into) {
  srt_reader(from, options, into).read();
}

MONDEGREEN_INLINE reading read_srt(source_ptr text, read_options const& options) {
  transcript_builder made(text->text());
  read_srt_blocks(*text, options, made);
  return made.finish();
}

/// Sure when a cue begins in the first hundred lines; a comma before the milliseconds is SubRip's own.
MONDEGREEN_INLINE int detect_srt(source const& from) {
  auto text = from.text().substr(0, std::size_t{1} << 16U);
  if (text.starts_with("WEBVTT")) return 0;
  auto const* at = text.data();
  auto const* const end = at + text.size();
  for (int i = 0; i < 100 && at != end; ++i) at = lines::skip_line_end(lines::find_line_end(at, end), end);
  text = text.substr(0, static_cast<std::size_t>(at - text.data()));
  for (auto const& block : mondegreen::srt::cues(text)) {
    bool const number = !block.id.empty();
    if (block.odd.has(damage::no_fraction)) return 40;
    if (block.odd.has(damage::decimal_sign)) return number ? 80 : 60;
    return number ? 95 : 90;
  }
  return 0;
}

/// SubRip's coordinates behind the times, "X1:0 X2:100 Y1:0 Y2:50".
inline bool is_srt_coordinates(std::string_view settings) noexcept {
  return settings.size() > 3 && (settings[0] == 'X' || settings[0] == 'x') && settings[1] == '1' && settings[2] == ':';
}

class srt_writer final : public block_writer {
public:
  explicit srt_writer(block_origin const& origin) : block_writer(origin, "srt") {}

  void begin(bool, std::string_view) override {}

  void kept(kept_block const& each) override {
    if (copied(each)) return;
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

  void write(cue const& each, bool untouched) override {
    if (untouched) return copy(each.block, each.id);
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
    append_times(out, each.when, ',');
    if (each.when.start.ms < 0 || each.when.end.ms < 0) losses_.negative(each.block);
    if (is_srt_coordinates(each.settings)) {
      out += "  ";
      out += each.settings;
    }
    out += newline;
    auto const before = out.size();
    if (!each.settings.empty() && !is_srt_coordinates(each.settings)) out += placement(each);
    append_markup(out, each, markup_dialect::srt, newline, {}, losses_.markup);
    losses_.note_markup(each.block);
    if (out.size() != before) out += newline;
    if (each.speaker != speaker_id::none) losses_.lost("speakers", each.block, severity::note);
    // Where they stand as marks too, the marks have told.
    bool const has_times =
        std::any_of(each.marks.begin(), each.marks.end(), [](mark const& m) { return m.kind == mark_kind::time; });
    if (!each.words.empty() && !has_times) losses_.lost("times of words", each.block, severity::note);
  }

  bool write(raw_cue const& each) override {
    if (same_format_) {
      copy(each.block, each.id);
      return true;
    }
    if (!each.id.empty() || !each.settings.empty()) return false;
    if (!write_raw(number_ + 1, each, ',', markup_dialect::srt)) return false;
    ++number_;
    return true;
  }

  void metadata(metadata_entry const& entry) override { lose_metadata(entry); }

  void finish(std::vector<diagnostic>& told) override { tell_losses("SRT", told); }

private:
  void copy(span block, std::string_view id) {
    out_.copy(block);
    if (is_srt_number(id))
      remember(id);
    else
      ++number_;
  }

  /// What "{\\an8}" can say of WebVTT's settings.
  std::string placement(cue const& each) {
    bool exact = false;
    auto const nearest = placement_of_settings(each.settings, exact);
    if (!exact) losses_.lost("exact positions (cue settings)", each.block);
    bool const placed = std::any_of(each.marks.begin(), each.marks.end(),
                                    [](mark const& mark) { return mark.kind == mark_kind::placement; });
    return placed || each.text.empty() ? std::string() : nearest;
  }

  void remember(std::string_view id) {
    std::uint64_t value = 0;
    auto const from = id.find_first_not_of(" \t");
    std::from_chars(id.data() + from, id.data() + id.size(), value);
    number_ = value;
  }

  std::uint64_t number_ = 0;
};

MONDEGREEN_INLINE std::unique_ptr<block_writer> make_srt_writer(block_origin const& origin) {
  return std::make_unique<srt_writer>(origin);
}

MONDEGREEN_INLINE std::string write_srt(transcript const& text, write_options const&, std::vector<diagnostic>& told) {
  srt_writer to(origin_of(text));
  return write_blocks(text, to, false, told);
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
    .read_blocks = &read_srt_blocks,
    .block_writer = &make_srt_writer,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
