// Why a name was repaired, and why another was not.
#pragma once

#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/names.hpp>
#include <mondegreen/transcript.hpp>

#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What `names::explain` says of untimed text, a passage a line.
std::vector<name_case> explain_names(transcript const& text, name_index const& names, std::string_view page);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/explain.ipp>
#endif
