#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/text/plain_key.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

// Pull quotes are a sentence or two, set within a screen of the answer they are taken from.
inline constexpr std::size_t shortest_quote = 8; ///< words
inline constexpr std::size_t longest_quote = 80; ///< words
inline constexpr std::size_t longest_paragraph = std::size_t{1}
                                                 << 20U; ///< bytes; nobody quotes from a line of a megabyte
inline constexpr std::size_t farthest_answer = 10;       ///< paragraphs
inline constexpr std::size_t same_words = 85;            ///< percent, in order: editors touch up what they quote

/// A paragraph as numbers: equal words have equal numbers.
using word_ids = std::vector<std::uint32_t>;

class duplicate_search {
public:
  explicit duplicate_search(editor& text) : edits_(text), cues_(text.text().cues) {
    if (text.text().timed) return; // cues are compared with the one above only
    ids_.reserve(cues_.size());
    for (auto const& each : cues_)
      ids_.push_back(each.text.size() <= longest_paragraph ? number(each.text) : word_ids());
    counts_.resize(vocabulary_.size());
  }

  void run() {
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      if (edits_.removed(cue_at(i))) continue;
      if (edits_.text().timed)
        find_repeated_cue(i);
      else if (!find_capital_title(i))
        find_quoted_answer(i);
    }
  }

private:
  static place cue_at(std::size_t i) { return {place::part::cue, static_cast<std::uint32_t>(i)}; }

  word_ids number(std::string_view text) {
    word_ids ids;
    auto const key = plain_key(text);
    for (std::size_t at = 0; at < key.size();) {
      auto const end = std::min(key.find(' ', at), key.size());
      auto const next = static_cast<std::uint32_t>(vocabulary_.size());
      ids.push_back(vocabulary_.try_emplace(key.substr(at, end - at), next).first->second);
      at = end + 1;
    }
    return ids;
  }

  std::uint32_t line_of(std::size_t i) const {
    auto const& in = edits_.text().from;
    return in ? in->locate(cues_[i].block.offset).line : static_cast<std::uint32_t>(i + 1);
  }

  static bool is_question(std::string_view text) {
    auto const last = text.find_last_not_of(" \t\n\")");
    return last != text.npos && text[last] == '?';
  }

  static bool is_capitals(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
      auto const point = decode_at(text, at);
      at += point.length;
      auto const c = static_cast<UChar32>(point.value);
      if (u_islower(c)) return false;
      letters += u_isupper(c) ? 1 : 0;
    }
    return letters >= 10;
  }

  /// A title in capitals that stands again below, as people write it.
  bool find_capital_title(std::size_t i) {
    if (ids_[i].size() < 3 || ids_[i].size() > longest_quote || !is_capitals(cues_[i].text)) return false;
    auto const& metadata = edits_.text().metadata;
    bool again = std::any_of(metadata.begin(), metadata.end(), [&](metadata_entry const& each) {
      return each.key == "title" && !is_capitals(each.text) && plain_key(each.text) == plain_key(cues_[i].text);
    });
    for (std::size_t k = i + 1; !again && k < std::min(i + 4, cues_.size()); ++k)
      again = ids_[k] == ids_[i] && !is_capitals(cues_[k].text);
    return again && edits_.remove(cue_at(i), {.confidence = 0.98F,
                                              .evidence = {"the title in capitals; it stands again in sentence case"}});
  }

  /// A recogniser that is stuck says a long line twice; people do so too, and for them a person has to decide.
  void find_repeated_cue(std::size_t i) {
    // Few cues open as the one above does.
    if (i == 0 || !edits_.may_open_alike(cue_at(i - 1).index, cue_at(i).index)) return;
    if (!repeats(cues_[i - 1].text, cues_[i].text)) return;
    edits_.remove(
        cue_at(i),
        {.status = edit_status::suggested, .confidence = 0.6F, .evidence = {"says the same as the cue above"}});
  }

  /// True if both are the same twelve words or more, marks and case aside.
  bool repeats(std::string_view above, std::string_view text) {
    constexpr std::size_t words = 12;
    if (std::min(above.size(), text.size()) < 2 * words - 1 || std::max(above.size(), text.size()) > longest_paragraph)
      return false;
    key_.clear();
    append_plain_key(key_, text);
    return static_cast<std::size_t>(std::count(key_.begin(), key_.end(), ' ')) + 1 >= words && key_ == plain_key(above);
  }

  /// A line that stands alone and is said, nearly word for word, in a longer paragraph near by.
  void find_quoted_answer(std::size_t i) {
    auto const& quote = ids_[i];
    if (quote.size() < shortest_quote || quote.size() > longest_quote || is_question(cues_[i].text)) return;
    for (auto const id : quote) ++counts_[id];
    std::size_t const first = i > farthest_answer ? i - farthest_answer : 0;
    std::size_t const end = std::min(i + farthest_answer + 1, cues_.size());
    std::size_t answer = cues_.size();
    std::size_t same = 0;
    for (std::size_t k = first; k < end && answer == cues_.size(); ++k) {
      if (k == i || ids_[k].size() * 5 < quote.size() * 6 || edits_.removed(cue_at(k))) continue;
      same = words_in_order(quote, ids_[k]);
      if (same * 100 >= quote.size() * same_words) answer = k;
    }
    for (auto const id : quote) counts_[id] = 0;
    if (answer == cues_.size()) return;
    // Set apart: between an answer and the next question, or beside what it quotes.
    bool const before_question = i + 1 < cues_.size() && is_question(cues_[i + 1].text);
    // (Two lines of about one length are entries of a list.)
    bool const beside = (answer == i + 1 || i == answer + 1) && ids_[answer].size() >= 2 * quote.size();
    bool const after_question = i > 0 && is_question(cues_[i - 1].text);
    bool const apart = (before_question || beside) && !after_question;
    auto const percent = same * 100 / quote.size();
    edits_.remove(cue_at(i), {.status = apart ? edit_status::applied : edit_status::suggested,
                              .confidence = apart ? 0.95F : 0.6F,
                              .evidence = {std::to_string(percent) + " % of its words stand, in this order, in line " +
                                               std::to_string(line_of(answer)),
                                           "a pull quote stands alone"}});
  }

  /// The longest run of words of the quote, in order, in the stretch of the answer that has most of them. O(answer) but
  /// for the one stretch that is worth a closer look; `counts_` holds the quote's words.
  std::size_t words_in_order(word_ids const& quote, word_ids const& answer) {
    std::size_t const width = std::min(answer.size(), quote.size() + quote.size() / 4 + 1);
    std::size_t hits = 0, best = 0, best_end = 0;
    auto const known = [&](std::uint32_t id) { return counts_[id] != 0 ? std::size_t{1} : std::size_t{0}; };
    for (std::size_t k = 0; k < answer.size(); ++k) {
      hits += known(answer[k]);
      if (k >= width) hits -= known(answer[k - width]);
      if (hits > best) {
        best = hits;
        best_end = k + 1;
      }
    }
    if (best * 100 < quote.size() * same_words) return 0;
    // The stretch ends with its last word of the quote; a quarter of the quote on either side may belong to it.
    std::size_t const from = best_end > width ? best_end - width : 0;
    std::size_t const to = std::min(answer.size(), best_end + quote.size() / 4);
    std::array<std::uint8_t, longest_quote + 1> row{};
    for (std::size_t k = from; k < to; ++k) {
      std::uint8_t diagonal = 0;
      for (std::size_t q = 0; q < quote.size(); ++q) {
        auto const above = row[q + 1];
        row[q + 1] = quote[q] == answer[k] ? static_cast<std::uint8_t>(diagonal + 1) : std::max(above, row[q]);
        diagonal = above;
      }
    }
    return row[quote.size()];
  }

  editor& edits_;
  std::vector<cue> const& cues_;
  std::unordered_map<std::string, std::uint32_t> vocabulary_;
  std::vector<word_ids> ids_;
  std::string key_;
  std::vector<std::uint32_t> counts_; ///< by word: how often the quote at hand has it
};

inline void remove_duplicates(editor& text, rule_context const&, void*) { duplicate_search(text).run(); }

MONDEGREEN_INLINE rule const duplicates{
    .id = "duplicates",
    .summary = "takes out pull quotes that repeat an answer, and titles set twice",
    .apply = remove_duplicates,
    .group = "page",
    .counted = "repeated line|repeated lines",
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
