// What a person has said of edits, and where each is looked up.
#pragma once

#include <mondegreen/edit.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Edits that were looked through, by their place in the source. The edits outlive it.
class review {
public:
  review() = default;

  explicit review(std::span<edit const> said) {
    for (auto const& each : said) {
      said_.push_back(&each);
      if (each.status == edit_status::rejected) rejected_.push_back(&each);
    }
    for (auto* const list : {&said_, &rejected_})
      std::stable_sort(list->begin(), list->end(), [](edit const* a, edit const* b) { return key(*a) < key(*b); });
    for (auto const* const each : rejected_)
      reaches_.push_back(reaches_.empty() ? each->where.end() : std::max(reaches_.back(), each->where.end()));
  }

  bool empty() const noexcept { return said_.empty(); }
  std::span<edit const* const> rejected() const noexcept { return rejected_; }

  /// What was said of an edit of this rule at exactly this place; null if nothing. O(log edits).
  edit const* about(span where, std::string_view rule) const {
    auto each = std::lower_bound(said_.begin(), said_.end(), where,
                                 [](edit const* a, span b) { return key(*a) < std::tuple(b.offset, b.length); });
    for (; each != said_.end() && (*each)->where == where; ++each)
      if ((*each)->rule == rule) return *each;
    return nullptr;
  }

  /// True if an edit at `where` would change words of which some are to stay: a rejected edit lies there in part. At a place
  /// without extent it is one of the same rule.
  bool keeps(span where, std::string_view rule) const {
    auto const behind = std::partition_point(rejected_.begin(), rejected_.end(), [&](edit const* each) {
      return each->where.offset < std::max(where.end(), where.offset + 1);
    });
    for (auto i = behind - rejected_.begin(); i-- > 0 && reaches_[static_cast<std::size_t>(i)] >= where.offset;) {
      auto const& each = *rejected_[static_cast<std::size_t>(i)];
      bool const meets = where.empty() || each.where.empty()
                             ? (each.where == where && each.rule == rule) ||
                                   (each.where.offset < where.offset && where.offset < each.where.end())
                             : each.where.offset < where.end() && where.offset < each.where.end();
      if (meets) return true;
    }
    return false;
  }

private:
  static std::tuple<std::uint32_t, std::uint32_t> key(edit const& of) { return {of.where.offset, of.where.length}; }

  std::vector<edit const*> said_;
  std::vector<edit const*> rejected_;
  std::vector<std::uint32_t> reaches_; ///< how far those up to each rejected one go
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
