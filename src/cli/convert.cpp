#include "commands.hpp"
#include "console.hpp"
#include "documents.hpp"
#include "outputs.hpp"

#include <mondegreen/convert.hpp>

#include <csignal>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include <unistd.h>

namespace mondegreen::cli {

namespace {

/// To one file in UTF-8: as it is read, if the formats allow.
document convert_directly(std::string const& path, output const& to, arguments const& typed) {
  document one;
  make_folder_of(to);
  auto made = convert_file(path, to.path, {reading_options(typed), to.format, writing_options(typed), true, typed.fix});
  if (!made) {
    one.failed = made.failure();
    return one;
  }
  one.from = std::move(made->from);
  one.read.diagnostics = std::move(made->met);
  one.read.value.from = std::move(made->fixed);
  one.outputs.push_back({to, {}, std::move(made->lost), {}, true});
  return one;
}

/// Puts in what is read of the text once it is fixed. What was told is told of the text as the user has it.
void fix(document& one, arguments const& typed) {
  auto options = reading_options(typed);
  options.format = one.read.value.format;
  auto const fixed = fix_text(one.from, *find_format(options.format), options);
  if (fixed == one.from) return;
  if (auto again = read(fixed, options)) one.read.value = std::move(again->value);
}

document convert_one(std::string const& path, std::vector<output> const& outputs, arguments const& typed) {
  if (outputs.size() == 1 && is_utf8(typed.output_encoding)) return convert_directly(path, outputs.front(), typed);
  auto one = load_document(path, typed);
  if (one.failed) return one;
  one.from = one.read.value.from;
  if (typed.fix) fix(one, typed);
  make_outputs(one, outputs, typed);
  return one;
}

} // namespace

int convert(arguments const& typed) {
  // A mapped input that another program cuts short.
  std::signal(SIGBUS, [](int) {
    constexpr std::string_view said = "mondegreen: error: an input was cut short while it was read\n";
    static_cast<void>(!::write(STDERR_FILENO, said.data(), said.size()));
    ::_exit(unreachable);
  });
  console out(typed);
  auto const plan = plan_outputs(typed, true);
  if (!plan) {
    out.fail(plan.failure());
    return out.status();
  }
  deliver_each(typed, out, [&](std::size_t i) { return convert_one(typed.inputs[i], (*plan)[i], typed); });
  return out.finish();
}

} // namespace mondegreen::cli
