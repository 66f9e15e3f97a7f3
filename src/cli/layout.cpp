#include "commands.hpp"
#include "console.hpp"
#include "line_filter.hpp"
#include "running_language.hpp"

#include <mondegreen/layout.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace mondegreen::cli {

int layout(arguments const& typed) {
  console out(typed);
  running_language language(typed.language, out);
  std::string of_breaker;
  std::optional<line_breaker> breaker;
  auto const failed = filter_lines([&](std::string_view line, std::string& answer) {
    auto const& now = language.after(line);
    if (!breaker || now != of_breaker) {
      of_breaker = now;
      breaker.emplace(typed.limits, now);
    }
    answer += breaker->mark(line);
  });
  if (failed) out.fail(*failed);
  return out.finish();
}

} // namespace mondegreen::cli
