// What a text was found to have heard for which words, in the rounds before.
#pragma once

#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/rewriting.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Once "Yann Lequin" has been repaired as Yann LeCun, "Lequin" alone is he too: a recogniser that is in doubt about a name
/// writes it alike again. By letters, so "Le Quin" is the same.
class heard_before {
public:
  /// Takes down a repair that is carried out. O(letters log repairs).
  void add(document const& in, rewriting const& change) {
    auto const all = letters(in, change);
    pairs_.insert(all);
    std::string written;
    for (auto const& each : change.parts) written.append(each.with).push_back(' ');
    auto const words = words_of(written);
    if (words.size() != change.changed.count) return;
    for (std::size_t i = 0; i < words.size(); ++i) {
      auto const& heard = in.word(change.changed.first + static_cast<std::uint32_t>(i)).letters;
      if (auto right = letters_of(words[i]); right != heard) pairs_.emplace(heard, std::move(right));
    }
  }

  /// The same was repaired before. O(letters log repairs).
  bool holds(document const& in, rewriting const& change) const {
    return !pairs_.empty() && pairs_.contains(letters(in, change));
  }

  bool empty() const noexcept { return pairs_.empty(); }

private:
  static std::pair<std::string, std::string> letters(document const& in, rewriting const& change) {
    std::pair<std::string, std::string> all;
    for (auto i = change.changed.first; i < change.changed.end(); ++i) all.first += in.word(i).letters;
    for (auto const& each : change.parts) append_letters(all.second, each.with);
    return all;
  }

  std::set<std::pair<std::string, std::string>> pairs_; ///< letters that were heard, and those that were said
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
