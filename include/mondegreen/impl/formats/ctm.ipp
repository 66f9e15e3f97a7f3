#pragma once

#include <mondegreen/diagnostic.hpp>
#include <mondegreen/impl/formats/asr_heard.hpp>
#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/formats/line_scanner.hpp>
#include <mondegreen/impl/formats/spoken_time.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A line of a CTM file: `recording channel start length word [confidence [type [speaker]]]`.
struct ctm_line {
  std::array<span, 8> fields{}; ///< in the source
  std::size_t count = 0;
  std::optional<double> start; ///< seconds
  std::optional<double> length;

  bool is_word() const noexcept { return count >= 5 && start && length; }
};

inline ctm_line read_ctm_line(std::string_view text, span line) {
  ctm_line made;
  auto const blank = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\t'; };
  for (auto at = line.offset; made.count < made.fields.size();) {
    while (at < line.end() && blank(at)) ++at;
    if (at == line.end()) break;
    auto const from = at;
    while (at < line.end() && !blank(at)) ++at;
    made.fields[made.count++] = {from, at - from};
  }
  if (made.count < 5) return made;
  made.start = read_decimal(slice(text, made.fields[2]));
  made.length = read_decimal(slice(text, made.fields[3]));
  return made;
}

class ctm_reader {
public:
  explicit ctm_reader(source const& from) : text_(from.text()) {}

  reading read() {
    count_channels();
    line_scanner lines(text_);
    while (!lines.done()) {
      auto const line = lines.next();
      read_line(line.text, {line.text.offset, line.next - line.text.offset});
    }
    end_recording();
    if (text_.find_first_not_of(" \t\r\n") == text_.npos)
      made_.diagnostics.push_back(make_diagnostic(code::input_empty, {}, "there is no text in the file"));
    make_cues(std::move(heard_), made_);
    cover_source(made_.value, static_cast<std::uint32_t>(text_.size()));
    for (auto& each : made_.value.cues) each.as_read = each.fingerprint();
    check_times(made_.value, made_.diagnostics);
    return std::move(made_);
  }

private:
  void count_channels() {
    line_scanner lines(text_);
    std::string_view first;
    while (!lines.done() && !several_) {
      auto const line = read_ctm_line(text_, lines.next().text);
      if (!line.is_word()) continue;
      auto const channel = slice(text_, line.fields[1]);
      if (first.empty()) first = channel;
      several_ = channel != first;
    }
  }

  void read_line(span line, span block) {
    auto const found = read_ctm_line(text_, line);
    if (found.count == 0) return;
    auto const first = slice(text_, found.fields[0]);
    if (first.starts_with(";;")) {
      keep(made_.value, text_, kept_kind::header, block, line); // a comment
      return;
    }
    auto const word = found.count >= 5 ? slice(text_, found.fields[4]) : std::string_view{};
    // Between these stand several ways to say it; the first counts.
    if (word == "<ALT_BEGIN>") alternative_ = 1;
    if (word == "<ALT>") ++alternative_;
    if (word.starts_with("<ALT") || alternative_ > 1) {
      if (word == "<ALT_END>") alternative_ = 0;
      keep(made_.value, text_, kept_kind::header, block, line);
      return;
    }
    if (!found.is_word()) {
      keep(made_.value, text_, kept_kind::unknown, block, line);
      made_.diagnostics.push_back(
          make_diagnostic(code::format_stray_line, line,
                          "a word stands behind a recording, a channel, a start and a length in seconds; "
                          "this line is kept as it is"));
      return;
    }
    if (first != recording_) end_recording();
    recording_ = first;
    if (word == "<eps>" || word == "@") { // deleted words
      keep(made_.value, text_, kept_kind::header, block, line);
      return;
    }
    add_word(found);
  }

  void add_word(ctm_line const& found) {
    auto& word = heard_.segments.empty() || !open_ ? begin_recording() : heard_.segments.back().words.emplace_back();
    auto const text = slice(text_, found.fields[4]);
    word.text.text = text;
    word.text.where.append(found.fields[4].length, found.fields[4], true);
    auto const ms = [&](double seconds) {
      auto const limit = static_cast<double>(max_ms);
      return static_cast<std::int64_t>(std::llround(std::clamp(seconds * 1000, -limit, limit)));
    };
    word.start = ms(*found.start);
    word.end = std::clamp(word.start + ms(*found.length), -max_ms, max_ms);
    if (found.count > 5)
      if (auto const confidence = read_decimal(slice(text_, found.fields[5])))
        word.confidence = static_cast<float>(std::clamp(*confidence, 0.0, 1.0));
    auto const who = found.count > 7 ? slice(text_, found.fields[7]) : std::string_view{};
    if (!who.empty() && who != "unknown" && who != "unknow")
      word.speaker = static_cast<std::int32_t>(speakers_[std::string(who)]);
    else if (several_)
      word.speaker = static_cast<std::int32_t>(speakers_["Channel " + std::string(slice(text_, found.fields[1]))]);
  }

  heard_word& begin_recording() {
    open_ = true;
    return heard_.segments.emplace_back().words.emplace_back();
  }

  void end_recording() { open_ = false; }

  std::string_view text_;
  reading made_;
  speaker_ids speakers_{made_.value};
  heard heard_{.part = true};
  std::string_view recording_;
  bool several_ = false; ///< channels
  bool open_ = false;    ///< the last segment is of the recording at hand
  int alternative_ = 0;
};

/// The first lines that are no comment all have times where a CTM file has them.
MONDEGREEN_INLINE int detect_ctm(source const& from) {
  auto const text = from.text().substr(0, std::size_t{1} << 14U);
  line_scanner lines(text);
  std::size_t words = 0, others = 0;
  while (!lines.done() && words < 20) {
    auto const line = lines.next();
    auto const found = read_ctm_line(text, line.text);
    if (found.count == 0 || slice(text, found.fields[0]).starts_with(";;")) continue;
    if (line.text.end() == text.size() && text.size() < from.text().size()) break; // cut
    auto const word = found.count >= 5 ? slice(text, found.fields[4]) : std::string_view{};
    ++(found.is_word() || word.starts_with("<ALT") ? words : others);
    if (others > words + 3) return 0;
  }
  return words >= 2 && words >= others * 4 ? 85 : 0;
}

MONDEGREEN_INLINE reading read_ctm(source_ptr text, read_options const&) { return ctm_reader(*text).read(); }

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

/// The time-marked words of NIST's scoring tools, which Kaldi and NeMo write too.
MONDEGREEN_INLINE format const ctm{
    .id = "ctm",
    .name = "CTM",
    .extensions = "ctm",
    .carries = {.times = true, .speakers = true, .words = true},
    .detect = &detect_ctm,
    .read = &read_ctm,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
