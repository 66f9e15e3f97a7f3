// Making the arrays of an index.
#pragma once

#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/impl/names/tokens.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A number that changes with the pronunciation rules of a language: an index is of no use with others.
std::uint64_t print_of_rules(std::string_view language);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/index_build.ipp>
#endif
