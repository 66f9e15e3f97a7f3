// What a typed word may be: checks that say what is wrong with one, and what was likely meant.
#pragma once

#include "arguments.hpp"
#include "nearest.hpp"

#include <mondegreen/decode.hpp>
#include <mondegreen/format.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/rule.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace mondegreen::cli {

/// A check that tells which words there are, and which one was likely meant.
inline CLI::Validator one_of(std::vector<std::string> words, std::string const& kind) {
  return {[words = std::move(words), kind](std::string const& typed) {
            if (std::find(words.begin(), words.end(), typed) != words.end()) return std::string();
            return "'" + typed + "' is no " + kind + meant(typed, words);
          },
          std::string()};
}

/// Ids of rules, and of their groups.
inline std::vector<std::string> rule_ids() {
  std::vector<std::string> ids;
  for (auto const& each : rules()) {
    ids.emplace_back(each.id);
    if (!each.group.empty() && std::find(ids.begin(), ids.end(), each.group) == ids.end()) ids.emplace_back(each.group);
  }
  return ids;
}

/// "typography.marks.no-break=ascii": rule, option and value. The option is behind the last dot before the "=".
inline rule_setting setting_of(std::string const& typed) {
  auto const equal = std::min(typed.find('='), typed.size());
  auto const dot = std::min(typed.rfind('.', equal), equal);
  return {typed.substr(0, dot), dot < equal ? typed.substr(dot + 1, equal - dot - 1) : "",
          equal < typed.size() ? typed.substr(equal + 1) : ""};
}

inline std::string check_set(std::string const& typed) {
  if (typed.find('=') == std::string::npos || typed.find('.') == std::string::npos)
    return "'" + typed + "' is no setting; write RULE.OPTION=VALUE";
  return check_setting(setting_of(typed));
}

inline std::vector<std::string> language_codes() {
  std::vector<std::string> codes;
  for (auto const* each : languages()) codes.emplace_back(each->code);
  return codes;
}

inline std::string check_format(std::string const& typed, bool writing) {
  auto const* const found = find_format(typed);
  std::vector<std::string> ids;
  for (auto const* each : formats())
    if (writing ? each->write != nullptr : each->read != nullptr) ids.emplace_back(each->id);
  if (found == nullptr) return "'" + typed + "' is no format" + meant(typed, ids);
  if (writing ? found->write != nullptr : found->read != nullptr) return {};
  return std::string(found->name) + (writing ? " can be read, not written" : " can be written, not read");
}

inline std::string check_language(std::string const& typed) {
  return find_language(typed) != nullptr ? ""
                                         : "'" + typed + "' is no language we know" + meant(typed, language_codes());
}

/// The language of a speech: any, as text is repaired, laid out and checked without tables, too.
inline std::string check_speech(std::string const& typed) { return is_language(typed) ? "" : check_language(typed); }

inline std::string check_encoding(std::string const& typed) {
  auto const tried = decode({}, {}, typed);
  return tried ? std::string() : tried.failure().message;
}

/// "speaker", "5": where text and Markdown get time stamps. What is wrong with it, or nothing.
inline std::string read_stamps(std::string const& typed, arguments& into) {
  static std::pair<char const*, time_stamps> const known[] = {{"none", time_stamps::none},
                                                              {"cue", time_stamps::cue},
                                                              {"paragraph", time_stamps::paragraph},
                                                              {"speaker", time_stamps::speaker}};
  for (auto const& [name, where] : known) {
    if (typed != name) continue;
    into.stamps = where;
    return {};
  }
  int minutes = 0;
  auto const [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), minutes);
  if (error != std::errc() || end != typed.data() + typed.size() || minutes < 1 || minutes > 1440)
    return "'" + typed + "' is neither none, cue, paragraph nor speaker, and no number of minutes from 1 to 1440";
  into.stamps = time_stamps::minutes;
  into.stamp_minutes = minutes;
  return {};
}

} // namespace mondegreen::cli
