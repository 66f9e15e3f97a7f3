#pragma once

#include <mondegreen/impl/check/report.hpp>
#include <mondegreen/impl/check/rules.hpp>
#include <mondegreen/impl/text/json_string.hpp>
#include <mondegreen/impl/text/printable.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl::reports {

inline void key(std::string& out, std::string_view name, std::string_view value, bool first = false) {
  if (!first) out += ',';
  append_json(out, name);
  out += ':';
  append_json(out, value);
}

/// A field of a table: quoted if it must be.
inline void append_csv(std::string& out, std::string_view field) {
  // A spreadsheet takes what begins with these for a formula.
  bool const formula = !field.empty() && std::string_view("=+-@\t\r").find(field[0]) != std::string_view::npos;
  if (!formula && field.find_first_of(",\"\n\r") == std::string_view::npos) {
    out += field;
    return;
  }
  out += '"';
  if (formula) out += '\'';
  for (char const c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

/// Text for XML 1.0: what it cannot hold at all becomes U+FFFD.
inline void append_xml(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    auto const point = decode_at(text, i);
    i += point.length;
    switch (point.value) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\n': out += "&#10;"; break;
    default:
      append_utf8(out, (point.value < 0x20 && point.value != '\t') || point.value == 0xFFFE || point.value == 0xFFFF
                           ? replacement_character
                           : point.value);
    }
  }
}

inline std::string_view text_of(checked const& file, mondegreen::finding const& of) {
  return of.cue < file.text->cues.size() ? std::string_view(file.text->cues[of.cue].text) : std::string_view{};
}

inline std::size_t count(checked const& file, severity level) {
  return static_cast<std::size_t>(
      std::count_if(file.findings.begin(), file.findings.end(),
                    [&](mondegreen::finding const& each) { return each.rule->level == level; }));
}

} // namespace impl::reports

namespace impl {

MONDEGREEN_INLINE std::string compared(mondegreen::finding const& of) {
  if (of.value.empty()) return of.limit;
  return of.limit.empty() ? of.value : of.value + " " + of.limit;
}

MONDEGREEN_INLINE position place_of(checked const& file, mondegreen::finding const& of) {
  return file.text->from ? file.text->from->locate(of.where.offset) : position{};
}

MONDEGREEN_INLINE std::string text_report(std::span<checked const> files) {
  std::string out;
  for (auto const& file : files) {
    for (auto const& each : file.findings) {
      auto const at = place_of(file, each);
      fmt::format_to(std::back_inserter(out), "{}:{}:{}: {}: cue {}, {}: ", file.file, at.line, at.column,
                     to_string(each.rule->level), each.cue + 1, to_string(each.when.start));
      append_printable(out, each.message);
      if (auto const values = compared(each); !values.empty()) out += " (" + values + ")";
      if (!each.fix.empty()) out += "; " + each.fix;
      fmt::format_to(std::back_inserter(out), " [{}]\n", each.rule->id);
    }
    fmt::format_to(std::back_inserter(out), "{}: {} cues by {}: {} errors, {} warnings, {} notes\n", file.file,
                   file.text->cues.size(), file.rules->id, reports::count(file, severity::error),
                   reports::count(file, severity::warning), reports::count(file, severity::note));
  }
  return out;
}

MONDEGREEN_INLINE std::string json_report(std::span<checked const> files) {
  std::string out = "{\"mondegreen_check\":1,\"files\":[";
  for (auto const& file : files) {
    out += &file == files.data() ? "{" : ",{";
    reports::key(out, "file", file.file, true);
    reports::key(out, "profile", file.rules->id);
    fmt::format_to(std::back_inserter(out), ",\"cues\":{},\"errors\":{},\"warnings\":{},\"notes\":{},\"findings\":[",
                   file.text->cues.size(), reports::count(file, severity::error),
                   reports::count(file, severity::warning), reports::count(file, severity::note));
    for (auto const& each : file.findings) {
      auto const at = place_of(file, each);
      out += &each == file.findings.data() ? "\n{" : ",\n{";
      reports::key(out, "rule", each.rule->id, true);
      reports::key(out, "severity", to_string(each.rule->level));
      fmt::format_to(std::back_inserter(out), ",\"cue\":{},\"line\":{},\"column\":{},\"start_ms\":{},\"end_ms\":{}",
                     each.cue, at.line, at.column, each.when.start.ms, each.when.end.ms);
      reports::key(out, "message", each.message);
      reports::key(out, "value", each.value);
      reports::key(out, "limit", each.limit);
      reports::key(out, "fix", each.fix);
      out += each.rule->mended ? ",\"layout_mends\":true" : ",\"layout_mends\":false";
      reports::key(out, "text", reports::text_of(file, each));
      out += '}';
    }
    out += "]}";
  }
  out += "]}\n";
  return out;
}

MONDEGREEN_INLINE std::string csv_report(std::span<checked const> files) {
  std::string out = "file,line,column,cue,start,end,rule,severity,message,value,limit,fix,text\r\n";
  for (auto const& file : files)
    for (auto const& each : file.findings) {
      auto const at = place_of(file, each);
      reports::append_csv(out, file.file);
      fmt::format_to(std::back_inserter(out), ",{},{},{},{},{},{},{}", at.line, at.column, each.cue + 1,
                     to_string(each.when.start), to_string(each.when.end), each.rule->id, to_string(each.rule->level));
      for (std::string_view const field :
           {std::string_view(each.message), std::string_view(each.value), std::string_view(each.limit),
            std::string_view(each.fix), reports::text_of(file, each)}) {
        out += ',';
        reports::append_csv(out, field);
      }
      out += "\r\n";
    }
  return out;
}

MONDEGREEN_INLINE std::string sarif_report(std::span<checked const> files) {
  std::string out =
      R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{)"
      R"("name":"mondegreen","version":")" MONDEGREEN_VERSION R"(","rules":[)";
  for (auto const& each : all_checks) {
    out += &each == all_checks.data() ? "\n{" : ",\n{";
    reports::key(out, "id", each.id, true);
    out += ",\"shortDescription\":{";
    reports::key(out, "text", each.summary, true);
    out += "},\"defaultConfiguration\":{";
    reports::key(out, "level", to_string(each.level), true);
    out += "}}";
  }
  out += "]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[";
  bool first = true;
  for (auto const& file : files)
    for (auto const& each : file.findings) {
      auto const at = place_of(file, each);
      auto const end = file.text->from ? file.text->from->locate(each.where.end()) : at;
      out += std::exchange(first, false) ? "\n{" : ",\n{";
      reports::key(out, "ruleId", each.rule->id, true);
      fmt::format_to(std::back_inserter(out), ",\"ruleIndex\":{}", each.rule - all_checks.data());
      reports::key(out, "level", to_string(each.rule->level));
      out += ",\"message\":{";
      auto const values = compared(each);
      reports::key(out, "text",
                   fmt::format("cue {}: {}{}{}", each.cue + 1, each.message, values.empty() ? "" : " (" + values + ")",
                               each.fix.empty() ? "" : "; " + each.fix),
                   true);
      out += "},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{";
      reports::key(out, "uri", file.file, true);
      fmt::format_to(std::back_inserter(out),
                     "}},\"region\":{{\"startLine\":{},\"startColumn\":{},\"endLine\":{},\"endColumn\":{}}}}}}}]}}",
                     at.line, at.column, end.line, std::max(end.column, end.line == at.line ? at.column : 1U));
    }
  out += "]}]}\n";
  return out;
}

MONDEGREEN_INLINE std::string junit_report(std::span<checked const> files) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mondegreen check\">\n";
  for (auto const& file : files) {
    std::size_t failed = 0;
    auto of_rule = [&](check_rule const& rule) {
      std::vector<mondegreen::finding const*> all;
      for (auto const& each : file.findings)
        if (each.rule == &rule && rule.level != severity::note) all.push_back(&each);
      return all;
    };
    for (auto const& rule : all_checks) failed += of_rule(rule).empty() ? 0U : 1U;
    out += "<testsuite name=\"";
    reports::append_xml(out, file.file);
    fmt::format_to(std::back_inserter(out), "\" tests=\"{}\" failures=\"{}\">\n", all_checks.size(), failed);
    for (auto const& rule : all_checks) {
      auto const all = of_rule(rule);
      out += "<testcase classname=\"";
      reports::append_xml(out, file.rules->id);
      fmt::format_to(std::back_inserter(out), "\" name=\"{}\"{}>", rule.id, all.empty() ? "/" : "");
      if (!all.empty()) {
        fmt::format_to(std::back_inserter(out), "<failure type=\"{}\" message=\"{}: {}\">", to_string(rule.level),
                       all.size(), rule.summary);
        for (auto const* each : all) {
          auto const at = place_of(file, *each);
          auto const values = compared(*each);
          reports::append_xml(out, fmt::format("{}:{}:{}: cue {}, {}: {}{}\n", file.file, at.line, at.column,
                                               each->cue + 1, to_string(each->when.start), each->message,
                                               values.empty() ? "" : " (" + values + ")"));
        }
        out += "</failure></testcase>";
      }
      out += '\n';
    }
    out += "</testsuite>\n";
  }
  out += "</testsuites>\n";
  return out;
}

} // namespace impl

} // namespace mondegreen::inline MONDEGREEN_ABI
