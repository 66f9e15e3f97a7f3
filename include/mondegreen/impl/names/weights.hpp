// The weights of scoring, as a table.
#pragma once

#include <mondegreen/config.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The pieces of evidence, and what each is worth in logits (weights.def).
enum class weight : std::uint8_t {
#define MONDEGREEN_WEIGHT(id, general, english, why) id,
#include <mondegreen/impl/names/weights.def>
#undef MONDEGREEN_WEIGHT
};

struct weight_row {
  std::string_view id;
  double general;
  double english;
  std::string_view why;

  double in(std::string_view language) const noexcept { return language == "en" ? english : general; }
};

inline constexpr weight_row weight_table[] = {
#define MONDEGREEN_WEIGHT(id, general, english, why) {#id, general, english, why},
#include <mondegreen/impl/names/weights.def>
#undef MONDEGREEN_WEIGHT
};

/// More names than a talk has; what a long list costs is counted from there.
inline constexpr double few_names = 300;

inline constexpr std::size_t weight_count = std::size(weight_table);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
