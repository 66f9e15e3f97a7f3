// The rules by name.
#pragma once

#include <mondegreen/check.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

enum class checks : std::uint8_t {
#define MONDEGREEN_CHECK(name, id, level, mended, summary) name,
#include <mondegreen/impl/check/checks.def>
#undef MONDEGREEN_CHECK
};

inline constexpr std::array all_checks{
#define MONDEGREEN_CHECK(name, id, level, mended, summary) check_rule{id, severity::level, summary, mended},
#include <mondegreen/impl/check/checks.def>
#undef MONDEGREEN_CHECK
};

constexpr check_rule const& rule_of(checks which) noexcept { return all_checks[static_cast<std::size_t>(which)]; }

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
