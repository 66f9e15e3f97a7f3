#pragma once

#include <mondegreen/configuration.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/impl/text/nearest.hpp>
#include <mondegreen/impl/toml/toml_file.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/profile.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl::configuration_keys {

inline constexpr std::array<std::string_view, 11> all{"names", "context", "spelling", "language", "profile",   "only",
                                                      "skip",  "also",    "apply",    "mine",     "frame_rate"};
inline constexpr std::string_view table = "rules.";

/// A text of a value with its place.
struct placed {
  std::string text;
  span where;
};

/// Puts the values of a file into a configuration and tells what does not fit.
class reader {
public:
  reader(configuration& into, toml_file const& from, std::filesystem::path folder, std::vector<diagnostic>& told)
      : into_(into), from_(from), folder_(std::move(folder)), told_(told) {}

  void read() {
    for (auto const& each : from_.entries) one(each);
  }

private:
  void one(toml_entry const& each) {
    auto const& key = each.key;
    if (key == "names") {
      for (auto const& path : texts(each)) into_.names.push_back(path_of(path.text));
    } else if (key == "context") {
      if (auto const path = text(each)) into_.context = path_of(path->text);
    } else if (key == "spelling") {
      if (auto const where = text(each))
        into_.spelling = where->text == "installed" || where->text == "none" ? where->text : path_of(where->text);
    } else if (key == "language") {
      language(each);
    } else if (key == "profile") {
      for (auto const& name : texts(each)) profile(name);
    } else if (key == "only") {
      rules(each, into_.only);
    } else if (key == "skip") {
      rules(each, into_.skip);
    } else if (key == "also") {
      rules(each, into_.also);
    } else if (key == "apply") {
      apply(each);
    } else if (key == "mine") {
      if (auto const* truth = std::get_if<bool>(&each.value))
        into_.mine = *truth;
      else
        wrong(each, "true or false");
    } else if (key == "frame_rate") {
      double rate = 0;
      // Written so that what is no number at all (nan) is refused, too.
      if (each.number(rate) && rate >= 1 && rate <= 1000)
        into_.frame_rate = rate;
      else
        wrong(each, "a number from 1 to 1000");
    } else if (key.starts_with(table)) {
      setting(each);
    } else {
      unknown(each);
    }
  }

  void tell(code what, span where, std::string message, std::string hint = {}) {
    told_.push_back(make_diagnostic(what, where, std::move(message), std::move(hint)));
  }

  void wrong(toml_entry const& each, std::string_view wanted) {
    tell(code::config_value, each.where, fmt::format("'{}' wants {}", each.key, wanted));
  }

  void unknown(toml_entry const& each) {
    auto const first = std::string_view(each.key).substr(0, each.key.find('.'));
    auto near = nearest(each.key, all);
    if (near.empty()) near = nearest(first, all);
    std::string hint = near.empty() ? "docs/configuration.md lists the keys" : fmt::format("did you mean '{}'?", near);
    // What stands outside of its table: [typography.marks] instead of [rules.typography.marks].
    auto const dot = each.key.rfind('.');
    if (dot != std::string::npos && find_rule(std::string_view(each.key).substr(0, dot)) != nullptr)
      hint = fmt::format("options of rules stand in [rules]: rules.{}", each.key);
    tell(code::config_key, each.named, fmt::format("'{}' is no key of a configuration", each.key), std::move(hint));
  }

  std::optional<placed> text(toml_entry const& each) {
    if (auto const* found = std::get_if<std::string>(&each.value)) return placed{*found, each.where};
    wrong(each, "a text in quotes");
    return std::nullopt;
  }

  /// A text, or a list of them.
  std::vector<placed> texts(toml_entry const& each) {
    if (auto const* found = std::get_if<std::string>(&each.value)) return {{*found, each.where}};
    std::vector<placed> made;
    if (auto const* list = std::get_if<std::vector<std::string>>(&each.value))
      for (std::size_t i = 0; i < list->size(); ++i)
        made.push_back({(*list)[i], i < each.items.size() ? each.items[i] : each.where});
    else
      wrong(each, "a text in quotes, or a list of them");
    return made;
  }

  std::string path_of(std::string const& typed) const {
    return typed.empty() ? typed : (folder_ / std::filesystem::path(typed)).lexically_normal().string();
  }

  void language(toml_entry const& each) {
    auto const tag = text(each);
    if (!tag) return;
    if (is_language(tag->text)) {
      into_.language = tag->text;
      return;
    }
    std::string codes;
    for (auto const* known : mondegreen::languages()) codes.append(codes.empty() ? "" : ", ").append(known->code);
    tell(code::config_value, tag->where, fmt::format("'{}' is no language we know", tag->text), "there are: " + codes);
  }

  void profile(placed const& name) {
    if (auto const how = find_wording(name.text)) {
      into_.how = how;
    } else if (name.text.ends_with(".toml")) {
      into_.profile = path_of(name.text);
    } else if (find_profile(name.text) != nullptr) {
      into_.profile = name.text;
    } else {
      std::vector<std::string> known{"strict", "clean", "fluent"};
      for (auto const& each : profiles()) known.push_back(each.id);
      auto const near = nearest(name.text, known);
      tell(code::config_value, name.where, fmt::format("'{}' is no profile", name.text),
           near.empty() ? "strict, clean, fluent, one that 'mondegreen profiles' lists, or a file that ends in .toml"
                        : fmt::format("did you mean '{}'?", near));
    }
  }

  void rules(toml_entry const& each, std::vector<std::string>& into) {
    for (auto& id : texts(each)) {
      if (names_rules(id.text))
        into.push_back(std::move(id.text));
      else
        no_rule(id.where, id.text);
    }
  }

  void no_rule(span where, std::string_view id) {
    std::vector<std::string_view> known;
    for (auto const& each : mondegreen::rules()) {
      known.push_back(each.id);
      if (!each.group.empty()) known.push_back(each.group);
    }
    auto const near = nearest(id, known);
    tell(code::config_value, where, fmt::format("'{}' is no rule", id),
         near.empty() ? "'mondegreen clean --list-rules' lists them" : fmt::format("did you mean '{}'?", near));
  }

  void apply(toml_entry const& each) {
    auto const what = text(each);
    if (!what) return;
    if (what->text == "auto")
      into_.apply = apply_policy::sure;
    else if (what->text == "all")
      into_.apply = apply_policy::all;
    else if (what->text == "none")
      into_.apply = apply_policy::none;
    else
      wrong(each, "\"auto\", \"all\" or \"none\"");
  }

  /// "rules.typography.marks.no-break": the option is behind the last dot.
  void setting(toml_entry const& each) {
    auto const path = std::string_view(each.key).substr(table.size());
    auto const dot = path.rfind('.');
    if (dot == std::string_view::npos) {
      tell(code::config_key, each.named, fmt::format("'{}' names no option of a rule", each.key),
           "write [rules.RULE] and below it OPTION = \"VALUE\"");
      return;
    }
    rule_setting made{std::string(path.substr(0, dot)), std::string(path.substr(dot + 1)), {}};
    auto const* in = find_rule(made.rule);
    if (in == nullptr) {
      no_rule(each.named, made.rule);
      return;
    }
    std::vector<std::string_view> options;
    for (auto const& option : in->options) options.push_back(option.name);
    if (std::find(options.begin(), options.end(), made.option) == options.end()) {
      auto const near = nearest(made.option, options);
      tell(code::config_key, each.named, check_setting(made),
           near.empty() ? std::string() : fmt::format("did you mean '{}'?", near));
      return;
    }
    auto value = text(each);
    if (!value) return;
    made.value = std::move(value->text);
    if (auto mistake = check_setting(made); !mistake.empty()) {
      tell(code::config_value, each.where, std::move(mistake));
      return;
    }
    into_.settings.push_back(std::move(made));
  }

  configuration& into_;
  toml_file const& from_;
  std::filesystem::path folder_;
  std::vector<diagnostic>& told_;
};

} // namespace impl::configuration_keys

MONDEGREEN_INLINE bool configuration_reading::usable() const noexcept {
  return std::none_of(diagnostics.begin(), diagnostics.end(),
                      [](auto const& each) { return each.level == severity::error; });
}

MONDEGREEN_INLINE configuration_reading read_configuration(std::string_view toml, std::string_view path) {
  configuration_reading made;
  made.text = make_source(std::string(toml), std::string(path));
  auto file = impl::read_toml(made.text->text());
  made.diagnostics = std::move(file.diagnostics);
  impl::configuration_keys::reader(made.value, file, std::filesystem::path(path).parent_path(), made.diagnostics)
      .read();
  return made;
}

MONDEGREEN_INLINE result<configuration_reading> load_configuration(std::string const& path) {
  auto const bytes = read_bytes(path);
  if (!bytes) return bytes.failure();
  return read_configuration(*bytes, path);
}

MONDEGREEN_INLINE std::string find_configuration(std::string const& transcript_path) {
  namespace fs = std::filesystem;
  std::error_code failed;
  auto const here = fs::current_path(failed);
  if (failed) return {};
  auto const own = transcript_path == "-" ? fs::path() : fs::path(transcript_path).parent_path();
  for (auto folder = (here / own).lexically_normal(); !folder.empty(); folder = folder.parent_path()) {
    for (auto const* name : {"mondegreen.toml", ".mondegreen.toml"}) {
      auto const found = folder / name;
      if (!fs::is_regular_file(found, failed)) continue;
      // As the user would write it from here.
      auto const near = found.lexically_proximate(here).string();
      return near.size() < found.string().size() ? near : found.string();
    }
    if (folder == folder.root_path()) break;
  }
  return {};
}

} // namespace mondegreen::inline MONDEGREEN_ABI
