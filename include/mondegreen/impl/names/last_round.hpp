// What the last round over a text found, for the words that have stayed as they were.
#pragma once

#include <mondegreen/impl/names/candidates.hpp>
#include <mondegreen/impl/names/changed_numbers.hpp>
#include <mondegreen/impl/names/heard_before.hpp>
#include <mondegreen/impl/names/near_windows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A repair takes two to five rounds over a text of which each changes a few words. Candidates depend on the words of their
/// window and a few behind it, on the right forms among them, and on whether names stand anywhere: where none of these has
/// changed, those of the last round are good. Words are aligned with those of the last round; whatever that gets wrong
/// is looked for again.
///
/// Of a long list nineteen candidates in twenty come to nothing (comes_to_nothing.hpp), in each round. What they are worth
/// depends on a few words more: where these are the same, too, they are not weighed again.
class last_round {
public:
  /// What is kept of a word: the candidates that start with it.
  struct start {
    std::uint32_t found = 0;  ///< where they begin
    std::uint32_t waits = 0;  ///< where its windows begin of which names wait
    std::uint32_t walked = 0; ///< words looked at
  };

  /// The next round begins. O(words), few cycles for one that has stayed.
  void begin(document const& in) {
    auto const size = static_cast<std::uint32_t>(in.tokens().size());
    bool const comparable = known_ && cased_ == in.cased() && capitals_kept_ == in.capitals_kept();
    words_.swap(old_words_);
    take_prints(in, size);
    compare_names(in);
    settled_ = comparable && curly_ == in.curly();
    cased_ = in.cased();
    capitals_kept_ = in.capitals_kept();
    curly_ = in.curly();
    known_ = true;
    in_ = &in;
    edition_ = in.edition();
    windows_ = &in.names().windows();
    stale_waits_ = emptied_ != windows_->times_emptied();
    emptied_ = windows_->times_emptied();
    old_of_.assign(size, none);
    same_.assign(size, 0);
    if (comparable) align();
    starts_.swap(old_starts_);
    found_.swap(old_found_);
    waits_.swap(old_waits_);
    starts_.clear();
    found_.clear();
    waits_.clear();
    starts_.reserve(size);
  }

  /// What was found at a word, if it is still good; else null. Words are asked for in order.
  start const* still_good(std::uint32_t at) const noexcept {
    auto const old = old_of_[at];
    if (old == none) return nullptr;
    auto const& mine = old_starts_[old];
    constexpr std::uint32_t behind = 2; // words that retrieval looks at behind those it says it did
    return (at == 0) == (old == 0) && stayed(at > 0 ? at - 1 : at, mine.walked + behind) && !woken(mine) ? &mine
                                                                                                         : nullptr;
  }

  /// Takes what was found at a word of the last round for the same one of this.
  void keep(std::uint32_t at, start const& what) {
    auto const end = &what - old_starts_.data() + 1;
    bool const last = static_cast<std::size_t>(end) == old_starts_.size();
    auto const found_end = last ? old_found_.size() : old_starts_[static_cast<std::size_t>(end)].found;
    auto const waits_end = last ? old_waits_.size() : old_starts_[static_cast<std::size_t>(end)].waits;
    starts_.push_back(
        {static_cast<std::uint32_t>(found_.size()), static_cast<std::uint32_t>(waits_.size()), what.walked});
    for (std::size_t i = what.waits; i < waits_end; ++i) waits_.push_back(old_waits_[i]);
    if (what.found == found_end) return;
    bool const settled = settled_ && context_stayed(at, what);
    for (std::size_t i = what.found; i < found_end; ++i) {
      auto fresh = old_found_[i];
      fresh.where.first = at;
      fresh.nothing = fresh.nothing && settled && !unsettled_.has(fresh.name) && !changed_forms_.has(fresh.entry) &&
                      (in_->heard() == nullptr || !in_->heard()->may_hold(*in_, fresh.where));
      found_.push_back(fresh);
    }
  }

  /// What is looked for afresh at the next word begins, and has ended.
  void look() {
    starts_.push_back({static_cast<std::uint32_t>(found_.size()), static_cast<std::uint32_t>(waits_.size()), 0});
  }
  void looked(std::uint32_t walked) noexcept { starts_.back().walked = walked; }

  /// Names near this window would be candidates, or would not, if they stood in the text, or no longer did.
  void wait(near_windows::range const& window) { waits_.push_back(window); }

  std::vector<candidate>& found() noexcept { return found_; } ///< so far, in this round

private:
  static constexpr std::uint32_t none = UINT32_MAX;

  void take_prints(document const& in, std::uint32_t size) {
    prints_.swap(old_prints_);
    prints_.clear();
    prints_.reserve(size);
    // The words that the document has taken over from the one that the last round saw.
    if (in_ == &in && edition_ + 1 == in.edition())
      for (auto const& each : in.kept()) {
        while (prints_.size() < each.now) prints_.push_back(print(in, static_cast<std::uint32_t>(prints_.size())));
        auto const from = old_prints_.begin() + each.before;
        prints_.insert(prints_.end(), from, from + each.count);
      }
    while (prints_.size() < size) prints_.push_back(print(in, static_cast<std::uint32_t>(prints_.size())));
    words_.assign(prints_.begin(), prints_.end());
    for (std::uint32_t i = 0; i < size; ++i)
      if (auto const* right = in.right_at(i)) {
        key_hash all;
        all.append(right->entry);
        all.append(i - right->where.first);
        all.append(right->where.count);
        words_[i] = key_hash::mix(words_[i] ^ all.value);
      }
  }

  /// All that retrieval looks at of one word, but for the right form it belongs to.
  static std::uint64_t print(document const& in, std::uint32_t at) {
    auto const& word = in.tokens()[at];
    key_hash all;
    all.append(in.facts(at).number);
    all.append(word.passage);
    all.append(static_cast<std::uint32_t>(word.before) * 4 + (word.opens_sentence ? 2U : 0U) +
               (word.shielded ? 1U : 0U));
    for (char const c : in.between(at)) all.append(c);
    return all.mixed();
  }

  void compare_names(document const& in) {
    auto names = in.names_spoken_for();
    auto forms = in.forms_standing();
    auto hinted = in.names_hinted();
    changed_names_.clear();
    changed_forms_.clear();
    unsettled_.clear();
    changed_names_.add_difference(names_, names);
    changed_forms_.add_difference(forms_, forms);
    unsettled_.add_difference(names_, names);
    // How near a hint stands is not looked into.
    unsettled_.add(hinted_);
    unsettled_.add(hinted);
    names_ = std::move(names);
    forms_ = std::move(forms);
    hinted_ = std::move(hinted);
  }

  /// So many words from there on stand as they stood, or all to the end do.
  bool stayed(std::uint32_t from, std::uint32_t words) const noexcept {
    return same_[from] > words || (from + same_[from] == old_of_.size() && old_of_.back() + 1 == old_words_.size());
  }

  /// The words around the windows that start at a word, as far as weighing looks (document::shouted, rewriting.ipp).
  bool context_stayed(std::uint32_t at, start const& what) const noexcept {
    constexpr std::uint32_t around = 4;
    auto const old = old_of_[at];
    auto const from = at < around ? 0 : at - around;
    return (old >= around || old == at) && (at >= around || old == at) && stayed(from, what.walked + 2 * around + 2);
  }

  bool woken(start const& what) const noexcept {
    auto const next = &what - old_starts_.data() + 1;
    auto const end = static_cast<std::size_t>(next) < old_starts_.size()
                         ? old_starts_[static_cast<std::size_t>(next)].waits
                         : old_waits_.size();
    if (what.waits == end) return false;
    if (stale_waits_) return true;
    if (changed_names_.empty() && changed_forms_.empty()) return false;
    for (std::size_t i = what.waits; i < end; ++i) {
      std::size_t place = 0;
      for (auto const& each : windows_->at(old_waits_[i])) {
        if ((place >= most_near || each.hopeless) && changed_names_.has(each.name)) return true;
        if (each.hopeless && changed_forms_.has(each.entry)) return true;
        ++place;
      }
    }
    return false;
  }

  void align() {
    auto const size = words_.size();
    auto const alike = [&](std::size_t i, std::size_t j) {
      constexpr std::size_t enough = 3;
      for (std::size_t k = 0; k < enough; ++k) {
        bool const ended = i + k >= old_words_.size();
        if (ended != (j + k >= size)) return false;
        if (ended) return k > 0;
        if (old_words_[i + k] != words_[j + k]) return false;
      }
      return true;
    };
    for (std::size_t i = 0, j = 0; i < old_words_.size() && j < size;) {
      if (old_words_[i] == words_[j]) {
        old_of_[j++] = static_cast<std::uint32_t>(i++);
        continue;
      }
      // What changed is a few words long.
      constexpr std::size_t most = 24;
      bool found = false;
      for (std::size_t sum = 1; sum <= most && !found; ++sum)
        for (std::size_t a = 0; a <= sum && !found; ++a) {
          if (!alike(i + a, j + sum - a)) continue;
          i += a;
          j += sum - a;
          found = true;
        }
      if (!found) {
        i += most / 2;
        j += most / 2;
      }
    }
    // How many words from here on stand as they stood.
    for (auto j = size; j-- > 0;) {
      if (old_of_[j] == none) continue;
      bool const goes_on = j + 1 < size && old_of_[j + 1] == old_of_[j] + 1;
      same_[j] = goes_on ? same_[j + 1] + 1 : 1;
    }
  }

  std::vector<std::uint64_t> prints_; ///< by word
  std::vector<std::uint64_t> words_;  ///< the same with the right forms
  std::vector<start> starts_;
  std::vector<candidate> found_;
  std::vector<near_windows::range> waits_;
  std::vector<std::uint32_t> names_;  ///< that stood in the text or had hints in it, in order
  std::vector<std::uint32_t> hinted_; ///< of these the latter
  std::vector<std::uint32_t> forms_;  ///< entries that stood
  document const* in_ = nullptr;
  near_windows const* windows_ = nullptr;
  std::uint32_t edition_ = 0;
  std::uint32_t emptied_ = 0;
  bool cased_ = true;
  bool capitals_kept_ = true;
  bool curly_ = false;
  bool known_ = false;

  std::vector<std::uint64_t> old_prints_;
  std::vector<std::uint64_t> old_words_;
  std::vector<start> old_starts_;
  std::vector<candidate> old_found_;
  std::vector<near_windows::range> old_waits_;
  std::vector<std::uint32_t> old_of_; ///< by word: the same one in the last round
  std::vector<std::uint32_t> same_;
  changed_numbers changed_names_; ///< that stand or are hinted at now and were not then, or the other way round
  changed_numbers changed_forms_;
  changed_numbers unsettled_; ///< names of which candidates are to be weighed again
  bool settled_ = false;      ///< what words change into is as it was
  bool stale_waits_ = false;  ///< the windows of the last round are not known any more
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
