#pragma once

#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/rewriting.hpp>
#include <mondegreen/impl/names/spelling_distance.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The words to be written, with what stands before each.
struct words_to_write {
  std::string text;
  std::vector<token> words;

  words_to_write(document const& in, window at, name_entry const& as) : text(as.write), words(as.tokens) {
    auto const& first = in.tokens()[at.first];
    if (!words.empty() && first.opens_sentence && first.shape == word_shape::initial &&
        words.front().shape == word_shape::lower) {
      // The phrase opens a sentence and keeps its capital; only ASCII letters open the phrases people list.
      auto& letter = text[words.front().where.offset];
      if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    }
    auto const offset_of = [&](token& each) {
      each.text = std::string_view(text).substr(each.where.offset, each.where.length);
    };
    std::for_each(words.begin(), words.end(), offset_of);
  }

  std::string_view before(std::size_t at) const {
    auto const from = words[at - 1].where.end();
    return std::string_view(text).substr(from, words[at].where.offset - from);
  }

  /// The words [first, last) with what stands between them.
  std::string_view part(std::size_t first, std::size_t last) const {
    if (first == last) return {};
    auto const from = words[first].where.offset;
    return std::string_view(text).substr(from, words[last - 1].where.end() - from);
  }
};

/// French gives what an office is in charge of a capital: "secrétaire d'État au Numérique". The patch for the word after
/// an office that is repaired, if it stands in lower case.
inline void capital_of_office(document const& in, window at, std::vector<patch>& parts) {
  auto const& words = in.tokens();
  auto const follows = [&](std::uint32_t i) {
    return i < words.size() && words[i].passage == words[at.first].passage && words[i].before <= gap::space;
  };
  auto next = at.end();
  if (!follows(next)) return;
  if (words[next].text == "\u00E0" && follows(next + 1) &&
      (words[next + 1].text == "la" || words[next + 1].text == "l"))
    next += 2;
  else if (words[next].text == "au" || words[next].text == "aux")
    next += 1;
  else
    return;
  if (!follows(next) || words[next].shape != word_shape::lower || words[next].text.size() < 4) return;
  auto const first = decode_at(words[next].text, 0);
  patch one{words[next].passage, {words[next].where.offset, first.length}, {}};
  append_utf8(one.with, upper_of(first.value));
  one.with += words[next].text.substr(first.length);
  one.where.length = words[next].where.length;
  parts.push_back(std::move(one));
}

MONDEGREEN_INLINE rewriting rewrite(document const& in, window at, name_entry const& as) {
  auto const& old = in.tokens();
  words_to_write const fresh(in, at, as);
  std::size_t const n = at.count;
  std::size_t const m = fresh.words.size();
  auto const same_word = [&](std::size_t i, std::size_t j) { return old[at.first + i].text == fresh.words[j].text; };
  auto const same_before = [&](std::size_t i, std::size_t j) {
    return same_gap(in.between(static_cast<std::uint32_t>(at.first + i)), fresh.before(j));
  };
  std::size_t front = 0;
  while (front < std::min(n, m) && same_word(front, front) && (front == 0 || same_before(front, front))) ++front;
  rewriting out;
  if (front == n && front == m) return out;
  // What stands between the kept and the changed words must be the same too, or the last kept word goes with them.
  while (front > 0 && (front == n || front == m || !same_before(front, front))) --front;
  std::size_t back = 0;
  while (back + front < std::min(n, m) && same_word(n - 1 - back, m - 1 - back) &&
         (back == 0 || same_before(n - back, m - back)))
    ++back;
  while (back > 0 && (back + front == n || back + front == m || !same_before(n - back, m - back))) --back;

  out.changed = {at.first + static_cast<std::uint32_t>(front), static_cast<std::uint32_t>(n - front - back)};
  out.kept = static_cast<std::uint32_t>(front + back);

  // The lines the changed words stand on.
  std::vector<window> lines;
  for (auto i = out.changed.first; i < out.changed.end(); ++i) {
    bool const breaks = i == out.changed.first || old[i].before == gap::line || old[i].passage != old[i - 1].passage;
    if (breaks) lines.push_back({i, 0});
    ++lines.back().count;
  }
  auto const letters = [&](window w) {
    std::string all;
    for (auto i = w.first; i < w.end(); ++i) all += in.word(i).letters;
    return all;
  };
  std::size_t next = front;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    auto stop = m - back;
    if (l + 1 < lines.size()) {
      // As many of the words as resemble this line best, leaving one for each line below if there are enough.
      auto const spare = lines.size() - l - 1;
      auto const most = std::max(std::min(next + 1, stop), stop > spare ? stop - spare : 0);
      double best = -1;
      auto const here = letters(lines[l]);
      std::string mine;
      for (auto end = next; end < most; ++end) {
        append_letters(mine, fresh.words[end].text);
        if (auto const share = alike(here, mine); share > best) {
          best = share;
          stop = end + 1;
        }
      }
    }
    auto const& first = old[lines[l].first];
    auto const& last = old[lines[l].end() - 1];
    patch one{first.passage,
              {first.where.offset, last.where.end() - first.where.offset},
              std::string(fresh.part(next, stop))};
    auto const text = in.part(first.passage).text;
    // The full stop of the last letter of "I.B.M." goes with it, unless it ends the sentence, too.
    auto const behind = lines[l].end();
    if (l + 1 == lines.size() && back == 0 && in.spelled(behind - 1) && !one.with.ends_with('.') &&
        slice(text, {one.where.end(), 1}) == "." && behind < old.size() && old[behind].passage == first.passage &&
        old[behind].shape == word_shape::lower)
      ++one.where.length;
    if (one.with.empty()) {
      // The words went to the line above: their space goes too.
      while (one.where.end() < text.size() && text[one.where.end()] == ' ') ++one.where.length;
    }
    // A text that has printers' apostrophes gets them in what is new, with the article that leans on it.
    if (in.curly() && !one.with.empty()) {
      for (auto mark = one.with.find('\''); mark != std::string::npos; mark = one.with.find('\''))
        one.with.replace(mark, 1, "\u2019");
      auto const first_changed = lines[l].first;
      if (l == 0 && first_changed > 0 && old[first_changed].before == gap::joined && in.between(first_changed) == "'") {
        auto const& article = old[first_changed - 1];
        one.with.insert(0, std::string(article.text) + "\u2019");
        one.where = {article.where.offset, one.where.end() - article.where.offset};
      }
    }
    if (slice(text, one.where) != one.with) out.parts.push_back(std::move(one));
    next = stop;
  }
  if (as.title && !out.parts.empty()) capital_of_office(in, at, out.parts);
  return out;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
