// The lists of the tables: "a|b|c" in the languages, "a b c" in the descriptors.
#pragma once

#include <mondegreen/config.hpp>

#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Calls `with` for each entry of the list; stops early and returns true when it returns true.
template <class Function> constexpr bool any_in_list(std::string_view list, Function&& with, char separator = '|') {
  while (!list.empty()) {
    auto const bar = list.find(separator);
    if (with(list.substr(0, bar))) return true;
    if (bar == std::string_view::npos) return false;
    list.remove_prefix(bar + 1);
  }
  return false;
}

constexpr bool list_contains(std::string_view list, std::string_view entry, char separator = '|') {
  return any_in_list(
      list, [&](std::string_view each) { return each == entry; }, separator);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
