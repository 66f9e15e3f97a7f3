// What the last round over a text found, for the words that have stayed as they were.
#pragma once

#include <mondegreen/impl/names/candidates.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A repair takes two to five rounds over a text of which each changes a few words. Candidates depend on the words of their
/// window and a few behind it, on the right forms among them, and on whether names stand anywhere: where none of these has
/// changed, those of the last round are good. Words are aligned with those of the last round; whatever that gets wrong
/// is looked for again.
class last_round {
public:
  /// What is kept of a word: the candidates that start with it.
  struct start {
    std::uint32_t found = 0;  ///< where they begin
    std::uint32_t walked = 0; ///< words looked at
    std::uint64_t waiting =
        0; ///< marks of names that would be candidates, or would not, if they stood in the text or not
  };

  static std::uint64_t mark_of_name(std::uint32_t name) noexcept { return mark(std::uint64_t{name} * 2); }
  static std::uint64_t mark_of_form(std::uint32_t entry) noexcept { return mark(std::uint64_t{entry} * 2 + 1); }

  /// The next round begins. O(words).
  void begin(document const& in) {
    auto before = std::exchange(words_, {});
    auto const size = static_cast<std::uint32_t>(in.tokens().size());
    words_.reserve(size);
    for (std::uint32_t i = 0; i < size; ++i) words_.push_back(print(in, i));
    auto names = in.names_spoken_for();
    auto forms = in.forms_standing();
    bool const comparable = known_ && cased_ == in.cased() && capitals_kept_ == in.capitals_kept();
    changed_ = marks(names_, names, mark_of_name) | marks(forms_, forms, mark_of_form);
    names_ = std::move(names);
    forms_ = std::move(forms);
    cased_ = in.cased();
    capitals_kept_ = in.capitals_kept();
    known_ = true;
    old_of_.assign(size, none);
    same_.assign(size, 0);
    if (comparable) align(before);
    old_size_ = static_cast<std::uint32_t>(before.size());
    old_starts_.swap(starts_);
    starts_.clear();
    old_found_.swap(found_);
    found_.clear();
    starts_.reserve(size);
  }

  /// What was found at a word, if it is still good; else null. Words are asked for in order.
  start const* still_good(std::uint32_t at) const noexcept {
    auto const old = old_of_[at];
    if (old == none) return nullptr;
    auto const& mine = old_starts_[old];
    constexpr std::uint32_t behind = 10; // words: numbers in words are the longest look ahead (number_words.hpp)
    auto const from = at > 0 ? at - 1 : at;
    bool const first = (at == 0) == (old == 0);
    bool const far =
        same_[from] > mine.walked + behind || (from + same_[from] == old_of_.size() && old_of_.back() + 1 == old_size_);
    return first && far && (mine.waiting & changed_) == 0 ? &mine : nullptr;
  }

  /// The candidates of a word of the last round.
  std::span<candidate const> of(start const& what) const noexcept {
    auto const next = &what - old_starts_.data() + 1;
    auto const end = static_cast<std::size_t>(next) < old_starts_.size()
                         ? old_starts_[static_cast<std::size_t>(next)].found
                         : old_found_.size();
    return std::span(old_found_).subspan(what.found, end - what.found);
  }

  /// Takes down what was found at the next word.
  void add(start const& what) { starts_.push_back(what); }

  /// The round is over. `found` is all that was found.
  void end(std::vector<candidate> const& found) {
    found_ = found;
    old_starts_.clear();
    old_found_.clear();
  }

private:
  static constexpr std::uint32_t none = UINT32_MAX;

  static std::uint64_t mark(std::uint64_t of) noexcept { return std::uint64_t{1} << (key_hash::mix(of) >> 58U); }

  template <class Mark>
  static std::uint64_t marks(std::vector<std::uint32_t> const& before, std::vector<std::uint32_t> const& now,
                             Mark&& of) {
    std::vector<std::uint32_t> other;
    std::set_symmetric_difference(before.begin(), before.end(), now.begin(), now.end(), std::back_inserter(other));
    std::uint64_t all = 0;
    for (auto const each : other) all |= of(each);
    return all;
  }

  /// All that retrieval looks at of one word.
  static std::uint64_t print(document const& in, std::uint32_t at) {
    auto const& word = in.tokens()[at];
    key_hash all;
    all.append(in.facts(at).number);
    all.append(word.passage);
    all.append(static_cast<std::uint32_t>(word.before) * 4 + (word.opens_sentence ? 2U : 0U) +
               (word.shielded ? 1U : 0U));
    for (char const c : in.between(at)) all.append(c);
    if (auto const* right = in.right_at(at)) {
      all.append(right->entry);
      all.append(at - right->where.first);
      all.append(right->where.count);
    }
    return all.mixed();
  }

  void align(std::vector<std::uint64_t> const& before) {
    auto const size = words_.size();
    auto const alike = [&](std::size_t i, std::size_t j) {
      constexpr std::size_t enough = 3;
      for (std::size_t k = 0; k < enough; ++k) {
        bool const ended = i + k >= before.size();
        if (ended != (j + k >= size)) return false;
        if (ended) return k > 0;
        if (before[i + k] != words_[j + k]) return false;
      }
      return true;
    };
    for (std::size_t i = 0, j = 0; i < before.size() && j < size;) {
      if (before[i] == words_[j]) {
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

  std::vector<std::uint64_t> words_;
  std::vector<start> starts_;
  std::vector<candidate> found_;
  std::vector<std::uint32_t> names_; ///< that stood in the text or had hints in it, in order
  std::vector<std::uint32_t> forms_; ///< entries that stood
  bool cased_ = true;
  bool capitals_kept_ = true;
  bool known_ = false;

  std::vector<start> old_starts_;
  std::vector<candidate> old_found_;
  std::vector<std::uint32_t> old_of_; ///< by word: the same one in the last round
  std::vector<std::uint32_t> same_;
  std::uint64_t changed_ = 0;
  std::uint32_t old_size_ = 0;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
