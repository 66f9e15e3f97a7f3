// mondegreen.toml: find_config and load_config.
#include "bindings.hpp"
#include "errors.hpp"

#include <mondegreen/configuration.hpp>
#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/spelling.hpp>

#include <optional>
#include <string>
#include <utility>

namespace mondegreen::python {

namespace {

/// The files a configuration names are read with it.
struct loaded {
  configuration value{};
  std::optional<names> known{};
  std::string context{};
  spelling dictionaries{};
};

loaded load_all(std::string const& from) {
  auto read = value_of(without_gil([&] { return load_configuration(from); }), from);
  if (!read.usable()) {
    std::string mistakes;
    for (auto const& each : read.diagnostics)
      mistakes.append(mistakes.empty() ? "" : "\n").append(render(each, *read.text));
    fail(error_code::bad_option, mistakes);
  }
  loaded made{std::move(read.value)};
  for (auto const& each : made.value.names) {
    auto one = value_of(without_gil([&] { return names::load(each); }), each);
    if (made.known)
      made.known->merge(one);
    else
      made.known = std::move(one);
  }
  if (auto const& where = made.value.spelling; !where.empty()) {
    auto read = without_gil([&] { return spelling::load(where); });
    if (!read) fail(read.failure().code, read.failure().message);
    made.dictionaries = *std::move(read);
  }
  auto const& page = made.value.context;
  if (!page.empty()) {
    auto bytes = value_of(without_gil([&] { return read_bytes(page); }), page);
    made.context = value_of(decode_owned(std::move(bytes), page), page).text->text();
  }
  return made;
}

/// The arguments of `clean` that a file gives; what it says nothing of is not in it.
nb::dict arguments_of(loaded&& from) {
  auto const& said = from.value;
  nb::dict made;
  if (from.known) made["names"] = nb::cast(std::move(*from.known));
  if (!said.context.empty()) made["context"] = to_str(from.context);
  if (from.dictionaries) made["spelling"] = nb::cast(from.dictionaries);
  if (!said.language.empty()) made["lang"] = to_str(said.language);
  if (said.how || !said.profile.empty()) {
    nb::list profile;
    if (said.how) profile.append(to_str(to_string(*said.how)));
    if (!said.profile.empty()) profile.append(to_path(said.profile));
    made["profile"] = profile;
  }
  if (!said.only.empty()) made["only"] = to_list(said.only);
  if (!said.skip.empty()) made["skip"] = to_list(said.skip);
  if (!said.also.empty()) made["also"] = to_list(said.also);
  if (said.apply)
    made["apply"] = *said.apply == apply_policy::all ? "all" : *said.apply == apply_policy::none ? "none" : "auto";
  if (said.mine) made["mine"] = nb::bool_(*said.mine);
  if (!said.settings.empty()) {
    nb::dict settings;
    for (auto const& each : said.settings) {
      auto const rule = to_str(each.rule);
      if (!settings.contains(rule)) settings[rule] = nb::dict();
      settings[rule][to_str(each.option)] = to_str(each.value);
    }
    made["settings"] = settings;
  }
  return made;
}

} // namespace

void bind_configurations(nb::module_& m) {
  m.def(
      "find_config",
      [](path const& beside) -> nb::object {
        auto const found = find_configuration(beside.bytes);
        return found.empty() ? nb::object(nb::none()) : nb::object(to_path(found));
      },
      nb::arg("path"),
      nb::sig("def find_config(path: str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> str | None"));
  m.def(
      "load_config", [](path const& from) { return arguments_of(load_all(from.bytes)); }, nb::arg("path"),
      nb::sig("def load_config(path: str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> dict[str, object]"));
}

} // namespace mondegreen::python
