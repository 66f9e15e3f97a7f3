#include "commands.hpp"
#include "console.hpp"
#include "line_filter.hpp"
#include "option_files.hpp"
#include "running_language.hpp"

#include <mondegreen/layout.hpp>
#include <mondegreen/profile.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace mondegreen::cli {

int layout(arguments const& typed) {
  console out(typed);
  auto limits = typed.limits;
  auto spoken = typed.language;
  if (!typed.profile.empty()) {
    auto const rules = load_profile_named(typed.profile, typed.language, out);
    if (!rules) return out.finish();
    if (spoken.empty()) spoken = rules->language;
    limits.one_line = rules->one_line;
    if (limits.columns == 0) limits.columns = rules->columns();
    if (limits.lines == 0) limits.lines = static_cast<std::uint32_t>(rules->lines);
  }
  if (limits.columns == 0) limits.columns = line_limits{}.columns;
  if (limits.lines == 0) limits.lines = line_limits{}.lines;
  running_language language(spoken, out);
  std::string of_breaker;
  std::optional<line_breaker> breaker;
  auto const failed = filter_lines([&](std::string_view line, std::string& answer) {
    auto const& now = language.after(line);
    if (!breaker || now != of_breaker) {
      of_breaker = now;
      breaker.emplace(limits, now);
    }
    answer += breaker->mark(line);
  });
  if (failed) out.fail(*failed);
  return out.finish();
}

} // namespace mondegreen::cli
