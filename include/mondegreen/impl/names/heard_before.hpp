// What a text was found to have heard for which words, in the rounds before.
#pragma once

#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/rewriting.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Once "Yann Lequin" has been repaired as Yann LeCun, "Lequin" alone is he too: a recogniser that is in doubt about a name
/// writes it alike again. By letters, so "Le Quin" is the same.
class heard_before {
public:
  /// Takes down a repair that is carried out. O(letters log repairs).
  void add(document const& in, rewriting const& change) {
    auto const all = letters(in, change);
    take(all.first, all.second);
    std::string written;
    for (auto const& each : change.parts) written.append(each.with).push_back(' ');
    auto const words = words_of(written);
    if (words.size() != change.changed.count) return;
    for (std::size_t i = 0; i < words.size(); ++i) {
      auto const& heard = in.word(change.changed.first + static_cast<std::uint32_t>(i)).letters;
      if (auto right = letters_of(words[i]); right != heard) take(heard, right);
    }
  }

  /// The same was repaired before. O(letters log repairs).
  bool holds(document const& in, rewriting const& change) const {
    return !pairs_.empty() && pairs_.contains(letters(in, change));
  }

  bool empty() const noexcept { return pairs_.empty(); }

  /// False if no repair before was of words of this window. O(words of the window squared).
  bool may_hold(document const& in, window where) const {
    if (heard_.empty()) return false;
    for (auto first = where.first; first < where.end(); ++first) {
      key_hash all;
      for (auto i = first; i < where.end(); ++i) {
        all.append(in.facts(i).letters_hash);
        if (heard_.contains(all.value)) return true;
      }
    }
    return false;
  }

private:
  void take(std::string const& heard, std::string const& said) {
    pairs_.emplace(heard, said);
    heard_.insert(key_hash(heard).value);
  }

  static std::pair<std::string, std::string> letters(document const& in, rewriting const& change) {
    std::pair<std::string, std::string> all;
    for (auto i = change.changed.first; i < change.changed.end(); ++i) all.first += in.word(i).letters;
    for (auto const& each : change.parts) append_letters(all.second, each.with);
    return all;
  }

  std::set<std::pair<std::string, std::string>> pairs_; ///< letters that were heard, and those that were said
  std::unordered_set<std::uint64_t> heard_;             ///< hashes of the former
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
