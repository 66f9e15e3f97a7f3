#include "commands.hpp"
#include "console.hpp"
#include "line_filter.hpp"

#include <mondegreen/phonetics.hpp>

#include <string>
#include <string_view>

namespace mondegreen::cli {

int names_sound(arguments const& typed) {
  console out(typed);
  auto const language = typed.language.empty() ? std::string("fr") : typed.language;
  auto const failed = filter_lines([&](std::string_view word, std::string& line) {
    line += word;
    char separator = '\t';
    for (auto const& each : readings(word, language)) {
      line += separator;
      line += ipa(each);
      separator = '|';
    }
    if (separator == '\t') line += separator;
  });
  if (failed) out.fail(*failed);
  return out.finish();
}

} // namespace mondegreen::cli
