// The headings of --help.
#pragma once

#include <CLI/CLI.hpp>

#include <utility>
#include <vector>

namespace mondegreen::cli {

/// Puts the options of a command that has many under headings, in the order in which the command has them.
inline void group_options(CLI::App& command) {
  std::pair<char const*, std::vector<char const*>> const headings[] = {
      {"Output", {"--output", "--to", "--output-encoding", "--stamps", "--in-place", "--cue-tree", "--format"}},
      {"Names", {"--names", "--context", "--spelling", "--no-mine", "--mine"}},
      {"Changes",
       {"--apply", "--edits", "--review", "--diff", "--only", "--skip", "--also", "--set", "--list-rules", "--profile",
        "--fix"}},
      {"Input", {"--from", "--encoding", "--strict", "--lang", "--config", "--no-config"}},
      {"Film", {"--shot-changes", "--frame-rate"}},
      {"Messages", {"--diagnostics", "--quiet", "--color", "--progress", "--jobs"}},
  };
  for (auto const& [heading, options] : headings)
    for (auto const* each : options)
      if (auto* const found = command.get_option_no_throw(each)) found->group(heading);
}

} // namespace mondegreen::cli
