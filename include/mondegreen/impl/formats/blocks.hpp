// What the writers of block formats (SubRip, WebVTT) share: copying what nobody touched, telling what is lost.
#pragma once

#include <mondegreen/diagnostic.hpp>
#include <mondegreen/impl/formats/block_sink.hpp>
#include <mondegreen/impl/formats/line_scanner.hpp>
#include <mondegreen/impl/formats/markup.hpp>
#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/transcript.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The line end a source uses first.
inline std::string_view newline_of(std::string_view text) noexcept {
  auto const at = text.find_first_of("\r\n");
  if (at == text.npos || text[at] == '\n') return "\n";
  return at + 1 < text.size() && text[at + 1] == '\n' ? "\r\n" : "\r";
}

/// Returns where it ends.
inline char* put_text(char* to, std::string_view text) noexcept { return std::copy(text.begin(), text.end(), to); }

/// Writes blocks one after the other: copied from the source where that is possible, fresh where not. Blocks that stood
/// side by side in the source are copied with nothing between them; anything else is parted by a blank line.
class block_output {
public:
  block_output(source const* from, std::size_t expected)
      : source_(from != nullptr ? from->text() : std::string_view{}), newline_(newline_of(source_)),
        blank_line_(std::string(newline_) + std::string(newline_)) {
    out_.reserve(expected);
  }

  std::string_view newline() const noexcept { return newline_; }

  void copy(span block) {
    if (block.offset != copied_to_ || !copying_) part();
    out_ += slice(source_, block);
    copied_to_ = block.end();
    copying_ = true;
  }

  /// The output, ready for a fresh block. The block must end with a line end.
  std::string& fresh() {
    part();
    copying_ = false;
    return out_;
  }

  /// The same for a block of that many bytes, which the caller puts where this points.
  char* fresh(std::size_t size) {
    auto const gap = missing_line_ends();
    auto const before = out_.size();
    out_.resize(before + gap.size() + size);
    copying_ = false;
    return put_text(out_.data() + before, gap);
  }

  /// True if `block` would be copied right behind what stands before it in the source.
  bool continues(span block) const noexcept { return copying_ && block.offset == copied_to_; }

  /// What is written and not yet drained.
  std::string_view text() const noexcept { return out_; }

  std::string finish() { return std::move(out_); }

  /// What is written so far, for those who carry it away in parts of one size: whole ones, for a system that keeps files
  /// in large pages writes them in less time. The last bytes stay: they decide whether what comes next needs a blank line.
  template <class Take> void drain(std::size_t part, Take&& take) {
    constexpr std::size_t kept = 4;
    if (out_.size() < part + kept) return;
    auto const whole = (out_.size() - kept) / part * part;
    take(std::string_view(out_).substr(0, whole));
    out_.erase(0, whole);
  }

private:
  void part() { out_ += missing_line_ends(); }

  /// What makes a blank line of the end of the output.
  std::string_view missing_line_ends() const noexcept {
    std::string_view left = out_;
    std::size_t missing = left.empty() ? 0 : 2;
    for (; missing != 0 && !left.empty() && lines::is_line_end(left.back()); --missing)
      left.remove_suffix(left.ends_with("\r\n") ? 2 : 1);
    return std::string_view(blank_line_).substr(0, missing * newline_.size());
  }

  std::string_view source_;
  std::string_view newline_;
  std::string blank_line_; ///< two line ends
  std::string out_;
  std::uint32_t copied_to_ = 0;
  bool copying_ = true; ///< the beginning of the source stands at the beginning of the output
};

/// Calls `write_kept` and `write_cue` in the order of the file. A kept block stands before the first cue that was behind
/// it in the source; a cue that came from elsewhere stays where it is in the list.
template <class WriteKept, class WriteCue>
void for_each_block(transcript const& in, WriteKept&& write_kept, WriteCue&& write_cue) {
  auto kept = in.kept.begin();
  for (auto const& each : in.cues) {
    if (!each.block.empty())
      for (; kept != in.kept.end() && kept->block.offset <= each.block.offset; ++kept)
        if (!kept->removed) write_kept(*kept);
    write_cue(each);
  }
  for (; kept != in.kept.end(); ++kept)
    if (!kept->removed) write_kept(*kept);
}

/// Room for two times, the arrow, and line ends around them.
using times_buffer = std::array<char, 96>;

/// Writes a time as "01:02:03" and the milliseconds behind `point`; what is below zero as zero. Returns where it ends.
inline char* put_clock(char* to, timestamp when, char point) noexcept {
  auto const ms = static_cast<std::uint64_t>(std::max<std::int64_t>(when.ms, 0));
  auto const hours = ms / 3'600'000;
  auto const rest = static_cast<std::uint32_t>(ms % 3'600'000);
  static constexpr auto pairs = [] {
    std::array<char, 200> digits{};
    for (std::size_t i = 0; i < 100; ++i) {
      digits[2 * i] = static_cast<char>('0' + i / 10);
      digits[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return digits;
  }();
  auto const two = [&](std::uint32_t value) {
    std::memcpy(to, pairs.data() + std::size_t{2} * value, 2);
    to += 2;
  };
  if (hours < 100)
    two(static_cast<std::uint32_t>(hours));
  else
    to = fmt::format_to(to, "{}", hours);
  *to++ = ':';
  two(rest / 60'000);
  *to++ = ':';
  two(rest / 1000 % 60);
  *to++ = point;
  *to++ = static_cast<char>('0' + rest % 1000 / 100);
  two(rest % 100);
  return to;
}

/// "00:00:01,000 --> 00:00:02,000"
inline char* put_times(char* to, interval when, char point) noexcept {
  return put_clock(put_text(put_clock(to, when.start, point), " --> "), when.end, point);
}

/// The same of a cue as it stands: only the signs may be other ones.
inline char* put_times(char* to, raw_cue const& each, char point) noexcept {
  if (each.times.empty()) return put_times(to, each.when, point);
  auto* const end = put_text(to, each.times);
  to[8] = end[-4] = point;
  return end;
}

inline void append_times(std::string& out, interval when, char point) {
  times_buffer buffer;
  out.append(buffer.data(), put_times(buffer.data(), when, point));
}

/// What a writer had to leave out, told once a kind at the end.
class loss_report {
public:
  markup_losses markup;

  void lost(std::string_view what, span where, severity level = severity::warning) {
    auto const same = [&](auto const& each) { return each.what == what; };
    if (std::none_of(losses_.begin(), losses_.end(), same)) losses_.push_back({what, where, level});
  }

  void negative(span where) {
    if (!negative_) negative_ = where;
  }

  /// Turns the losses in markup since the last call into what will be told.
  void note_markup(span where) {
    static constexpr std::string_view names[] = {
        "italics",   "bold", "underlines", "colours and fonts",    "styles (classes)",    "speakers",
        "languages", "ruby", "ruby",       "times inside of cues", "positions ({\\an…})", "tags of another format"};
    for (std::size_t i = 0; i < markup.marks.size(); ++i)
      if (markup.marks[i])
        lost(names[i], where, i == static_cast<std::size_t>(mark_kind::voice) ? severity::note : severity::warning);
    markup.marks = {};
    if (markup.text_changed && !changed_) changed_ = where;
  }

  void tell(std::string_view format, std::vector<diagnostic>& told) const {
    for (auto const& each : losses_) {
      told.push_back(make_diagnostic(code::format_lost, each.where,
                                     fmt::format("{} cannot carry {}: left out", format, each.what)));
      told.back().level = each.level;
    }
    if (changed_)
      told.push_back(make_diagnostic(code::format_text_changed, *changed_,
                                     fmt::format("text was changed where {} would take it for something else: a blank "
                                                 "line inside a cue, an arrow or a tag",
                                                 format)));
    if (negative_)
      told.push_back(make_diagnostic(code::time_negative, *negative_,
                                     fmt::format("{} has no times before zero: written as zero", format)));
  }

private:
  struct loss {
    std::string_view what;
    span where;
    severity level;
  };
  std::vector<loss> losses_;
  std::optional<span> changed_;
  std::optional<span> negative_;
};

/// Where the blocks come from that a writer is given.
struct block_origin {
  source const* from = nullptr;                       ///< null: made by hand
  std::string_view format{};                          ///< id of the one they were read as
  std::vector<std::string> const* speakers = nullptr; ///< by id; null: a cue's voice says who speaks
  std::size_t expected = 0;                           ///< about how many bytes will be written
};

/// Writes the blocks of a document one by one, in the order of the file: those of a transcript, or what a reader finds.
class block_writer {
public:
  virtual ~block_writer() = default;

  /// What stands above all blocks. `has_header`: one of the blocks will be the header. `styles`: for colours, as
  /// `color_classes` has them.
  virtual void begin(bool has_header, std::string_view styles) = 0;
  virtual void kept(kept_block const& block) = 0;
  /// `untouched`: as it stands in a source of the same format.
  virtual void write(cue const& each, bool untouched) = 0;
  /// The same for a cue as it stands in a source, where nothing in it has to be read for that; otherwise false, and nothing
  /// is written.
  virtual bool write(raw_cue const& each) = 0;
  virtual void metadata(metadata_entry const& entry) = 0;
  /// What could not be carried, once all is written.
  virtual void finish(std::vector<diagnostic>& told) = 0;

  bool same_format() const noexcept { return same_format_; }
  block_output& out() noexcept { return out_; }

protected:
  block_writer(block_origin const& origin, std::string_view own_format)
      : origin_(origin), same_format_(origin.from != nullptr && origin.format == own_format),
        out_(same_format_ ? origin.from : nullptr, origin.expected) {}

  /// True if the block is dealt with, as it comes from a file of the same format.
  bool copied(kept_block const& block) {
    if (!same_format_) return false;
    if (block.kind != kept_kind::blank || out_.continues(block.block)) out_.copy(block.block);
    return true;
  }

  /// Writes a cue of another format as it stands, below its number if it is given one; false if it has to be read first.
  bool write_raw(std::optional<std::uint64_t> number, raw_cue const& each, char point, markup_dialect dialect) {
    auto const form = form_of_body(each.body, dialect);
    if (form == body_form::must_be_read) return false;
    std::string plain; // made of another format, it has line ends of LF
    if (form == body_form::has_other_line_ends)
      plain = plain_passage(each.body, {0, static_cast<std::uint32_t>(each.body.size())}).text;
    auto const body = plain.empty() ? each.body : std::string_view(plain);
    auto const newline = out_.newline();
    std::array<char, 160> head;
    auto* to = head.data();
    if (number) to = put_text(fmt::format_to(to, "{}", *number), newline);
    to = put_text(put_times(to, each, point), newline);
    auto const head_size = static_cast<std::size_t>(to - head.data());
    auto* const block = out_.fresh(head_size + (body.empty() ? 0 : body.size() + newline.size()));
    to = put_text(block, {head.data(), head_size});
    if (!body.empty()) put_text(put_text(to, body), newline);
    return true;
  }

  std::string_view speaker_name(speaker_id id) const noexcept {
    auto const i = static_cast<std::size_t>(id);
    bool const known = id != speaker_id::none && origin_.speakers != nullptr && i < origin_.speakers->size();
    return known ? std::string_view((*origin_.speakers)[i]) : std::string_view{};
  }

  void lose_metadata(metadata_entry const& entry) {
    if (!lost_metadata_) lost_metadata_ = entry.where.empty() ? span{} : entry.where.runs().front().source;
  }

  void tell_losses(std::string_view format, std::vector<diagnostic>& told) {
    if (lost_metadata_) losses_.lost("metadata", *lost_metadata_, severity::note);
    losses_.tell(format, told);
  }

  block_origin origin_;
  bool same_format_;
  block_output out_;
  loss_report losses_;

private:
  std::optional<span> lost_metadata_;
};

/// Writes a transcript. `has_header` as for `block_writer::begin`.
inline std::string write_blocks(transcript const& in, block_writer& to, bool has_header,
                                std::vector<diagnostic>& told) {
  bool const same = to.same_format();
  color_classes colors;
  if (!same)
    for (auto const& each : in.cues) colors.add(each);
  to.begin(has_header, colors.styles(to.out().newline()));
  for_each_block(
      in, [&](kept_block const& each) { to.kept(each); },
      [&](cue const& each) { to.write(each, same && each.untouched()); });
  for (auto const& each : in.metadata) to.metadata(each);
  to.finish(told);
  return to.out().finish();
}

/// What a writer must know of a transcript.
inline block_origin origin_of(transcript const& in) noexcept {
  std::size_t size = 64;
  for (auto const& each : in.cues) size += 48 + each.text.size() + 16 * each.marks.size();
  if (in.from) size = std::max(size, in.from->text().size() + in.from->text().size() / 16);
  return {in.from.get(), in.format, &in.speakers, size};
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
