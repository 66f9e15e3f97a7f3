// A TOML file as a flat list of keys with their values and places: what profiles and configurations are read from.
#pragma once

#include <mondegreen/diagnostic.hpp>
#include <mondegreen/source.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A key with its value. Dates and arrays of anything but strings are none of the alternatives: `std::monostate`.
struct toml_entry {
  std::string key; ///< with dots, from the root: "gaps.least_frames"
  std::variant<std::monostate, std::string, std::int64_t, double, bool, std::vector<std::string>> value{};
  span where{};              ///< of the value, in the text
  span named{};              ///< of the key
  std::vector<span> items{}; ///< of the texts of a list

  /// A whole number or a real one.
  bool number(double& into) const noexcept {
    if (auto const* whole = std::get_if<std::int64_t>(&value)) return into = static_cast<double>(*whole), true;
    if (auto const* real = std::get_if<double>(&value)) return into = *real, true;
    return false;
  }
};

struct toml_file {
  std::vector<toml_entry> entries{}; ///< in the order of the text
  std::vector<diagnostic> diagnostics{};
};

/// Reads TOML 1.0. Text that is none gives one diagnostic with its place, and no entries: TOML has no way to go on.
toml_file read_toml(std::string_view text);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/toml/toml_file.ipp>
#endif
