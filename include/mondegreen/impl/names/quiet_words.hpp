// Runs of words in which no name can be looked for.
#pragma once

#include <mondegreen/impl/names/document.hpp>

#include <algorithm>
#include <cstdint>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Ordinary words in lower case are a misheard phrase at most. Where no name is one, windows of nothing else are looked at
/// for numbers and for persons of whom a part stands there, and are most of all windows: this tells of them in one pass.
class quiet_words {
public:
  explicit quiet_words(document const& in) : in_(in), none_(in.names().phrases() || !in.cased()) {}

  /// No window of up to `most` words from here on holds anything else, and no name begins with the first one.
  /// `is_part(token)` is true for what may be somebody's first name or surname. Words are asked for in order: O(1) for each.
  template <class IsPart> bool from(std::uint32_t first, std::uint32_t most, IsPart&& is_part) {
    if (none_ || !in_.facts(first).begins_none()) return false;
    auto const end = std::min(static_cast<std::uint32_t>(in_.tokens().size()), first + most);
    for (until_ = std::max(until_, first); until_ < end; ++until_) {
      auto const& said = in_.tokens()[until_];
      if (until_ > first && said.before == gap::wall) return true; // no window goes on
      auto const& word = in_.facts(until_);
      if (!word.plain || word.number_word || is_part(until_)) return false;
    }
    return true;
  }

private:
  document const& in_;
  bool none_;
  std::uint32_t until_ = 0; ///< from the last one asked for up to here all are quiet
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
