// Which edits touch a place of the source.
#pragma once

#include <mondegreen/source.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Spans of a source, each with the number of its edit, by stretches of 256 bytes: edits lie a few dozen bytes apart, so that
/// each stretch has a handful, and none is sorted. 4 bytes a stretch and 16 an edit.
class edits_by_place {
public:
  /// Amortised O(1) for a span within two stretches, O(span) for a longer one.
  void add(span where, std::uint32_t edit) {
    auto const last = stretch_of(where.end());
    if (last >= first_.size()) first_.resize(last + last / 2 + 1, none);
    for (auto i = stretch_of(where.offset); i <= last; ++i) {
      entries_.push_back({where, edit, first_[i]});
      first_[i] = static_cast<std::uint32_t>(entries_.size() - 1);
    }
  }

  /// The edits whose spans `where` overlaps or has at one of its ends, in the order of the source; of those at one place the
  /// first that was added comes first. Valid until the next call. `stands(edit)` says whether one is still to be found. O(edits
  /// in the stretches).
  template <class Stands> std::vector<std::uint32_t> const& touching(span where, Stands&& stands) {
    found_.clear();
    edits_.clear();
    auto const from = stretch_of(where.offset);
    auto const last = std::min(stretch_of(where.end()) + 1, first_.size());
    for (auto i = from; i < last; ++i) {
      for (auto* next = &first_[i]; *next != none;) {
        auto const& each = entries_[*next];
        if (!stands(each.edit)) {
          *next = each.next;
          continue;
        }
        next = &entries_[*next].next;
        bool const seen = i != from && stretch_of(each.where.offset) < i;
        if (!seen && each.where.offset <= where.end() && each.where.end() >= where.offset)
          found_.emplace_back(each.where.offset, each.edit);
      }
    }
    std::sort(found_.begin(), found_.end());
    for (auto const& each : found_) edits_.push_back(each.second);
    return edits_;
  }

  void clear() noexcept {
    first_.clear();
    entries_.clear();
  }

private:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  static constexpr std::size_t stretch_of(std::uint32_t offset) noexcept { return offset / 256; }

  struct entry {
    span where;
    std::uint32_t edit;
    std::uint32_t next; ///< of the same stretch
  };

  std::vector<std::uint32_t> first_; ///< of each stretch, the last that was added
  std::vector<entry> entries_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found_;
  std::vector<std::uint32_t> edits_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
