#pragma once

#include <mondegreen/impl/formats/asr_words.hpp>
#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/layout.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

// Words without segments are parted where people would: no cue so made is longer than a viewer can take in at once, and
// no pause of the speech lies inside of one. Layout makes the final cues; these need only be whole sentences where
// there are any.
inline constexpr std::int64_t longest_pause_in_cue = 1500; ///< ms
inline constexpr std::int64_t longest_stretch = 8000;      ///< ms
inline constexpr std::int64_t short_sentence = 1500; ///< ms; a shorter one stays with the next if it follows at once
inline constexpr std::size_t most_words = 40;
inline constexpr std::int64_t long_segment = 30'000; ///< ms: the window of Whisper; longer ones are parted as well

class asr_cue_maker {
public:
  asr_cue_maker(heard&& what, reading& into) : heard_(std::move(what)), made_(into) {}

  void run() {
    choose_segments();
    if (heard_.tokens)
      for (auto& each : heard_.segments) join_tokens(each);
    if (heard_.segments.empty() && (!heard_.words.empty() || !heard_.texts.empty())) {
      auto& all = heard_.segments.emplace_back();
      all.words = std::move(heard_.words);
      if (heard_.texts.size() == 1) all.text = std::move(heard_.texts.front());
      bool const texts_alone = all.words.empty() && heard_.texts.size() > 1; // `all` moves when others come behind it
      if (texts_alone)
        for (auto& each : heard_.texts) heard_.segments.emplace_back().text = std::move(each);
      std::erase_if(heard_.segments, [](auto const& each) { return each.text.text.empty() && each.words.empty(); });
      loose_ = true;
    }
    std::stable_sort(heard_.turns.begin(), heard_.turns.end(),
                     [](heard_turn const& a, heard_turn const& b) { return a.start < b.start; });
    for (std::size_t i = 0; i < heard_.segments.size(); ++i) {
      auto const next = i + 1 < heard_.segments.size() ? heard_.segments[i + 1].start : no_time;
      make(heard_.segments[i], next);
    }
    settle_times();
    if (unplaced_ != 0)
      made_.diagnostics.push_back(
          make_diagnostic(code::asr_word, unplaced_at_,
                          unplaced_ == 1 ? std::string("1 word of the list is not in the text")
                                         : fmt::format("{} words of the list are not in the text", unplaced_)));
  }

private:
  void choose_segments() {
    auto& all = heard_.segments;
    // With speakers told apart, one of the services repeats all words in a last result of their own.
    if (heard_.last_repeats && all.size() > 1) {
      auto& last = all.back();
      bool const repeats = last.text.text.empty() && !last.words.empty() && !all.front().words.empty() &&
                           last.words.front().start != no_time &&
                           last.words.front().start <= all.front().words.front().start;
      if (repeats) {
        heard_.words = std::move(last.words);
        all.clear();
        heard_.texts.clear();
      }
    }
    int best = std::numeric_limits<int>::min();
    for (auto const& each : all) best = std::max(best, each.rank);
    std::erase_if(all, [&](heard_segment const& each) { return each.rank != best; });
    if (all.empty() || heard_.words.empty()) return;
    bool const words = std::any_of(all.begin(), all.end(), [](auto const& each) { return !each.words.empty(); });
    if (words) return;
    std::size_t at = 0;
    for (auto& each : heard_.words) {
      auto const middle = each.start == no_time ? no_time
                          : each.end == no_time ? each.start
                                                : (each.start + each.end) / 2;
      while (middle != no_time && at + 1 < all.size() && all[at + 1].start != no_time && middle >= all[at + 1].start &&
             (all[at].end == no_time || middle >= all[at].end))
        ++at;
      all[at].words.push_back(std::move(each));
    }
  }

  std::int32_t speaker_at(std::int64_t when) const {
    auto const after = std::partition_point(heard_.turns.begin(), heard_.turns.end(),
                                            [&](heard_turn const& each) { return each.start <= when + 1; });
    return after == heard_.turns.begin() ? -1 : std::prev(after)->speaker;
  }

  void make(heard_segment& segment, std::int64_t next_start) {
    for (std::size_t i = 0; i < segment.words.size(); ++i) {
      auto& each = segment.words[i];
      if (each.start == no_time) continue;
      if (each.end == no_time) {
        auto const later = i + 1 < segment.words.size() ? segment.words[i + 1].start : no_time;
        each.end = later;
        if (each.end == no_time) each.end = segment.end;
        if (later == no_time && next_start != no_time && each.end != no_time && next_start > each.start)
          each.end = std::min(each.end, next_start);
        if (each.end == no_time || each.end < each.start) each.end = each.start;
      }
      if (each.speaker == -1 && segment.speaker == -1 && !heard_.turns.empty()) each.speaker = speaker_at(each.start);
    }
    if (segment.words.empty() && segment.speaker == -1 && segment.start != no_time && !heard_.turns.empty())
      segment.speaker = speaker_at(segment.start);
    auto const before = unplaced_;
    auto spoken = place_words(segment, heard_, unplaced_);
    if (before == 0 && unplaced_ != 0) unplaced_at_ = {segment.block.offset, 0};
    if (spoken.text.text.empty()) return;
    cut(spoken, segment);
  }

  // -- one text, one or several cues

  void cut(spoken_text const& spoken, heard_segment const& segment) {
    auto const& words = spoken.words;
    bool speakers = false;
    std::int32_t known = -1;
    std::size_t timed = 0;
    for (auto const& each : words) {
      timed += each.start != no_time ? 1 : 0;
      speakers = speakers || (known != -1 && each.speaker != -1 && each.speaker != known);
      if (each.speaker != -1) known = each.speaker;
    }
    speakers = speakers && segment.speaker == -1;
    auto const first_time = segment.start != no_time || words.empty() ? segment.start : words.front().start;
    auto const last_time = segment.end != no_time || words.empty() ? segment.end : words.back().end;
    bool const is_long = first_time != no_time && last_time != no_time && last_time - first_time > long_segment;
    bool const part = timed != 0 && (loose_ || heard_.part || is_long);
    if (words.empty() || (!part && !speakers)) {
      add_cue(spoken, segment, 0, words.size(), true);
      return;
    }
    std::size_t first = 0;
    for (std::size_t i = 1; i <= words.size(); ++i) {
      if (i < words.size() && !parts(spoken, first, i, part)) continue;
      cut_stretch(spoken, segment, first, i, part);
      first = i;
    }
  }

  /// Whether a cue ends before the word `i`.
  bool parts(spoken_text const& spoken, std::size_t first, std::size_t i, bool at_pauses) const {
    auto const& before = spoken.words[i - 1];
    auto const& after = spoken.words[i];
    if (before.speaker != -1 && after.speaker != -1 && before.speaker != after.speaker) return true;
    if (!at_pauses) return false;
    auto const text = std::string_view(spoken.text.text);
    auto const between = slice(text, {before.where.end(), after.where.offset - before.where.end()});
    if (std::count(between.begin(), between.end(), '\n') > 1) return true;
    if (before.start == no_time || after.start == no_time) return false;
    auto const pause = after.start - before.end;
    if (pause >= longest_pause_in_cue || after.start < before.start - 1000) return true;
    auto const long_enough =
        spoken.words[first].start == no_time || before.end - spoken.words[first].start >= short_sentence;
    return ends_sentence(text, before.where, after.where) && (long_enough || pause >= 500);
  }

  static bool ends_sentence(std::string_view text, span word, span next) {
    auto end = next.offset;
    while (end > word.offset && (is_white_space(text[end - 1]) || text[end - 1] == '"' || text[end - 1] == ')')) --end;
    if (end == word.offset) return false;
    auto const last = decode_before(text, end);
    if (std::u32string_view(U"!?…。！？").find(last.value) != std::u32string_view::npos) return true;
    if (last.value != '.') return false;
    // "M. Dupont", "e.g. this": a short word with a dot, or what goes on in lower case.
    auto const letters = count_code_points(slice(text, word)) - 1;
    auto const first = decode_at(text, next.offset).value;
    return letters > 2 && (lower_latin(first) != first || !is_plain_letter(first));
  }

  /// A stretch without a pause may still be too long for one cue: it is parted at a comma or at its longest gap.
  void cut_stretch(spoken_text const& spoken, heard_segment const& segment, std::size_t first, std::size_t end,
                   bool at_pauses) {
    auto const& words = spoken.words;
    while (at_pauses && first < end) {
      auto last = first + 1;
      auto const fits = [&](std::size_t i) {
        bool const short_time = words[first].start == no_time || words[i].end == no_time ||
                                words[i].end - words[first].start <= longest_stretch;
        return short_time && i - first < most_words;
      };
      while (last < end && fits(last)) ++last;
      if (last == end) break;
      auto best = last;
      std::int64_t best_worth = -1;
      for (auto i = first + std::max<std::size_t>(1, (last - first) / 2); i <= last && i < end; ++i) {
        auto const text = std::string_view(spoken.text.text);
        std::int64_t worth = words[i].start == no_time || words[i - 1].end == no_time
                                 ? 0
                                 : std::max<std::int64_t>(0, words[i].start - words[i - 1].end);
        if (is_closing_mark(decode_before(text, words[i - 1].where.end()).value)) worth += 400;
        if (worth < best_worth) continue;
        best_worth = worth;
        best = i;
      }
      add_cue(spoken, segment, first, best, false);
      first = best;
    }
    if (first < end) add_cue(spoken, segment, first, end, false);
  }

  /// The words `first` to `end` with the text around them: up to the next word, and from the beginning for the first.
  void add_cue(spoken_text const& spoken, heard_segment const& segment, std::size_t first, std::size_t end,
               bool all_of_it) {
    auto const& words = spoken.words;
    auto const text = std::string_view(spoken.text.text);
    std::uint32_t const from = first == 0 ? 0 : words[first].where.offset;
    std::uint32_t const to = end == words.size() ? static_cast<std::uint32_t>(text.size()) : words[end].where.offset;
    auto const extent = without_spaces(text, {from, to - from});
    if (extent.empty()) return;
    cue made;
    made.speaker = static_cast<speaker_id>(segment.speaker);
    auto at = extent.offset;
    std::int64_t start = no_time, stop = no_time;
    for (auto i = first; i < end; ++i) {
      auto const& each = words[i];
      if (each.where.offset < at || each.where.empty()) continue;
      append_part(made, spoken.text, {at, each.where.offset - at});
      auto const begin = static_cast<std::uint32_t>(made.text.size());
      append_part(made, spoken.text, each.where);
      at = each.where.end();
      if (made.speaker == speaker_id::none && each.speaker != -1) made.speaker = static_cast<speaker_id>(each.speaker);
      if (each.start == no_time) continue;
      made.words.push_back(
          {{begin, static_cast<std::uint32_t>(made.text.size()) - begin}, {{each.start}, {each.end}}, each.confidence});
      if (start == no_time) start = each.start;
      stop = stop == no_time ? each.end : std::max(stop, each.end);
    }
    append_part(made, spoken.text, {at, extent.end() - at});
    if (all_of_it && segment.start != no_time) start = segment.start;
    if (all_of_it && segment.end != no_time) stop = segment.end;
    made.when = {{start}, {stop}};
    if (all_of_it && !segment.block.empty()) {
      made.block = segment.block;
    } else if (!made.where.runs().empty()) {
      auto const begin = made.where.runs().front().source.offset;
      made.block = {begin, made.where.runs().back().source.end() - begin};
    }
    made_.value.cues.push_back(std::move(made));
  }

  /// Cues without a time share what lies between those around them; with no time anywhere there is no clock.
  void settle_times() {
    auto& cues = made_.value.cues;
    auto const unknown = [&](std::size_t i) {
      return cues[i].when.start.ms == no_time && cues[i].when.end.ms == no_time;
    };
    std::size_t untimed = 0;
    std::int64_t before = 0;
    for (std::size_t i = 0; i < cues.size();) {
      auto stop = i;
      while (stop < cues.size() && unknown(stop)) ++stop;
      if (stop != i) {
        untimed += stop - i;
        auto& next = stop < cues.size() ? cues[stop].when : cues[i].when;
        auto const after = next.start.ms != no_time ? next.start.ms : next.end.ms;
        auto const count = static_cast<std::int64_t>(stop - i);
        auto const share = after != no_time && after > before ? (after - before) / count : 0;
        for (; i < stop; ++i) {
          auto const length =
              after != no_time ? duration{share} : reading_time(cues[i].text, no_language().reading_speed);
          cues[i].when = {{before}, timestamp{before} + length};
          before = cues[i].when.end.ms;
        }
        continue;
      }
      auto& when = cues[i].when;
      if (when.start.ms == no_time) when.start.ms = std::min(before, when.end.ms);
      if (when.end.ms == no_time) {
        auto const next = i + 1 < cues.size() ? cues[i + 1].when.start.ms : no_time;
        when.end.ms = next == no_time || next < when.start.ms ? when.start.ms : next;
      }
      before = std::max(when.end.ms, when.start.ms);
      ++i;
    }
    made_.value.timed = untimed < cues.size();
    if (untimed != 0 && made_.value.timed)
      made_.diagnostics.push_back(make_diagnostic(code::asr_no_time, {cues.front().block.offset, 0},
                                                  untimed == 1
                                                      ? std::string("1 stretch of text has no time")
                                                      : fmt::format("{} stretches of text have no time", untimed)));
    if (!made_.value.timed)
      for (auto& each : cues) each.when = {};
  }

  heard heard_;
  reading& made_;
  bool loose_ = false;
  std::size_t unplaced_ = 0;
  span unplaced_at_;
};

MONDEGREEN_INLINE void make_cues(heard&& what, reading& into) { asr_cue_maker(std::move(what), into).run(); }

MONDEGREEN_INLINE void cover_source(transcript& in, std::uint32_t size) {
  // Extents of what is there, in the order of the source.
  struct extent {
    span where;
    cue* of;
  };
  std::vector<extent> all;
  all.reserve(in.cues.size() + in.kept.size());
  for (auto& each : in.cues) all.push_back({each.block, &each});
  for (auto const& each : in.kept) all.push_back({each.block, nullptr});
  std::stable_sort(all.begin(), all.end(),
                   [](extent const& a, extent const& b) { return a.where.offset < b.where.offset; });
  std::vector<kept_block> blanks;
  std::uint32_t covered = 0;
  cue* above = nullptr;
  auto const fill = [&](std::uint32_t to) {
    if (to <= covered) return;
    if (above != nullptr && above->block.end() == covered) {
      above->block.length += to - covered;
      return;
    }
    auto& blank = blanks.emplace_back();
    blank.kind = kept_kind::blank;
    blank.block = {covered, to - covered};
  };
  for (auto const& each : all) {
    fill(each.where.offset);
    if (each.where.end() < covered) continue;
    covered = each.where.end();
    above = each.of;
  }
  fill(size);
  in.kept.insert(in.kept.end(), std::make_move_iterator(blanks.begin()), std::make_move_iterator(blanks.end()));
  std::stable_sort(in.kept.begin(), in.kept.end(),
                   [](kept_block const& a, kept_block const& b) { return a.block.offset < b.block.offset; });
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
