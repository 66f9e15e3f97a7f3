#pragma once

#include <mondegreen/impl/check/report.hpp>
#include <mondegreen/impl/check/rules.hpp>
#include <mondegreen/impl/text/graphemes.hpp>
#include <mondegreen/impl/text/json_string.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

inline constexpr std::string_view report_page =
#include <mondegreen/impl/check/page.html>
    ;
inline constexpr std::string_view report_page_end =
#include <mondegreen/impl/check/page_end.html>
    ;

/// A JSON string inside a script element: "</script>" and "<!--" must not stand in it.
inline void append_script_json(std::string& out, std::string_view text) {
  auto const from = out.size();
  append_json(out, text);
  for (auto at = out.find('<', from); at != std::string::npos; at = out.find('<', at + 6))
    out.replace(at, 1, "\\u003c");
}

/// What is shown of reading speed: characters a second, or words a minute where the profile counts those.
inline double shown_speed(cue const& of, bool words) {
  auto const lasts = static_cast<double>(of.when.length().ms);
  if (!(lasts > 0)) return 0;
  if (!words) return static_cast<double>(count_graphemes(of.text)) * 1000 / lasts;
  auto const parts = 1 + std::count_if(of.text.begin(), of.text.end(), [](char c) { return c == ' ' || c == '\n'; });
  return static_cast<double>(parts) * 60'000 / lasts;
}

MONDEGREEN_INLINE std::string html_report(std::span<checked const> files) {
  std::string out(report_page);
  out += '[';
  for (auto const& file : files) {
    bool const words = !(file.rules->characters_a_second > 0) && file.rules->words_a_minute > 0;
    out += &file == files.data() ? "{" : ",{";
    out += "\"file\":";
    append_script_json(out, file.file);
    out += ",\"name\":";
    append_script_json(out, file.rules->name.empty() ? file.rules->id : file.rules->name);
    fmt::format_to(std::back_inserter(out), ",\"timed\":{},\"unit\":\"{}\",\"speed\":{:g},\"rules\":[",
                   file.text->timed, words ? "words a minute" : "characters a second",
                   words ? file.rules->words_a_minute : file.rules->characters_a_second);
    for (auto const& each : all_checks) {
      if (&each != all_checks.data()) out += ',';
      fmt::format_to(std::back_inserter(out), "[\"{}\",\"{}\",\"{}\"]", each.id, to_string(each.level), each.summary);
    }
    out += "],\"cues\":[";
    for (auto const& each : file.text->cues) {
      if (&each != file.text->cues.data()) out += ",\n";
      fmt::format_to(std::back_inserter(out), "[{},{},", each.when.start.ms, each.when.end.ms);
      append_script_json(out, each.text);
      fmt::format_to(std::back_inserter(out), ",{:.1f}]", shown_speed(each, words));
    }
    out += "],\"findings\":[";
    for (auto const& each : file.findings) {
      if (&each != file.findings.data()) out += ",\n";
      fmt::format_to(std::back_inserter(out), "[{},{},", each.rule - all_checks.data(), each.cue);
      append_script_json(out, each.message);
      out += ',';
      append_script_json(out, compared(each));
      out += ',';
      append_script_json(out, each.fix);
      out += ']';
    }
    out += "]}";
  }
  out += ']';
  out += report_page_end;
  return out;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
