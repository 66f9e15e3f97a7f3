// The configuration files of the inputs.
#pragma once

#include "arguments.hpp"
#include "console.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace mondegreen::cli {

/// What holds for the inputs: what was typed, and where that is silent what their configuration file says.
struct configured {
  std::vector<arguments> each{};       ///< one for each configuration file, and one for inputs without
  std::vector<std::size_t> of_input{}; ///< which of them holds for an input
};

/// None if a file of them cannot be read or used, which is told.
std::optional<configured> configure(arguments const& typed, console& out);

} // namespace mondegreen::cli
