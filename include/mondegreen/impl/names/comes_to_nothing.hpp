// Findings that stay below a suggestion whatever else comes to stand in the text, far from them.
#pragma once

#include <mondegreen/impl/names/decision.hpp>
#include <mondegreen/impl/names/prospects.hpp>
#include <mondegreen/impl/names/scoring.hpp>
#include <mondegreen/impl/names/weights.hpp>

#include <algorithm>
#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What a finding is worth depends on the words around it, on where its name stands, and on these: on what the text holds
/// as a whole, which each round changes. As long as none of them speaks for a name, a finding that is worth nothing without
/// what they say against it will be worth nothing with it.
inline bool comes_to_nothing(document const& in, finding const& what) {
  if (what.pointless) return true;
  auto best = what.logit;
  for (auto const of_the_text :
       {weight::about_others, weight::others_beside, weight::first_name_alone, weight::well_written, weight::again}) {
    auto const which = static_cast<std::size_t>(of_the_text);
    auto const worth = weight_table[which].in(in.names().language());
    if (worth > 0) return false;
    best -= worth * static_cast<double>(what.amounts[which]);
  }
  return what.confidence() < worth_a_look && prospects::hopeless(best);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
