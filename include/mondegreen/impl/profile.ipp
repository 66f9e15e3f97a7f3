#pragma once

#include <mondegreen/file.hpp>
#include <mondegreen/impl/profiles/files.hpp>
#include <mondegreen/impl/text/nearest.hpp>
#include <mondegreen/impl/toml/toml_file.hpp>
#include <mondegreen/profile.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl::profile_keys {

/// Puts the values of a file into a profile and tells what does not fit.
class reader {
public:
  reader(profile& into, toml_file const& from, std::vector<diagnostic>& told) : into_(into), from_(from), told_(told) {}

  void read() {
    for (auto const& each : from_.entries)
      if (!known(each)) unknown(each);
    contradictions();
  }

private:
  bool known(toml_entry const& each) {
    if (each.key == "inherits") return true;
#define MONDEGREEN_PROFILE_TEXT(path, member)                                                                          \
  if (each.key == (path)) return text(each, into_.member);
#define MONDEGREEN_PROFILE_TRUTH(path, member)                                                                         \
  if (each.key == (path)) return truth(each, into_.member);
#define MONDEGREEN_PROFILE_NUMBER(path, member, least, most)                                                           \
  if (each.key == (path)) return number(each, into_.member, least, most);
#define MONDEGREEN_PROFILE_CHOICE(path, member, choices)                                                               \
  if (each.key == (path)) return choice(each, into_.member, choices);
#include <mondegreen/impl/profiles/keys.def>
#undef MONDEGREEN_PROFILE_TEXT
#undef MONDEGREEN_PROFILE_TRUTH
#undef MONDEGREEN_PROFILE_NUMBER
#undef MONDEGREEN_PROFILE_CHOICE
    return false;
  }

  void tell(code what, span where, std::string message, std::string hint = {}) {
    told_.push_back(make_diagnostic(what, where, std::move(message), std::move(hint)));
  }

  void unknown(toml_entry const& each) {
    std::string near;
    auto const leaf = [](std::string_view key) { return key.substr(key.rfind('.') + 1); };
    constexpr std::string_view keys[] = {
#define MONDEGREEN_PROFILE_TEXT(path, member) std::string_view(path),
#define MONDEGREEN_PROFILE_TRUTH(path, member) std::string_view(path),
#define MONDEGREEN_PROFILE_NUMBER(path, member, least, most) std::string_view(path),
#define MONDEGREEN_PROFILE_CHOICE(path, member, choices) std::string_view(path),
#include <mondegreen/impl/profiles/keys.def>
#undef MONDEGREEN_PROFILE_TEXT
#undef MONDEGREEN_PROFILE_TRUTH
#undef MONDEGREEN_PROFILE_NUMBER
#undef MONDEGREEN_PROFILE_CHOICE
    };
    for (auto const key : keys)
      if (near.empty() && leaf(key) == leaf(each.key)) near = key;
    if (near.empty()) near = nearest(each.key, keys);
    tell(code::profile_key, each.named, fmt::format("'{}' is no rule of a profile; it is ignored", each.key),
         near.empty() ? "docs/profiles.md lists the rules" : fmt::format("did you mean '{}'?", near));
  }

  bool wrong(toml_entry const& each, std::string_view wanted) {
    tell(code::profile_value, each.where, fmt::format("'{}' wants {}", each.key, wanted));
    return true;
  }

  bool text(toml_entry const& each, std::string& into) {
    if (auto const* found = std::get_if<std::string>(&each.value)) return into = *found, true;
    return wrong(each, "a text in quotes");
  }

  bool truth(toml_entry const& each, bool& into) {
    if (auto const* found = std::get_if<bool>(&each.value)) return into = *found, true;
    return wrong(each, "true or false");
  }

  template <class Number> bool number(toml_entry const& each, Number& into, double least, double most) {
    double found = 0;
    // Written so that what is no number at all (nan) is refused, too.
    if (!each.number(found) || !(found >= least && found <= most))
      return wrong(each, fmt::format("a number from {} to {}", least, most));
    into = static_cast<Number>(found);
    set_[each.key] = each.where;
    return true;
  }

  bool choice(toml_entry const& each, std::string& into, std::string_view choices) {
    auto const* found = std::get_if<std::string>(&each.value);
    std::string list;
    for (std::size_t from = 0; from <= choices.size();) {
      auto const end = std::min(choices.find('|', from), choices.size());
      auto const one = choices.substr(from, end - from);
      if (found != nullptr && *found == one) return into = *found, true;
      list += fmt::format("{}\"{}\"", list.empty() ? "" : " or ", one);
      from = end + 1;
    }
    return wrong(each, list);
  }

  /// Limits that leave nothing between them, with the place of the one this file sets and both values.
  void contradictions() {
    auto clash = [&](char const* small_key, double small, char const* large_key, double large) {
      if (large <= 0 || small <= large) return;
      auto const own = set_.find(small_key);
      auto const other = set_.find(large_key);
      auto const where = own != set_.end() ? own->second : other != set_.end() ? other->second : span{};
      std::string message =
          fmt::format("'{}' is {} and '{}' is {}: nothing can be both", small_key, small, large_key, large);
      if (own == set_.end() || other == set_.end()) message += " (one of them is inherited)";
      tell(code::profile_contradiction, where, std::move(message));
    };
    clash("duration.least_ms", into_.least_duration, "duration.most_ms", into_.most_duration);
    clash("gap.ms", into_.gap_ms, "gap.closed_below_ms", into_.chain_below);
    clash("gap.frames (in ms)", into_.gap_frames * 1000.0 / into_.rate(), "gap.closed_below_ms", into_.chain_below);
    // A cue of the most characters must be readable in the longest time.
    clash("reading.ms_a_word", into_.ms_a_word, "duration.most_ms", into_.most_duration);
  }

  profile& into_;
  toml_file const& from_;
  std::vector<diagnostic>& told_;
  std::map<std::string, span, std::less<>> set_;
};

inline std::string parent_of(toml_file const& from, span& where) {
  for (auto const& each : from.entries)
    if (each.key == "inherits")
      if (auto const* found = std::get_if<std::string>(&each.value)) return where = each.where, *found;
  return {};
}

struct built_in {
  std::string_view id;
  std::string_view text;
};

inline constexpr std::array built_ins{
#define MONDEGREEN_PROFILE(symbol, id) built_in{id, profile_files::symbol},
#include <mondegreen/impl/profiles/profiles.def>
#undef MONDEGREEN_PROFILE
};

/// A built-in profile with what it inherits; `depth` ends a circle.
inline profile build(std::string_view id, int depth = 0) {
  profile made;
  auto const found = std::find_if(built_ins.begin(), built_ins.end(), [&](auto const& each) { return each.id == id; });
  if (found == built_ins.end() || depth > 4) return made;
  auto const file = read_toml(found->text);
  span ignored;
  auto const parent = parent_of(file, ignored);
  if (!parent.empty()) made = build(parent, depth + 1);
  made.id = id;
  made.inherits = parent;
  std::vector<diagnostic> none;
  reader(made, file, none).read();
  return made;
}

} // namespace impl::profile_keys

MONDEGREEN_INLINE std::uint32_t profile::columns() const noexcept {
  return static_cast<std::uint32_t>(std::lround(characters * (full_width ? 2 : 1)));
}

MONDEGREEN_INLINE int profile::least_gap() const noexcept {
  return std::max(gap_ms, static_cast<int>(std::floor(gap_frames * 1000.0 / rate())));
}

MONDEGREEN_INLINE std::span<profile const> profiles() {
  static std::vector<profile> const all = [] {
    std::vector<profile> made;
    made.reserve(std::size(impl::profile_keys::built_ins));
    for (auto const& each : impl::profile_keys::built_ins) made.push_back(impl::profile_keys::build(each.id));
    return made;
  }();
  return all;
}

MONDEGREEN_INLINE profile const* find_profile(std::string_view id, std::string_view language) {
  auto const all = profiles();
  auto exact = [&](std::string_view sought) -> profile const* {
    auto const found = std::find_if(all.begin(), all.end(), [&](auto const& each) { return each.id == sought; });
    return found == all.end() ? nullptr : &*found;
  };
  if (!language.empty())
    if (auto const* found = exact(fmt::format("{}-{}", id, language.substr(0, language.find_first_of("-_")))))
      return found;
  return exact(id);
}

MONDEGREEN_INLINE bool profile_reading::usable() const noexcept {
  return std::none_of(diagnostics.begin(), diagnostics.end(),
                      [](auto const& each) { return each.level == severity::error; });
}

MONDEGREEN_INLINE profile_reading read_profile(std::string_view toml, std::string_view name) {
  profile_reading made;
  made.text = make_source(std::string(toml), std::string(name));
  auto file = impl::read_toml(made.text->text());
  made.diagnostics = std::move(file.diagnostics);
  span where;
  auto const parent = impl::profile_keys::parent_of(file, where);
  if (!parent.empty()) {
    if (auto const* found = find_profile(parent)) {
      made.value = *found;
    } else {
      made.diagnostics.push_back(make_diagnostic(code::profile_parent, where,
                                                 fmt::format("there is no profile '{}' to inherit from", parent),
                                                 "'mondegreen profiles' lists them"));
    }
  }
  made.value.inherits = parent;
  auto const slash = name.rfind('/');
  auto const stem = name.substr(slash == std::string_view::npos ? 0 : slash + 1);
  made.value.id = stem.substr(0, stem.rfind('.'));
  impl::profile_keys::reader(made.value, file, made.diagnostics).read();
  return made;
}

MONDEGREEN_INLINE result<profile_reading> load_profile(std::string const& path) {
  auto const bytes = read_bytes(path);
  if (!bytes) return bytes.failure();
  return read_profile(*bytes, path);
}

} // namespace mondegreen::inline MONDEGREEN_ABI
