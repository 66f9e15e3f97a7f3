// The configuration files of the inputs.
#pragma once

#include "arguments.hpp"
#include "console.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace mondegreen::cli {

/// What holds for the inputs: what was typed, and where that is silent what their configuration file says.
struct configured {
  std::vector<arguments> each{};       ///< one for each configuration file, and one for inputs without
  std::vector<std::size_t> of_input{}; ///< which of them holds for an input
};

/// None if a file of them cannot be read or used, which is told.
std::optional<configured> configure(arguments const& typed, console& out);

/// What is made of the settings once for all inputs they hold for.
template <class Task> struct prepared_tasks {
  configured settings; ///< the tasks may refer to
  std::vector<Task> each{};

  Task const& of_input(std::size_t i) const { return each[settings.of_input[i]]; }
};

/// Makes tasks by `prepare(arguments, out)`. None if settings cannot be used, or no task be made of some of them, which is
/// told.
template <class Task>
std::optional<prepared_tasks<Task>> prepare_tasks(arguments const& typed, console& out,
                                                  std::optional<Task> (*prepare)(arguments const&, console&)) {
  auto settings = configure(typed, out);
  if (!settings) return std::nullopt;
  prepared_tasks<Task> made{std::move(*settings)};
  for (auto const& each : made.settings.each) {
    auto one = prepare(each, out);
    if (!one) return std::nullopt;
    made.each.push_back(std::move(*one));
  }
  return made;
}

} // namespace mondegreen::cli
