#pragma once

#include <mondegreen/impl/formats/text_speakers.hpp>
#include <mondegreen/source.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE void speaker_labels::see(std::string_view head) {
  ++heads_;
  auto const label = read_label(head);
  if (!label) return;
  auto const name = slice(head, label.name);
  auto const shape = shape_of_name(name);
  bool const handle = name.find(' ') == name.npos;
  if (!shape.possible && !label.bold && !handle) return;
  auto& entry = seen_[std::string(name)];
  entry.shape = shape;
  entry.bold = entry.bold || label.bold;
  ++entry.count;
}

/// Whether the counts of a label, of all that look like one, and of the places for one, speak for a speaker.
MONDEGREEN_INLINE bool speaker_labels::convincing(candidate const& each, totals const& all, bool timed) const {
  if (each.bold) return each.count >= 2 || each.shape.words >= 2;
  if (!each.shape.possible) return false;
  if (each.shape.numbered && (timed || each.count >= 2)) return true;
  if (each.count >= 2 && each.shape.words >= 2) return true;
  // One capitalised word may head a list ("Note : …") as well: it takes two who talk.
  bool const frequent = all.shaped * 10 >= heads_ * 3;
  if (each.count >= 2) return (frequent && all.names >= 2) || (each.count >= 4 && all.repeated >= 2);
  return timed && all.shaped == heads_ && (heads_ >= 2 || each.shape.words >= 2);
}

MONDEGREEN_INLINE void speaker_labels::decide(bool timed) {
  totals all;
  for (auto const& [name, each] : seen_) {
    if (!each.shape.possible) continue;
    ++all.names;
    all.shaped += each.count;
    all.repeated += each.count >= 2 ? 1 : 0;
  }
  std::uint32_t labelled = 0;
  for (auto& [name, each] : seen_) {
    each.accepted = convincing(each, all, timed);
    if (each.accepted) labelled += each.count;
  }
  any_ = labelled != 0;
  carry_ = labelled * 5 >= heads_;
  // Among labels, one that is no capitalised name may be a user's handle, if it is as frequent as they are.
  for (auto& [name, each] : seen_)
    each.accepted = each.accepted || (carry_ && each.count >= 4 && each.count * 10 >= heads_);
  // Who speaks once is believed where everybody else has a label, if it looks like a full name.
  if (labelled * 2 < heads_) return;
  for (auto& [name, each] : seen_) each.accepted = each.accepted || (each.shape.possible && each.shape.words >= 2);
}

MONDEGREEN_INLINE speaker_label speaker_labels::at(std::string_view head) const {
  if (!any_) return {};
  auto const label = read_label(head);
  if (!label) return {};
  auto const known = seen_.find(slice(head, label.name));
  return known != seen_.end() && known->second.accepted ? label : speaker_label{};
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
