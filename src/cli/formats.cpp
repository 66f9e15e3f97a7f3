#include "commands.hpp"
#include "console.hpp"

#include <mondegreen/file.hpp>
#include <mondegreen/format.hpp>

#include <fmt/format.h>

#include <iterator>
#include <string>

namespace mondegreen::cli {

namespace {

std::string carried(capabilities const& can) {
  std::string list;
  auto add = [&](bool yes, char const* what) {
    if (yes) list += (list.empty() ? "" : ", ") + std::string(what);
  };
  add(can.times, "times");
  add(can.words, "word times");
  add(can.markup, "markup");
  add(can.speakers, "speakers");
  add(can.settings, "placement");
  add(can.metadata, "metadata");
  return list;
}

} // namespace

int list_formats() {
  auto out =
      fmt::format("{:<18} {:<24} {:<5} {:<6} {:<14} {}\n", "id", "name", "reads", "writes", "extensions", "carries");
  for (auto const* each : formats())
    fmt::format_to(std::back_inserter(out), "{:<18} {:<24} {:<5} {:<6} {:<14} {}\n", each->id, each->name,
                   each->read != nullptr ? "yes" : "no", each->write != nullptr ? "yes" : "no", each->extensions,
                   carried(each->carries));
  auto const written = write_atomically("-", out);
  if (written) return done;
  complain(written.failure().message);
  return unreachable;
}

} // namespace mondegreen::cli
