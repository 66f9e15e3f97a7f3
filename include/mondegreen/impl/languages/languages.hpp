// The library's languages by code; each is defined in the .ipp of its code.
#pragma once

#include <mondegreen/config.hpp>

#include <algorithm>
#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI {
struct language;
}

namespace mondegreen::inline MONDEGREEN_ABI::impl::languages {

#define MONDEGREEN_LANGUAGE(code) extern language const code;
#include <mondegreen/impl/languages/languages.def>
#undef MONDEGREEN_LANGUAGE

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::languages

// Not above: without a library its definitions come along, and list these languages.
#include <mondegreen/language.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Its place in languages.def; regions of a language have the place of the language.
inline std::size_t place_of(language const& known) noexcept {
  auto const all = mondegreen::languages();
  auto const found =
      std::find_if(all.begin(), all.end(), [&](language const* each) { return each->code == known.code; });
  return static_cast<std::size_t>(found - all.begin());
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
