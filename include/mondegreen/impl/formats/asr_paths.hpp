// The paths of a shape, to walk down with the parser.
#pragma once

#include <mondegreen/impl/formats/asr_shape.hpp>
#include <mondegreen/impl/text/lists.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The paths of a shape as a tree: one step for each key or index on the way down.
class asr_paths {
public:
  static constexpr std::int32_t any = -1;
  static constexpr std::int32_t named = -2;

  struct step {
    std::string_view key;
    std::int32_t index = named;
    asr_rule const* rule = nullptr;
    std::vector<std::size_t> next{};
  };

  explicit asr_paths(std::span<asr_rule const> rules) : steps_(1) {
    for (auto const& each : rules) add(each);
  }

  step const* top() const noexcept { return steps_.data(); }

  step const* below(step const& from, std::string_view key) const noexcept {
    for (auto const each : from.next)
      if (steps_[each].index == named && steps_[each].key == key) return &steps_[each];
    return nullptr;
  }

  step const* below(step const& from, std::int64_t index) const noexcept {
    for (auto const each : from.next)
      if (steps_[each].index == index || steps_[each].index == any) return &steps_[each];
    return nullptr;
  }

private:
  void add(asr_rule const& rule) {
    std::size_t at = 0;
    any_in_list(
        rule.path,
        [&](std::string_view part) {
          auto const bracket = part.find('[');
          if (bracket != 0) at = child(at, part.substr(0, bracket), named);
          for (auto index = bracket; index != part.npos; index = part.find('[', index + 1))
            at = child(at, {}, part[index + 1] == ']' ? any : part[index + 1] - '0');
          return false;
        },
        '.');
    steps_[at].rule = &rule;
  }

  std::size_t child(std::size_t of, std::string_view key, std::int32_t index) {
    for (auto const each : steps_[of].next)
      if (steps_[each].key == key && steps_[each].index == index) return each;
    steps_[of].next.push_back(steps_.size());
    steps_.push_back({key, index, nullptr, {}});
    return steps_.size() - 1;
  }

  std::vector<step> steps_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
