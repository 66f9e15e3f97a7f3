#include "commands.hpp"
#include "console.hpp"
#include "documents.hpp"

#include <mondegreen/file.hpp>
#include <mondegreen/names.hpp>

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace mondegreen::cli {

namespace {

names_form form_for(arguments const& typed) {
  if (!typed.names_form.empty()) return typed.names_form == "plain" ? names_form::plain : names_form::table;
  return !typed.outputs.empty() && typed.outputs.front().ends_with(".txt") ? names_form::plain : names_form::table;
}

} // namespace

int names_mine(arguments const& typed) {
  console out(typed);
  std::vector<mined_name> all;
  for (auto const& path : typed.inputs) {
    auto const read = load(path, typed);
    if (!read) {
      out.fail(read.failure());
      continue;
    }
    out.tell(read->diagnostics, *read->value.from, true);
    merge(all, mine(read->value, {.language = typed.language, .speech = !typed.page_only}));
  }
  if (all.empty())
    out.say("no names were found: a name shows by its capital, and in speech by being spelled alike twice");
  auto const path = typed.outputs.empty() ? std::string("-") : typed.outputs.front();
  auto const written = write_atomically(path, write_names(all, form_for(typed)));
  if (!written) out.fail(written.failure());
  if (path != "-")
    out.say(fmt::format("{}: {} names; look through them before you repair with them", path, all.size()));
  return out.finish();
}

} // namespace mondegreen::cli
