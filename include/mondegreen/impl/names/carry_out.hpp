// Decisions about names, put into the text.
#pragma once

#include <mondegreen/edit.hpp>
#include <mondegreen/impl/names/decision.hpp>
#include <mondegreen/impl/names/heard_before.hpp>
#include <mondegreen/impl/names/view.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A repair is evidence for others, so one round over a text may make the next one sure. Each round that goes on has
/// repaired something; this many are allowed only to keep hostile input from taking forever.
inline constexpr int most_rounds = 8;

/// Carries out decisions, those that are sure or the others, and returns the passages that changed, in order. All changes
/// of a passage are made in one go: one by one they would move the rest of a passage of megabytes each time.
inline std::vector<std::uint32_t> carry_out(editor& in, names_view const& view, std::vector<decided> const& decisions,
                                            bool sure, bool others) {
  struct part_change {
    std::uint32_t passage;
    change what;
  };
  std::vector<part_change> all;
  for (auto const& each : decisions) {
    if (!(each.status == edit_status::applied ? sure : others)) continue;
    for (auto const& part : each.what.change.parts)
      all.push_back({part.passage,
                     {{part.where.offset + view.offset, part.where.length},
                      part.with,
                      {each.status, each.what.confidence(), each.what.evidence}}});
  }
  std::stable_sort(all.begin(), all.end(), [](part_change const& a, part_change const& b) {
    return std::pair(a.passage, a.what.what.offset) < std::pair(b.passage, b.what.what.offset);
  });
  std::vector<std::uint32_t> changed;
  std::vector<change> here;
  for (auto each = all.begin(); each != all.end();) {
    auto const passage = each->passage;
    here.clear();
    for (; each != all.end() && each->passage == passage; ++each)
      // What a decision changes beside its words (rewriting.ipp) may be another's: that one comes first.
      if (here.empty() || each->what.what.offset >= here.back().what.end()) here.push_back(std::move(each->what));
    if (in.replace(view.places[passage], here)) changed.push_back(passage);
  }
  return changed;
}

/// What a round repairs is evidence for those behind it.
inline void take_down(document const& in, std::vector<decided> const& decisions, heard_before& heard) {
  for (auto const& each : decisions)
    if (each.status == edit_status::applied && each.what.from.how != match::letters) heard.add(in, each.what.change);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
