// Why a name was repaired, and why another was not.
#pragma once

#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/impl/names/repair.hpp>
#include <mondegreen/names.hpp>
#include <mondegreen/transcript.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The one name that is asked about.
struct asked_name {
  std::string_view form{};               ///< empty: all of them
  std::optional<std::uint32_t> listed{}; ///< which of the list it is
};

/// What `names::explain` says of a transcript, or of untimed text, a metadata passage a line. Of one name: also where it
/// stands as it should, and, if nothing was taken for it, where it comes nearest.
std::vector<name_case> explain_names(transcript const& text, name_index const& names, repair_ground const& ground,
                                     asked_name const& only = {});

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/explain.ipp>
#endif
