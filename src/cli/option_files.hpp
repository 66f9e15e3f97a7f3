// The files that options name: names, the page, a profile, shot changes.
#pragma once

#include "console.hpp"

#include <mondegreen/names.hpp>
#include <mondegreen/profile.hpp>
#include <mondegreen/spelling.hpp>
#include <mondegreen/timestamp.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mondegreen::cli {

/// The names of all files as one; none, and told, if a file could not be read.
std::optional<names> load_names(std::vector<std::string> const& paths, console& out);

/// The text of the page; empty without a path; none, and told, if it could not be read.
std::optional<std::string> load_context(std::string const& path, console& out);

/// The spelling dictionaries of `--spelling`; no dictionaries without a word; none, and told, if there are none there. Tells,
/// too, if there is none for the language that was named.
std::optional<spelling> load_spelling(std::string const& where, std::string const& language, console& out);

/// What to say of dictionaries of which none is for a language; empty if one is, or if none were asked for.
std::string lacking(spelling const& dictionaries, std::string const& language);

/// The profile of a name or a TOML file, for a language where the name has one for each ("netflix"). Tells and fails if there
/// is none, or if it contradicts itself.
std::optional<profile> load_profile_named(std::string const& name, std::string const& language, console& out);

/// The shot changes of a file; none for an empty path.
std::optional<std::vector<timestamp>> load_shot_changes(std::string const& path, double frame_rate, console& out);

} // namespace mondegreen::cli
