// First names: who reads one knows that a person is named.
#pragma once

#include <mondegreen/config.hpp>

#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// True for a first name that is common in English or French, in any case. O(bytes).
bool is_given_name(std::string_view word);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/given_names.ipp>
#endif
