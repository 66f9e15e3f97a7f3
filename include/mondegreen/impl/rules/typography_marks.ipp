#pragma once

#include <mondegreen/impl/rules/phrases.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>
#include <mondegreen/impl/text/lists.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// ; : ! ? or a lead byte of « and ».
struct at_high_mark {
  template <class V> static V holds(V a, V b) noexcept {
    return (a == ';') | (a == ':') | (a == '!') | (a == '?') | ((a == '\xC2') & ((b == '\xAB') | (b == '\xBB')));
  }
};

/// The spaces of a language before its high marks and inside its quotation marks.
struct mark_spaces {
  bool any = false;
  bool close_up = false; ///< none before marks
  bool guillemets = false;
  std::string high, colon, opening, closing;

  mark_spaces(typography const& type, chosen_spaces const& chosen)
      : close_up(type.marks_close_up), high(chosen.of(type.before_high_marks)), colon(chosen.of(type.before_colon)) {
    auto const bar = type.quotes.find('|');
    if (type.quotes.starts_with("«") && bar != type.quotes.npos) {
      guillemets = true;
      opening = chosen.of(type.quotes.substr(2, bar - 2));
      closing = chosen.of(type.quotes.substr(bar + 1, type.quotes.size() - bar - 3));
    }
    any = close_up || !high.empty() || guillemets;
  }
};

class mark_search {
public:
  mark_search(std::string_view text, language const& speech, mark_spaces const& spaces, findings& out)
      : text_(text), spaces_(spaces), out_(out), guard_(text, speech) {}

  void run() {
    for_each_place<at_high_mark>(text_, [&](std::size_t at) {
      if (text_[at] != '\xC2')
        before_mark(at);
      else if (spaces_.guillemets && text_[at + 1] == '\xAB')
        behind_opening(at);
      else if (spaces_.guillemets)
        before_closing(at);
    });
  }

private:
  void set(std::size_t from, std::size_t to, std::string_view with) {
    if (from < out_.end() || text_.substr(from, to - from) == with || guard_.covers(span_of(from, to))) return;
    // A no-break space of the other width is right, too.
    bool const one_no_break =
        to > from && is_no_break(char_at(text_, from)) && from + decode_at(text_, from).length == to;
    if (one_no_break && !with.empty() && with != " ") return;
    out_.replace(from, to, with);
  }

  void before_mark(std::size_t at) {
    auto const mark = text_[at];
    auto const start = run_start(text_, at, is_space);
    auto const before = char_before(text_, start);
    auto const behind = char_at(text_, at + 1);
    bool const spaced = start < at;
    if (before == 0 || before == '\n' || is_opening(before) || is_mark(before)) return;
    // ":)" ";-)" "!=" "[?]" "(!)"
    if (spaced && (behind == ')' || behind == '(' || behind == '-' || behind == '/' || behind == '|' || behind == '=' ||
                   behind == '['))
      return;
    if (guard_.covers(span_of(at, at + 1))) return;
    bool const apart = behind == 0 || is_space_or_line(behind) || behind == '"' || behind == 0xAB || behind == 0xBB ||
                       behind == 0x201C || behind == 0x201D || is_mark(behind) || behind == ')' || behind == 0x2026;
    if (mark == ';' && is_entity(at)) return;
    if (spaces_.close_up && (mark != ':' || spaces_.colon.empty())) {
      if (spaced && apart && ends_words(before)) set(start, at, "");
      return;
    }
    auto const& wanted = mark == ':' ? spaces_.colon : spaces_.high;
    if (wanted.empty()) return;
    if (mark == ':' && !apart && !(spaced && is_word(behind))) return;
    if (spaced || (ends_words(before) && (apart || mark == '?' || mark == '!'))) set(start, at, wanted);
  }

  void behind_opening(std::size_t at) {
    auto const from = at + 2;
    auto const to = run_end(text_, from, is_space);
    auto const next = char_at(text_, to);
    if (next == 0 || next == '\n' || next == 0xBB) return;
    set(from, to, spaces_.opening);
  }

  void before_closing(std::size_t at) {
    auto const from = run_start(text_, at, is_space);
    auto const last = char_before(text_, from);
    if (last == 0 || last == '\n' || last == 0xAB) return;
    set(from, at, spaces_.closing);
  }

  static bool is_mark(char32_t c) noexcept { return c == ';' || c == ':' || c == '!' || c == '?'; }
  static bool is_opening(char32_t c) noexcept {
    return c == '(' || c == '[' || c == '{' || c == 0xAB || c == 0x201C || c == 0xBF || c == 0xA1 || c == '<';
  }

  /// "&nbsp;"
  bool is_entity(std::size_t at) const {
    auto const start = run_start(text_, at, [](char32_t c) { return is_word(c) || c == '#'; });
    return start > 0 && start < at && text_[start - 1] == '&';
  }

  std::string_view text_;
  mark_spaces const& spaces_;
  findings& out_;
  shield guard_;
};

inline void space_marks(editor& text, rule_context const& context, void*) {
  chosen_spaces const chosen(context);
  per_language<mark_spaces> tables;
  revise(text, context, [&](std::string_view in, language const& speech, findings& out) {
    auto const& spaces = tables.of(speech, [&](language const& l) { return mark_spaces(l.type, chosen); });
    if (spaces.any) mark_search(in, speech, spaces, out).run();
  });
}

MONDEGREEN_INLINE rule const typography_marks{
    .id = "typography.marks",
    .summary = "spaces before ; : ! ? and inside « »",
    .languages = "fr en de es it",
    .apply = space_marks,
    .group = "typography",
    .counted = "space at a mark|spaces at marks",
    .options = no_break_option,
    .needs = sign::colon | sign::question | sign::guillemet,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
