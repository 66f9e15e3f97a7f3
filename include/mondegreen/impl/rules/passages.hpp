// What rules have in common: which passages are prose, and collecting what is to change in one.
#pragma once

#include <mondegreen/impl/text/will_read.hpp>
#include <mondegreen/rule.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// Metadata that people read as sentences; dates, addresses and tags are none.
inline bool is_prose(metadata_entry const& each) noexcept {
  return each.key == "title" || each.key == "description" || each.key == "summary" || each.key == "subtitle";
}

/// Calls `with(place, passage)` for every cue that is still there, and for title and description.
template <class Function> void for_each_passage(editor& text, Function&& with) {
  auto const& all = text.text();
  for (std::uint32_t i = 0; i < all.metadata.size(); ++i)
    if (is_prose(all.metadata[i])) with(place{place::part::metadata, i}, all.metadata[i]);
  for (std::uint32_t i = 0; i < all.cues.size(); ++i)
    if (place const where{place::part::cue, i}; !text.removed(where)) with(where, all.cues[i]);
}

/// Calls `with(index, cue)` for every cue that the rule has not seen as it stands and that may have something for it: for
/// rules that look at each by itself and change no other.
template <class Function> void for_each_unsettled_cue(editor& text, Function&& with) {
  auto const& cues = text.text().cues;
  // They are few of many, and their texts lie all over the memory: each is on its way while those before it are looked at.
  std::array<std::uint32_t, 16> next{};
  for (auto from = text.next_unsettled(0); from < cues.size();) {
    std::size_t count = 0;
    for (; count < next.size() && from < cues.size(); from = text.next_unsettled(from + 1)) {
      will_read(&cues[from].text);
      next[count++] = from;
    }
    for (std::size_t i = 0; i < count; ++i) will_read(cues[next[i]].text.data());
    for (std::size_t i = 0; i < count; ++i) with(next[i], cues[next[i]]);
  }
}

/// The same for title and description besides: `with(place, passage)`.
template <class Function> void for_each_unsettled_passage(editor& text, Function&& with) {
  auto const& all = text.text();
  for (std::uint32_t i = 0; i < all.metadata.size(); ++i)
    if (place const where{place::part::metadata, i}; is_prose(all.metadata[i]) && !text.settled(where))
      with(where, all.metadata[i]);
  for_each_unsettled_cue(text, [&](std::uint32_t i, passage const& each) { with(place{place::part::cue, i}, each); });
}

/// What is to change in a passage, in the order of its text.
class findings {
public:
  void replace(std::size_t from, std::size_t to, std::string_view with, grounds why = {}) {
    changes_.push_back(
        {{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)}, std::string(with), std::move(why)});
  }

  /// Where the last change ends; 0 if there is none.
  std::size_t end() const noexcept { return changes_.empty() ? 0 : changes_.back().what.end(); }

  std::vector<change>& changes() noexcept { return changes_; }

private:
  std::vector<change> changes_;
};

/// Carries out what `find(text, language, findings)` finds in each passage by itself.
template <class Find> void revise(editor& text, rule_context const& context, Find&& find) {
  findings found;
  for_each_unsettled_passage(text, [&](place where, passage const& each) {
    find(std::string_view(each.text), context.language_of(where), found);
    if (found.changes().empty()) return;
    text.replace(where, found.changes());
    found.changes().clear();
  });
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
