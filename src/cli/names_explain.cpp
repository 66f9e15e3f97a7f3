#include "commands.hpp"
#include "console.hpp"
#include "line_filter.hpp"
#include "names_files.hpp"

#include <mondegreen/decode.hpp>
#include <mondegreen/names.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace mondegreen::cli {

int names_explain(arguments const& typed) {
  console out(typed);
  auto const known = load_names(typed.names, out);
  auto const context = load_context(typed.context, out);
  if (!known || !context) return out.finish();
  repair_options options;
  options.context = *context;
  options.language = typed.language;
  auto const failed = filter_blocks([&](std::string_view text, std::uint32_t first, std::string& answer) {
    auto const read = decode(text, "<stdin>", "UTF-8");
    if (!read) return out.fail(read.failure());
    for (auto each : known->explain(read->text->text(), options)) {
      each.at.line += first - 1;
      answer += typed.json ? to_json(each) + '\n' : describe(each);
    }
  });
  if (failed) out.fail(*failed);
  return out.finish();
}

} // namespace mondegreen::cli
