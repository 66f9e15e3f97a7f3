// The evidence for a finding, put into words when it is shown.
#pragma once

#include <mondegreen/config.hpp>

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Of a long list nineteen findings in twenty are never shown.
class evidence_notes {
public:
  /// A pattern may have the distance of the sounds third. What is given must live until `in_words`.
  void add(std::string_view pattern, std::string_view first = {}, std::string_view second = {}) {
    assert(size_ < notes_.size());
    if (size_ < notes_.size()) notes_[size_++] = {pattern, first, second};
  }

  /// In the order it was noted.
  std::vector<std::string> in_words(float distance) const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < size_; ++i) {
      auto const& each = notes_[i];
      out.push_back(fmt::vformat(each.pattern, fmt::make_format_args(each.first, each.second, distance)));
    }
    return out;
  }

private:
  struct note {
    std::string_view pattern;
    std::string_view first;
    std::string_view second;
  };
  std::array<note, 12> notes_; ///< the first `size_`
  std::size_t size_ = 0;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
