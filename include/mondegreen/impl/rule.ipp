#pragma once

#include <mondegreen/impl/rules/rules.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/rule.hpp>

#include <algorithm>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

// Copies, so that `rules()` is one array: the descriptors are constants of a few words each.
inline std::span<rule const> all_rules() noexcept {
  static rule const list[] = {
#define MONDEGREEN_RULE(id) rules::id,
#include <mondegreen/impl/rules/rules.def>
#undef MONDEGREEN_RULE
  };
  return list;
}

} // namespace impl

MONDEGREEN_INLINE std::span<rule const> rules() noexcept { return impl::all_rules(); }

MONDEGREEN_INLINE rule const* find_rule(std::string_view id) noexcept {
  auto const all = impl::all_rules();
  auto const found = std::find_if(all.begin(), all.end(), [&](rule const& each) { return each.id == id; });
  return found == all.end() ? nullptr : &*found;
}

MONDEGREEN_INLINE bool names_rules(std::string_view id_or_group) noexcept {
  auto const all = impl::all_rules();
  return std::any_of(all.begin(), all.end(),
                     [&](rule const& each) { return each.id == id_or_group || each.group == id_or_group; });
}

MONDEGREEN_INLINE std::string_view to_string(wording how) noexcept {
  switch (how) {
  case wording::strict: return "strict";
  case wording::clean: return "clean";
  case wording::fluent: return "fluent";
  }
  return "clean";
}

MONDEGREEN_INLINE std::optional<wording> find_wording(std::string_view name) noexcept {
  for (auto const each : {wording::strict, wording::clean, wording::fluent})
    if (to_string(each) == name) return each;
  return std::nullopt;
}

namespace impl {

inline rule_option const* find_option(rule const& in, std::string_view name) noexcept {
  auto const found =
      std::find_if(in.options.begin(), in.options.end(), [&](rule_option const& each) { return each.name == name; });
  return found == in.options.end() ? nullptr : &*found;
}

} // namespace impl

MONDEGREEN_INLINE std::string check_setting(rule_setting const& what) {
  auto const* in = find_rule(what.rule);
  if (in == nullptr) return "'" + what.rule + "' is no rule";
  auto const* option = impl::find_option(*in, what.option);
  if (option == nullptr) {
    std::string known;
    for (auto const& each : in->options) known.append(known.empty() ? "" : ", ").append(each.name);
    return "'" + what.option + "' is no option of '" + what.rule + "'" +
           (known.empty() ? ", which has none" : "; it has " + known);
  }
  if (option->values.empty() || impl::list_contains(option->values, what.value)) return {};
  std::string known;
  impl::any_in_list(option->values, [&](std::string_view each) {
    known.append(known.empty() ? "" : ", ").append(each);
    return false;
  });
  return "'" + what.value + "' is no value of '" + what.option + "'; it may be " + known;
}

MONDEGREEN_INLINE std::string_view rule_context::setting(std::string_view rule,
                                                         std::string_view option) const noexcept {
  // The last one counts, as on a command line.
  for (auto i = settings.size(); i-- > 0;)
    if (settings[i].rule == rule && settings[i].option == option) return settings[i].value;
  auto const* in = find_rule(rule);
  auto const* described = in != nullptr ? impl::find_option(*in, option) : nullptr;
  return described != nullptr ? described->values.substr(0, described->values.find('|')) : std::string_view();
}

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/rules/chrome.ipp>
#include <mondegreen/impl/rules/duplicates.ipp>
#include <mondegreen/impl/rules/entities.ipp>
#include <mondegreen/impl/rules/fillers.ipp>
#include <mondegreen/impl/rules/hallucinations.ipp>
#include <mondegreen/impl/rules/invisible_characters.ipp>
#include <mondegreen/impl/rules/loops.ipp>
#include <mondegreen/impl/rules/mojibake.ipp>
#include <mondegreen/impl/rules/names.ipp>
#include <mondegreen/impl/rules/profanity.ipp>
#include <mondegreen/impl/rules/pseudonyms.ipp>
#include <mondegreen/impl/rules/rolling.ipp>
#include <mondegreen/impl/rules/scripts.ipp>
#include <mondegreen/impl/rules/sounds.ipp>
#include <mondegreen/impl/rules/stutters.ipp>
#include <mondegreen/impl/rules/turns.ipp>
#include <mondegreen/impl/rules/typography_apostrophes.ipp>
#include <mondegreen/impl/rules/typography_capitals.ipp>
#include <mondegreen/impl/rules/typography_dashes.ipp>
#include <mondegreen/impl/rules/typography_ellipses.ipp>
#include <mondegreen/impl/rules/typography_inverted.ipp>
#include <mondegreen/impl/rules/typography_marks.ipp>
#include <mondegreen/impl/rules/typography_numbers.ipp>
#include <mondegreen/impl/rules/typography_ordinals.ipp>
#include <mondegreen/impl/rules/typography_quotes.ipp>
#include <mondegreen/impl/rules/typography_spaces.ipp>
#include <mondegreen/impl/rules/typography_spellings.ipp>
#include <mondegreen/impl/rules/typography_tokens.ipp>
#endif
