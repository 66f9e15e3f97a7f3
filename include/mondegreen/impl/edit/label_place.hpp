// Where a speaker's label stands in front of the words.
#pragma once

#include <mondegreen/impl/text/fold.hpp>
#include <mondegreen/source.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The label of a speaker in `head`, what stands in a block before the words. A reader joins what is one person ("M. LESTRADE"
/// with Paul Lestrade), so a label need not be written as it is called: it then is what stands between marks and figures around
/// the last word of the name, where that stands last. Empty if it is not there. O(head).
inline span label_place(std::string_view head, std::string_view label) {
  auto const at = head.find(label);
  if (at != head.npos) return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(label.size())};
  std::string low; // Latin letters have as many bytes in lower case
  append_lower_latin(low, head);
  if (low.size() != head.size()) return {};
  std::string_view last;
  for_each_plain_word(label, [&](std::string_view each) { last = each; });
  std::string word;
  append_lower_latin(word, last);
  auto found = low.npos;
  for_each_plain_word(low, [&](std::string_view each) {
    if (each == word) found = static_cast<std::size_t>(each.data() - low.data());
  });
  if (found == low.npos) return {};
  constexpr std::string_view marks = "0123456789<>[](){}|:;\"\n\r\t";
  auto const before = head.find_last_of(marks, found);
  auto from = before == head.npos ? 0 : before + 1;
  auto to = std::min(head.find_first_of(marks, found), head.size());
  constexpr std::string_view edges = " .,-*_#>";
  while (from < found && edges.find(head[from]) != edges.npos) ++from;
  while (to > found + word.size() && edges.find(head[to - 1]) != edges.npos) --to;
  return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)};
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
