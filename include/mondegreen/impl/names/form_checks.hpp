// What a names file should be told about its names.
#pragma once

#include <mondegreen/impl/names/rows.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Takes out control and zero-width characters and makes plain spaces of all spaces: what comes along when names are
/// copied from a page, and what no text ever matches. True if there were control characters. O(bytes).
bool tidy_form(std::string& form);

/// False for a name that holds a letter of a script we cannot read aloud: only its letters can be found then. Latin is
/// the one script with pronunciation rules.
bool has_sound(std::string_view form);

/// Names that differ in case, accents, spaces and hyphens alone: nothing chooses between them where a text has yet
/// another spelling. The later and the earlier one of each. Lists beyond `most_compared` names are not looked at.
/// O(n).
std::vector<std::pair<std::uint32_t, std::uint32_t>> similar_forms(name_rows const& list);

inline constexpr std::uint32_t most_compared = 200'000;

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/form_checks.ipp>
#endif
