#pragma once

#include <mondegreen/impl/formats/asr_words.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE void append_part(passage& to, passage const& from, span what) {
  auto const started = static_cast<std::uint32_t>(to.text.size());
  // What was made by hand stands nowhere.
  origin::run const nowhere{whole(from.text), {}, false};
  auto const runs = from.where.runs().empty() ? std::span(&nowhere, 1) : from.where.runs();
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
  // Marks belong to pieces that are appended one by one; where line ends went they end a byte or two early.
  auto const ended = static_cast<std::uint32_t>(to.text.size());
  for (auto const& mark : from.marks) {
    auto const begin = std::max(mark.where.offset, what.offset);
    auto const end = std::min(mark.where.end(), what.end());
    if (begin >= end) continue;
    auto const first = std::min(started + (begin - what.offset), ended);
    auto const last = std::min(started + (end - what.offset), ended);
    if (first == last) continue;
    auto const goes_on = std::find_if(to.marks.rbegin(), to.marks.rend(), [&](mondegreen::mark const& before) {
      return before.kind == mark.kind && before.value == mark.value && before.where.end() == first;
    });
    if (goes_on != to.marks.rend())
      goes_on->where.length += last - first;
    else
      to.marks.push_back({{first, last - first}, mark.kind, mark.value, mark.classes});
  }
}

/// Finds words in a text one after the other. Case does not count, and what recognisers write otherwise in the text
/// ("twenty two", "22") is passed over.
class word_finder {
public:
  explicit word_finder(std::string_view text) : text_(text) {}

  /// Where the next word stands; empty if it does not.
  span next(std::string_view word) {
    constexpr std::size_t farthest = 96; // keeps a list of words that are not there from being quadratic
    auto at = at_;
    while (at < text_.size() && is_white_space(text_[at])) ++at;
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

MONDEGREEN_INLINE void join_tokens(heard_segment& segment) {
  std::vector<heard_word> joined;
  for (auto& each : segment.words) {
    auto const& text = each.text.text;
    if (text.starts_with("[_") || text.starts_with("<|")) continue; // not spoken
    bool const fresh = joined.empty() || is_white_space(text.front()) ||
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

/// "Yes" and "." of the list are the word "Yes.", but a mark that was given its own time is kept as it is.
inline bool is_mark(heard_word const& word, std::string_view text, heard const& all) {
  bool const untimed = word.start == no_time || word.end == no_time || word.start == word.end;
  return word.punctuation || ((untimed || all.marks) && only_closing_marks(text));
}

inline void add_word(spoken_text& made, heard_word const& word, heard const& all) {
  auto const& text = word.text.text;
  auto const core = all.glued ? whole(text) : without_spaces(text, whole(text));
  if (core.empty()) return;
  bool const mark = !all.glued && !made.words.empty() && is_mark(word, slice(text, core), all);
  auto& out = made.text;
  bool const unspaced = !out.text.empty() && is_unspaced(decode_before(out.text, out.text.size()).value) &&
                        is_unspaced(decode_at(text, core.offset).value);
  if (!all.glued && !out.text.empty() && !mark && !unspaced) {
    // The space stands for all that parts the words in the source, so that an edit of both covers it.
    auto const from = out.where.runs().back().source.end();
    auto const& runs = word.text.where.runs();
    auto const to = runs.empty() ? from : runs.front().source.offset;
    out.text += ' ';
    out.where.append(1, {from, to > from ? to - from : 0}, false);
  }
  auto const begin = static_cast<std::uint32_t>(out.text.size());
  append_part(out, word.text, core);
  span where{begin, static_cast<std::uint32_t>(out.text.size()) - begin};
  if (all.glued) where = without_spaces(out.text, where);
  if (where.empty()) return;
  if (mark)
    made.words.back().where.length = where.end() - made.words.back().where.offset;
  else
    made.words.push_back({where, word.start, word.end, word.confidence, word.speaker});
}

MONDEGREEN_INLINE spoken_text place_words(heard_segment& segment, heard const& all, std::size_t& missed) {
  spoken_text made;
  if (!segment.text.text.empty()) {
    made.text = std::move(segment.text);
    word_finder find(made.text.text);
    std::size_t lost = 0;
    for (auto const& each : segment.words) {
      auto const text = slice(each.text.text, without_spaces(each.text.text, whole(each.text.text)));
      if (text.empty()) continue;
      auto const where = find.next(text);
      bool const mark = is_mark(each, text, all);
      if (where.empty())
        lost += mark ? 0 : 1;
      else if (mark && !made.words.empty() && made.words.back().where.end() <= where.offset)
        made.words.back().where.length = where.end() - made.words.back().where.offset;
      else
        made.words.push_back({where, each.start, each.end, each.confidence, each.speaker});
    }
    if (lost * 2 <= segment.words.size()) {
      missed += lost;
      return made;
    }
    made = {};
  }
  for (auto const& each : segment.words) add_word(made, each, all);
  return made;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
