// A word the command line does not know, and which one was likely meant.
#pragma once

#include "nearest.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace mondegreen::cli {

/// "--nmaes": the options of the command that look like it.
inline std::string unknown(CLI::App const& command, std::string const& typed) {
  std::vector<std::string> words;
  bool const option = typed.starts_with('-');
  if (option) {
    for (auto const* each : command.get_options())
      for (auto const& name : each->get_lnames()) words.push_back("--" + name);
  } else {
    for (auto const* each : command.get_subcommands({})) words.push_back(each->get_name());
  }
  auto const found = nearest(typed.substr(0, typed.find('=')), words);
  return "'" + typed + "' is no " + (option ? "option" : "command") + " of '" +
         (command.get_parent() != nullptr && command.get_parent()->get_parent() != nullptr
              ? "mondegreen " + command.get_parent()->get_name() + " "
          : command.get_parent() != nullptr ? "mondegreen "
                                            : "") +
         command.get_name() + "'" + (found.empty() ? "" : "; did you mean '" + found + "'?");
}

} // namespace mondegreen::cli
