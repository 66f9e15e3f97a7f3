#include "configurations.hpp"

#include "documents.hpp"

#include <mondegreen/configuration.hpp>

#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

namespace mondegreen::cli {

namespace {

template <class Value> void fill(Value& typed, Value said) {
  if (typed == Value{}) typed = std::move(said);
}

/// Typed options stand in place of the file's; of the settings of rules, which are given one by one, the last counts.
arguments merged(arguments typed, configuration said) {
  fill(typed.names, std::move(said.names));
  fill(typed.context, std::move(said.context));
  fill(typed.spelling, std::move(said.spelling));
  fill(typed.language, std::move(said.language));
  fill(typed.how, said.how);
  fill(typed.profile, std::move(said.profile));
  fill(typed.only, std::move(said.only));
  fill(typed.skip, std::move(said.skip));
  fill(typed.also, std::move(said.also));
  fill(typed.apply, said.apply);
  fill(typed.frame_rate, said.frame_rate);
  typed.no_mine = typed.no_mine || (!typed.mine && !said.mine.value_or(true));
  said.settings.insert(said.settings.end(), typed.settings.begin(), typed.settings.end());
  typed.settings = std::move(said.settings);
  return typed;
}

std::optional<arguments> by_file(std::string const& path, arguments const& typed, console& out) {
  auto read = load_configuration(path);
  if (!read) {
    out.fail(read.failure());
    return std::nullopt;
  }
  out.tell(read->diagnostics, *read->text, false);
  if (read->usable()) return merged(typed, std::move(read->value));
  out.fail(misused, fmt::format("the configuration '{}' cannot be used; --no-config goes without", path));
  return std::nullopt;
}

} // namespace

std::optional<configured> configure(arguments const& typed, console& out) {
  configured made;
  std::map<std::string, std::size_t> known;
  for (auto const& input : typed.inputs) {
    auto const path = typed.no_configuration        ? std::string()
                      : typed.configuration.empty() ? find_configuration(input)
                                                    : typed.configuration;
    auto const [at, added] = known.emplace(path, made.each.size());
    if (added) {
      if (path.empty()) {
        made.each.push_back(typed);
      } else {
        auto one = by_file(path, typed, out);
        if (!one) return std::nullopt;
        // Who has not named it may not know of it.
        if (typed.configuration.empty()) out.say(fmt::format("{}: settings of {}", shown_name(input), path));
        made.each.push_back(std::move(*one));
      }
    }
    made.of_input.push_back(at->second);
  }
  return made;
}

} // namespace mondegreen::cli
