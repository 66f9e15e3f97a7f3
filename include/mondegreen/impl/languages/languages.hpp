// The library's languages by code; each is defined in the .ipp of its code.
#pragma once

#include <mondegreen/language.hpp>

#include <algorithm>
#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI::impl::languages {

#define MONDEGREEN_LANGUAGE(code) extern language const code;
#include <mondegreen/impl/languages/languages.def>
#undef MONDEGREEN_LANGUAGE

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::languages

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Its place in languages.def; regions of a language have the place of the language.
inline std::size_t place_of(language const& known) noexcept {
  auto const all = mondegreen::languages();
  auto const found =
      std::find_if(all.begin(), all.end(), [&](language const* each) { return each->code == known.code; });
  return static_cast<std::size_t>(found - all.begin());
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
