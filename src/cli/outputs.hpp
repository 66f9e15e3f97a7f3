// Where results go: worked out, and checked, before anything is read.
#pragma once

#include "arguments.hpp"

#include <mondegreen/result.hpp>

#include <string>
#include <vector>

namespace mondegreen::cli {

struct output {
  std::string path;       ///< "-" is standard output
  std::string format;     ///< id; empty: the one the input was read as
  bool in_folder = false; ///< the user named a folder; it is made if it is missing
};

/// An output's name in messages.
std::string shown_output(std::string const& path);

/// For each input its outputs. Refuses what would be ambiguous or would overwrite an input. `needed`: an input without
/// any output is a mistake.
result<std::vector<std::vector<output>>> plan_outputs(arguments const& typed, bool needed);

} // namespace mondegreen::cli
