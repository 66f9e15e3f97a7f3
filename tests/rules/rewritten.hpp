// Runs one rule over a text of a passage a line, checks what holds for every rule, and gives the text back.
#pragma once

#include <mondegreen/mondegreen.hpp>

#include "../catch.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::tests {

struct rule_run {
  std::string text;
  ledger edits;
};

/// An SRT cue a line: one second each, a second apart.
inline transcript cues_of(std::string_view text) {
  std::string srt;
  int at = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    auto const end = std::min(text.find('\n', begin), text.size());
    auto const clock = [](int seconds) {
      auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
      return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60) + ",000";
    };
    srt += std::to_string(at + 1) + "\n" + clock(2 * at) + " --> " + clock(2 * at + 1) + "\n";
    srt.append(text.substr(begin, end - begin)).append("\n\n");
    ++at;
    begin = end + 1;
  }
  auto made = read_text(srt, {.format = "srt"}, "talk.srt");
  return std::move(made->value);
}

inline std::string lines_of(transcript const& talk) {
  std::string all;
  for (auto const& each : talk.cues) all += (all.empty() && &each == &talk.cues.front() ? "" : "\n") + each.text;
  return all;
}

inline rule_run run_rules(transcript& talk, clean_options const& options) {
  rule_run made;
  made.edits = clean(talk, options);
  made.text = lines_of(talk);
  return made;
}

/// The text after the rules of the options, in the language. Replaying the ledger gives the same words, and a second run
/// changes nothing.
inline rule_run run_rules(std::string_view text, std::string_view language, clean_options options) {
  options.language = language;
  auto talk = cues_of(text);
  auto made = run_rules(talk, options);
  auto again = read_text(replay(made.edits, *talk.from), {.format = "srt"}, "again.srt")->value;
  // A cue that was taken out leaves its time behind, without words.
  std::erase_if(again.cues, [](cue const& each) { return each.text.empty(); });
  auto kept = talk;
  std::erase_if(kept.cues, [](cue const& each) { return each.text.empty(); });
  CHECK(lines_of(again) == lines_of(kept));
  for (auto const& each : clean(talk, options)) {
    INFO(to_json(each, "second run"));
    CHECK(each.status != edit_status::applied);
  }
  return made;
}

inline std::string rewritten(std::string_view rule, std::string_view text, std::string_view language = "fr") {
  clean_options options;
  options.only = {std::string(rule)};
  options.how = wording::fluent;
  return run_rules(text, language, options).text;
}

} // namespace mondegreen::tests
