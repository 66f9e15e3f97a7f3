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
  if (!shape.possible && !label.bold) return;
  auto& entry = seen_[std::string(name)];
  entry.shape = shape;
  entry.bold = entry.bold || label.bold;
  ++entry.count;
}

/// Whether the counts of a label, of all that look like one, and of the places for one, speak for a speaker.
MONDEGREEN_INLINE bool speaker_labels::convincing(candidate const& each, std::uint32_t shaped, bool timed) const {
  if (each.shape.numbered) return true;
  if (each.bold) return each.count >= 2 || each.shape.words >= 2;
  if (each.count >= 2 && each.shape.words >= 2) return true;
  bool const frequent = shaped * 10 >= heads_ * 3;
  if (each.count >= 2) return frequent || each.count >= 4;
  if (timed && shaped == heads_) return heads_ >= 2 || each.shape.words >= 2;
  return false;
}

MONDEGREEN_INLINE void speaker_labels::decide(bool timed) {
  std::uint32_t shaped = 0;
  for (auto const& [name, each] : seen_) shaped += each.count;
  std::uint32_t labelled = 0;
  for (auto& [name, each] : seen_) {
    each.accepted = convincing(each, shaped, timed);
    if (each.accepted) labelled += each.count;
  }
  any_ = labelled != 0;
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
