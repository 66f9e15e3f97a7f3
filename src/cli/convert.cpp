#include "commands.hpp"
#include "console.hpp"
#include "documents.hpp"
#include "outputs.hpp"

#include <mondegreen/batch.hpp>
#include <mondegreen/convert.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace mondegreen::cli {

namespace {

/// To one file in UTF-8: as it is read, if the formats allow.
document convert_directly(std::string const& path, output const& to, arguments const& typed) {
  document one;
  make_folder_of(to);
  auto made = convert_file(path, to.path, {reading_options(typed), to.format, writing_options(typed)});
  if (!made) {
    one.failed = made.failure();
    return one;
  }
  one.read.value.from = std::move(made->from);
  one.read.diagnostics = std::move(made->met);
  one.outputs.push_back({to, {}, std::move(made->lost), {}, true});
  return one;
}

document convert_one(std::string const& path, std::vector<output> const& outputs, arguments const& typed) {
  if (outputs.size() == 1 && is_utf8(typed.output_encoding)) return convert_directly(path, outputs.front(), typed);
  document one;
  auto read = load(path, typed);
  if (!read) {
    one.failed = read.failure();
    return one;
  }
  one.read = std::move(*read);
  for (auto const& each : outputs) {
    auto made = make_output(one.read.value, each, typed);
    if (!made) {
      one.failed = made.failure();
      return one;
    }
    one.outputs.push_back(std::move(*made));
  }
  return one;
}

} // namespace

int convert(arguments const& typed) {
  console out(typed);
  auto const plan = plan_outputs(typed, true);
  if (!plan) {
    out.fail(plan.failure());
    return out.status();
  }
  auto const count = typed.inputs.size();
  std::vector<document> documents(count);
  for_each_in_order(
      count, typed.jobs, [&](std::size_t i) { documents[i] = convert_one(typed.inputs[i], (*plan)[i], typed); },
      [&](std::size_t i) {
        deliver(documents[i], out);
        documents[i] = {};
        out.progress(i, count, shown_name(typed.inputs[i]));
      });
  return out.finish();
}

} // namespace mondegreen::cli
