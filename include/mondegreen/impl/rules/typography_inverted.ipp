#pragma once

#include <mondegreen/impl/rules/phrases.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

struct at_question_or_exclamation {
  template <class V> static V holds(V a, V) noexcept { return (a == '?') | (a == '!'); }
};

/// Where a sentence that ends with a mark at `at` opens: behind the last mark, or at the start.
inline std::size_t sentence_start(std::string_view in, std::size_t at) {
  auto const start = run_start(in, at, [](char32_t c) {
    return c != '.' && c != '?' && c != '!' && c != 0x2026 && c != 0xBF && c != 0xA1 && c != ':' && c != ';';
  });
  return run_end(in, start,
                 [](char32_t c) { return is_space_or_line(c) || c == '"' || c == 0xAB || c == '-' || c == 0x2014; });
}

inline void find_unopened(std::string_view in, language const& speech, phrase_table const& openers, findings& out) {
  shield guard(in, speech);
  for_each_place<at_question_or_exclamation>(in, [&](std::size_t at) {
    auto const before = char_before(in, at);
    if (before == '?' || before == '!' || guard.covers(span_of(at, at + 1))) return;
    auto const start = sentence_start(in, at);
    bool const question = in[at] == '?';
    auto const opened = char_before(in, start);
    if (start >= at || opened == 0xBF || opened == 0xA1 || start < out.end()) return;
    std::string_view const sign = question ? "¿" : "¡";
    // "Pero, ¿qué …?": the question may open behind a comma; sure is only one that opens with its question word, or has
    // no comma at all.
    auto const sentence = in.substr(start, at - start);
    bool const whole = sentence.find(',') == sentence.npos || openers.match(in, start).what != nullptr;
    bool const sure = whole && (is_upper(char_at(in, start)) || openers.match(in, start).what != nullptr);
    out.replace(start, start, sign,
                {.status = sure ? edit_status::applied : edit_status::suggested,
                 .confidence = sure ? 0.97F : 0.6F,
                 .evidence = {question ? "the question is not opened" : "the exclamation is not opened"}});
  });
}

inline void open_questions(editor& text, rule_context const& context, void*) {
  per_language<phrase_table> tables;
  revise(text, context, [&](std::string_view in, language const& speech, findings& out) {
    if (speech.type.inverted_marks.empty()) return;
    auto const& openers = tables.of(speech, [](language const& l) { return phrase_table(l.type.question_words); });
    find_unopened(in, speech, openers, out);
  });
}

MONDEGREEN_INLINE rule const typography_inverted{
    .id = "typography.inverted",
    .summary = "¿ and ¡ where a question or an exclamation opens",
    .languages = "es",
    .apply = open_questions,
    .group = "typography",
    .counted = "inverted mark|inverted marks",
    .needs = sign::question,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
