#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/lexicon.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// Two blanks, a blank beside a line end or before a mark, a no-break space, or a mark that a letter follows.
struct at_odd_space {
  template <class V> static V holds(V a, V b) noexcept {
    auto const blank = (a == ' ') | (a == '\t');
    auto const mark = (a == '.') | (a == ',') | (a == '!') | (a == '?');
    auto const low = (b <= ' ') | (b == ',') | (b == '.') | (b == ')') | (b == '\xC2');
    return (blank & low) | (a == '\t') | (a == '\n') | ((a == '\xC2') & (b == '\xA0')) | ((a == '(') & (b == ' ')) |
           V::only_first(mark, (b <= '@')) | (mark & (b == '"'));
  }
};

class space_search {
  static constexpr std::size_t nearby = 400; ///< bytes in which the other bracket or quotation mark is looked for

public:
  space_search(std::string_view text, language const& speech, findings& out)
      : text_(text), speech_(speech), out_(out), guard_(text, speech) {}

  void run() {
    if (is_space(char_at(text_, 0))) run_of_spaces(0);
    for_each_place<at_odd_space>(text_, [&](std::size_t at) {
      if (at < next_) return;
      auto const c = static_cast<unsigned char>(text_[at]);
      if (c == '\n')
        after_line_end(at);
      else if (c == ' ' || c == '\t' || c == 0xC2)
        run_of_spaces(at);
      else if (c == '(')
        after_bracket(at);
      else
        behind_mark(at);
    });
    auto const last = run_start(text_, text_.size(), is_space);
    if (last < text_.size() && last >= next_) run_of_spaces(last);
  }

private:
  void replace(std::size_t from, std::size_t to, std::string_view with) {
    next_ = std::max(next_, to);
    if (from < out_.end() || text_.substr(from, to - from) == with || guard_.covers(span_of(from, to))) return;
    out_.replace(from, to, with);
  }

  void after_line_end(std::size_t at) {
    auto const end = run_end(text_, at + 1, is_space);
    if (end > at + 1) replace(at + 1, end, "");
  }

  void after_bracket(std::size_t at) {
    auto const end = run_end(text_, at + 1, is_space);
    auto const before = char_before(text_, at);
    bool const opens = before == 0 || is_space_or_line(before);
    if (opens && is_word(char_at(text_, end)) && text_.substr(end, nearby).find(')') != text_.npos)
      replace(at + 1, end, "");
  }

  void run_of_spaces(std::size_t at) {
    auto const from = run_start(text_, at, is_space);
    auto const to = run_end(text_, at, is_space);
    next_ = std::max(next_, to);
    if (to == from) return; // the lead byte of another character
    auto const before = char_before(text_, from);
    auto const after = char_at(text_, to);
    if (before == 0 || before == '\n' || after == 0 || after == '\n' || after == '\r') {
      replace(from, to, "");
      return;
    }
    bool const one = from + decode_at(text_, from).length == to;
    if (closes_up(from, to, before, after)) {
      replace(from, to, "");
    } else if (!one || text_[from] == '\t') {
      // Spaces of other widths side by side are somebody's layout, not an accident.
      if (only_usual_spaces(from, to)) replace(from, to, " ");
    } else if (decode_at(text_, from).value == no_break_space && is_stray(from, to, before, after)) {
      replace(from, to, " ");
    }
  }

  bool only_usual_spaces(std::size_t from, std::size_t to) const {
    return run_end(text_, from, [](char32_t c) { return c == ' ' || c == '\t' || is_no_break(c); }) >= to;
  }

  /// "mot , mot", "mot .", "( mot )".
  bool closes_up(std::size_t, std::size_t to, char32_t before, char32_t after) const {
    auto const behind = char_at(text_, to + 1);
    bool const ends = behind == 0 || is_space_or_line(behind) || behind == '"' || behind == ')' || behind == 0xBB;
    if (after == ',' || after == '.') return ends && ends_words(before);
    if (after != ')' || !is_word(before)) return false;
    auto const near = text_.substr(to - std::min(to, nearby), std::min(to, nearby));
    auto const open = near.rfind('(');
    return open != near.npos && near.find(')', open) == near.npos;
  }

  /// A no-break space between two words that nothing ties together.
  bool is_stray(std::size_t from, std::size_t to, char32_t before, char32_t after) const {
    if (!is_plain_letter(after)) return false;
    bool const stop = before == '.' || before == '!' || before == '?' || before == ',';
    auto const end = stop ? from - 1 : from;
    auto const left = word_before(text_, end);
    auto const right = word_after(text_, to);
    if (count_code_points(left) < 4 || right.size() < 2) return false;
    if (stop) return is_plain_letter(char_before(text_, end));
    bool const numeral = right.find_first_not_of("IVXLCDM") == right.npos;
    return is_lower(char_at(left, 0)) && is_lower(char_before(left, left.size())) && !numeral &&
           !list_contains(speech_.type.titles, left);
  }

  /// "fin.Son", "marché.«", "un,deux".
  void behind_mark(std::size_t at) {
    auto const mark = text_[at];
    auto const to = at + 1;
    auto const before = char_before(text_, at);
    auto const after = char_at(text_, to);
    if (mark == ',') {
      auto const left = word_before(text_, at);
      auto const right = word_after(text_, to);
      bool const words = is_plain_letter(before) && is_plain_letter(after) && left.size() > 1 && right.size() > 1;
      if (words && left.find_first_of("0123456789") == left.npos) insert_space(to);
      return;
    }
    // The space that French has before ! and ? may go or come later.
    auto const end = mark == '.' ? at : run_start(text_, at, is_space);
    auto const last = char_before(text_, end);
    bool const sentence = last == ')' || last == 0xBB || (is_lower(last) && word_before(text_, end).size() > 1);
    if (!sentence) return;
    if (after == 0xAB || (after == 0x201C && is_word(char_at(text_, to + 3)))) {
      insert_space(to);
    } else if (after == '"') {
      // A straight quotation mark opens only if a word follows and none is open.
      auto const near = text_.substr(to - std::min(to, nearby), std::min(to, nearby));
      auto const quotes = std::count(near.begin(), near.end(), '"');
      if (quotes % 2 == 0 && is_word(char_at(text_, to + 1))) insert_space(to);
    } else if (is_upper(after) && opens_sentence(end, to, last)) {
      insert_space(to);
    }
  }

  bool opens_sentence(std::size_t at, std::size_t to, char32_t before) const {
    auto const right = word_after(text_, to);
    auto const second = char_at(right, decode_at(right, 0).length);
    if (right.size() > 1 && second != 0 && !is_lower(second)) return false; // "ASP.NET"
    if (!is_plain_letter(before) || is_lower(char_at(word_before(text_, at), 0))) return right.size() > 1;
    // "Google.Il" is a sentence, "Node.Js" a product.
    auto const rank = lexicon::of(speech_.code).rank(right);
    return rank > 0 && rank <= 2000;
  }

  void insert_space(std::size_t at) { replace(at, at, " "); }

  std::string_view text_;
  language const& speech_;
  findings& out_;
  shield guard_;
  std::size_t next_ = 0; ///< what lies before has been looked at
};

inline void mend_spaces(editor& text, rule_context const& context, void*) {
  revise(text, context, [](std::string_view in, language const& speech, findings& out) {
    if (!in.empty()) space_search(in, speech, out).run();
  });
}

MONDEGREEN_INLINE rule const typography_spaces{
    .id = "typography.spaces",
    .summary = "doubled, stray and missing spaces",
    .apply = mend_spaces,
    .group = "typography",
    .counted = "space|spaces",
    .needs = sign::blank_before_low | sign::tab | sign::blank_line_start | sign::wide_line_start | sign::wide_line_end |
             sign::no_break_space | sign::open_bracket_apart | sign::mark_before_letter,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
