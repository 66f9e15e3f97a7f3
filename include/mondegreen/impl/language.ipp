#pragma once

#include <mondegreen/impl/languages/languages.hpp>
#include <mondegreen/impl/languages/markers.hpp>
#include <mondegreen/impl/text/fold.hpp>
#include <mondegreen/language.hpp>

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

inline constexpr language unknown_language{};

inline constexpr language const* language_list[] = {
#define MONDEGREEN_LANGUAGE(code) &languages::code,
#include <mondegreen/impl/languages/languages.def>
#undef MONDEGREEN_LANGUAGE
};

/// A language with the typography of a region.
struct regional_language {
  std::string_view region;
  language as;
};

inline std::vector<regional_language> const& regional_languages() {
  static std::vector<regional_language> const made = [] {
    std::vector<regional_language> all;
    for (auto const* each : language_list)
      for (auto const& region : each->regions) {
        all.push_back({region.region, *each});
        all.back().as.type = region.type;
      }
    return all;
  }();
  return made;
}

/// Letters of ASCII alone: no locale has a say in tags.
inline bool same_subtag(std::string_view a, std::string_view b) noexcept {
  auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

} // namespace impl

MONDEGREEN_INLINE std::span<language const* const> languages() noexcept { return impl::language_list; }

MONDEGREEN_INLINE language const* find_language(std::string_view tag) noexcept {
  auto rest = tag;
  auto const next = [&] {
    auto const end = std::min(rest.find_first_of("-_"), rest.size());
    auto const subtag = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return subtag;
  };
  auto const primary = next();
  for (auto const* each : impl::language_list) {
    if (!impl::same_subtag(each->code, primary)) continue;
    while (!rest.empty()) {
      auto const subtag = next();
      for (auto const& regional : impl::regional_languages())
        if (regional.as.code == each->code && impl::same_subtag(regional.region, subtag)) return &regional.as;
    }
    return each;
  }
  return nullptr;
}

MONDEGREEN_INLINE bool is_language(std::string_view tag) {
  std::string const code(tag.substr(0, tag.find_first_of("-_")));
  // ICU takes codes of three letters, too; "fra" would be a language without tables, and means French.
  return code.size() == 2 && *uloc_getISO3Language(code.c_str()) != '\0';
}

MONDEGREEN_INLINE language const& no_language() noexcept { return impl::unknown_language; }

MONDEGREEN_INLINE language_guess detect_language(std::string_view text) {
  text = text.substr(0, std::size_t{1} << 16U);
  std::array<std::size_t, std::size(impl::language_list)> hits{};
  std::size_t words = 0;
  auto const& markers = impl::marker_table::get();
  impl::for_each_plain_word(text, [&](std::string_view word) {
    ++words;
    auto mask = markers.languages_of(word);
    for (std::size_t i = 0; mask != 0; mask >>= 1U, ++i) hits[i] += mask & 1U;
  });
  auto const best = static_cast<std::size_t>(std::max_element(hits.begin(), hits.end()) - hits.begin());
  std::size_t second = 0;
  for (std::size_t i = 0; i < hits.size(); ++i)
    if (i != best) second = std::max(second, hits[i]);
  // In running text every fifth to third word is a marker of its language; of another one, under one in thirty.
  if (hits[best] < 2 || hits[best] < 2 * second || hits[best] * 12 < words) return {};
  auto const margin = hits[best] - second;
  return {impl::language_list[best], static_cast<int>(std::min<std::size_t>(100, 50 + 5 * margin))};
}

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/languages/de.ipp>
#include <mondegreen/impl/languages/en.ipp>
#include <mondegreen/impl/languages/es.ipp>
#include <mondegreen/impl/languages/fr.ipp>
#include <mondegreen/impl/languages/it.ipp>
#endif
