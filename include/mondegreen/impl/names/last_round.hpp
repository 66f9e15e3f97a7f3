// What the last round over a text found, for the words that have stayed as they were.
#pragma once

#include <mondegreen/impl/names/candidates.hpp>
#include <mondegreen/impl/names/changed_numbers.hpp>
#include <mondegreen/impl/names/heard_before.hpp>
#include <mondegreen/impl/names/near_windows.hpp>
#include <mondegreen/impl/text/huge_pages.hpp>

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
  /// The next round is the first one over another text.
  void forget() noexcept {
    printed_ = false;
    in_ = nullptr;
    names_.clear();
    hinted_.clear();
    forms_.clear();
  }

  /// The next round begins. O(words), a cycle or two for one that has stayed.
  void begin(document const& in) {
    auto const size = static_cast<std::uint32_t>(in.tokens().size());
    bool const comparable = printed_ && cased_ == in.cased() && capitals_kept_ == in.capitals_kept();
    printed_ = false;
    if (comparable) take_prints(in, size);
    compare_names(in);
    settled_ = comparable && curly_ == in.curly();
    cased_ = in.cased();
    capitals_kept_ = in.capitals_kept();
    curly_ = in.curly();
    in_ = &in;
    edition_ = in.edition();
    windows_ = &in.names().windows();
    stale_waits_ = emptied_ != windows_->times_emptied();
    emptied_ = windows_->times_emptied();
    runs_.clear();
    if (comparable) align();
    run_ = runs_.begin();
    starts_.swap(old_starts_);
    found_.swap(old_found_);
    waits_.swap(old_waits_);
    walked_.swap(old_walked_);
    starts_.clear();
    found_.clear();
    waits_.clear();
    walked_.clear();
    reserve_pages(walked_, size);
    next_start_ = 0;
    old_most_walked_ = most_walked_;
    most_walked_ = 0;
  }

  /// Another round follows, over what the text is about to become; without this it would be a first one. Where nothing is
  /// repaired, the words need not be kept: a fifth of a round that finds no name.
  void another_follows(document const& in) {
    if (!printed_) take_prints(in, static_cast<std::uint32_t>(in.tokens().size()));
  }

  /// Takes over what was found at this word and those behind it, as far as it is still good; of how many. Words are asked for
  /// in order.
  std::uint32_t keep(std::uint32_t at) {
    while (run_ != runs_.end() && run_->end() <= at) ++run_;
    if (run_ == runs_.end() || run_->now > at) return 0;
    auto const& here = *run_;
    auto const old = at - here.now + here.before;
    if ((at == 0) != (old == 0) || (at > 0 && at - 1 < here.now)) return 0;
    // The words that no walk from these can leave the run from.
    auto end = here.end();
    if (!to_the_end(here)) {
      auto const reach = old_most_walked_ + behind;
      end = end - at > reach ? end - reach : at;
      if (end == at && stayed(at > 0 ? at - 1 : at, old_walked_[old] + behind)) ++end;
    }
    if (end == at) return 0;
    auto const old_end = end - here.now + here.before;
    while (next_start_ < old_starts_.size() && old_starts_[next_start_].at < old) ++next_start_;
    for (; next_start_ < old_starts_.size() && old_starts_[next_start_].at < old_end; ++next_start_) {
      auto const& mine = old_starts_[next_start_];
      if (woken(mine)) {
        end = mine.at - here.before + here.now;
        break;
      }
      take_over(mine, mine.at - here.before + here.now);
    }
    auto const from = old_walked_.begin() + old;
    walked_.insert(walked_.end(), from, from + (end - at));
    most_walked_ = std::max(most_walked_, old_most_walked_);
    return end - at;
  }

  /// What is looked for afresh at the next word begins, and has ended.
  void look() {
    fresh_ = {static_cast<std::uint32_t>(walked_.size()), static_cast<std::uint32_t>(found_.size()),
              static_cast<std::uint32_t>(waits_.size())};
  }
  void looked(std::uint32_t walked) {
    walked_.push_back(walked);
    most_walked_ = std::max(most_walked_, walked);
    if (found_.size() != fresh_.found || waits_.size() != fresh_.waits) starts_.push_back(fresh_);
  }

  /// Names near this window would be candidates, or would not, if they stood in the text, or no longer did.
  void wait(near_windows::range const& window) { waits_.push_back(window); }

  std::vector<candidate>& found() noexcept { return found_; } ///< so far, in this round

private:
  static constexpr std::uint32_t behind = 2; ///< words that retrieval looks at behind those it says it did

  /// A word at which anything was found.
  struct start {
    std::uint32_t at = 0;
    std::uint32_t found = 0; ///< where the candidates begin that start with it
    std::uint32_t waits = 0; ///< where its windows begin of which names wait
  };

  /// Words that stand as they stood, with the right forms among them.
  struct run {
    std::uint32_t now = 0;
    std::uint32_t before = 0;
    std::uint32_t count = 0;

    std::uint32_t end() const noexcept { return now + count; }
  };

  std::size_t found_end(start const& of) const noexcept {
    auto const next = static_cast<std::size_t>(&of - old_starts_.data()) + 1;
    return next < old_starts_.size() ? old_starts_[next].found : old_found_.size();
  }
  std::size_t waits_end(start const& of) const noexcept {
    auto const next = static_cast<std::size_t>(&of - old_starts_.data()) + 1;
    return next < old_starts_.size() ? old_starts_[next].waits : old_waits_.size();
  }

  void take_over(start const& what, std::uint32_t at) {
    starts_.push_back({at, static_cast<std::uint32_t>(found_.size()), static_cast<std::uint32_t>(waits_.size())});
    waits_.insert(waits_.end(), old_waits_.begin() + what.waits,
                  old_waits_.begin() + static_cast<std::ptrdiff_t>(waits_end(what)));
    auto const end = found_end(what);
    if (what.found == end) return;
    bool const settled = settled_ && context_stayed(at, what.at);
    for (std::size_t i = what.found; i < end; ++i) {
      auto fresh = old_found_[i];
      fresh.where.first = at;
      fresh.nothing = fresh.nothing && settled && !unsettled_.has(fresh.name) && !changed_forms_.has(fresh.entry) &&
                      (in_->heard() == nullptr || !in_->heard()->may_hold(*in_, fresh.where));
      found_.push_back(fresh);
    }
  }

  void take_prints(document const& in, std::uint32_t size) {
    printed_ = true;
    words_.swap(old_words_);
    prints_.swap(old_prints_);
    prints_.clear();
    reserve_pages(prints_, size);
    // The words that the document has taken over from the one that the last round saw.
    if (in_ == &in && edition_ + 1 == in.edition())
      for (auto const& each : in.kept()) {
        while (prints_.size() < each.now) prints_.push_back(print(in, static_cast<std::uint32_t>(prints_.size())));
        auto const from = old_prints_.begin() + each.before;
        prints_.insert(prints_.end(), from, from + each.count);
      }
    while (prints_.size() < size) prints_.push_back(print(in, static_cast<std::uint32_t>(prints_.size())));
    reserve_pages(words_, size);
    words_.assign(prints_.begin(), prints_.end());
    for (auto const& right : in.right_forms())
      for (auto i = right.where.first; i < right.where.end(); ++i) {
        key_hash all;
        all.append(right.entry);
        all.append(i - right.where.first);
        all.append(right.where.count);
        words_[i] = key_hash::mix(words_[i] ^ all.value);
      }
  }

  /// All that retrieval looks at of one word, but for the right form it belongs to.
  static std::uint64_t print(document const& in, std::uint32_t at) {
    auto const& word = in.tokens()[at];
    std::uint64_t const flags =
        static_cast<std::uint32_t>(word.before) * 4 + (word.opens_sentence ? 2U : 0U) + (word.shielded ? 1U : 0U);
    auto const gap = in.between(at);
    auto const between = gap.size() == 1 ? static_cast<unsigned char>(gap[0]) : key_hash(gap).mixed();
    auto const number = std::uint64_t{in.facts(at).number} << 32U | word.passage;
    return key_hash::mix((number * key_hash::base + between) * key_hash::base + flags);
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

  bool to_the_end(run const& what) const noexcept {
    return what.end() == words_.size() && what.before + what.count == old_words_.size();
  }

  /// So many words from there on, in the run at hand, stand as they stood, or all to the end do.
  bool stayed(std::uint32_t from, std::uint32_t words) const noexcept {
    return from >= run_->now && (run_->end() - from > words || to_the_end(*run_));
  }

  /// The words around the windows that start at a word, as far as weighing looks (document::shouted, rewriting.ipp).
  bool context_stayed(std::uint32_t at, std::uint32_t old) const noexcept {
    constexpr std::uint32_t around = 4;
    auto const from = at < around ? 0 : at - around;
    return (old >= around || old == at) && (at >= around || old == at) &&
           stayed(from, old_walked_[old] + 2 * around + 2);
  }

  bool woken(start const& what) const noexcept {
    auto const end = waits_end(what);
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
    auto const old_size = old_words_.size();
    auto const alike = [&](std::size_t i, std::size_t j) {
      constexpr std::size_t enough = 3;
      for (std::size_t k = 0; k < enough; ++k) {
        bool const ended = i + k >= old_size;
        if (ended != (j + k >= size)) return false;
        if (ended) return k > 0;
        if (old_words_[i + k] != words_[j + k]) return false;
      }
      return true;
    };
    for (std::size_t i = 0, j = 0; i < old_size && j < size;) {
      std::size_t same = 0;
      while (i + same < old_size && j + same < size && old_words_[i + same] == words_[j + same]) ++same;
      if (same > 0) {
        runs_.push_back(
            {static_cast<std::uint32_t>(j), static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(same)});
        i += same;
        j += same;
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
  }

  std::vector<std::uint64_t> prints_; ///< by word
  std::vector<std::uint64_t> words_;  ///< the same with the right forms
  std::vector<std::uint32_t> walked_; ///< by word: words looked at from there on
  std::vector<start> starts_;         ///< in order
  std::vector<candidate> found_;
  std::vector<near_windows::range> waits_;
  start fresh_; ///< the word at hand
  std::uint32_t most_walked_ = 0;
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
  bool printed_ = false; ///< `words_` are those of the last round

  std::vector<std::uint64_t> old_prints_;
  std::vector<std::uint64_t> old_words_;
  std::vector<std::uint32_t> old_walked_;
  std::vector<start> old_starts_;
  std::vector<candidate> old_found_;
  std::vector<near_windows::range> old_waits_;
  std::uint32_t old_most_walked_ = 0;
  std::size_t next_start_ = 0;             ///< of the old ones
  std::vector<run> runs_;                  ///< in order
  std::vector<run>::const_iterator run_{}; ///< at hand
  changed_numbers changed_names_; ///< that stand or are hinted at now and were not then, or the other way round
  changed_numbers changed_forms_;
  changed_numbers unsettled_; ///< names of which candidates are to be weighed again
  bool settled_ = false;      ///< what words change into is as it was
  bool stale_waits_ = false;  ///< the windows of the last round are not known any more
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
