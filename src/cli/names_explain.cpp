#include "commands.hpp"
#include "console.hpp"
#include "documents.hpp"
#include "line_filter.hpp"
#include "option_files.hpp"

#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/names.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::cli {

namespace {

std::string shown(std::vector<name_case> const& cases, bool json) {
  std::string out;
  for (auto const& each : cases) out += json ? to_json(each) + '\n' : describe(each);
  return out;
}

/// "Martin Signoux in talk.txt: 2 repaired, 1 as it should be"
std::string summary(std::string_view name, std::string_view file, std::vector<name_case> const& cases) {
  constexpr std::array<std::pair<name_outcome, std::string_view>, 6> order{
      {{name_outcome::applied, "repaired"},
       {name_outcome::suggested, "suggested"},
       {name_outcome::standing, "as it should be"},
       {name_outcome::outdone, "likelier to be something else"},
       {name_outcome::unlikely, "too unlikely"},
       {name_outcome::dropped, "held back"}}};
  std::string parts;
  for (auto const& [outcome, words] : order) {
    auto const count =
        std::count_if(cases.begin(), cases.end(), [&, which = outcome](auto const& c) { return c.outcome == which; });
    if (count > 0) parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", count, words);
  }
  if (parts.empty())
    parts = cases.empty() ? "nothing comes near it"
                          : "not found; what comes nearest, and what keeps it from being taken for it:";
  return fmt::format("'{}' in {}: {}\n", name, file, parts);
}

/// A whole transcript or text; of one name, where one was asked for.
void explain_file(arguments const& typed, names const& known, repair_options options, console& out) {
  auto const read = load(typed.in, typed);
  if (!read) return out.fail(read.failure());
  out.tell(read->diagnostics, *read->value.from, true);
  options.mine = !typed.no_mine;
  auto const cases = known.explain(read->value, options, typed.explained);
  auto text = shown(cases, typed.json);
  if (!typed.json && !typed.explained.empty())
    text.insert(0, summary(typed.explained, read->value.from->name(), cases));
  auto const written = write_atomically("-", text);
  if (!written) out.fail(written.failure());
}

} // namespace

int names_explain(arguments const& typed) {
  console out(typed);
  auto const known = load_names(typed.names, out);
  auto const context = load_context(typed.context, out);
  auto const dictionaries = load_spelling(typed.spelling, typed.language, out);
  if (!known || !context || !dictionaries) return out.finish();
  repair_options options;
  options.context = *context;
  options.language = typed.language;
  options.spelling = *dictionaries;
  if (!typed.in.empty()) {
    explain_file(typed, *known, options, out);
    return out.finish();
  }
  auto const failed = filter_blocks([&](std::string_view text, std::uint32_t first, std::string& answer) {
    auto const read = decode(text, "<stdin>", "UTF-8");
    if (!read) return out.fail(read.failure());
    auto cases = known->explain(read->text->text(), options, typed.explained);
    for (auto& each : cases) each.at.line += first - 1;
    if (!typed.json && !typed.explained.empty()) answer += summary(typed.explained, "<stdin>", cases);
    answer += shown(cases, typed.json);
  });
  if (failed) out.fail(*failed);
  return out.finish();
}

} // namespace mondegreen::cli
