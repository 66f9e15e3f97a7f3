// What the user typed.
#pragma once

#include <mondegreen/edit.hpp>
#include <mondegreen/format.hpp>
#include <mondegreen/layout.hpp>
#include <mondegreen/retime.hpp>
#include <mondegreen/rule.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mondegreen::cli {

enum class command : std::uint8_t {
  clean,
  list_rules,
  convert,
  shift,
  scale,
  sync,
  names_repair,
  names_mine,
  names_build,
  names_explain,
  names_sound,
  layout,
  profiles,
  check,
  list_checks,
  formats
};

/// How times are moved.
struct retime_arguments {
  retiming how{};           ///< unless one of the files below is named
  interval only = always;   ///< the cues that start in it
  std::string times_from{}; ///< sync: a timed file of the same words
  std::string like{};       ///< sync: subtitles of the same film
  sync_options search{};
};

/// Whether to do what suits a terminal.
enum class when : std::uint8_t {
  automatic,
  always,
  never
};

struct arguments {
  command what = command::formats;
  std::vector<std::string> inputs{};
  std::vector<std::string> outputs{};
  std::string from{};
  std::string to{};
  std::string encoding{};
  std::string output_encoding{};
  std::vector<std::string> names{};
  std::string spelling{}; ///< "installed", a folder, a file, or "none"; empty: not said
  std::string context{};
  std::string language{};
  std::string configuration{};
  bool no_configuration = false;
  std::vector<std::string> only{};
  std::vector<std::string> skip{};
  std::vector<std::string> also{};
  std::vector<rule_setting> settings{};
  std::optional<wording> how{};
  std::optional<apply_policy> apply{};
  line_limits limits{0, 0}; ///< 0: the profile's, else the usual ones
  std::string profile{};
  std::string form{}; ///< of a report
  std::string shot_changes{};
  double frame_rate = 0;
  retime_arguments retime{};
  std::string edits{};
  std::string review{}; ///< clean: a ledger to go by
  std::string diagnostics{};
  unsigned jobs = 0; ///< 0: as many as the machine has cores
  when progress = when::automatic;
  when color = when::automatic;
  bool diff = false;
  bool in_place = false;
  bool strict = false;
  bool quiet = false;
  bool cue_tree = false;
  time_stamps stamps = time_stamps::standard;
  int stamp_minutes = 5;
  bool fix = false;
  bool live = false;
  std::string explained{}; ///< names explain: the name asked about; empty: all
  std::string in{};        ///< names explain: the text; empty: standard input
  bool json = false;
  bool no_mine = false;                 ///< clean: repair with the names files alone
  bool mine = false;                    ///< clean: not so, though the configuration may say it
  bool page_only = false;               ///< names mine: not those that only the speech has
  std::vector<std::string> languages{}; ///< names build: of the speech
  std::string names_form{};             ///< names mine: "tsv" or "plain"; empty: by the ending of the output
};

/// Reads the command line. Returns the exit status if there is nothing left to do: after --help, --version and mistakes,
/// which it tells itself. Ids of formats, rules, languages and encodings are known to exist afterwards.
std::optional<int> parse(int argc, char const* const* argv, arguments& into);

} // namespace mondegreen::cli
