#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/text/fold.hpp>
#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/impl/text/utf8.hpp>
#include <mondegreen/impl/text/will_read.hpp>

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

// Who answers begins after the last question of a run; people greet back. Text alone tells no more than that: of the turns
// so found in two interviews nine in ten and seven in ten were right, so they are suggestions and never labels.
inline constexpr std::size_t least_turns = 3;        ///< fewer are rhetorical questions of one who speaks alone
inline constexpr std::size_t longest_sentence = 600; ///< bytes, of a question that somebody asks

class turn_search {
public:
  turn_search(editor& text, language const& speech) : edits_(text), cues_(text.text().cues), speech_(speech) {
    any_in_list(speech.greetings, [&](std::string_view each) {
      if (!each.empty()) greeting_letters_.set(static_cast<unsigned char>(each.front()));
      return false;
    });
  }

  void run() {
    find_sentences();
    std::vector<finding> found;
    for (std::size_t i = 1; i < sentences_.size(); ++i) {
      constexpr std::size_t ahead = 6; // the words around a question are read again
      if (i + ahead < sentences_.size() && sentences_[i + ahead - 1].question) {
        will_read(cues_[sentences_[i + ahead - 1].cue].text.data());
        will_read(cues_[sentences_[i + ahead].cue].text.data());
      }
      if (sentences_[i].apart) continue;
      if (auto const made = judge(i); made.score > 0) found.push_back(made);
    }
    if (found.size() < least_turns) return;
    for (auto const& each : found) suggest(each);
  }

private:
  struct sentence {
    std::uint32_t cue = 0;    ///< where it begins
    std::uint32_t offset = 0; ///< in that cue's text
    std::size_t size = 0;     ///< bytes, up to the next one
    bool question = false;
    bool marked = false; ///< a dash or another mark of a turn stands before it
    bool apart = false;  ///< the sentence before it is not the one before it here
    bool greets = false; ///< perhaps: it opens with a letter that a greeting does
  };

  struct finding {
    std::size_t at = 0; ///< the sentence
    float score = 0;
    std::string_view why{};
  };

  static bool is_end(char32_t c) noexcept { return c == '.' || c == '!' || c == '?' || c == 0x2026; }

  /// The end of a sentence, or the lead bytes of "…" and others.
  struct at_end_mark {
    template <class V> static V holds(V a, V b) noexcept {
      return (a == '.') | (a == '!') | (a == '?') | ((a == '\xE2') & (b == '\x80'));
    }
  };

  /// Walks through a cue's text. `fresh`: the next word begins a sentence. Calls `begins(offset)` where one does, `goes_on(bytes)`
  /// for all that stands in one and behind it, `asks()` for a question mark.
  template <class Begins, class GoesOn, class Asks>
  static void walk(std::string_view text, bool& fresh, Begins&& begins, GoesOn&& goes_on, Asks&& asks) {
    auto const* const end = text.data() + text.size();
    for (std::size_t at = 0; at < text.size();) {
      if (!fresh) { // nothing but its end matters
        auto const mark = static_cast<std::size_t>(lines::scan<at_end_mark>(text.data() + at, end) - text.data());
        goes_on(mark - at);
        at = mark;
        if (at == text.size()) break;
      }
      auto const point = decode_at(text, at);
      auto const c = point.value;
      bool const space = c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x202F;
      bool const quote = c == '"' || c == 0xAB || c == 0xBB || c == ')' || c == 0x201D;
      if (is_end(c)) {
        if (c == '?') asks();
        // "3.5" and "stationf.co" go on.
        auto const next = at + point.length;
        fresh = next >= text.size() || text[next] == ' ' || text[next] == '\n' || text[next] == '"' ||
                static_cast<unsigned char>(text[next]) >= 0x80 || is_end(decode_at(text, next).value);
      } else if (fresh && !space && !quote) {
        begins(at);
        fresh = false;
      }
      goes_on(point.length);
      at += point.length;
    }
  }

  bool removed(std::uint32_t i) const { return edits_.removed({place::part::cue, i}); }

  /// A question or a greeting stands in the cue, perhaps.
  bool matters(std::uint32_t i) const { return edits_.needed({place::part::cue, i}) && !removed(i); }

  /// A sentence ends in the cue, whatever stands before.
  bool ends_one(std::uint32_t i) const {
    if (removed(i) || !edits_.signs({place::part::cue, i}).meets(sign::sentence_end)) return false;
    bool fresh = false, begun = false;
    walk(
        cues_[i].text, fresh, [&](std::size_t) { begun = true; }, [](std::size_t) {}, [] {});
    return fresh || begun;
  }

  /// Of a talk only what stands around questions and greetings: from the sentence that such a cue goes on with to the second
  /// one that begins behind it.
  void find_sentences() {
    auto const all = static_cast<std::uint32_t>(cues_.size());
    bool fresh = true;
    bool apart = true;      // the next sentence is the first of a stretch
    std::uint32_t next = 0; // what has not been looked at
    for (std::uint32_t i = 0; i < all; i = std::max(i + 1, next)) {
      constexpr std::uint32_t ahead = 4; // the texts lie all over the memory
      if (i + ahead < all && matters(i + ahead))
        for (auto k = i + ahead - 1; k < std::min(i + ahead + 3, all); ++k) will_read(cues_[k].text.data());
      if (!matters(i)) continue;
      auto from = i;
      while (from > next && !ends_one(from - 1)) --from;
      if (from > next) {
        next = from - 1;
        fresh = false;
        apart = true;
      }
      for (std::size_t behind = 0; next < all && behind < 2; ++next) {
        auto const before = sentences_.size();
        if (!removed(next)) read(next, fresh, apart);
        behind = next <= i || matters(next) ? 0 : behind + sentences_.size() - before;
      }
    }
  }

  /// False for a letter that no greeting opens with; most sentences open with one.
  bool may_greet(char opening) const {
    auto const c = static_cast<unsigned char>(opening);
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return !letter || greeting_letters_.test(c | 0x20U);
  }

  void read(std::uint32_t i, bool& fresh, bool& apart) {
    std::string_view const text = cues_[i].text;
    walk(
        text, fresh,
        [&](std::size_t at) {
          auto const rest = text.substr(at);
          bool const marked = rest.starts_with("- ") || rest.starts_with("\xE2\x80\x93") ||
                              rest.starts_with("\xE2\x80\x94") || rest.starts_with(">>");
          sentences_.push_back(
              {i, static_cast<std::uint32_t>(at), 0, false, marked, std::exchange(apart, false), may_greet(text[at])});
        },
        [&](std::size_t bytes) {
          if (!apart) sentences_.back().size += bytes;
        },
        [&] {
          if (!apart) sentences_.back().question = true;
        });
  }

  /// How a sentence begins: lower case, one space between words.
  std::string const& read_words(sentence const& what, std::string& words) const {
    constexpr std::size_t enough = 48; // bytes
    words.clear();
    auto left = what.size;
    std::size_t at = what.offset;
    for (auto i = what.cue; left > 0 && i < cues_.size(); ++i, at = 0) {
      if (edits_.removed({place::part::cue, i})) continue;
      std::string_view const text = cues_[i].text;
      while (left > 0 && at < text.size()) {
        if (words.size() >= enough) return words;
        auto const point = decode_at(text, at);
        auto const c = point.value;
        if (is_plain_letter(c) || c == '\'' || c == 0x2019)
          append_utf8(words, c == 0x2019 ? U'\'' : lower_latin(c));
        else if (!words.empty() && words.back() != ' ')
          words += ' ';
        left -= point.length;
        at += point.length;
      }
    }
    return words;
  }

  static bool begins_with(std::string_view words, std::string_view list) {
    return any_in_list(list, [&](std::string_view opener) {
      return words.starts_with(opener) && (words.size() == opener.size() || words[opener.size()] == ' ');
    });
  }

  finding judge(std::size_t i) {
    auto const& before = sentences_[i - 1];
    auto const& after = sentences_[i];
    if (after.marked) return {};
    bool const greeted = after.greets && before.greets;
    bool const asked = before.question && !after.question && before.size <= longest_sentence;
    if (!greeted && !asked) return {};
    auto& words = words_;
    read_words(after, words);
    if (greeted && begins_with(words, speech_.greetings) &&
        begins_with(read_words(before, words_before_), speech_.greetings))
      return {i, 0.85F, "a greeting answers a greeting"};
    if (!asked) return {};
    if (begins_with(words, speech_.reasons)) return {}; // "Pourquoi ? Parce que …": one who asks himself
    if (begins_with(words, speech_.answer_openers)) return {i, 0.9F, "answers a question, and begins as answers do"};
    // A question of two words goes on with the same speaker as often as not: "D'accord ?".
    auto const& question = read_words(before, words_before_);
    bool const long_question = std::count(question.begin(), question.end(), ' ') >= 4;
    return {i, long_question ? 0.7F : 0.4F, "stands behind the last question of a run"};
  }

  void suggest(finding const& what) {
    auto const& at = sentences_[what.at];
    if (cues_[at.cue].speaker != speaker_id::none) return;
    bool const french = speech_.code == "fr";
    grounds why{.status = edit_status::suggested, .confidence = what.score};
    why.evidence.emplace_back("a turn may begin here: ").append(what.why);
    edits_.replace({place::part::cue, at.cue}, {at.offset, 0}, french ? "\xE2\x80\x93 " : "- ", std::move(why));
  }

  editor& edits_;
  std::vector<cue> const& cues_;
  language const& speech_;
  std::bitset<256> greeting_letters_; ///< with which greetings open
  std::vector<sentence> sentences_;
  std::string words_, words_before_; ///< of those that are judged
};

/// A greeting may go on in the next cue.
inline std::string first_words_of_greetings(language const& speech, wording) {
  std::string list;
  any_in_list(speech.greetings, [&](std::string_view each) {
    list.append(each.substr(0, each.find_first_of(" '"))).append("|");
    return false;
  });
  return list;
}

/// Where somebody else may begin to speak, in a conversation that names nobody: suggestions, with a score.
inline void suggest_turns(editor& text, rule_context const& context, void*) {
  auto const& cues = text.text().cues;
  if (!text.text().timed || context.speech.answer_openers.empty()) return;
  bool const named =
      std::any_of(cues.begin(), cues.end(), [](cue const& each) { return each.speaker != speaker_id::none; });
  if (!named) turn_search(text, context.speech).run();
}

MONDEGREEN_INLINE rule const turns{
    .id = "turns",
    .summary = "suggests where somebody else begins to speak, with a score",
    .apply = suggest_turns,
    .group = "speakers",
    .counted = "turn|turns",
    .needs = sign::question_mark,
    .words = first_words_of_greetings,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
