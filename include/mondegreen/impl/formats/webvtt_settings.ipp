#pragma once

#include <mondegreen/impl/formats/webvtt_settings.hpp>
#include <mondegreen/impl/text/json_string.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Calls `with` for each run of characters that are no blanks.
template <class Function> void for_each_token(std::string_view text, Function&& with) {
  constexpr std::string_view blanks = " \t\n\f\r";
  for (;;) {
    auto const from = text.find_first_not_of(blanks);
    if (from == text.npos) return;
    auto const to = std::min(text.find_first_of(blanks, from), text.size());
    with(text.substr(from, to - from));
    text.remove_prefix(to);
  }
}

/// Digits with at most one dot between them; a sign only if `sign`.
inline std::optional<double> read_number(std::string_view text, bool sign) noexcept {
  auto const digits = sign && text.starts_with('-') ? text.substr(1) : text;
  auto const dot = std::min(digits.find('.'), digits.size());
  auto const all_digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == part.npos;
  };
  if (!all_digits(digits.substr(0, dot)) || (dot != digits.size() && !all_digits(digits.substr(dot + 1))))
    return std::nullopt;
  double value = 0;
  auto const end = text.data() + text.size();
  if (std::from_chars(text.data(), end, value).ec != std::errc{}) {
    // Beyond what a double holds: too small is zero, too large is no number.
    if (digits.substr(0, dot).find_first_not_of('0') != text.npos) return std::nullopt;
    value = 0;
  }
  return value;
}

inline std::optional<double> read_percentage(std::string_view text) noexcept {
  if (!text.ends_with('%')) return std::nullopt;
  text.remove_suffix(1);
  auto const value = read_number(text, false);
  return value && *value >= 0 && *value <= 100 ? value : std::nullopt;
}

inline bool is_one_of(std::string_view value, std::initializer_list<std::string_view> of) noexcept {
  return std::find(of.begin(), of.end(), value) != of.end();
}

/// The values set so far; the default of a name takes it out again.
class setting_list {
public:
  void set(std::string_view name, std::string json, std::string_view unless) {
    auto const known =
        std::find_if(values_.begin(), values_.end(), [&](setting_value const& each) { return each.name == name; });
    if (json == unless) {
      if (known != values_.end()) values_.erase(known);
    } else if (known != values_.end()) {
      known->json = std::move(json);
    } else {
      values_.push_back({std::string(name), std::move(json)});
    }
  }

  void set_word(std::string_view name, std::string_view word, std::string_view unless) {
    std::string json, none;
    append_json(json, word);
    append_json(none, unless);
    set(name, std::move(json), none);
  }

  std::vector<setting_value> take() { return std::move(values_); }

private:
  std::vector<setting_value> values_;
};

inline void parse_line(setting_list& out, std::string_view value) {
  auto const comma = std::min(value.find(','), value.size());
  auto const where = value.substr(0, comma);
  auto const align = comma == value.size() ? std::string_view("start") : value.substr(comma + 1);
  if (!is_one_of(align, {"start", "center", "end"})) return;
  bool const percentage = where.ends_with('%');
  auto const number = percentage ? read_percentage(where) : read_number(where, true);
  if (!number) return;
  out.set("snap_to_lines", percentage ? "false" : "true", "true");
  out.set("line", fmt::format("{}", *number + 0.0), ""); // + 0.0: minus zero is zero
  out.set_word("line_align", align, "start");
}

inline void parse_position(setting_list& out, std::string_view value) {
  auto const comma = std::min(value.find(','), value.size());
  auto const number = read_percentage(value.substr(0, comma));
  auto const align = comma == value.size() ? std::string_view("auto") : value.substr(comma + 1);
  if (!number || !is_one_of(align, {"auto", "line-left", "center", "line-right"})) return;
  if (comma != value.size() && align == "auto") return;
  out.set("position", fmt::format("{}", *number), "");
  out.set_word("position_align", align, "auto");
}

MONDEGREEN_INLINE std::vector<setting_value> parse_settings(std::string_view settings,
                                                            std::span<std::string const> regions) {
  setting_list out;
  for_each_token(settings, [&](std::string_view token) {
    auto const colon = token.find(':');
    if (colon == token.npos || colon == 0 || colon + 1 == token.size()) return;
    auto const name = token.substr(0, colon);
    auto const value = token.substr(colon + 1);
    if (name == "region") {
      bool const known = std::binary_search(regions.begin(), regions.end(), value);
      out.set_word("region", known ? value : std::string_view{}, "");
    } else if (name == "vertical") {
      if (is_one_of(value, {"rl", "lr"})) out.set_word("vertical", value, "");
    } else if (name == "line") {
      parse_line(out, value);
    } else if (name == "position") {
      parse_position(out, value);
    } else if (name == "size") {
      if (auto const number = read_percentage(value)) out.set("size", fmt::format("{}", *number), "100");
    } else if (name == "align") {
      if (is_one_of(value, {"start", "center", "end", "left", "right"})) out.set_word("align", value, "center");
    }
  });
  return out.take();
}

MONDEGREEN_INLINE std::string settings_text(std::span<setting_value const> values) {
  auto const find = [&](std::string_view name) -> std::string_view {
    for (auto const& each : values)
      if (each.name == name) return each.json;
    return {};
  };
  auto const bare = [](std::string_view json) {
    return json.size() >= 2 && json.front() == '"' ? json.substr(1, json.size() - 2) : json;
  };
  auto const percent = [&] { return find("snap_to_lines") == "false" ? "%" : ""; };
  std::string out;
  auto put = [&](std::string_view name, std::string_view value, std::string_view unit, std::string_view align) {
    if (!out.empty()) out += ' ';
    out += fmt::format("{}:{}{}", name, bare(value), unit);
    if (!align.empty()) out += fmt::format(",{}", bare(align));
  };
  for (auto const& each : values) {
    if (each.name == "line")
      put("line", each.json, percent(), find("line_align"));
    else if (each.name == "position")
      put("position", each.json, "%", find("position_align"));
    else if (each.name == "size")
      put("size", each.json, "%", {});
    else if (each.name == "align" || each.name == "vertical" || each.name == "region")
      put(each.name, each.json, {}, {});
  }
  return out;
}

MONDEGREEN_INLINE region_definition parse_region(std::string_view lines) {
  region_definition region;
  auto const anchor = [](std::string_view value, double(&into)[2]) {
    auto const comma = value.find(',');
    if (comma == value.npos) return;
    auto const x = read_percentage(value.substr(0, comma));
    auto const y = read_percentage(value.substr(comma + 1));
    if (!x || !y) return;
    into[0] = *x;
    into[1] = *y;
  };
  for_each_token(lines, [&](std::string_view token) {
    auto const colon = token.find(':');
    if (colon == token.npos || colon == 0 || colon + 1 == token.size()) return;
    auto const name = token.substr(0, colon);
    auto const value = token.substr(colon + 1);
    if (name == "id") {
      region.id = value;
    } else if (name == "width") {
      region.width = read_percentage(value).value_or(region.width);
    } else if (name == "lines") {
      int lines_read = 0;
      bool const digits = value.find_first_not_of("0123456789") == value.npos;
      auto const end = value.data() + value.size();
      if (digits && std::from_chars(value.data(), end, lines_read).ec == std::errc{}) region.lines = lines_read;
    } else if (name == "regionanchor") {
      anchor(value, region.region_anchor);
    } else if (name == "viewportanchor") {
      anchor(value, region.viewport_anchor);
    } else if (name == "scroll" && value == "up") {
      region.scrolls = true;
    }
  });
  return region;
}

MONDEGREEN_INLINE std::string to_json(region_definition const& region) {
  std::string out = R"({"id":)";
  append_json(out, region.id);
  out += fmt::format(R"(,"width":{},"lines":{},"regionAnchorX":{},"regionAnchorY":{},"viewportAnchorX":{},)"
                     R"("viewportAnchorY":{},"scroll":"{}"}})",
                     region.width, region.lines, region.region_anchor[0], region.region_anchor[1],
                     region.viewport_anchor[0], region.viewport_anchor[1], region.scrolls ? "up" : "");
  return out;
}

MONDEGREEN_INLINE std::string settings_of_placement(std::string_view mark) {
  if (mark.size() != 6 || !mark.starts_with("{\\an") || mark[4] < '1' || mark[4] > '9') return {};
  int const place = mark[4] - '1';
  std::string out = place / 3 == 2 ? "line:0" : place / 3 == 1 ? "line:50%" : "";
  std::string_view const side = place % 3 == 0   ? "position:0% align:left"
                                : place % 3 == 2 ? "position:100% align:right"
                                                 : "";
  if (!out.empty() && !side.empty()) out += ' ';
  out += side;
  return out;
}

MONDEGREEN_INLINE std::string placement_of_settings(std::string_view settings, bool& exact) {
  int row = 0;    // from the bottom
  int column = 1; // from the left
  std::optional<double> position;
  std::string_view align;
  for_each_token(settings, [&](std::string_view token) {
    auto const colon = std::min(token.find(':'), token.size() - 1);
    auto const name = token.substr(0, colon);
    auto const value = token.substr(colon + 1, token.find(',') - colon - 1);
    if (name == "line") {
      if (auto const percent = read_percentage(value))
        row = *percent < 33 ? 2 : *percent < 67 ? 1 : 0;
      else if (auto const line = read_number(value, true))
        row = *line >= 0 && *line < 6 ? 2 : *line >= 0 && *line < 11 ? 1 : 0; // of some 15 lines
    } else if (name == "position") {
      position = read_percentage(value);
    } else if (name == "align") {
      align = value;
    }
  });
  if (is_one_of(align, {"start", "left"}) && position.value_or(0) < 50) column = 0;
  if (is_one_of(align, {"end", "right"}) && position.value_or(100) > 50) column = 2;
  std::string placement = fmt::format("{{\\an{}}}", row * 3 + column + 1);
  exact = settings_of_placement(placement) == settings;
  if (row == 0 && column == 1) placement.clear();
  return placement;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
