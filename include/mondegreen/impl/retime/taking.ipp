#pragma once

#include <mondegreen/impl/retime/moving.hpp>
#include <mondegreen/impl/retime/word_alignment.hpp>
#include <mondegreen/impl/text/plain_key.hpp>
#include <mondegreen/impl/text/utf8.hpp>
#include <mondegreen/retime.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

/// A word of running text: what stands between white space and says something.
struct spoken_word {
  std::size_t cue = 0;
  span where{};          ///< in its text
  std::uint32_t key = 0; ///< equal for equal words
  std::uint32_t letters = 0;
  interval when{};
  float confidence = 1;
};

using word_numbers = std::unordered_map<std::string, std::uint32_t>;

constexpr bool is_gap(char32_t c) noexcept {
  return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Chinese, Japanese, Thai, Lao, Khmer and Burmese have no spaces between words: a letter counts as one.
constexpr bool is_written_unspaced(char32_t c) noexcept {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/// The words of all cues. An elided article is a word ("l'eau": l, eau), for recognisers part there or do not.
inline std::vector<spoken_word> words_of_cues(std::vector<cue> const& cues, word_numbers& numbers) {
  std::vector<spoken_word> words;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    std::string_view const text = cues[i].text;
    auto const add = [&](std::size_t begin, std::size_t end) {
      auto const spelled = text.substr(begin, end - begin);
      auto key = plain_key(spelled);
      if (key.empty()) return;
      auto const number = numbers.try_emplace(std::move(key), static_cast<std::uint32_t>(numbers.size())).first->second;
      words.push_back({i,
                       {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)},
                       number,
                       static_cast<std::uint32_t>(count_code_points(spelled)),
                       {},
                       1});
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
      auto const point = decode_at(text, at);
      auto const next = at + point.length;
      bool const cut = point.value == U'\'' || point.value == U'\u2019' || point.value == U'-';
      if (is_gap(point.value)) {
        add(begin, at);
        begin = next;
      } else if (is_written_unspaced(point.value)) {
        add(begin, at);
        add(at, next);
        begin = next;
      } else if (cut && next < text.size() && !is_gap(decode_at(text, next).value) && at > begin) {
        add(begin, next);
        begin = next;
      }
      at = next;
    }
    add(begin, text.size());
  }
  return words;
}

/// Shares the time from `from` to `to` among words by their length.
inline void share_time(std::span<spoken_word> words, timestamp from, timestamp to) {
  std::int64_t whole = 0;
  for (auto const& each : words) whole += each.letters + 1;
  std::int64_t done = 0;
  auto const at = [&](std::int64_t letters) {
    auto const length = static_cast<double>(to.ms - from.ms);
    return timestamp{from.ms + static_cast<std::int64_t>(length * static_cast<double>(letters) /
                                                         static_cast<double>(std::max<std::int64_t>(whole, 1)))};
  };
  for (auto& each : words) {
    auto const begin = done;
    done += each.letters + 1;
    each.when = {at(begin), at(done)};
  }
}

/// What the timed words of a cue say about the words of its text; between them, and without any, the time is shared.
inline void time_words(std::span<spoken_word> words, cue const& of) {
  std::size_t known = 0;
  std::size_t open = 0; // words without a time start here
  auto from = of.when.start;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const& where = words[i].where;
    while (known < of.words.size() && of.words[known].where.end() <= where.offset) ++known;
    if (known == of.words.size() || of.words[known].where.offset >= where.end()) continue;
    // The words under one timed word share its time: "l'eau" may have one.
    auto const& timed = of.words[known];
    auto last = i;
    while (last + 1 < words.size() && words[last + 1].where.offset < timed.where.end()) ++last;
    auto covered = known;
    while (covered + 1 < of.words.size() && of.words[covered + 1].where.offset < words[last].where.end()) ++covered;
    if (open < i) share_time(words.subspan(open, i - open), from, std::max(from, timed.when.start));
    share_time(words.subspan(i, last + 1 - i), timed.when.start, of.words[covered].when.end);
    for (auto k = i; k <= last; ++k) words[k].confidence = timed.confidence;
    from = of.words[covered].when.end;
    i = last;
    open = last + 1;
  }
  if (open < words.size()) share_time(words.subspan(open), from, std::max(from, of.when.end));
}

inline void time_all(std::vector<spoken_word>& words, std::vector<cue> const& cues) {
  for (std::size_t begin = 0; begin < words.size();) {
    auto end = begin;
    while (end < words.size() && words[end].cue == words[begin].cue) ++end;
    time_words(std::span(words).subspan(begin, end - begin), cues[words[begin].cue]);
    begin = end;
  }
}

/// Gives the words of `mine` that have no partner their times: those of the words that stand in their place there, or
/// of the gap.
class gap_filler {
public:
  gap_filler(std::vector<spoken_word>& mine, std::vector<spoken_word> const& theirs,
             std::vector<std::int32_t> const& partner)
      : mine_(mine), theirs_(theirs), partner_(partner) {}

  void run() {
    for (std::size_t i = 0; i < mine_.size();) {
      if (partner_[i] >= 0) {
        mine_[i].when = theirs_[static_cast<std::size_t>(partner_[i])].when;
        mine_[i].confidence = theirs_[static_cast<std::size_t>(partner_[i])].confidence;
        ++i;
        continue;
      }
      auto end = i;
      while (end < mine_.size() && partner_[end] < 0) ++end;
      fill(i, end);
      i = end;
    }
  }

private:
  void fill(std::size_t begin, std::size_t end) {
    auto const words = std::span(mine_).subspan(begin, end - begin);
    for (auto& each : words) each.confidence = 0;
    auto const first = begin == 0 ? std::size_t{0} : static_cast<std::size_t>(partner_[begin - 1]) + 1;
    auto const last = end == mine_.size() ? theirs_.size() : static_cast<std::size_t>(partner_[end]);
    if (last - first == words.size()) {
      for (std::size_t i = 0; i < words.size(); ++i) words[i].when = theirs_[first + i].when;
    } else if (last > first) {
      share_time(words, theirs_[first].when.start, std::max(theirs_[first].when.start, theirs_[last - 1].when.end));
    } else {
      constexpr std::int64_t letter = 65; // ms: some 15 letters a second
      std::int64_t need = 0;
      for (auto const& each : words) need += letter * (each.letters + 1);
      auto from = begin > 0 ? mine_[begin - 1].when.end : timestamp{-1};
      auto to = end < mine_.size() ? theirs_[last].when.start : timestamp{-1};
      if (begin == 0 && end == mine_.size()) return; // there are no times at all
      if (begin == 0) from = {std::max<std::int64_t>(0, to.ms - need)};
      if (end == mine_.size()) to = {from.ms + need};
      // More room than the words take: they stand where the talk went on.
      to = std::max(from, std::min(to, timestamp{from.ms + 3 * need}));
      share_time(words, from, to);
    }
  }

  std::vector<spoken_word>& mine_;
  std::vector<spoken_word> const& theirs_;
  std::vector<std::int32_t> const& partner_;
};

inline void tell_unmatched(transcript const& text, std::vector<spoken_word> const& words,
                           std::vector<std::int32_t> const& partner, std::vector<diagnostic>& told) {
  constexpr std::size_t most_unmatched = 10;
  for (std::size_t i = 0; i < words.size();) {
    auto end = i;
    while (end < words.size() && partner[end] < 0) ++end;
    if (end - i > most_unmatched) {
      auto const& of = text.cues[words[i].cue];
      auto const place = of.where.cover(words[i].where).source;
      told.push_back(make_diagnostic(
          code::retime_unmatched, place.empty() ? of.block : place,
          fmt::format("{} words from \"{}\" on are not in the timed file; their times from {} to {} are estimated",
                      end - i, std::string_view(of.text).substr(words[i].where.offset, words[i].where.length),
                      to_string(words[i].when.start), to_string(words[end - 1].when.end))));
    }
    i = std::max(end, i + 1);
  }
}

} // namespace impl

MONDEGREEN_INLINE taken_times take_times(transcript& text, transcript const& timed) {
  impl::word_numbers numbers;
  auto mine = impl::words_of_cues(text.cues, numbers);
  auto theirs = impl::words_of_cues(timed.cues, numbers);
  impl::time_all(theirs, timed.cues);
  auto const keys = [](std::vector<impl::spoken_word> const& words) {
    std::vector<std::uint32_t> all;
    all.reserve(words.size());
    for (auto const& each : words) all.push_back(each.key);
    return all;
  };
  auto const partner = impl::align_words(keys(mine), keys(theirs));

  taken_times done;
  done.words = mine.size();
  done.matched = static_cast<std::size_t>(std::count_if(partner.begin(), partner.end(), [](auto p) { return p >= 0; }));
  if (done.matched == 0) {
    if (!mine.empty())
      done.diagnostics.push_back(
          make_diagnostic(code::retime_unmatched, text.cues[mine.front().cue].block,
                          "no word of this text is in the timed file; its times stay as they are"));
    return done;
  }
  impl::gap_filler(mine, theirs, partner).run();

  auto now = mine.front().when.start;
  std::size_t next = 0;
  for (std::size_t i = 0; i < text.cues.size(); ++i) {
    auto& into = text.cues[i];
    into.words.clear();
    into.when = {now, now};
    auto const first = next;
    for (; next < mine.size() && mine[next].cue == i; ++next)
      into.words.push_back({mine[next].where, mine[next].when, mine[next].confidence});
    if (first == next) continue; // nothing but signs
    into.when = {mine[first].when.start, std::max(mine[first].when.start, mine[next - 1].when.end)};
    now = into.when.end;
    // A time mark stands before a word.
    for (auto& each : into.marks) {
      if (each.kind != mark_kind::time) continue;
      auto const behind = std::find_if(into.words.begin(), into.words.end(),
                                       [&](word const& w) { return w.where.offset >= each.where.offset; });
      each.value = impl::clock_in_text(behind != into.words.end() ? behind->when.start : into.when.end);
    }
  }
  text.timed = true;
  impl::tell_unmatched(text, mine, partner, done.diagnostics);
  return done;
}

} // namespace mondegreen::inline MONDEGREEN_ABI
