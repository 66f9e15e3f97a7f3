// The library's languages by code; each is defined in the .ipp of its code.
#pragma once

#include <mondegreen/language.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::languages {

#define MONDEGREEN_LANGUAGE(code) extern language const code;
#include <mondegreen/impl/languages/languages.def>
#undef MONDEGREEN_LANGUAGE

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::languages
