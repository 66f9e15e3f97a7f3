// What the block formats (SRT, WebVTT) share: keeping what is no cue, and copying what nobody touched.
#pragma once

#include <mondegreen/diagnostic.hpp>
#include <mondegreen/impl/formats/line_scanner.hpp>
#include <mondegreen/impl/formats/markup.hpp>
#include <mondegreen/transcript.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Ids of speakers by name: `transcript::speaker` searches its list, which a file of many names would make quadratic.
class speaker_ids {
public:
  explicit speaker_ids(transcript& of) : of_(of) {}

  speaker_id operator[](std::string const& name) {
    auto const [at, fresh] = known_.try_emplace(name, static_cast<speaker_id>(of_.speakers.size()));
    if (fresh) of_.speakers.push_back(name);
    return at->second;
  }

private:
  transcript& of_;
  std::unordered_map<std::string, speaker_id> known_;
};

/// A kept block over `block`, whose text is `content` (a part of it).
inline kept_block& keep(transcript& in, std::string_view source, kept_kind kind, span block, span content) {
  auto& kept = in.kept.emplace_back();
  static_cast<passage&>(kept) = plain_passage(source, content);
  kept.kind = kind;
  kept.block = block;
  return kept;
}

/// Tells times that are odd by themselves or in their order.
inline void check_times(transcript const& in, std::vector<diagnostic>& told) {
  timestamp before{};
  for (auto const& each : in.cues) {
    span const where{each.block.offset, 0};
    if (each.when.start.ms < 0 || each.when.end.ms < 0)
      told.push_back(make_diagnostic(code::time_negative, where, "a time before zero"));
    if (each.when.end < each.when.start)
      told.push_back(make_diagnostic(code::time_backwards, where,
                                     fmt::format("the cue ends at {}, before it starts at {}", to_string(each.when.end),
                                                 to_string(each.when.start))));
    if (&each != &in.cues.front() && each.when.start < before)
      told.push_back(make_diagnostic(
          code::time_order, where,
          fmt::format("the cue starts at {}, the one above it at {}", to_string(each.when.start), to_string(before))));
    before = each.when.start;
  }
}

/// The line end a source uses first.
inline std::string_view newline_of(std::string_view text) noexcept {
  auto const at = text.find_first_of("\r\n");
  if (at == text.npos || text[at] == '\n') return "\n";
  return at + 1 < text.size() && text[at + 1] == '\n' ? "\r\n" : "\r";
}

/// Writes blocks one after the other: copied from the source where that is possible, fresh where not. Blocks that stood
/// side by side in the source are copied with nothing between them; anything else is parted by a blank line.
class block_output {
public:
  block_output(source const* from, std::size_t expected)
      : source_(from != nullptr ? from->text() : std::string_view{}), newline_(newline_of(source_)) {
    out_.reserve(std::max(expected, source_.size() + source_.size() / 16));
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

  /// True if `block` would be copied right behind what stands before it in the source.
  bool continues(span block) const noexcept { return copying_ && block.offset == copied_to_; }

  std::string finish() { return std::move(out_); }

private:
  void part() {
    if (out_.empty()) return;
    std::string_view left = out_;
    for (int i = 0; i < 2; ++i) {
      if (!left.ends_with('\n') && !left.ends_with('\r')) {
        for (; i < 2; ++i) out_ += newline_;
        return;
      }
      left.remove_suffix(left.ends_with("\r\n") ? 2 : 1);
    }
  }

  std::string_view source_;
  std::string_view newline_;
  std::string out_;
  std::uint32_t copied_to_ = 0;
  bool copying_ = true; ///< the beginning of the source stands at the beginning of the output
};

/// About how many bytes the cues will be.
inline std::size_t expected_size(transcript const& in) noexcept {
  std::size_t size = 64;
  for (auto const& each : in.cues) size += 48 + each.text.size() + 16 * each.marks.size();
  return size;
}

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

/// A time as "01:02:03" and the milliseconds behind `point`; what is below zero is written as zero.
inline void append_clock(std::string& out, timestamp when, char point) {
  auto const ms = static_cast<std::uint64_t>(std::max<std::int64_t>(when.ms, 0));
  auto const hours = ms / 3'600'000;
  auto const rest = static_cast<std::uint32_t>(ms % 3'600'000);
  char digits[12] = {'0', '0', ':', '0', '0', ':', '0', '0', point, '0', '0', '0'};
  auto const two = [&](std::size_t at, std::uint32_t value) {
    digits[at] = static_cast<char>('0' + value / 10);
    digits[at + 1] = static_cast<char>('0' + value % 10);
  };
  two(3, rest / 60'000);
  two(6, rest / 1000 % 60);
  digits[9] = static_cast<char>('0' + rest % 1000 / 100);
  two(10, rest % 100);
  if (hours < 100)
    two(0, static_cast<std::uint32_t>(hours));
  else
    fmt::format_to(std::back_inserter(out), "{}", hours);
  auto const skipped = hours < 100 ? std::size_t{0} : std::size_t{2};
  out.append(digits + skipped, sizeof digits - skipped);
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

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
