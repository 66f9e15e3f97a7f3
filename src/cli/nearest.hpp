// What the user is told about a mistyped word.
#pragma once

#include <mondegreen/impl/text/nearest.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::cli {

using impl::nearest;

/// "; did you mean 'names'?" or "; there are: a, b".
inline std::string meant(std::string_view typed, std::vector<std::string> const& words) {
  if (auto const found = nearest(typed, words); !found.empty()) return "; did you mean '" + found + "'?";
  std::string list;
  for (auto const& each : words) list += (list.empty() ? "" : ", ") + each;
  return "; there are: " + list;
}

} // namespace mondegreen::cli
