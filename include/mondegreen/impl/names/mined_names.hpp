// The names of the page that no names file has.
#pragma once

#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/mining.hpp>
#include <mondegreen/impl/names/repair.hpp>
#include <mondegreen/transcript.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// They are looked for when the user's names are at rest, for those may mend the page, too.
class mined_names {
public:
  mined_names(name_index const& known, repair_ground const& ground, transcript const& text)
      : known_(known), page_(ground.mine && !ground.page.empty() ? page_beside(text, ground.page) : std::string()),
        on_(ground.mine) {}

  /// The index of those that the text has now; null if there are none. It holds until the page has changed.
  name_index const* read(transcript const& all) {
    if (!on_) return nullptr;
    std::string now;
    for (auto const& each : all.metadata) now.append(each.text).push_back('\n');
    if (seen_ && *seen_ == now) return index_ ? &*index_ : nullptr;
    seen_ = std::move(now);
    index_.reset();
    names_.clear();
    homes_.clear();
    for (auto& each : page_names(all, known_.language(), page_)) {
      // The user's names are the user's to spell, misheard ones included.
      if (!known_.by_letters(letters_of(each.what.form)).empty()) continue;
      homes_.push_back(std::move(each.in));
      names_.push_back(std::move(each.what));
    }
    if (names_.empty()) return nullptr;
    index_.emplace(names_, homes_, known_.language(), known_.spelling());
    return &*index_;
  }

  /// Which of those last read a form is.
  std::optional<std::uint32_t> find(std::string_view form) const {
    for (std::uint32_t i = 0; i < names_.size(); ++i)
      if (names_[i].form == form) return i;
    return std::nullopt;
  }

private:
  name_index const& known_;
  std::string page_;
  std::vector<name> names_;
  std::vector<name_home> homes_;
  std::optional<name_index> index_;
  std::optional<std::string> seen_; ///< what was mined
  bool on_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
