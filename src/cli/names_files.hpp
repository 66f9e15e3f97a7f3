// The names files and the page that `--names` and `--context` name.
#pragma once

#include "console.hpp"

#include <mondegreen/names.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mondegreen::cli {

/// The names of all files as one; none, and told, if a file could not be read.
std::optional<names> load_names(std::vector<std::string> const& paths, console& out);

/// The text of the page; empty without a path; none, and told, if it could not be read.
std::optional<std::string> load_context(std::string const& path, console& out);

} // namespace mondegreen::cli
