// WebVTT's cue settings and regions, parsed: what the JSON form shows of them.
#pragma once

#include <mondegreen/config.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A setting as the JSON form has it. A string value has quotes already; a number or a truth value has none.
struct setting_value {
  std::string name;
  std::string json;
};

/// The settings that differ from their defaults, in the order they are first set. What the specification skips is
/// skipped. `regions`: the ids there are, sorted; a region nobody defined is none.
std::vector<setting_value> parse_settings(std::string_view settings, std::span<std::string const> regions);

/// Settings in WebVTT's own notation, from values as `parse_settings` gives them.
std::string settings_text(std::span<setting_value const> values);

/// A region definition: the lines under REGION.
struct region_definition {
  std::string id;
  double width = 100;
  int lines = 3;
  double region_anchor[2] = {0, 100};
  double viewport_anchor[2] = {0, 100};
  bool scrolls = false;
};

region_definition parse_region(std::string_view lines);

/// As a JSON object.
std::string to_json(region_definition const& region);

/// The settings for SubStation Alpha's "{\\anN}": a number as on a numeric keypad. Empty for the usual place and for
/// any other kind of placement.
std::string settings_of_placement(std::string_view mark);

/// "{\\anN}" for the settings, the nearest of the nine places; empty for the usual one. `exact`: it says all of them.
std::string placement_of_settings(std::string_view settings, bool& exact);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/webvtt_settings.ipp>
#endif
