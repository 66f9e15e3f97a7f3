#pragma once

#include <mondegreen/impl/rules/characters.hpp>
#include <mondegreen/impl/rules/hallucination_lists.hpp>
#include <mondegreen/impl/rules/passages.hpp>
#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/impl/text/plain_key.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

enum class danger : std::uint8_t {
  credit, ///< nobody says it
  outro,  ///< said at the end of videos; a recogniser's favourite
  speech, ///< said everywhere
};

/// A word of a line as patterns see it.
struct pattern_word {
  std::string_view key;     ///< in lower case, without accents
  bool may_be_name = false; ///< stands in a credit behind "by": a capital or a figure, or a word that joins names
  bool opens = false;       ///< a sentence ended before it
};

/// Words that may stand among the names of a credit.
inline constexpr std::string_view words_of_credits =
    "d|l|de|du|des|la|le|les|et|par|pour|of|the|and|by|for|von|der|die|das|und|im|auftrag|fur|el|los|y|por|"
    "para|di|della|del|e|da|a|cura|van|door|przez|communaute|communautes|community|comunidad|comunita|"
    "gemeinschaft|gemeenschap|spolecznosc|equipe|team|societe|amara|org|com|www|sous|titres|titrage|sdh|st|"
    "revisione|relecture|traduction|qtss|funk";

/// True for one of them. Asked of every word of a text: a list to walk through was a sixth of the time of all rules.
inline bool stands_in_credits(std::string_view word) {
  static auto const sorted = [] {
    std::vector<std::string_view> made;
    any_in_list(words_of_credits, [&](std::string_view each) {
      made.push_back(each);
      return false;
    });
    std::sort(made.begin(), made.end());
    return made;
  }();
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// A part of a pattern: one of several runs of words.
struct pattern_part {
  std::vector<std::vector<std::string_view>> choices{};
  bool optional = false;
  /// Words of any kind: * is none to sixteen of them, + one to three. In a credit they must be such as names have.
  std::size_t least = 0;
  std::size_t most = 0;
};

struct hallucination_pattern {
  danger what = danger::credit;
  std::vector<pattern_part> parts{};
};

class hallucination_table {
public:
  static hallucination_table const& get() {
    static hallucination_table const made;
    return made;
  }

  /// The most certain class that a line of words is of, or none.
  hallucination_pattern const* match(std::vector<pattern_word> const& words, bool speech_too) const {
    hallucination_pattern const* best = nullptr;
    for (auto const& word : words) {
      auto const found = by_word_.find(word.key);
      if (found == by_word_.end()) continue;
      for (auto const index : found->second) {
        auto const& each = patterns_[index];
        if (each.what == danger::speech && !speech_too) continue;
        if ((best == nullptr || each.what < best->what) && fits(each, 0, words, 0)) best = &each;
      }
    }
    return best;
  }

  /// The class of a line in a script without spaces.
  danger const* match_unspaced(std::string_view text) const {
    std::string close;
    for (std::size_t i = 0; i < text.size();) {
      auto const point = decode_at(text, i);
      if (!is_space(point.value)) append_utf8(close, lower_latin(point.value));
      i += point.length;
    }
    for (auto const& [phrase, what] : unspaced_)
      if (close.find(phrase) != close.npos) return &what;
    return nullptr;
  }

  /// False if no pattern can fit: none of its words is a key word of one. Says yes in vain now and then. O(text).
  bool may_fit(std::string_view text, bool speech_too) const {
    return signs_.in(text).meets((speech_too ? speech_ | sure_ : sure_) | sign::broadcaster);
  }

  /// The key words of all patterns, "|" between them.
  std::string key_words() const {
    std::string list;
    for (auto const& [word, patterns] : by_word_) list.append(word).append("|");
    return list;
  }

private:
  hallucination_table() {
    for (auto const list : hallucination_lists)
      any_in_list(
          list, [&](std::string_view line) { return read(line); }, '\n');
    for (std::size_t i = 0; i < patterns_.size(); ++i) index(i);
  }

  bool read(std::string_view line) {
    bool const unspaced = line.starts_with("han: ");
    if (unspaced) line.remove_prefix(5);
    auto const colon = line.find(": ");
    if (colon == line.npos || line.starts_with('#')) return false;
    auto const name = line.substr(0, colon);
    auto const what = name == "credit" ? danger::credit : name == "outro" ? danger::outro : danger::speech;
    auto const text = line.substr(colon + 2);
    if (unspaced) {
      unspaced_.emplace_back(text, what);
      return false;
    }
    hallucination_pattern made;
    made.what = what;
    for (std::size_t i = 0; i < text.size();) {
      if (text[i] == ' ') {
        ++i;
        continue;
      }
      bool const group = text[i] == '(';
      auto const end = std::min(group ? text.find(')', i) : text.find(' ', i), text.size());
      auto piece = text.substr(i, end - i);
      pattern_part part;
      part.optional = piece.starts_with('?');
      auto const bare = part.optional ? piece.substr(1) : piece;
      if (bare == "*" || bare == "+") {
        part.least = bare == "+" && !part.optional ? 1 : 0;
        part.most = bare == "+" ? 3 : 16;
      }
      if (group || part.optional) piece.remove_prefix(1);
      if (part.most == 0)
        any_in_list(piece, [&](std::string_view choice) {
          auto& run = part.choices.emplace_back();
          any_in_list(
              choice,
              [&](std::string_view word) {
                run.push_back(word);
                return false;
              },
              ' ');
          return false;
        });
      made.parts.push_back(std::move(part));
      i = end + (group ? 1 : 0);
    }
    patterns_.push_back(std::move(made));
    return false;
  }

  static std::string_view longest(std::vector<std::string_view> const& run) {
    return *std::max_element(run.begin(), run.end(),
                             [](std::string_view a, std::string_view b) { return a.size() < b.size(); });
  }

  /// Under the words of the part that few texts have: the one whose shortest key is the longest.
  void index(std::size_t i) {
    pattern_part const* rarest = nullptr;
    std::size_t best = 0;
    for (auto const& part : patterns_[i].parts) {
      if (part.most != 0 || part.optional) continue;
      std::size_t shortest = 99;
      for (auto const& run : part.choices) shortest = std::min(shortest, longest(run).size());
      if (shortest > best) {
        best = shortest;
        rarest = &part;
      }
    }
    if (rarest == nullptr) return;
    for (auto const& run : rarest->choices) {
      auto const word = longest(run);
      by_word_[word].push_back(static_cast<std::uint32_t>(i));
      signs_.mark(word, patterns_[i].what == danger::speech ? speech_ : sure_);
    }
  }

  static bool fits(hallucination_pattern const& pattern, std::size_t part, std::vector<pattern_word> const& words,
                   std::size_t at) {
    if (part == pattern.parts.size()) return at == words.size();
    auto const& each = pattern.parts[part];
    if (each.most != 0) {
      // "Les sous-titres faits par des bénévoles changent tout" is speech: behind the words of a credit only names stand.
      bool const credit = pattern.what == danger::credit;
      for (std::size_t n = 0; n <= each.most && at + n <= words.size(); ++n) {
        if (n > 0 && credit && (!words[at + n - 1].may_be_name || words[at + n - 1].opens)) return false;
        if (n >= each.least && fits(pattern, part + 1, words, at + n)) return true;
      }
      return false;
    }
    for (auto const& run : each.choices) {
      bool const here =
          at + run.size() <= words.size() &&
          std::equal(run.begin(), run.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                     [](std::string_view wanted, pattern_word const& word) { return wanted == word.key; });
      if (here && fits(pattern, part + 1, words, at + run.size())) return true;
    }
    return each.optional && fits(pattern, part + 1, words, at);
  }

  std::vector<hallucination_pattern> patterns_;
  std::vector<std::pair<std::string_view, danger>> unspaced_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_word_;
  sign_table signs_; ///< of key words
  sign_set sure_ = signs_.add();
  sign_set speech_ = signs_.add(); ///< of patterns that people say, too
};

/// What speaks for nobody having said a cue: it stands far longer than its words take, or the recogniser doubted them.
inline std::vector<std::string> silence_evidence(cue const& each, bool timed) {
  std::vector<std::string> found;
  if (timed && each.when.end.ms > each.when.start.ms) {
    auto const length = each.when.end.ms - each.when.start.ms;
    // Slow speech has eight characters a second; a third of that, for five seconds, is silence.
    auto const needed = static_cast<std::int64_t>(each.text.size()) * 1000 / 8;
    if (length >= 5000 && length > 3 * needed) found.emplace_back("shown three times as long as it takes to say");
  }
  if (!each.words.empty()) {
    float sum = 0;
    for (auto const& word : each.words) sum += word.confidence;
    if (sum < 0.4F * static_cast<float>(each.words.size())) found.emplace_back("the recogniser doubted its words");
  }
  return found;
}

class hallucination_search {
public:
  explicit hallucination_search(editor& text) : text_(text), table_(hallucination_table::get()) {}

  void run() {
    for_each_unsettled_cue(text_, [&](std::uint32_t i, cue const& each) { look_at(i, each); });
  }

private:
  static constexpr std::size_t longest_line = 240; ///< bytes

  void look_at(std::uint32_t i, cue const& each) {
    if (each.text.size() > 4 * longest_line || each.text.empty()) return;
    bool const timed = text_.text().timed;
    // Looked up only for what is short enough to be asked.
    bool const short_cue = each.text.size() <= 60;
    auto evidence = short_cue ? silence_evidence(each, timed) : std::vector<std::string>();
    if (!table_.may_fit(each.text, !evidence.empty())) return;
    if (each.text.size() <= longest_line) {
      if (auto const* found = classify(each.text, !evidence.empty())) {
        take(i, *found, std::move(evidence));
        return;
      }
    }
    if (each.text.find('\n') != each.text.npos) lines(i, each.text);
  }

  danger const* classify(std::string_view line, bool speech_too) {
    read_words(line);
    if (words_.empty()) return nullptr;
    if (words_.size() <= 24)
      if (auto const* found = table_.match(words_, speech_too && words_.size() <= 8)) return &found->what;
    auto const high = [](char c) {
      return static_cast<unsigned char>(c) >= 0xE0 && static_cast<unsigned char>(c) != 0xE2;
    };
    bool const unspaced = std::any_of(line.begin(), line.end(), high) || key_.find("mbc") != key_.npos;
    if (!unspaced || line.size() > 150) return nullptr;
    return table_.match_unspaced(line);
  }

  /// The words of a line with what capitals and marks say of them: "d'Amara.org" is three, and a name.
  void read_words(std::string_view line) {
    key_.clear();
    words_.clear();
    spans_.clear();
    bool opens = false;
    for (std::size_t at = 0; at < line.size();) {
      auto const start = run_end(line, at, is_space_or_line);
      at = run_end(line, start, [](char32_t c) { return !is_space_or_line(c); });
      auto const chunk = line.substr(start, at - start);
      bool name = false;
      for (std::size_t i = 0; i < chunk.size() && !name;) {
        auto const point = decode_at(chunk, i);
        name = is_upper(point.value) || is_digit(point.value) || point.value > 0x24F;
        i += point.length;
      }
      any_in_list(
          plain_key(chunk),
          [&](std::string_view word) {
            if (word.empty()) return false;
            spans_.push_back({key_.size(), word.size(), name || stands_in_credits(word), opens});
            key_.append(word).push_back(' ');
            opens = false;
            return false;
          },
          ' ');
      opens = opens || chunk.ends_with('.') || chunk.ends_with('!') || chunk.ends_with('?') || chunk.ends_with("…");
    }
    for (auto const& each : spans_)
      words_.push_back({std::string_view(key_).substr(each.offset, each.length), each.may_be_name, each.opens});
  }

  void take(std::uint32_t i, danger what, std::vector<std::string> evidence) {
    place const where{place::part::cue, i};
    if (what == danger::speech) {
      bool const sure = evidence.size() > 1;
      evidence.insert(evidence.begin(), "recognisers write it where nobody speaks");
      text_.remove(where, {.status = sure ? edit_status::applied : edit_status::suggested,
                           .confidence = sure ? 0.9F : 0.6F,
                           .evidence = std::move(evidence)});
      return;
    }
    evidence.insert(evidence.begin(), what == danger::credit
                                          ? "a credit that recognisers have learned from subtitles"
                                          : "the end of a video that recognisers write into silence");
    text_.remove(where, {.confidence = what == danger::credit ? 0.98F : 0.93F, .evidence = std::move(evidence)});
  }

  /// A credit that stands on a line of its own in a cue with speech.
  void lines(std::uint32_t i, std::string_view text) {
    findings found;
    for (std::size_t at = 0; at <= text.size();) {
      auto const end = std::min(text.find('\n', at), text.size());
      auto const line = text.substr(at, end - at);
      auto const* what = line.size() <= longest_line && table_.may_fit(line, false) ? classify(line, false) : nullptr;
      if (what != nullptr && *what == danger::credit) {
        bool const last = end == text.size();
        auto const from = last && at > 0 ? at - 1 : at;
        if (from >= found.end())
          found.replace(from, last ? end : end + 1, "",
                        {.confidence = 0.97F, .evidence = {"a credit that recognisers have learned from subtitles"}});
      }
      at = end + 1;
    }
    if (!found.changes().empty()) text_.replace({place::part::cue, i}, found.changes());
  }

  editor& text_;
  hallucination_table const& table_;
  struct word_span {
    std::size_t offset, length;
    bool may_be_name, opens;
  };
  std::string key_;
  std::vector<word_span> spans_; // while key_ grows, views of it would not hold
  std::vector<pattern_word> words_;
};

inline void remove_hallucinations(editor& text, rule_context const&, void*) { hallucination_search(text).run(); }

MONDEGREEN_INLINE rule const hallucinations{
    .id = "hallucinations",
    .summary = "takes out subtitle credits and goodbyes that recognisers write into silence",
    .apply = remove_hallucinations,
    .group = "recogniser",
    .counted = "hallucination|hallucinations",
    .from = wording::clean,
    .needs = sign::broadcaster,
    .words = [](language const&, wording) { return hallucination_table::get().key_words(); },
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
