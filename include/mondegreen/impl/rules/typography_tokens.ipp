#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/lexicon.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// A blank before ' or the lead byte of ’, a blank behind ' or the last byte of ’, or the n of "do n't".
struct at_token_end {
  template <class V> static V holds(V a, V b) noexcept {
    auto const mark = (b == '\'') | (b == '\xE2');
    return (((a == ' ') | (a == 'n')) & mark) | (((a == '\'') | (a == '\x99')) & (b == ' '));
  }
};

constexpr bool is_apostrophe(char32_t c) noexcept { return c == '\'' || c == 0x2019; }

/// Puts together again what a tokeniser cut at an apostrophe.
class token_search {
public:
  token_search(std::string_view in, language const& speech, findings& out)
      : in_(in), speech_(&speech), words_(&lexicon::of(speech.code)), guard_(in, speech), out_(&out) {}

  void run() {
    for_each_place<at_token_end>(in_, [&](std::size_t at) {
      if (in_[at] == 'n') return negation(at);
      auto const mark = in_[at] == ' ' ? at + 1 : in_[at] == '\'' ? at : at - 2;
      if (mark >= in_.size() || !is_apostrophe(char_at(in_, mark)) || mark < out_->end()) return;
      auto const here = around(mark);
      if (ties_forward(here) ? !quotes() : ties_back(here)) join(here.word_end, here.next, here.mark, here.mark_end);
    });
  }

private:
  /// A word, an apostrophe, a word, with or without blanks between.
  struct junction {
    std::size_t word = 0, word_end = 0, mark = 0, mark_end = 0, next = 0, next_end = 0;
  };

  junction around(std::size_t mark) const {
    junction out;
    out.mark = mark;
    out.mark_end = mark + decode_at(in_, mark).length;
    out.word_end = run_start(in_, mark, is_space);
    out.word = run_start(in_, out.word_end, is_word);
    out.next = run_end(in_, out.mark_end, is_space);
    out.next_end = run_end(in_, out.next, is_word);
    return out;
  }

  void join(std::size_t from, std::size_t to, std::size_t kept, std::size_t kept_end) {
    if (!guard_.covers(span_of(from, to))) out_->replace(from, to, in_.substr(kept, kept_end - kept));
  }

  bool stands_apart(junction const& here) const {
    auto const before = char_before(in_, here.word);
    // "the letter ' s '": with a blank behind the mark, a second mark closes what it opens.
    auto const mark = here.next > here.mark_end ? run_end(in_, here.next_end, is_space) : here.next_end;
    return here.word < here.word_end && here.next < here.next_end && before != '-' &&
           char_at(in_, here.next_end) != '-' && !is_apostrophe_like(before) && !is_apostrophe_like(char_at(in_, mark));
  }

  /// "it's" of "it" and "s".
  bool is_listed(junction const& here) const {
    auto const next = in_.substr(here.next, here.next_end - here.next);
    if (here.word_end - here.word + next.size() > 32) return false; // longer than any such word
    return words_->rank(std::string(in_.substr(here.word, here.word_end - here.word)).append("'").append(next)) != 0;
  }

  /// "l' eau", "aujourd' hui": an elided word, and what it is elided before.
  bool ties_forward(junction const& here) const {
    if (speech_->elisions.empty() || here.word == here.word_end || here.next == here.next_end) return false;
    auto const before = char_before(in_, here.word);
    if (before == '-' || is_apostrophe_like(before)) return false;
    std::string lower;
    append_lower_latin(lower, in_.substr(here.word, here.word_end - here.word));
    return (list_contains(speech_->elisions, lower) && opens_with_vowel(here.next)) || is_listed(here);
  }

  bool opens_with_vowel(std::size_t at) const {
    auto const c = lower_latin(char_at(in_, at));
    constexpr std::u32string_view vowels = U"aeiouyhàâäéèêëîïôöûùüœæ";
    return vowels.find(c) != vowels.npos;
  }

  /// "it 's", "we 'll", "can 't".
  bool ties_back(junction const& here) const {
    if (speech_->enclitics.empty() || !stands_apart(here)) return false;
    std::string lower;
    append_lower_latin(lower, in_.substr(here.next, here.next_end - here.next));
    return list_contains(speech_->enclitics, lower) || is_listed(here);
  }

  /// "do n't", as the Penn Treebank cuts it.
  void negation(std::size_t n) {
    auto const mark = n + 1;
    if (speech_->enclitics.empty() || !is_space(char_before(in_, n)) || !is_apostrophe(char_at(in_, mark))) return;
    auto const mark_end = mark + decode_at(in_, mark).length;
    if (char_at(in_, mark_end) != 't' || is_word(char_at(in_, mark_end + 1))) return;
    auto const word_end = run_start(in_, n, is_space);
    if (is_plain_letter(char_before(in_, word_end))) join(word_end, n, n, n);
  }

  /// True if some apostrophe of the passage may be a quotation mark: "le mot 'd' existe". Looked for once.
  bool quotes() {
    if (quotes_known_) return quotes_;
    quotes_known_ = true;
    for (std::size_t at = 0; at < in_.size() && !quotes_; ++at) {
      if (in_[at] != '\'' && in_.substr(at, 3) != "’") continue;
      auto const here = around(at);
      bool const inside =
          here.word_end == at && here.next == here.mark_end && here.word < at && here.next < here.next_end;
      quotes_ = !inside && !ties_forward(here);
    }
    return quotes_;
  }

  std::string_view in_;
  language const* speech_;
  lexicon const* words_;
  shield guard_;
  findings* out_;
  bool quotes_known_ = false;
  bool quotes_ = false;
};

inline void join_tokens(editor& text, rule_context const& context, void*) {
  revise(text, context, [](std::string_view in, language const& speech, findings& out) {
    if (!speech.elisions.empty() || !speech.enclitics.empty()) token_search(in, speech, out).run();
  });
}

MONDEGREEN_INLINE rule const typography_tokens{
    .id = "typography.tokens",
    .summary = "l'eau, it's, don't: words that a tokeniser cut at their apostrophe",
    .languages = "fr en it",
    .apply = join_tokens,
    .group = "typography",
    .counted = "cut word|cut words",
    .needs = sign::apostrophe_apart | sign::blank_before_apostrophe | sign::blank_before_sign | sign::negation_apart,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
