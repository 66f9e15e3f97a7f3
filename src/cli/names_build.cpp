#include "commands.hpp"
#include "console.hpp"
#include "option_files.hpp"

#include <mondegreen/language.hpp>
#include <mondegreen/names.hpp>

#include <fmt/format.h>

#include <string>
#include <vector>

namespace mondegreen::cli {

int names_build(arguments const& typed) {
  console out(typed);
  auto const known = load_names(typed.names, out);
  if (!known) return out.finish();
  auto codes = typed.languages;
  if (codes.empty())
    for (auto const* each : languages())
      if (!each->phonetic_rules.empty() || !each->pronunciations.empty()) codes.emplace_back(each->code);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    out.progress(i, codes.size(), codes[i]);
    known->build({codes[i]});
  }
  auto const path = typed.outputs.front();
  auto const written = known->save(path);
  if (!written) {
    out.fail(written.failure());
    return out.finish();
  }
  std::string all;
  for (auto const& each : known->built()) (all += all.empty() ? "" : ", ") += each;
  out.say(fmt::format("{}: {} names for speech in {}; {} bytes", path == "-" ? "standard output" : path, known->size(),
                      all, *written));
  return out.finish();
}

} // namespace mondegreen::cli
