// --config and --no-config.
#pragma once

#include "arguments.hpp"

#include <CLI/CLI.hpp>

namespace mondegreen::cli {

inline void add_configuration_options(CLI::App& to, arguments& into) {
  to.add_option("--config", into.configuration,
                "Settings to go by where the command line says nothing [mondegreen.toml beside the input or above it]")
      ->type_name("FILE.toml");
  to.add_flag("--no-config", into.no_configuration, "Look for no mondegreen.toml");
}

} // namespace mondegreen::cli
