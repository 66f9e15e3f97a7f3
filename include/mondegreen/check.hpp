// What a subtitler's quality control would find: the rules of a profile, where lines and cues end, damaged input.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/layout.hpp>
#include <mondegreen/profile.hpp>
#include <mondegreen/source.hpp>
#include <mondegreen/timestamp.hpp>
#include <mondegreen/transcript.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// A rule of the check: impl/check/checks.def lists them.
struct check_rule {
  std::string_view id{};      ///< "lines.length"
  severity level{};           ///< errors and warnings are violations; notes are for a person to look at
  std::string_view summary{}; ///< one line
  bool mended = false;        ///< layout can mend it (`check --fix`)
};

/// All rules in the order of the list.
std::span<check_rule const> check_rules() noexcept;

/// A place where a transcript breaks a rule.
struct finding {
  check_rule const* rule = nullptr;
  std::uint32_t cue = 0; ///< 0-based
  interval when{};       ///< of the cue
  span where{};          ///< in the transcript's source; empty if it stands nowhere there
  std::string message{}; ///< "the line has 54 characters"
  std::string value{};   ///< "54": what there is; may be empty
  std::string limit{};   ///< "> 42" says `value > 42`; may be empty
  std::string fix{};     ///< what to do about it
};

struct check_options {
  profile const* rules = nullptr;        ///< null: the library's "netflix" profile of the language
  std::string language{};                ///< of the speech; empty: the transcript's own, else detected
  std::vector<timestamp> shot_changes{}; ///< in order; empty: not known
  double frame_rate = 0;                 ///< frames a second; 0: the profile's, else 24
  std::span<diagnostic const> met{};     ///< what its reader told: damage becomes findings of the rule "input"
};

/// All findings, cue by cue. What a profile says nothing of is not checked. O(bytes), under 6 µs a cue.
std::vector<finding> check(transcript const& text, check_options const& options = {});

/// True if something is an error or a warning.
bool violated(std::span<finding const> findings) noexcept;

/// A transcript with its findings, for a report.
struct checked {
  std::string file{};
  transcript const* text = nullptr;
  profile const* rules = nullptr;
  std::span<finding const> findings{};
};

enum class report_form : std::uint8_t {
  text,  ///< `talk.srt:12:1: error: cue 3: the line has 54 characters (54 > 42) [lines.length]`
  json,  ///< an object a file
  csv,   ///< a row a finding, with a header
  sarif, ///< SARIF 2.1.0, for code review
  junit, ///< JUnit XML: a test suite a file, a test case a rule
  html,  ///< one page with filters and a timeline of reading speed; needs no network
};

/// The report of a check. O(findings), for HTML O(cues) too.
std::string report(std::span<checked const> files, report_form form);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/check.ipp>
#endif
