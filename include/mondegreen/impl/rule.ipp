#pragma once

#include <mondegreen/impl/rules/rules.hpp>
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

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/rules/chrome.ipp>
#include <mondegreen/impl/rules/duplicates.ipp>
#include <mondegreen/impl/rules/names.ipp>
#include <mondegreen/impl/rules/rolling.ipp>
#endif
