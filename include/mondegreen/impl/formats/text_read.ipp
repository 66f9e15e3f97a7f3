#pragma once

#include <mondegreen/impl/formats/page.hpp>
#include <mondegreen/impl/formats/text_lines.hpp>
#include <mondegreen/impl/formats/text_marks.hpp>
#include <mondegreen/impl/formats/text_page.hpp>
#include <mondegreen/impl/formats/text_player.hpp>
#include <mondegreen/impl/formats/text_read.hpp>
#include <mondegreen/impl/formats/text_speakers.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/layout.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

class transcript_reader {
public:
  transcript_reader(source_ptr text, read_options const& options)
      : text_(text->text()), layout_(read_text_layout(text_, made_.diagnostics)), options_(options),
        markdown_(is_markdown(text->name())) {
    made_.value.from = std::move(text);
    made_.value.format = "text";
    made_.value.language = options.language;
  }

  reading run() {
    made_.value.timed = layout_.timed;
    if (lines().empty()) {
      tell(code::input_empty, {}, "there is no text in the file");
    } else {
      auto const page = find_page_edges(text_, layout_);
      read_front_matter(page.front);
      read_top(page);
      layout_.timed ? read_cues(page.first, page.end) : read_paragraphs(page.first, page.end);
      for (std::size_t i = page.end; i < lines().size(); ++i) keep(i, kept_kind::chrome);
      if (page.first == page.end)
        tell(code::transcript_only_chrome, {}, "all of the file looks like the page around a transcript");
      finish();
    }
    fill_gap(static_cast<std::uint32_t>(text_.size()));
    settle_speakers();
    for (auto& each : out().cues) each.as_read = each.fingerprint();
    return std::move(made_);
  }

private:
  transcript& out() noexcept { return made_.value; }
  std::vector<text_line> const& lines() const noexcept { return layout_.lines; }
  std::string_view line(std::size_t i) const { return slice(text_, lines()[i].where); }
  page_line kind(std::size_t i) const { return classify_page_line(line(i)); }

  void tell(code what, span where, std::string message) {
    made_.diagnostics.push_back(make_diagnostic(what, where, std::move(message)));
  }

  // -- blocks, in file order

  /// What lies before the next block is white space: the cue's above, or a block of its own.
  void fill_gap(std::uint32_t to) {
    if (to <= covered_) return;
    if (after_cue_) {
      out().cues.back().block.length += to - covered_;
    } else {
      kept_block gap;
      gap.kind = kept_kind::blank;
      gap.block = {covered_, to - covered_};
      out().kept.push_back(std::move(gap));
    }
    covered_ = to;
  }

  void keep(std::size_t i, kept_kind kind) {
    auto const& at = lines()[i];
    keep_span(at.where, {at.where.offset, at.next - at.where.offset}, kind);
  }

  void keep_span(span words, span all, kept_kind kind) {
    fill_gap(all.offset);
    kept_block block;
    block.kind = kind;
    block.text = slice(text_, words);
    block.where.append(words.length, words, true);
    block.block = all;
    out().kept.push_back(std::move(block));
    covered_ = all.end();
    after_cue_ = false;
  }

  void describe(std::size_t i, std::string_view key) { add_metadata(words_of(i), key); }

  void add_metadata(span words, std::string_view key) {
    fill_gap(words.offset);
    // The next gap, the line's end, follows an entry and not a cue.
    after_cue_ = false;
    metadata_entry entry;
    entry.key = key;
    entry.text = slice(text_, words);
    entry.where.append(words.length, words, true);
    out().metadata.push_back(std::move(entry));
    covered_ = words.end();
  }

  // -- the page above

  /// "title: …" is metadata; what else stands there, only the site generator needs.
  void read_front_matter(std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
      auto const entry = line(i);
      auto const colon = entry.find(": ");
      auto const key = entry.substr(0, colon);
      if (colon == entry.npos || (key != "title" && key != "date" && key != "description")) {
        keep(i, kept_kind::header);
        continue;
      }
      auto const from = lines()[i].where.offset;
      auto const value = trimmed(text_, from + static_cast<std::uint32_t>(colon) + 1, lines()[i].where.end());
      if (value.empty()) {
        keep(i, kept_kind::header);
        continue;
      }
      keep_span({from, value.offset - from}, {from, value.offset - from}, kept_kind::header);
      add_metadata(value, key);
    }
  }

  /// "Catégorie : Nature": the label is the page's, the rest is said about the document.
  bool read_category(std::size_t i) {
    auto const& at = lines()[i];
    auto const colon = line(i).find(':');
    if (colon == std::string_view::npos || line(i).size() > 80) return false;
    auto const label = trimmed(text_, at.where.offset, at.where.offset + static_cast<std::uint32_t>(colon));
    auto const value = trimmed(text_, at.where.offset + static_cast<std::uint32_t>(colon) + 1, at.where.end());
    if (value.empty() || classify_page_line(slice(text_, label)) != page_line::category_label) return false;
    span const head{at.where.offset, value.offset - at.where.offset};
    keep_span(label, head, kept_kind::chrome);
    add_metadata(value, "category");
    return true;
  }

  void read_top(page_edges const& page) {
    bool category = false;
    bool title = page.titled;
    for (std::size_t i = page.front; i < page.first; ++i) {
      auto const what = kind(i);
      if (category && what != page_line::icon && line(i).size() <= 60) {
        category = false;
        if (what == page_line::text) {
          describe(i, "category");
          continue;
        }
      }
      if (what == page_line::text && read_category(i)) continue;
      if (what == page_line::text) {
        describe(i, std::exchange(title, false) ? "title" : "description");
      } else if (what == page_line::date) {
        describe(i, "date");
      } else {
        category = category || what == page_line::category_label;
        keep(i, kept_kind::chrome);
      }
    }
  }

  // -- the transcript

  void add_line(cue& to, span words) {
    if (words.empty()) return;
    if (!to.text.empty()) {
      auto const end = to.where.runs().back().source.end();
      bool const plain = words.offset - end == 1 && text_[end] == '\n';
      to.text += '\n';
      to.where.append(1, {end, words.offset - end}, plain);
    }
    // Markdown has a backslash before a bracket, a star and such that is meant as one: "\[laughter\]", "C\#". The two
    // are one character of the words, so that what is done to it is done to both. In other texts it is "¯\_(ツ)_/¯".
    for (auto at = words.offset; at < words.end();) {
      auto const plain = markdown_ ? find_escape(slice(text_, {at, words.end() - at})) : words.end() - at;
      to.text += slice(text_, {at, plain});
      if (plain > 0) to.where.append(plain, {at, plain}, true);
      at += plain;
      if (at == words.end()) break;
      to.text += text_[at + 1];
      to.where.append(1, {at, 2}, false);
      at += 2;
    }
  }

  static bool is_markdown(std::string_view name) { return name.ends_with(".md") || name.ends_with(".markdown"); }

  /// Where a backslash stands that is none of the words; behind the text if there is none.
  static std::uint32_t find_escape(std::string_view text) {
    constexpr std::string_view marks = "[]*_#`~|";
    auto at = text.find('\\');
    while (at != text.npos && (at + 1 == text.size() || marks.find(text[at + 1]) == marks.npos))
      at = text.find('\\', at + 1);
    return static_cast<std::uint32_t>(std::min(at, text.size()));
  }

  speaker_id speaker_of(std::string_view name) { return static_cast<speaker_id>(speakers_[name]); }

  /// "M. PETIT", "Petit" and "Jean Petit" are one.
  void settle_speakers() {
    std::vector<std::size_t> numbers;
    out().speakers = speakers_.finish(numbers);
    for (auto& each : out().cues)
      if (each.speaker != speaker_id::none)
        each.speaker = static_cast<speaker_id>(numbers[static_cast<std::size_t>(each.speaker)]);
  }

  /// A text, and who says it by the label it begins with; empty if it has none.
  struct turn {
    std::string_view name;
    span words;
  };

  /// The text behind its turn mark and its label.
  turn read_turn(span words) const {
    auto const behind = [&](std::uint32_t bytes) { return trimmed(text_, words.offset + bytes, words.end()); };
    words = behind(read_turn_mark(slice(text_, words)));
    auto const head = slice(text_, words);
    if (auto const sender = habits_.senders ? read_sender(head) : chat_sender{})
      return {slice(head, sender.name), behind(sender.text)};
    if (auto const label = labels_.at(head)) return {slice(head, label.name), behind(label.text)};
    return {{}, words};
  }

  /// Takes the turn mark and the label off the beginning of a text; what is left of it.
  span take_speaker(cue& to, span words) {
    auto const read = read_turn(words);
    if (!read.name.empty()) to.speaker = speaker_of(read.name);
    return read.words;
  }

  /// Takes the time off the beginning of a paragraph, where the text has such.
  span take_mark(cue& to, span words) {
    auto const mark = marks_.any() ? read_time_mark(slice(text_, words)) : time_mark{};
    if (mark.length == 0) return words;
    to.when = {{mark.ms}, {mark.ms}};
    return trimmed(text_, words.offset + mark.length, words.end());
  }

  void place(cue&& made, std::size_t from, std::size_t to) {
    fill_gap(lines()[from].where.offset);
    made.block = {lines()[from].where.offset, lines()[to - 1].next - lines()[from].where.offset};
    out().cues.push_back(std::move(made));
    covered_ = lines()[to - 1].next;
    after_cue_ = true;
  }

  span words_of(std::size_t i) const { return trimmed(text_, lines()[i].where.offset, lines()[i].where.end()); }

  /// The first text of the cue that begins at `i`.
  span head_of(std::size_t i, std::size_t end) const {
    auto const& at = lines()[i];
    auto const own = trimmed(text_, at.text, at.where.end());
    if (!own.empty() || i + 1 >= end || lines()[i + 1].clocked) return own;
    return words_of(i + 1);
  }

  void read_cues(std::size_t first, std::size_t end) {
    habits_ = find_habits(text_, layout_, first, end);
    for (std::size_t i = first; i < end; ++i) {
      if (!lines()[i].clocked || !lines()[i].name.empty()) continue;
      auto const head = slice(text_, head_of(i, end));
      labels_.see(head.substr(read_turn_mark(head)));
    }
    labels_.decide(true);
    for (std::size_t i = first; i < end;) {
      auto stop = i + 1;
      while (stop < end && !lines()[stop].clocked) ++stop;
      bool const chapter = stop < end && stop > i + 1 && is_chapter(line(stop - 1));
      read_cue(i, chapter ? stop - 1 : stop);
      if (chapter) describe(stop - 1, "chapter");
      i = stop;
    }
  }

  void read_cue(std::size_t i, std::size_t stop) {
    auto const& at = lines()[i];
    cue made;
    made.when.start = at.start;
    auto words = trimmed(text_, at.text, at.where.end());
    auto next = i + 1;
    if (!at.name.empty()) made.speaker = speaker_of(slice(text_, at.name));
    // The time once more, in words, is the player's.
    bool const again = habits_.times_in_words && words.empty() && next < stop && says_time(line(next), at.start);
    if (again) ++next;
    if (words.empty() && next < stop) words = words_of(next++);
    if (at.name.empty()) words = take_speaker(made, words);
    add_line(made, words);
    for (; next < stop; ++next) add_line(made, words_of(next));
    if (made.text.empty()) {
      tell(code::transcript_empty_cue, at.clock, "there is no text at " + to_string(at.start) + "; the line is kept");
      for (auto k = i; k < stop; ++k) keep(k, kept_kind::unknown);
      return;
    }
    cue_lines_.push_back(i);
    place(std::move(made), i, stop);
  }

  /// Lines of one width without full stops are the rows of paragraphs.
  bool is_wrapped(std::size_t first, std::size_t end) const {
    std::size_t rows = 0, even = 0, open = 0, blocks = 1;
    for (std::size_t i = first; i + 1 < end; ++i) {
      if (lines()[i + 1].after_blank) {
        ++blocks;
        continue;
      }
      auto const row = line(i);
      ++rows;
      even += row.size() >= 45 && row.size() <= 110 ? 1 : 0;
      open += looks_like_title(row) ? 1 : 0;
    }
    return rows >= 3 && even * 10 >= rows * 8 && open * 10 >= rows * 6 && blocks * 40 >= end - first;
  }

  void read_paragraphs(std::size_t first, std::size_t end) {
    if (first == end) return;
    for (std::size_t i = first; i < end; ++i) {
      auto const head = slice(text_, words_of(i));
      labels_.see(head.substr(read_turn_mark(head)));
    }
    labels_.decide(false);
    for (std::size_t i = first; i < end; ++i) marks_.see(read_time_mark(slice(text_, read_turn(words_of(i)).words)));
    std::size_t bare = 0;
    for (std::size_t i = first; i < end; ++i) bare += bare_label(line(i)).empty() ? 0 : 1;
    bool const wrapped = is_wrapped(first, end);
    auto speaker = speaker_id::none;
    for (std::size_t i = first; i < end;) {
      if (kind(i) == page_line::shortcode) {
        keep(i++, kept_kind::chrome);
        continue;
      }
      cue made;
      auto const begin = i;
      if (auto const name = bare >= 2 && i + 1 < end ? bare_label(line(i)) : span{}; !name.empty())
        speaker = speaker_of(slice(line(i++), name));
      if ((labels_.carry() && !is_somebody_else(i)) || bare >= 2) made.speaker = speaker;
      auto words = take_mark(made, take_speaker(made, words_of(i)));
      auto stop = i + 1;
      // A label on a line of its own belongs to the paragraph below.
      if (words.empty() && stop < end) words = words_of(stop++);
      add_line(made, words);
      while (wrapped && stop < end && !lines()[stop].after_blank && !begins_turn(stop))
        add_line(made, words_of(stop++));
      speaker = made.speaker;
      if (made.text.empty()) {
        for (auto k = begin; k <= i; ++k) keep(k, kept_kind::unknown);
        ++i;
        continue;
      }
      place(std::move(made), begin, stop);
      i = stop;
    }
    if (!labels_.any() && bare < 2) find_questions();
  }

  /// A turn mark, or what may be the label of one who speaks too seldom to be sure.
  bool is_somebody_else(std::size_t i) const {
    auto const head = slice(text_, words_of(i));
    auto const label = read_label(head);
    return read_turn_mark(head) != 0 || (label && label.name.length <= 30);
  }

  bool begins_turn(std::size_t i) const {
    auto const head = slice(text_, words_of(i));
    return read_turn_mark(head) != 0 || labels_.at(head);
  }

  static bool is_question(std::string_view text) {
    while (text.ends_with(' ') || text.ends_with('"') || text.ends_with(')')) text.remove_suffix(1);
    return text.ends_with('?');
  }

  /// An interview shows its questions: paragraphs that end in a question mark, each with an answer under it.
  void find_questions() {
    auto& cues = out().cues;
    std::vector<std::size_t> questions;
    for (std::size_t i = 0; i + 1 < cues.size(); ++i) {
      bool const follows_question = i != 0 && is_question(cues[i - 1].text);
      bool const short_enough = cues[i].text.size() <= 600;
      if (short_enough && is_question(cues[i].text) && !is_question(cues[i + 1].text) && !follows_question)
        questions.push_back(i);
    }
    if (questions.size() < 3 || questions.size() * 3 < cues.size()) return;
    for (auto const i : questions) cues[i].speaker = speaker_of("Question");
  }

  // -- times

  void finish() {
    auto& cues = out().cues;
    if (!layout_.timed) {
      if (!cues.empty())
        tell(code::transcript_no_clock, {layout_.first_line, 0},
             marks_.any()
                 ? fmt::format(
                       "no line begins with a time; each paragraph is a cue, {} of them with a time of their own",
                       marks_.count())
                 : "no line begins with a time; each paragraph is a cue");
      return;
    }
    auto const* language = find_language(options_.language);
    if (language == nullptr) language = detect_language(text_).what;
    int const speed = language != nullptr ? language->reading_speed : no_language().reading_speed;
    for (std::size_t i = 0; i < cues.size(); ++i) {
      auto const& from = lines()[cue_lines_[i]];
      auto& when = cues[i].when;
      if (from.ranged) {
        when.end = from.end;
        if (when.end < when.start) tell(code::time_backwards, from.clock, "the end stands before the start");
      } else if (i + 1 < cues.size() && cues[i + 1].when.start > when.start) {
        when.end = cues[i + 1].when.start;
      } else {
        when.end = when.start + reading_time(cues[i].text, speed);
      }
      if (i == 0) continue;
      auto const before = cues[i - 1].when.start;
      if (when.start < before)
        tell(code::time_order, from.clock, to_string(when.start) + " stands below " + to_string(before));
      else if (when.start == before)
        tell(code::time_repeated, from.clock, to_string(when.start) + " stands here for the second time");
    }
  }

  reading made_;
  std::string_view text_;
  text_layout layout_;
  read_options const& options_;
  bool markdown_; ///< by the name of the file
  speaker_labels labels_;
  time_marks marks_; ///< of paragraphs
  player_habits habits_;
  speaker_list speakers_;
  std::vector<std::size_t> cue_lines_; ///< the line each cue begins on
  std::uint32_t covered_ = 0;          ///< every byte below lies in a block or a metadata entry
  bool after_cue_ = false;
};

MONDEGREEN_INLINE reading read_transcript_text(source_ptr text, read_options const& options) {
  return transcript_reader(std::move(text), options).run();
}

MONDEGREEN_INLINE int detect_transcript_text(source const& text) {
  std::vector<diagnostic> told;
  auto const layout = read_text_layout(text.text().substr(0, std::size_t{1} << 16U), told);
  return layout.timed ? 60 : 1;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
