#pragma once

#include <mondegreen/impl/rules/characters.hpp>
#include <mondegreen/impl/rules/passages.hpp>
#include <mondegreen/impl/rules/rules.hpp>

#include <unicode/uscript.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// The writing system of a letter, those of one language taken together; 0 for what is of none.
inline int script_of(char32_t c) {
  if (c < 0x80) return is_plain_letter(c) ? USCRIPT_LATIN : 0;
  if (c < 0x250) return is_plain_letter(c) ? USCRIPT_LATIN : 0;
  UErrorCode status = U_ZERO_ERROR;
  auto const script = uscript_getScript(static_cast<UChar32>(c), &status);
  switch (script) {
  case USCRIPT_HIRAGANA:
  case USCRIPT_KATAKANA:
  case USCRIPT_HANGUL:
  case USCRIPT_BOPOMOFO:
  case USCRIPT_HAN: return USCRIPT_HAN;
  case USCRIPT_COMMON:
  case USCRIPT_INHERITED:
  case USCRIPT_UNKNOWN: return 0;
  default: return script;
  }
}

class script_search {
public:
  explicit script_search(editor& text) : text_(text) {}

  void run() {
    count();
    if (main_ == 0) return;
    for_each_unsettled_passage(text_, [&](place where, passage const& each) {
      // Before the first byte of Greek all is Latin or a mark.
      if (main_ != USCRIPT_LATIN || text_.signs(where).meets(sign::beyond_latin)) look_at(where, each.text);
    });
  }

private:
  /// The writing system of the document, where four letters in five are of one.
  void count() {
    std::array<std::size_t, 256> letters{};
    std::size_t all = 0;
    constexpr std::size_t enough = 20'000;
    for (auto const& each : text_.text().cues) {
      for (std::size_t i = 0; i < each.text.size() && all < enough;) {
        auto const from = i;
        while (i < each.text.size() && is_ascii_letter(each.text[i])) ++i; // nearly all
        if (i > from) {
          letters[USCRIPT_LATIN] += i - from;
          all += i - from;
          continue;
        }
        auto const point = decode_at(each.text, i);
        auto const script = static_cast<std::size_t>(script_of(point.value));
        if (script != 0 && script < letters.size()) {
          ++letters[script];
          ++all;
        }
        i += point.length;
      }
      if (all >= enough) break;
    }
    for (std::size_t i = 0; i < letters.size(); ++i)
      if (letters[i] * 5 >= all * 4 && letters[i] >= 40) main_ = static_cast<int>(i);
  }

  void look_at(place where, std::string_view text) {
    std::size_t own = 0, other = 0, run_from = 0, run_to = 0, in_run = 0;
    for (std::size_t i = 0; i < text.size();) {
      auto const end = run_end(text, i, is_word);
      if (end == i) {
        i += decode_at(text, i).length;
        continue;
      }
      mixed_word(where, text, i, end, own, other, run_from, run_to, in_run);
      i = end;
    }
    if (other == 0) return;
    if (own == 0 && where.in == place::part::cue) {
      text_.remove(where, {.status = edit_status::suggested,
                           .confidence = 0.7F,
                           .evidence = {"in a writing system that the rest of the text has not"}});
    } else if (in_run >= 2) {
      text_.report(where, {static_cast<std::uint32_t>(run_from), static_cast<std::uint32_t>(run_to - run_from)},
                   {.confidence = 0.6F, .evidence = {"in a writing system that the rest of the text has not"}});
    }
  }

  void mixed_word(place where, std::string_view text, std::size_t from, std::size_t to, std::size_t& own,
                  std::size_t& other, std::size_t& run_from, std::size_t& run_to, std::size_t& in_run) {
    bool latin = false, greek_or_cyrillic = false, foreign = false;
    for (auto i = from; i < to;) {
      auto const point = decode_at(text, i);
      auto const script = script_of(point.value);
      latin = latin || script == USCRIPT_LATIN;
      greek_or_cyrillic = greek_or_cyrillic || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK;
      if (script == main_) ++own;
      if (script != 0 && script != main_) {
        ++other;
        foreign = true;
      }
      i += point.length;
    }
    // "Р" for "P": looks the same, is found by no search, and sounds wrong.
    if (latin && greek_or_cyrillic && to - from > 2)
      text_.report(where, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)},
                   {.confidence = 0.9F, .evidence = {"letters of two alphabets in one word"}});
    if (foreign && !latin) {
      if (in_run == 0) run_from = from;
      run_to = to;
      ++in_run;
    }
  }

  editor& text_;
  int main_ = 0;
};

inline void find_other_scripts(editor& text, rule_context const&, void*) { script_search(text).run(); }

MONDEGREEN_INLINE rule const scripts{
    .id = "scripts",
    .summary = "points at words that mix alphabets and at cues in another writing system",
    .apply = find_other_scripts,
    .group = "recogniser",
    .counted = "cue in another script|cues in another script",
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
