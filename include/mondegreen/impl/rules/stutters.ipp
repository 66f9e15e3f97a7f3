#pragma once

#include <mondegreen/impl/rules/phrases.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// Words of a language as numbers, so that a walk over a text compares numbers.
class repeat_table {
public:
  enum kind : unsigned char {
    open,     ///< any other word
    closed,   ///< said twice is said once too often: "je je"
    comma,    ///< only with a comma between: "en, en"; "en en parlant" is grammar
    no_comma, ///< only without one: "ça, ça va"
    opening,  ///< only with a comma and where a clause opens: "it, it is"; "I saw it, it is" stays
    part,     ///< in a phrase only: "j'ai j'ai", "il y a il y a"
    meant,    ///< stays also in fluent text: "très très", "nous nous"
  };

  explicit repeat_table(language const& speech) {
    add(speech.repeats, closed);
    add(speech.repeats_with_comma, comma);
    add(speech.repeats_without_comma, no_comma);
    add(speech.repeats_at_opening, opening);
    add(speech.repeat_parts, part);
    add(speech.meant_repeats, meant);
  }

  kind of(std::string_view lower) const {
    auto const found = kinds_.find(std::string(lower));
    return found == kinds_.end() ? open : found->second;
  }

  /// True if some word of the table has this length and these first bytes.
  bool empty() const noexcept { return kinds_.empty(); }

private:
  void add(std::string_view list, kind as) {
    any_in_list(list, [&](std::string_view word) {
      kinds_.try_emplace(std::string(word), as);
      return false;
    });
  }

  std::unordered_map<std::string, kind> kinds_;
};

class repeat_search {
public:
  repeat_search(std::string_view text, language const& speech, repeat_table const& table, bool fluent, findings& out)
      : text_(text), table_(table), fluent_(fluent), out_(out), guard_(text, speech) {}

  void run() {
    split();
    // The longest phrase first: "il y a il y a".
    for (std::size_t i = 0; i < units_.size();) {
      std::size_t taken = 0;
      for (std::size_t n = std::min<std::size_t>(longest_phrase, (units_.size() - i) / 2); n > 0 && taken == 0; --n)
        taken = repeats(i, n);
      i += std::max<std::size_t>(taken, 1);
    }
  }

private:
  static constexpr std::size_t longest_phrase = 4; ///< words

  struct unit {
    std::size_t from, to;
    bool joined = false; ///< nothing but spaces before it
    bool after_comma = false;
  };

  /// Words with what apostrophes and hyphens tie to them.
  void split() {
    std::size_t at = 0;
    while (at < text_.size()) {
      auto const start = run_end(text_, at, [](char32_t c) { return !is_word(c); });
      if (start >= text_.size()) return;
      auto end = start;
      while (true) {
        end = run_end(text_, end, is_word);
        auto const tie = char_at(text_, end);
        if (tie != '-' && !is_apostrophe_like(tie) && tie != 0xB7 && tie != '.') break;
        auto const behind = end + decode_at(text_, end).length;
        if (!is_word(char_at(text_, behind))) {
          if (is_apostrophe_like(tie)) end = behind;
          break;
        }
        end = behind;
      }
      unit next{start, end};
      auto const gap = text_.substr(at, start - at);
      bool comma = false;
      bool other = false;
      for (std::size_t i = 0; i < gap.size();) {
        auto const point = decode_at(gap, i);
        if (point.value == ',' || point.value == 0x2026 || (gap.substr(i).starts_with("...")))
          comma = true;
        else if (!is_space_or_line(point.value) && point.value != '.')
          other = true;
        else if (point.value == '.' && gap.find("...") == gap.npos)
          other = true;
        i += point.length;
      }
      next.joined = !units_.empty() && !comma && !other;
      next.after_comma = !units_.empty() && comma && !other;
      units_.push_back(next);
      at = end;
    }
  }

  std::string_view word(std::size_t i) const { return text_.substr(units_[i].from, units_[i].to - units_[i].from); }

  static bool same(std::string_view a, std::string_view b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
      auto const x = decode_at(a, i);
      auto const y = decode_at(b, j);
      auto const fold = [](char32_t c) { return is_apostrophe_like(c) ? U'\'' : lower_latin(c); };
      if (fold(x.value) != fold(y.value)) return false;
      i += x.length;
      j += y.length;
    }
    return i == a.size() && j == b.size();
  }

  repeat_table::kind kind_of_unit(std::size_t i) const { return kind_of_units(i, 1); }

  /// Of a phrase of n words with a blank between them.
  repeat_table::kind kind_of_units(std::size_t i, std::size_t n) const {
    std::string lower;
    for (auto const last = i + n; i < last; ++i) {
      if (!lower.empty()) lower += ' ';
      for (std::size_t k = 0; k < word(i).size();) {
        auto const point = decode_at(word(i), k);
        append_utf8(lower, is_apostrophe_like(point.value) ? U'\'' : lower_latin(point.value));
        k += point.length;
      }
    }
    return table_.of(lower);
  }

  /// If the n units at `i` stand again right behind, takes all but the first out and returns how many it has looked at.
  std::size_t repeats(std::size_t i, std::size_t n) {
    auto const again = [&](std::size_t at) {
      if (at + n > units_.size() || !(units_[at].joined || units_[at].after_comma)) return false;
      for (std::size_t k = 0; k < n; ++k) {
        if (!same(word(i + k), word(at + k))) return false;
        // Within a phrase only spaces.
        if (k > 0 && (!units_[i + k].joined || !units_[at + k].joined)) return false;
      }
      return true;
    };
    if (!again(i + n)) return 0;
    std::size_t count = 2;
    while (again(i + count * n)) ++count;
    if (!may_go(i, n, count)) return n == 1 ? count - 1 : 0;
    auto const from = units_[i + n - 1].to;
    auto const to = units_[i + count * n - 1].to;
    if (guard_.covers(span_of(from, to))) return 0;
    out_.replace(from, to, "", {.confidence = n == 1 || all_closed(i, n) ? 0.98F : 0.75F});
    return count * n;
  }

  bool all_closed(std::size_t i, std::size_t n) const {
    bool some = n > 1;
    for (std::size_t k = 0; k < n; ++k) {
      auto const kind = kind_of_unit(i + k);
      if (kind == repeat_table::open || kind == repeat_table::meant) return false;
      some = some || kind != repeat_table::part;
    }
    return some;
  }

  bool may_go(std::size_t i, std::size_t n, std::size_t count) const {
    if (n > 1 && (one_word(i, n) || kind_of_units(i, n) == repeat_table::meant)) return false; // "la la la la"
    if (n > 1 && alternate(i, n, count)) return false;
    if (n > 1) return all_closed(i, n) || (fluent_ && !any_meant(i, n));
    auto const kind = kind_of_unit(i);
    bool const comma_between = units_[i + 1].after_comma;
    auto const before = i > 0 ? word(i - 1) : std::string_view();
    switch (kind) {
    case repeat_table::closed:
      // "oh la la", "tra la la la"
      return !(same(word(i), "la") && (count > 2 || same(before, "oh") || same(before, "ah") || same(before, "ouh")));
    case repeat_table::comma: return comma_between;
    case repeat_table::no_comma: return !comma_between;
    case repeat_table::opening: return comma_between && !units_[i].joined;
    case repeat_table::part: // "j'ai j'ai"; "est est" may be grammar
      return word(i).find_first_of("'\xE2") != std::string_view::npos;
    case repeat_table::meant: return false;
    default: return fluent_ && is_plain_letter(char_at(word(i), 0)) && !is_upper(char_at(word(i + 1), 0));
    }
  }

  /// The phrase begins once more behind its last repetition, or ends once more before its first: "this and this and this".
  bool alternate(std::size_t i, std::size_t n, std::size_t count) const {
    auto const behind = i + count * n;
    bool const goes_on = behind < units_.size() && units_[behind].joined && same(word(i), word(behind));
    return goes_on || (i > 0 && units_[i].joined && same(word(i - 1), word(i + n - 1)));
  }

  bool one_word(std::size_t i, std::size_t n) const {
    for (std::size_t k = 1; k < n; ++k)
      if (!same(word(i), word(i + k))) return false;
    return true;
  }

  bool any_meant(std::size_t i, std::size_t n) const {
    for (std::size_t k = 0; k < n; ++k)
      if (kind_of_unit(i + k) == repeat_table::meant) return true;
    return false;
  }

  std::string_view text_;
  repeat_table const& table_;
  bool fluent_;
  findings& out_;
  shield guard_;
  std::vector<unit> units_;
};

inline void collapse_stutters(editor& text, rule_context const& context, void*) {
  bool const fluent = context.how == wording::fluent;
  per_language<repeat_table> tables;
  revise(text, context, [&](std::string_view in, language const& speech, findings& out) {
    auto const& table = tables.of(speech, [](language const& l) { return repeat_table(l); });
    if (!table.empty()) repeat_search(in, speech, table, fluent, out).run();
  });
}

MONDEGREEN_INLINE rule const stutters{
    .id = "stutters",
    .summary = "says je je and de la de la once; with --profile fluent any word or phrase said twice",
    .languages = "fr en de es it",
    .apply = collapse_stutters,
    .group = "speech",
    .counted = "stutter|stutters",
    .from = wording::clean,
    .needs = sign::repeated,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
