// Transcripts for tests, from texts and their times.
#pragma once

#include <mondegreen/transcript.hpp>

#include <string>
#include <utility>
#include <vector>

namespace mondegreen::tests {

inline transcript timed(std::vector<std::pair<interval, std::string>> const& cues, char const* language = "fr") {
  transcript made;
  made.language = language;
  for (auto const& [when, text] : cues) {
    made.cues.emplace_back();
    made.cues.back().text = text;
    made.cues.back().when = when;
  }
  return made;
}

} // namespace mondegreen::tests
