#pragma once

#include <mondegreen/impl/formats/paragraphs.hpp>
#include <mondegreen/impl/formats/text_lines.hpp>
#include <mondegreen/impl/formats/text_speakers.hpp>
#include <mondegreen/impl/formats/text_write.hpp>
#include <mondegreen/impl/grammar/clock.hpp>
#include <mondegreen/impl/grammar/speaker.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// "M. PETIT" at the end of what is written is the speaker shown as "Jean Petit".
inline bool same_speaker(std::string_view written, std::string_view shown) {
  auto const last_word = [](std::string const& key) { return key.substr(key.rfind(' ') + 1); };
  return last_word(speaker_key(written)) == last_word(speaker_key(shown));
}

class transcript_writer {
public:
  transcript_writer(transcript const& text, write_options const& options)
      : text_(text), options_(options), source_(text.from ? text.from->text() : std::string_view{}) {}

  std::string run(std::vector<diagnostic>& told) {
    if (options_.stamps != time_stamps::standard && options_.stamps != time_stamps::cue)
      write_paragraphs();
    else if (has_its_page())
      write_page();
    else
      for (auto const& each : text_.cues) write_line(each);
    auto const any = [&](auto&& test) { return std::any_of(text_.cues.begin(), text_.cues.end(), test); };
    auto const lost = [&](bool is, char const* what) {
      if (is) told.push_back(make_diagnostic(code::format_lost, {}, std::string("plain text cannot carry ") + what));
    };
    lost(times_lost_, "times of some lines alone");
    lost(any([](cue const& each) { return !each.marks.empty(); }), "markup");
    lost(any([](cue const& each) { return !each.words.empty(); }), "the times of words");
    lost(any([](cue const& each) { return !each.settings.empty(); }), "positions on the picture");
    return std::move(out_);
  }

private:
  /// The cues that come from the file still stand in its order.
  bool has_its_page() const {
    if (text_.format != "text" || !text_.from) return false;
    std::uint32_t end = 0;
    for (auto const& each : text_.cues) {
      if (each.block.empty()) continue;
      if (each.block.offset < end || each.block.end() > source_.size()) return false;
      end = each.block.end();
    }
    return true;
  }

  /// Cues, kept blocks and metadata by where they stand; cues from elsewhere follow the one before them.
  void write_page() {
    auto block = text_.kept.begin();
    auto entry = text_.metadata.begin();
    auto const write_until = [&](std::uint32_t offset) {
      for (;;) {
        auto const block_at = block != text_.kept.end() ? block->block.offset : offset;
        auto const entry_at = entry != text_.metadata.end() ? place_of(*entry) : offset;
        if (std::min(block_at, entry_at) >= offset) return;
        if (block_at <= entry_at) {
          if (!block->removed) write_parts(*block, block->block);
          ++block;
        } else {
          write_parts(*entry, entry->where.cover({0, static_cast<std::uint32_t>(entry->text.size())}).source);
          ++entry;
        }
      }
    };
    for (auto const& each : text_.cues) {
      if (each.block.empty()) {
        end_line();
        write_line(each);
        continue;
      }
      write_until(each.block.offset);
      if (each.untouched())
        out_ += slice(source_, each.block);
      else if (each.as_read != 0 && same_head(each))
        write_parts(each, each.block);
      else
        write_line(each);
    }
    write_until(static_cast<std::uint32_t>(source_.size()) + 1);
  }

  /// Metadata made by hand stands nowhere, that is, at the end.
  std::uint32_t place_of(metadata_entry const& entry) const {
    auto const& runs = entry.where.runs();
    return runs.empty() ? static_cast<std::uint32_t>(source_.size()) + 1 : runs.front().source.offset;
  }

  /// The block as it stands, with what the passage's text is now in place of what it was.
  void write_parts(passage const& what, span block) {
    auto at = block.offset;
    for (auto const& run : what.where.runs()) {
      if (run.source.offset < at || run.source.end() > block.end()) continue;
      out_ += source_.substr(at, run.source.offset - at);
      auto const now = slice(what.text, run.text);
      // A line break of the text stands for the file's own line end, and for the blank lines below it.
      auto const was = slice(source_, run.source);
      bool const line_end = now == "\n" && was.find_first_of("\r\n") != was.npos;
      bool const escaped = was.size() == 2 && was[0] == '\\' && was.substr(1) == now;
      out_ += line_end || escaped ? was : now;
      at = run.source.end();
    }
    out_ += source_.substr(at, block.end() - at);
  }

  /// True if the line's own time and label still say what the cue says.
  bool same_head(cue const& what) const {
    auto const block = slice(source_, what.block);
    auto const line = block.substr(0, block.find_first_of("\r\n"));
    if (text_.timed) {
      auto time = read_clock_line(line);
      std::string_view name;
      if (!time) {
        auto const named = read_speaker_clock(line);
        time = named.time;
        name = slice(line, named.name);
      }
      if (!time || time.first.ms != what.when.start.ms) return false;
      if (time.second && time.second.ms != what.when.end.ms) return false;
      if (!name.empty() && !same_speaker(name, text_.speaker_name(what.speaker))) return false;
    }
    if (what.where.empty()) return false;
    auto const begin = what.where.runs().front().source.offset;
    if (begin < what.block.offset || begin > what.block.end()) return false;
    // The label, if there is one, is what stands right before the text and is none of it.
    auto const before = slice(source_, {what.block.offset, begin - what.block.offset});
    auto const name = text_.speaker_name(what.speaker);
    auto const colon = before.find_last_of(':');
    bool const label = colon != before.npos && before.find_first_not_of(" \t*\r\n", colon + 1) == before.npos;
    if (!label) return true;
    if (name.empty()) return false;
    return same_speaker(before.substr(0, colon), name);
  }

  void end_line() {
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  }

  void write_paragraphs() {
    for (auto const& each : make_paragraphs(text_, options_)) {
      if (!out_.empty()) out_ += '\n';
      if (each.stamped) out_ += time_stamp(each.start) + ' ';
      if (!each.speaker.empty()) out_ += each.speaker + ": ";
      out_ += each.text.text;
      out_ += '\n';
    }
  }

  void write_line(cue const& what) {
    end_line();
    if (text_.timed) out_ += time_stamp(what.when.start, true) + ' ';
    if (auto const name = text_.speaker_name(what.speaker); !name.empty()) {
      out_ += name;
      out_ += ": ";
    }
    // In front of some lines alone a time would make the lines between it and the next one cue.
    times_lost_ = times_lost_ || (!text_.timed && what.when.start.ms > 0);
    out_ += what.text;
    out_ += '\n';
  }

  transcript const& text_;
  write_options const& options_;
  std::string_view source_;
  std::string out_;
  bool times_lost_ = false;
};

MONDEGREEN_INLINE std::string write_transcript_text(transcript const& text, write_options const& options,
                                                    std::vector<diagnostic>& diagnostics) {
  return transcript_writer(text, options).run(diagnostics);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
