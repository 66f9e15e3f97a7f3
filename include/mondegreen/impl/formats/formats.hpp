// The library's formats by name; each is defined in the .ipp of its name:
//
//     namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {
//     MONDEGREEN_INLINE format const foo{.id = "foo", ...};
//     }
//
// with a tiny src/formats/foo.cpp for the compiled library and an include at the end of impl/format.ipp for the
// header-only one.
#pragma once

#include <mondegreen/format.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::formats {

#define MONDEGREEN_FORMAT(id) extern format const id;
#include <mondegreen/impl/formats/formats.def>
#undef MONDEGREEN_FORMAT

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::formats
