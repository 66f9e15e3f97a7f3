// The configuration file, mondegreen.toml: how a folder of transcripts is cleaned and checked.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/edit.hpp>
#include <mondegreen/result.hpp>
#include <mondegreen/rule.hpp>
#include <mondegreen/source.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// What a configuration file says; what it says nothing of is empty. Its keys are those of docs/configuration.md.
struct configuration {
  std::vector<std::string> names{};     ///< paths of names files, as they can be opened from here
  std::string context{};                ///< path of a text of the page
  std::string spelling{};               ///< of `spelling::load`: "installed", "none" or a path
  std::string language{};               ///< BCP 47
  std::optional<wording> how{};         ///< of `profile`
  std::string profile{};                ///< of `profile`: rules to lay out and check by, an id or a path
  std::vector<std::string> only{};      ///< rules, by id or group
  std::vector<std::string> skip{};      ///< the same
  std::vector<std::string> also{};      ///< the same
  std::vector<rule_setting> settings{}; ///< of the table `rules`
  std::optional<apply_policy> apply{};  ///< which findings change the text
  std::optional<bool> mine{};           ///< whether names of the page repair, too
  double frame_rate = 0;                ///< frames a second
};

/// A configuration with what was odd about its file.
struct configuration_reading {
  configuration value{};
  source_ptr text{};
  std::vector<diagnostic> diagnostics{}; ///< in `text`, all mistakes and not the first alone

  /// False if there is an error. A run by half of what the user has written could change what the other half forbids, so
  /// a misspelt key counts as one.
  bool usable() const noexcept;
};

/// Reads a configuration. Relative paths in it are taken from the folder of `path`.
configuration_reading read_configuration(std::string_view toml, std::string_view path = "<text>");

/// The same from a file. Errors: not_found, not_readable, is_directory.
result<configuration_reading> load_configuration(std::string const& path);

/// The configuration file that holds for a transcript: `mondegreen.toml`, else `.mondegreen.toml`, in its folder or the
/// nearest one above it. Files further up do not add to it. "-" is a transcript in the current folder. Empty if there is none.
std::string find_configuration(std::string const& transcript_path);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/configuration.ipp>
#endif
