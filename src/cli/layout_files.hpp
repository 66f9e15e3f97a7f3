// The profile and the shot changes that the options name.
#pragma once

#include "arguments.hpp"
#include "console.hpp"

#include <mondegreen/profile.hpp>
#include <mondegreen/timestamp.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mondegreen::cli {

/// The profile of a name or a TOML file, for a language where the name has one for each ("netflix"). Tells and fails if there
/// is none, or if it contradicts itself.
std::optional<profile> load_profile_named(std::string const& name, std::string const& language, console& out);

/// The shot changes of a file; none for an empty path.
std::optional<std::vector<timestamp>> load_shot_changes(std::string const& path, double frame_rate, console& out);

} // namespace mondegreen::cli
