// The library's rules by name; each is defined in the .ipp of its name.
#pragma once

#include <mondegreen/rule.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

#define MONDEGREEN_RULE(id) extern rule const id;
#include <mondegreen/impl/rules/rules.def>
#undef MONDEGREEN_RULE

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
