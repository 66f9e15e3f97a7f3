// Why a name was repaired, and why another was not.
#pragma once

#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/names.hpp>
#include <mondegreen/transcript.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What `names::explain` says of a transcript, or of untimed text, a metadata passage a line. With `only`, of this name:
/// also where it stands as it should, and, if nothing was taken for it, where it comes nearest.
std::vector<name_case> explain_names(transcript const& text, name_index const& names, std::string_view page,
                                     std::optional<std::uint32_t> only = {});

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/explain.ipp>
#endif
