#pragma once

#include <mondegreen/impl/names/decision.hpp>
#include <mondegreen/impl/names/repair.hpp>
#include <mondegreen/impl/names/view.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Carries out one decision; true if the text changed. Parts in the same passage go from the last to the first, so that
/// the places of the others stay right; decisions do the same.
inline bool carry_out(editor& in, names_view const& view, decided const& what) {
  bool changed = false;
  auto const& parts = what.what.change.parts;
  for (auto each = parts.rbegin(); each != parts.rend(); ++each)
    changed |= in.replace(view.places[each->passage], each->where, each->with,
                          {what.status, what.what.confidence(), what.what.evidence});
  return changed;
}

MONDEGREEN_INLINE void repair_names(editor& in, name_index const& names, std::string_view page) {
  if (names.names().empty()) return;
  // A repair is evidence for others, so one round may make the next one sure. Each round that goes on has repaired
  // something; the last one allowed only keeps hostile input from taking forever.
  constexpr int most_rounds = 8;
  for (int round = 0; round < most_rounds; ++round) {
    names_view const view(in.text(), &in, page);
    document const text(view.parts, names);
    std::vector<finding> findings;
    for (auto const& each : find_candidates(text)) findings.push_back(score(text, each));
    auto const decisions = decide(text, std::move(findings));
    bool const sure = std::any_of(decisions.begin(), decisions.end(),
                                  [](decided const& d) { return d.status == edit_status::applied; });
    bool changed = false;
    // Suggestions wait for the round in which nothing is sure, or each round would make them again. Where nothing may
    // change, the first round is the last.
    for (auto each = decisions.rbegin(); each != decisions.rend(); ++each)
      if (!sure || each->status == edit_status::applied) changed |= carry_out(in, view, *each);
    if (sure && !changed)
      for (auto const& each : decisions)
        if (each.status != edit_status::applied) carry_out(in, view, each);
    if (!changed) return;
  }
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
