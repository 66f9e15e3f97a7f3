#pragma once

#include <mondegreen/impl/rules/phrases.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/rules/typesetting.hpp>
#include <mondegreen/lexicon.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

struct at_oe {
  template <class V> static V holds(V a, V b) noexcept {
    return ((a == 'o') | (a == 'O')) & ((b == 'e') | (b == 'E') | (b == '\xC3'));
  }
};

/// "que il|que elle|…": each word that is elided before each of those that it is elided before.
inline std::string elisions(typography const& type) {
  std::string list;
  any_in_list(type.elided_before_vowels, [&](std::string_view first) {
    any_in_list(type.elision_triggers, [&](std::string_view second) {
      list.append(list.empty() ? "" : "|").append(first).append(" ").append(second);
      return false;
    });
    return false;
  });
  return list;
}

/// What a language writes as one: compounds, ligatures, elisions, contractions.
class spelling_search {
public:
  explicit spelling_search(language const& speech)
      : words_(lexicon::of(speech.code)), table_(speech.type.spellings), elided_(elisions(speech.type)),
        ligatures_(!speech.type.ligatures.empty()) {}

  void run(std::string_view in, language const& speech, findings& out) {
    shield guard(in, speech);
    auto const write = [&](std::size_t from, std::size_t to, std::string_view with) {
      if (in.substr(from, to - from) != with && !guard.covers(span_of(from, to))) out.replace(from, to, with);
    };
    auto const spelling = [&](std::size_t at, phrase_match const& found) {
      // "là-bas" is right, and "etc." has its full stop.
      auto const before = char_before(in, at);
      auto const behind = char_at(in, found.end);
      bool const tied =
          (before == '-' && is_word(char_before(in, at - 1))) || (behind == '-' && is_word(char_at(in, found.end + 1)));
      bool const stop = found.what->value.ends_with('.') && (behind == '.' || behind == 0x2026);
      if (!tied && !stop) write(at, found.end, as_written(in.substr(at, found.end - at), found.what->value));
      return found.end;
    };
    std::vector<change> more; // beside those of spellings
    auto const elision = [&](std::size_t at, phrase_match const& found) {
      // "que en": the space goes, an apostrophe comes.
      auto const gap = run_end(in, at, is_plain_letter);
      auto const from = gap - 1; // the "e"
      auto const to = run_end(in, gap, is_space_or_line);
      bool const apart = is_upper(char_at(in, to)) || in.substr(gap, to - gap).find('\n') != in.npos;
      if (!apart && char_at(in, found.end) != '-' && !guard.covers(span_of(from, to)))
        more.push_back({span_of(from, to), "’", {}});
      return to;
    };
    phrase_table::for_each_in(in, table_, spelling, elided_, elision);
    if (ligatures_ && occurs<at_oe>(in)) ligatures(in, guard, more);
    if (!more.empty()) join(out.changes(), more);
  }

private:
  /// The right form with the capital that the wrong one has.
  static std::string as_written(std::string_view stands, std::string_view right) {
    std::string out(right);
    if (is_upper(char_at(stands, 0)) && !out.empty() && out[0] >= 'a' && out[0] <= 'z')
      out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
  }

  void ligatures(std::string_view in, shield& guard, std::vector<change>& more) const {
    for_each_place<at_oe>(in, [&](std::size_t at) {
      if (in[at + 1] == '\xC3') return; // "poète" has two sounds
      auto const start = run_start(in, at, is_plain_letter);
      auto const word = in.substr(start, run_end(in, at, is_plain_letter) - start);
      if (word.size() > 64) return;
      bool const upper = in[at] == 'O';
      std::string tried(word.substr(0, at - start));
      tried.append(upper ? "Œ" : "œ").append(word.substr(at - start + 2));
      if (words_.rank(tried) == 0 || guard.covers(span_of(start, start + word.size()))) return;
      more.push_back({span_of(at, at + 2), upper ? "Œ" : "œ", {}});
    });
  }

  /// Sorts more changes among others; of two that overlap the longer one stays.
  static void join(std::vector<change>& all, std::vector<change>& more) {
    for (auto& each : more) all.push_back(std::move(each));
    std::stable_sort(all.begin(), all.end(), [](change const& a, change const& b) {
      if (a.what.offset != b.what.offset) return a.what.offset < b.what.offset;
      return a.what.length > b.what.length;
    });
    std::uint32_t end = 0;
    std::erase_if(all, [&](change const& each) {
      if (each.what.offset < end) return true;
      end = each.what.end();
      return false;
    });
  }

  lexicon const& words_;
  phrase_table table_;
  phrase_table elided_;
  bool ligatures_;
};

inline void mend_spellings(editor& text, rule_context const& context, void*) {
  per_language<spelling_search> tables;
  revise(text, context, [&](std::string_view in, language const& speech, findings& out) {
    if (speech.type.spellings.empty()) return;
    tables.of(speech, [](language const& l) { return spelling_search(l); }).run(in, speech, out);
  });
}

MONDEGREEN_INLINE rule const typography_spellings{
    .id = "typography.spellings",
    .summary = "cœur, par-dessus, qu’en, don’t: compounds, ligatures, elisions and contractions",
    .languages = "fr en",
    .apply = mend_spellings,
    .group = "typography",
    .counted = "spelling|spellings",
    .needs = sign::ligature,
    .words = [](language const& speech,
                wording) { return std::string(speech.type.spellings).append("|").append(elisions(speech.type)); },
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
