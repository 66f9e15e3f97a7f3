#pragma once

#include <mondegreen/impl/formats/asr_heard.hpp>
#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/text/fold.hpp>
#include <mondegreen/impl/text/utf8.hpp>
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
inline constexpr std::int64_t longest_pause = 1500;   ///< ms
inline constexpr std::int64_t longest_stretch = 8000; ///< ms
inline constexpr std::int64_t short_sentence = 1500;  ///< ms; a shorter one stays with the next if it follows at once
inline constexpr std::size_t most_words = 40;
inline constexpr std::int64_t long_segment = 30'000; ///< ms: the window of Whisper; longer ones are parted as well

/// Appends the part `what` of a passage with its place. Line ends become LF, blank lines vanish.
inline void append_part(passage& to, passage const& from, span what) {
  auto const runs = from.where.runs();
  auto each =
      std::partition_point(runs.begin(), runs.end(), [&](origin::run const& r) { return r.text.end() <= what.offset; });
  for (; each != runs.end() && each->text.offset < what.end(); ++each) {
    auto const begin = std::max(each->text.offset, what.offset);
    auto const end = std::min(each->text.end(), what.end());
    auto const put = [&](std::uint32_t first, std::uint32_t last) {
      if (first == last) return;
      to.text.append(from.text, first, last - first);
      auto const source =
          each->verbatim ? span{each->source.offset + (first - each->text.offset), last - first} : each->source;
      to.where.append(last - first, source, each->verbatim);
    };
    auto from_here = begin;
    for (auto at = begin; at < end; ++at) {
      char const c = from.text[at];
      if (c != '\r' && c != '\n') continue;
      bool const ends_line = c == '\n' || at + 1 == from.text.size() || from.text[at + 1] != '\n';
      bool const doubled = to.text.ends_with('\n') && at == from_here;
      put(from_here, at);
      from_here = at + 1;
      if (!ends_line || doubled || to.text.empty()) continue;
      to.text += '\n';
      auto const source = each->verbatim ? span{each->source.offset + (at - each->text.offset), 1} : each->source;
      to.where.append(1, source, each->verbatim && c == '\n');
    }
    put(from_here, end);
  }
}

inline bool is_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/// `what` without the white space around it.
inline span without_spaces(std::string_view text, span what) noexcept {
  while (!what.empty() && is_space(text[what.offset])) ++what.offset, --what.length;
  while (!what.empty() && is_space(text[what.end() - 1])) --what.length;
  return what;
}

inline span whole(std::string_view text) noexcept { return {0, static_cast<std::uint32_t>(text.size())}; }

/// Marks that stand right behind a word.
inline bool is_closing_mark(char32_t c) noexcept {
  return std::u32string_view(U".,!?;:…%)]}»”。、！？，；：」』）؟،").find(c) != std::u32string_view::npos;
}

inline bool only_closing_marks(std::string_view text) noexcept {
  if (text.empty()) return false;
  for (std::size_t at = 0; at < text.size();) {
    auto const point = decode_at(text, at);
    if (!is_closing_mark(point.value)) return false;
    at += point.length;
  }
  return true;
}

/// Scripts that part no words.
inline bool is_unspaced(char32_t c) noexcept {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/// A text and where in it its words stand.
struct spoken_text {
  struct word {
    span where;
    std::int64_t start, end;
    float confidence;
    std::int32_t speaker;
  };
  passage text{};
  std::vector<word> words{};
};

/// Finds words in a text one after the other. Case does not count, and what recognisers write otherwise in the text
/// ("twenty two", "22") is passed over.
class word_finder {
public:
  explicit word_finder(std::string_view text) : text_(text) {}

  /// Where the next word stands; empty if it does not.
  span next(std::string_view word) {
    constexpr std::size_t farthest = 96; // keeps a list of words that are not there from being quadratic
    auto at = at_;
    while (at < text_.size() && is_space(text_[at])) ++at;
    for (auto const limit = std::min(text_.size(), at + farthest); at < limit;) {
      auto const length = match(at, word);
      bool const first = at == at_ || only_marks(at);
      if (length != 0 && (first || (starts_word(at) && ends_word(at + length)))) {
        at_ = at + length;
        return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(length)};
      }
      at += decode_at(text_, at).length;
    }
    return {};
  }

private:
  /// Bytes of the text that say what the word says; 0 if they do not.
  std::size_t match(std::size_t from, std::string_view word) const {
    auto at = from;
    for (std::size_t i = 0; i < word.size();) {
      if (at >= text_.size()) return 0;
      auto const a = decode_at(text_, at);
      auto const b = decode_at(word, i);
      if (lower_latin(a.value) != lower_latin(b.value)) return 0;
      at += a.length;
      i += b.length;
    }
    return at - from;
  }

  /// True if nothing but spaces and marks stands between the last word and `to`.
  bool only_marks(std::size_t to) const {
    for (auto at = at_; at < to;) {
      auto const point = decode_at(text_, at);
      if (is_plain_letter(point.value) || (point.value >= '0' && point.value <= '9')) return false;
      at += point.length;
    }
    return true;
  }

  bool starts_word(std::size_t at) const { return at == 0 || !is_plain_letter(decode_before(text_, at).value); }
  bool ends_word(std::size_t at) const {
    return at == text_.size() || !is_plain_letter(decode_at(text_, at).value) ||
           !is_plain_letter(decode_before(text_, at).value);
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

class asr_cue_maker {
public:
  asr_cue_maker(heard&& what, reading& into) : heard_(std::move(what)), made_(into) {}

  void run() {
    choose_segments();
    if (heard_.tokens) join_tokens();
    if (heard_.segments.empty() && (!heard_.words.empty() || !heard_.texts.empty())) {
      auto& all = heard_.segments.emplace_back();
      all.words = std::move(heard_.words);
      if (heard_.texts.size() == 1) all.text = std::move(heard_.texts.front());
      for (std::size_t i = 0; heard_.texts.size() > 1 && i < heard_.texts.size() && all.words.empty(); ++i)
        heard_.segments.emplace_back().text = std::move(heard_.texts[i]);
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
    if (all.size() > 1) {
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

  /// Tokens of a language model become words: one that does not begin with a space goes on with the one before.
  void join_tokens() {
    for (auto& segment : heard_.segments) {
      std::vector<heard_word> joined;
      for (auto& each : segment.words) {
        auto const& text = each.text.text;
        if (text.starts_with("[_") || text.starts_with("<|")) continue; // not spoken
        bool const fresh = joined.empty() || is_space(text.front()) ||
                           (is_unspaced(decode_at(text, 0).value) && !only_closing_marks(text));
        if (fresh) {
          joined.push_back(std::move(each));
          continue;
        }
        auto& word = joined.back();
        append_part(word.text, each.text, whole(text));
        word.confidence = std::min(word.confidence, each.confidence);
        if (each.end != no_time && (word.end == no_time || each.end > word.end)) word.end = each.end;
      }
      segment.words = std::move(joined);
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
    auto spoken = place_words(segment);
    if (spoken.text.text.empty()) return;
    cut(spoken, segment);
  }

  spoken_text place_words(heard_segment& segment) {
    spoken_text made;
    if (!segment.text.text.empty()) {
      made.text = std::move(segment.text);
      word_finder find(made.text.text);
      std::size_t missed = 0;
      for (auto const& each : segment.words) {
        auto const text = slice(each.text.text, without_spaces(each.text.text, whole(each.text.text)));
        if (text.empty()) continue;
        auto const where = find.next(text);
        bool const mark = is_mark(each, text);
        if (where.empty())
          missed += mark ? 0 : 1;
        else if (mark && !made.words.empty() && made.words.back().where.end() <= where.offset)
          made.words.back().where.length = where.end() - made.words.back().where.offset;
        else
          made.words.push_back({where, each.start, each.end, each.confidence, each.speaker});
      }
      if (missed * 2 <= segment.words.size()) {
        if (missed != 0 && unplaced_ == 0) unplaced_at_ = {segment.block.offset, 0};
        unplaced_ += missed;
        return made;
      }
      made = {};
    }
    for (auto const& each : segment.words) add_word(made, each);
    return made;
  }

  /// "Yes" and "." of the list are the word "Yes.", but a mark that was given its own time is kept as it is.
  bool is_mark(heard_word const& word, std::string_view text) const {
    bool const untimed = word.start == no_time || word.end == no_time || word.start == word.end;
    return word.punctuation || ((untimed || heard_.marks) && only_closing_marks(text));
  }

  void add_word(spoken_text& made, heard_word const& word) const {
    auto const& text = word.text.text;
    auto const core = heard_.glued ? whole(text) : without_spaces(text, whole(text));
    if (core.empty()) return;
    bool const mark = !heard_.glued && !made.words.empty() && is_mark(word, slice(text, core));
    auto& out = made.text;
    if (!heard_.glued && !out.text.empty() && !mark &&
        !(is_unspaced(decode_before(out.text, out.text.size()).value) &&
          is_unspaced(decode_at(text, core.offset).value))) {
      auto const from = out.where.runs().back().source.end();
      auto const& runs = word.text.where.runs();
      auto const to = runs.empty() ? from : runs.front().source.offset;
      out.text += ' ';
      out.where.append(1, {from, to > from ? to - from : 0}, false);
    }
    auto const begin = static_cast<std::uint32_t>(out.text.size());
    append_part(out, word.text, core);
    span where{begin, static_cast<std::uint32_t>(out.text.size()) - begin};
    if (heard_.glued) where = without_spaces(out.text, where);
    if (where.empty()) return;
    if (mark)
      made.words.back().where.length = where.end() - made.words.back().where.offset;
    else
      made.words.push_back({where, word.start, word.end, word.confidence, word.speaker});
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
    bool const part = timed != 0 && (loose_ || is_long);
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
    if (pause >= longest_pause || after.start < before.start - 1000) return true;
    auto const long_enough =
        spoken.words[first].start == no_time || before.end - spoken.words[first].start >= short_sentence;
    return ends_sentence(text, before.where, after.where) && (long_enough || pause >= 500);
  }

  static bool ends_sentence(std::string_view text, span word, span next) {
    auto end = next.offset;
    while (end > word.offset && (is_space(text[end - 1]) || text[end - 1] == '"' || text[end - 1] == ')')) --end;
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

MONDEGREEN_INLINE void make_cues(heard&& what, std::string_view, reading& into) {
  asr_cue_maker(std::move(what), into).run();
}

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
