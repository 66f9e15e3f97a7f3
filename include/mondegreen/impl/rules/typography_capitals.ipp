#pragma once

#include <mondegreen/impl/rules/phrases.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>
#include <mondegreen/lexicon.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// A capital vowel or C, and a letter or a blank behind it.
struct at_bare_capital {
  template <class V> static V holds(V a, V b) noexcept {
    auto const capital = (a == 'E') | (a == 'A') | (a == 'I') | (a == 'O') | (a == 'U') | (a == 'C');
    return capital & (V::only_first((b <= 'z'), (b <= '`')) | (b == ' ') | (b == '\xC3'));
  }
};

class capital_search {
public:
  explicit capital_search(language const& speech)
      : words_(lexicon::of(speech.code)), english_(lexicon::of("en")), table_(speech.type.accented_capitals),
        phrases_(speech.type.capital_phrases) {}

  void run(std::string_view in, language const& speech, findings& out) const {
    shield guard(in, speech);
    for_each_place<at_bare_capital>(in, [&](std::size_t at) {
      auto const before = char_before(in, at);
      if (at < out.end() || is_word(before)) return;
      if (auto const found = phrases_.match(in, at); found.what != nullptr && opens_sentence(in, at)) {
        auto const first = decode_at(found.what->value, 0);
        if (char_at(found.what->said, 0) != first.value)
          out.replace(at, at + 1, found.what->value.substr(0, first.length));
        return;
      }
      auto const word = word_after(in, at);
      if (word.size() < 3 || !is_lower(char_at(word, 1))) return;
      auto const with = accented(word);
      if (with == 0 || guard.covers(span_of(at, at + word.size())) || is_foreign(in, at, word)) return;
      std::string letter;
      append_utf8(letter, with);
      out.replace(at, at + 1, letter);
    });
  }

private:
  static bool opens_sentence(std::string_view in, std::size_t at) {
    auto const before = char_before(in, run_start(in, at, is_space_or_line));
    return before == 0 || before == '.' || before == '!' || before == '?' || before == 0x2026 || before == 0xAB ||
           before == '"' || before == '-' || before == 0x2013 || before == ':';
  }

  /// The accented capital that makes an ordinary word of it, where without accent it is none or a rare slip; else 0.
  char32_t accented(std::string_view word) const {
    auto const bare = words_.rank(word);
    if (bare != 0 && bare <= 300) return 0;
    char32_t found = 0;
    any_in_list(table_, [&](std::string_view entry) {
      if (entry[0] != word[0]) return false;
      for (std::size_t i = 2; i < entry.size();) {
        auto const point = decode_at(entry, i);
        std::string tried(entry.substr(i, point.length));
        tried += word.substr(1);
        auto const rank = words_.rank(tried);
        // People leave accents off in what word lists are made of: the right form is there at least twice as often.
        if (rank != 0 && (bare == 0 || rank * 2 < bare)) found = point.value;
        i += point.length;
      }
      return true;
    });
    return found;
  }

  /// "Sony Entertainment", "Education First": what English writes so too, and no French word is beside it.
  bool is_foreign(std::string_view in, std::size_t at, std::string_view word) const {
    if (english_.rank(word) == 0) return false;
    auto const before = char_before(in, at);
    if (is_apostrophe_like(before)) return false;
    auto const end = run_start(in, at, is_space);
    auto const left = word_before(in, end);
    auto const next = word_after(in, run_end(in, at + word.size(), is_space));
    auto const ordinary = [&](std::string_view each) {
      auto const rank = words_.rank(each);
      return !each.empty() && is_lower(char_at(each, 0)) && rank > 0 && rank < 3000;
    };
    return !(ordinary(left) && (next.empty() || ordinary(next)));
  }

  lexicon const& words_;
  lexicon const& english_;
  std::string_view table_;
  phrase_table phrases_;
};

inline void set_capitals(editor& text, rule_context const& context, void*) {
  per_language<capital_search> tables;
  revise(text, context, [&](std::string_view in, language const& speech, findings& out) {
    if (speech.type.accented_capitals.empty()) return;
    tables.of(speech, [](language const& l) { return capital_search(l); }).run(in, speech, out);
  });
}

MONDEGREEN_INLINE rule const typography_capitals{
    .id = "typography.capitals",
    .summary = "accents on capitals: État, À partir, Ça va",
    .languages = "fr",
    .apply = set_capitals,
    .group = "typography",
    .counted = "accent on a capital|accents on capitals",
    .needs = sign::bare_capital,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
