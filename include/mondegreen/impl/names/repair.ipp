#pragma once

#include <mondegreen/impl/names/decision.hpp>
#include <mondegreen/impl/names/repair.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The passages of a transcript as parts of a document, and where each stands.
struct names_view {
  std::vector<document_part> parts;
  std::vector<place> places;

  names_view(editor const& in, std::string_view page) {
    auto const& text = in.text();
    for (std::uint32_t i = 0; i < text.metadata.size(); ++i) {
      auto const& entry = text.metadata[i];
      // One line of plain text after the other may be one sentence; a title and a description are not.
      bool const goes_on = i > 0 && entry.key.empty() && text.metadata[i - 1].key.empty();
      add({entry.text, entry.key, goes_on, false}, {place::part::metadata, i});
    }
    cue const* before = nullptr;
    for (std::uint32_t i = 0; i < text.cues.size(); ++i) {
      place const here{place::part::cue, i};
      if (in.removed(here)) continue;
      auto const& each = text.cues[i];
      bool const goes_on = text.timed && before != nullptr && before->speaker == each.speaker;
      add({each.text, {}, goes_on, false}, here);
      before = &each;
    }
    if (!page.empty()) add({page, "page", false, true}, {});
  }

private:
  void add(document_part part, place where) {
    parts.push_back(part);
    places.push_back(where);
  }
};

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
    names_view const view(in, page);
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
