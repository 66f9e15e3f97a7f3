// What a person has said of edits, and where each is looked up.
#pragma once

#include <mondegreen/edit.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Edits that were looked through, by their place in the source. The edits outlive it.
class review {
public:
  review() = default;

  explicit review(std::span<edit const> said) {
    for (auto const& each : said) {
      if (each.status == edit_status::applied) applied_.push_back(&each);
      if (each.status == edit_status::rejected) rejected_.push_back(&each);
    }
    for (auto* const list : {&applied_, &rejected_})
      std::stable_sort(list->begin(), list->end(),
                       [](edit const* a, edit const* b) { return key(a->where) < key(b->where); });
    for (auto const* const each : rejected_) {
      auto const where = each->where;
      if (where.empty()) continue;
      if (kept_.empty() || kept_.back().end() <= where.offset) {
        kept_.push_back(where);
      } else if (where.end() > kept_.back().end()) {
        kept_.back().length = where.end() - kept_.back().offset;
      }
    }
  }

  bool empty() const noexcept { return applied_.empty() && rejected_.empty(); }
  std::span<edit const* const> rejected() const noexcept { return rejected_; }

  /// The edit of this rule that is wanted at exactly this place; null if there is none. O(log edits).
  edit const* applied(span where, std::string_view rule) const { return at(applied_, where, rule); }

  /// True if an edit at `where` would change words of which some are to stay: a rejected edit lies there in part. At a place
  /// without extent it is one of the same rule. O(log edits).
  bool keeps(span where, std::string_view rule) const {
    if (where.empty() && at(rejected_, where, rule) != nullptr) return true;
    auto const behind =
        std::partition_point(kept_.begin(), kept_.end(), [&](span each) { return each.end() <= where.offset; });
    if (behind == kept_.end()) return false;
    return behind->offset < (where.empty() ? where.offset : where.end());
  }

private:
  static std::pair<std::uint32_t, std::uint32_t> key(span where) { return {where.offset, where.length}; }

  static edit const* at(std::vector<edit const*> const& list, span where, std::string_view rule) {
    auto each =
        std::lower_bound(list.begin(), list.end(), key(where), [](edit const* a, auto b) { return key(a->where) < b; });
    for (; each != list.end() && (*each)->where == where; ++each)
      if ((*each)->rule == rule) return *each;
    return nullptr;
  }

  std::vector<edit const*> applied_;
  std::vector<edit const*> rejected_;
  std::vector<span> kept_; ///< what rejected edits cover, apart and in order
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
