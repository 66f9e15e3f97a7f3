#pragma once

#include <mondegreen/impl/rules/dialogue.hpp>
#include <mondegreen/impl/rules/phrases.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

struct filler_table {
  phrase_table sure;   ///< are nothing else: "euh"
  phrase_table likely; ///< are fillers where commas or the ends of a sentence set them off: "du coup"
};

/// Takes fillers out and mends the comma, the spaces and the capital around.
class filler_search {
public:
  /// `asked`: a question comes before the text.
  filler_search(std::string_view text, language const& speech, filler_table const& table, bool fluent, bool asked,
                findings& out)
      : text_(text), table_(table), fluent_(fluent), asked_(asked), out_(out), guard_(text, speech) {}

  /// True if nothing but fillers and marks stands in the text.
  bool run() {
    bool words = false;
    std::size_t at = 0;
    auto const speak = [&](std::size_t to) {
      words = words || run_end(text_, at, [](char32_t c) { return !is_word(c); }) < to;
    };
    auto const take = [&](std::size_t from, phrase_match const& found) {
      speak(from);
      at = end_of_run(found.end);
      if (found.what->value == "assent" && !fluent_ && is_answer(from, at)) {
        words = true;
        return at = found.end;
      }
      remove(from, at);
      words = words || out_.end() < at;
      return at;
    };
    if (!fluent_) {
      table_.sure.for_each_in(text_, take);
    } else {
      // Both tables in one walk, so that the findings stand in order.
      std::vector<std::pair<std::size_t, phrase_match>> all;
      auto const note = [&](std::size_t from, phrase_match const& found) {
        all.emplace_back(from, found);
        return found.end;
      };
      table_.sure.for_each_in(text_, note);
      table_.likely.for_each_in(text_, [&](std::size_t from, phrase_match const& found) {
        return is_set_off(from, found) ? note(from, found) : found.end;
      });
      std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
      for (auto const& [from, found] : all)
        if (from >= at) take(from, found);
    }
    speak(text_.size());
    return !words && !out_.changes().empty();
  }

private:
  static bool is_stop(char32_t c) noexcept {
    return c == 0 || c == '.' || c == '!' || c == '?' || c == 0x2026 || c == ':' || c == ';';
  }

  /// "du coup" is a filler between commas, or where a sentence opens and a comma follows, or at its end behind one.
  bool is_set_off(std::size_t from, phrase_match const& found) const {
    auto const left = char_before(text_, run_start(text_, from, is_space_or_line));
    auto const right = char_at(text_, run_end(text_, found.end, is_space_or_line));
    if (found.what->value == "end") return (is_stop(right) || right == ',') && left != 0 && !is_stop(left);
    if (found.what->value == "free") return true;
    bool const opens = is_stop(left) || is_turn_dash(left);
    return (left == ',' && (right == ',' || is_stop(right))) || (opens && right == ',');
  }

  /// Nothing else is said after a question: "Mhm." is yes. (Elsewhere it says that somebody listens.)
  bool is_answer(std::size_t from, std::size_t to) const {
    auto before = run_start(text_, from, is_space_or_line);
    if (is_turn_dash(char_before(text_, before)))
      before = run_start(text_, run_start(text_, before, is_turn_dash), is_space_or_line);
    auto const left = char_before(text_, before);
    auto const right = char_at(text_, run_end(text_, to, is_space_or_line));
    return (left == '?' || (left == 0 && asked_)) && (is_stop(right) || is_turn_dash(right));
  }

  /// "euh, hum, euh": what follows at once goes with it.
  std::size_t end_of_run(std::size_t end) const {
    while (true) {
      auto next = run_end(text_, end, is_space);
      if (char_at(text_, next) == ',') next = run_end(text_, next + 1, is_space);
      auto const more = next > end ? table_.sure.match(text_, next) : phrase_match();
      if (more.what == nullptr) return end;
      end = more.end;
    }
  }

  void remove(std::size_t from, std::size_t to) {
    auto const before = char_before(text_, from);
    auto const behind = char_at(text_, to);
    // "l'euh", "euh-euh", "« euh »": somebody speaks of the word.
    if (is_apostrophe_like(before) || before == '-' || behind == '-' || before == '"' || before == 0x201C) return;
    if (guard_.covers(span_of(from, to)) || from < out_.end()) return;
    auto const gap = std::max(run_start(text_, from, is_space), out_.end());
    auto const left = char_before(text_, gap);
    if (left == 0xAB) return;
    bool const opens = gap == 0 || left == '\n' || is_stop(left) || left == '(' || left == '-' || left == 0x2013 ||
                       left == 0x2014 || gap == out_.end();
    auto const next = run_end(text_, to, is_space);
    auto const mark = char_at(text_, next);
    if (opens) {
      // The comma goes with it, and the next word opens the sentence.
      auto end = next;
      if (mark == ',') end = run_end(text_, next + 1, is_space);
      auto const ending = char_at(text_, end);
      bool const alone = (ending == '.' || ending == '?' || ending == '!' || ending == 0x2026);
      // "Oui. Euh. Non." The mark goes, too; in "Oui ? Euh ?" as well.
      if (alone)
        end = run_end(text_,
                      run_end(text_, end, [](char32_t c) { return c == '.' || c == '?' || c == '!' || c == 0x2026; }),
                      is_space);
      bool const capital =
          is_upper(char_at(text_, from)) && is_lower(char_at(text_, end)) && !guard_.covers(span_of(end, end + 1));
      if (capital) {
        auto const letter = decode_at(text_, end);
        std::string upper;
        append_utf8(upper, upper_latin(letter.value));
        out_.replace(from, end + letter.length, upper, why());
      } else {
        bool const last = end >= text_.size() || char_at(text_, end) == '\n';
        if (last && opens_turn(text_, from)) return remove_turn(text_, from, end, out_, why());
        out_.replace(last ? gap : from, end, "", why());
      }
      return;
    }
    // "oui, euh, non", "oui, euh non", "oui euh, non": one comma stays. "oui euh non", "oui, euh."
    auto start = gap;
    std::size_t end = to;
    if (left == ',') {
      if (mark == ',')
        end = next + 1;
      else if (mark == 0 || mark == '\n' || mark == '.' || mark == '?' || mark == '!' || mark == 0x2026 ||
               mark == ';' || mark == ':')
        start = gap - 1; // the comma before
    } else if (mark == ',' && char_before(text_, from) == '\n') {
      end = next + 1;
    }
    if (start < out_.end()) start = out_.end();
    out_.replace(start, end, "", why());
  }

  static grounds why() { return {.confidence = 0.97F}; }

  /// The reverse of lower_latin for the letters that open words.
  static constexpr char32_t upper_latin(char32_t c) noexcept {
    if (c >= 'a' && c <= 'z') return c - 32;
    if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
    if (c == 0x153) return 0x152;
    return c;
  }

  std::string_view text_;
  filler_table const& table_;
  bool fluent_;
  bool asked_;
  findings& out_;
  shield guard_;
};

/// The cue before, of those that stay, ends with a question mark. Looks past a few cues that have gone, lest a talk of
/// nothing but fillers takes quadratic time.
inline bool asked_before(editor const& text, place where) {
  if (where.in != place::part::cue) return false;
  constexpr std::uint32_t reach = 8;
  auto const first = where.index > reach ? where.index - reach : 0;
  for (auto i = where.index; i-- > first;) {
    if (text.removed({place::part::cue, i})) continue;
    auto const& before = text.text().cues[i].text;
    return char_before(before, run_start(before, before.size(), is_space_or_line)) == '?';
  }
  return false;
}

inline void remove_fillers(editor& text, rule_context const& context, void*) {
  bool const fluent = context.how == wording::fluent;
  per_language<filler_table> tables;
  findings found;
  for_each_unsettled_passage(text, [&](place where, passage const& each) {
    auto const& speech = context.language_of(where);
    auto const& table = tables.of(speech, [](language const& l) {
      return filler_table{phrase_table(l.fillers), phrase_table(l.likely_fillers)};
    });
    if (table.sure.empty() && table.likely.empty()) return;
    bool const nothing_else = filler_search(each.text, speech, table, fluent, asked_before(text, where), found).run();
    if (nothing_else && where.in == place::part::cue)
      text.remove(where, {.confidence = 0.95F, .evidence = {"nothing but a filler"}});
    else if (!found.changes().empty()) {
      free_last_speaker(each.text, found);
      text.replace(where, found.changes());
    }
    found.changes().clear();
  });
}

MONDEGREEN_INLINE rule const fillers{
    .id = "fillers",
    .summary = "takes out euh, uh and äh; with --profile fluent also du coup, you know and the like",
    .languages = "fr en de es it",
    .apply = remove_fillers,
    .group = "speech",
    .counted = "filler|fillers",
    .from = wording::clean,
    .words =
        [](language const& speech, wording how) {
          std::string list(speech.fillers);
          if (how == wording::fluent) list.append("|").append(speech.likely_fillers);
          return list;
        },
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
