// N-grams over pairs of a letter and what it gives, read from the end of a word.
//
// Bisani and Ney, Joint-sequence models for grapheme-to-phoneme conversion, Speech Communication 50 (2008); smoothing:
// modified Kneser-Ney, interpolated, after Chen and Goodman, An empirical study of smoothing techniques for language
// modeling (1998). On words held out, Kneser-Ney is right for two in a hundred more than absolute discounting without
// its counts of kinds; seven or eight pairs bring nothing over six; reading from the beginning loses two in a hundred.
#pragma once

#include "alignment.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

/// A number in digits of six bits, the highest first.
inline std::string number_text(std::uint64_t value, int digits) {
  std::string text;
  for (int i = digits; i-- > 0;) text += static_cast<char>('0' + ((value >> (6 * i)) & 63U));
  return text;
}

class ngram_model {
public:
  static constexpr int order = 6;
  static constexpr std::uint16_t begin = 0;
  static constexpr std::uint16_t end = 1;

  /// Learns from the entries `takes` says yes to. `least_gain`: n-grams that, over all words, bring less (in natural
  /// logarithms) are dropped; 0 keeps all.
  template <class Function>
  ngram_model(std::vector<entry> const& entries, pair_table const& pairs, double least_gain, Function&& takes)
      : pairs_(&pairs) {
    nodes_.push_back({});
    for (std::uint16_t pair = 0; pair < pair_count(); ++pair) extend(0, pair);
    for (auto const& each : entries)
      if (!each.aligned.empty() && takes(each)) add(each);
    index();
    smooth();
    if (least_gain > 0) prune(least_gain);
  }

  /// The cost of a word with this sound, the best alignment taken: a natural logarithm; `impossible` if there is none.
  static constexpr double impossible = 1e9;
  double cost(std::string const& word, std::string const& sound) const {
    struct way {
      std::vector<std::size_t> ngrams; ///< what was read ends in, the longest first
      std::size_t said = 0;            ///< units, from the end
      double cost = 0;
    };
    constexpr std::size_t width = 40;
    std::vector<way> ways{{{child(0, begin), 0}, 0, 0}};
    for (std::size_t at = word.size(); at-- > 0;) {
      std::vector<way> next;
      auto const letter = static_cast<std::size_t>(word[at] - 'a');
      for (auto const& each : ways)
        for (auto const& chunk : pairs_->outputs[letter]) {
          auto const left = sound.size() - each.said;
          if (chunk.size() > left || sound.compare(left - chunk.size(), chunk.size(), chunk) != 0) continue;
          auto longer = each;
          longer.said += chunk.size();
          longer.cost += read(longer.ngrams, pairs_->pair(letter, chunk));
          next.push_back(std::move(longer));
        }
      std::stable_sort(next.begin(), next.end(), [](auto const& a, auto const& b) { return a.cost < b.cost; });
      if (next.size() > width) next.resize(width);
      ways = std::move(next);
    }
    double least = impossible;
    for (auto& each : ways)
      if (each.said == sound.size()) least = std::min(least, each.cost + read(each.ngrams, end));
    return least;
  }

  /// Level by level; see joint_ngrams::load.
  std::string text() const {
    auto const digit = [](double chance) { // in fifths of a natural logarithm
      return number_text(static_cast<std::uint64_t>(std::clamp(std::lround(-5 * std::log(chance)), 0L, 63L)), 1);
    };
    auto result = number_text(kept_children(0).size(), 2);
    std::vector<std::size_t> level{0};
    while (!level.empty()) {
      std::vector<std::size_t> next;
      for (auto const shorter : level)
        for (auto const each : kept_children(shorter)) {
          auto const longer = kept_children(each).size();
          auto const& here = nodes_[each];
          result += number_text(here.pair + (longer > 0 ? 2048U : 0U), 2) + digit(here.pair == begin ? 1 : here.chance);
          if (longer > 0)
            result += digit(here.back_off) + (longer < 63 ? number_text(longer, 1) : "o" + number_text(longer, 2));
          next.push_back(each);
        }
      level = std::move(next);
    }
    return result;
  }

  std::size_t size() const {
    return static_cast<std::size_t>(
        std::count_if(nodes_.begin(), nodes_.end(), [](auto const& n) { return !n.dropped; }));
  }

private:
  struct node {
    std::size_t shorter = 0; ///< without the last pair
    std::size_t suffix = 0;  ///< without the first one
    std::uint16_t pair = 0;  ///< the last one
    int length = 0;
    bool at_begin = false;
    bool dropped = false;
    double seen = 0;  ///< how often it stands in the words
    double count = 0; ///< for a short one: in how many kinds of place
    double chance = 0;
    double back_off = 1;
  };

  std::size_t pair_count() const {
    std::size_t count = 2;
    for (auto const& outputs : pairs_->outputs) count += outputs.size();
    return count;
  }

  /// 0 if there is none.
  std::size_t child(std::size_t shorter, std::uint16_t pair) const {
    auto const at = by_pair_.find(shorter << 12U | pair);
    return at == by_pair_.end() || nodes_[at->second].dropped ? 0 : at->second;
  }

  std::size_t extend(std::size_t shorter, std::uint16_t pair) {
    auto const [at, fresh] = by_pair_.try_emplace(shorter << 12U | pair, nodes_.size());
    if (fresh) {
      node made;
      made.shorter = shorter;
      made.pair = pair;
      made.length = nodes_[shorter].length + 1;
      made.at_begin = shorter == 0 ? pair == begin : nodes_[shorter].at_begin;
      nodes_.push_back(made);
    }
    return at->second;
  }

  void add(entry const& each) {
    std::vector<std::uint16_t> sequence{begin};
    for (std::size_t i = each.word.size(); i-- > 0;)
      sequence.push_back(pairs_->pair(static_cast<std::size_t>(each.word[i] - 'a'), each.aligned[i]));
    sequence.push_back(end);
    for (std::size_t first = 0; first < sequence.size(); ++first) {
      std::size_t at = 0;
      for (std::size_t i = first; i < sequence.size() && i < first + order; ++i) {
        at = extend(at, sequence[i]);
        ++nodes_[at].seen;
      }
    }
  }

  /// Sorts the n-grams by their length and finds their suffixes and children.
  void index() {
    children_.resize(nodes_.size());
    by_length_.resize(order + 1);
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      by_length_[static_cast<std::size_t>(nodes_[i].length)].push_back(i);
      children_[nodes_[i].shorter].push_back(i);
    }
    for (auto& each : children_)
      std::sort(each.begin(), each.end(), [&](auto a, auto b) { return nodes_[a].pair < nodes_[b].pair; });
    for (auto const& level : by_length_)
      for (auto const i : level)
        nodes_[i].suffix = nodes_[i].length == 1 ? 0 : child(nodes_[nodes_[i].shorter].suffix, nodes_[i].pair);
  }

  void smooth() {
    for (auto const& level : by_length_)
      for (auto const i : level)
        if (nodes_[i].length > 1) ++nodes_[nodes_[i].suffix].count;
    for (auto& each : nodes_)
      if (each.length == order || each.at_begin) each.count = each.seen;
    std::array<std::array<double, 4>, order + 1> discounts{};
    for (std::size_t length = 1; length <= order; ++length) {
      std::array<double, 5> kinds{}; // n-grams seen once, twice and so on
      for (auto const i : by_length_[length])
        if (nodes_[i].count >= 1 && nodes_[i].count <= 4) ++kinds[static_cast<std::size_t>(nodes_[i].count)];
      auto const y = kinds[1] / std::max(1.0, kinds[1] + 2 * kinds[2]);
      for (std::size_t k = 1; k < 4; ++k) {
        auto const c = static_cast<double>(k);
        auto const d = kinds[k] > 0 ? c - (c + 1) * y * kinds[k + 1] / kinds[k] : 0;
        discounts[length][k] = d > 0.05 && d <= c ? d : 0.5;
      }
    }
    auto const pairs = static_cast<double>(pair_count());
    smooth_children(0, discounts[1], pairs);
    for (std::size_t length = 1; length < order; ++length)
      for (auto const i : by_length_[length]) smooth_children(i, discounts[length + 1], pairs);
  }

  void smooth_children(std::size_t context, std::array<double, 4> const& discounts, double pairs) {
    double sum = 0;
    double taken = 0;
    auto const discount = [&](double count) {
      return count <= 0 ? 0 : std::min(count, discounts[count >= 3 ? 3 : count >= 2 ? 2 : 1]);
    };
    for (auto const i : children_[context])
      if (nodes_[i].pair != begin) sum += nodes_[i].count, taken += discount(nodes_[i].count);
    if (sum <= 0) return;
    nodes_[context].back_off = taken / sum;
    for (auto const i : children_[context]) {
      auto const lower = context == 0 ? 1 / pairs : nodes_[nodes_[i].suffix].chance;
      nodes_[i].chance = (nodes_[i].count - discount(nodes_[i].count)) / sum + taken / sum * lower;
    }
  }

  /// Drops n-grams from the longest on; what a longer one that stays needs stays, too.
  void prune(double least_gain) {
    std::vector<std::size_t> longer(nodes_.size());
    std::vector<bool> needed(nodes_.size());
    for (auto const& each : nodes_) ++longer[each.shorter];
    for (std::size_t length = order; length > 1; --length)
      for (auto const i : by_length_[length]) {
        auto& each = nodes_[i];
        auto const lower = nodes_[each.shorter].back_off * nodes_[each.suffix].chance;
        if (longer[i] == 0 && !needed[i] && each.seen * std::abs(std::log(each.chance / lower)) < least_gain) {
          each.dropped = true;
          --longer[each.shorter];
        } else {
          needed[each.suffix] = true;
        }
      }
    for (std::size_t context = 1; context < nodes_.size(); ++context) {
      double here = 0;
      double below = 0;
      for (auto const i : kept_children(context)) here += nodes_[i].chance, below += nodes_[nodes_[i].suffix].chance;
      nodes_[context].back_off = here > 0 ? std::max(1e-4, 1 - here) / std::max(1e-4, 1 - below) : 1;
    }
  }

  std::vector<std::size_t> kept_children(std::size_t context) const {
    auto result = children_[context];
    std::erase_if(result, [&](auto i) { return nodes_[i].dropped; });
    return result;
  }

  /// What `pair` costs after what was read, which it is added to.
  double read(std::vector<std::size_t>& ngrams, std::uint16_t pair) const {
    double cost = 0;
    bool known = false;
    std::vector<std::size_t> longer;
    for (auto const at : ngrams) {
      auto const next = child(at, pair);
      if (!known) cost -= std::log(next == 0 ? nodes_[at].back_off : nodes_[next].chance);
      known = known || next != 0;
      if (next != 0 && !children_[next].empty()) longer.push_back(next);
    }
    longer.push_back(0);
    ngrams = std::move(longer);
    return cost;
  }

  pair_table const* pairs_;
  std::vector<node> nodes_;
  std::unordered_map<std::uint64_t, std::size_t> by_pair_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<std::vector<std::size_t>> by_length_;
};

/// Where the dictionaries, or one of them with itself, are of two minds about a word, the reading its spelling makes
/// likeliest is put first, by n-grams that have not seen the word. Of 248 such words of Wiktionary it sets 22 right and 9
/// wrong; of 136 such names 13 and 6. Common words are often not said as they are spelled ("do", "won"): the CMU
/// dictionary knows them better.
inline void choose_readings(std::vector<entry>& entries, pair_table const& pairs) {
  constexpr std::size_t parts = 5;
  constexpr int common = 5000;
  std::vector<std::size_t> chosen(entries.size());
  for (std::size_t part = 0; part < parts; ++part) {
    auto const number = [&](entry const& each) { return static_cast<std::size_t>(&each - entries.data()); };
    ngram_model const others(entries, pairs, 0,
                             [&](entry const& each) { return !each.test && number(each) % parts != part; });
    for (std::size_t i = part; i < entries.size(); i += parts) {
      auto const& each = entries[i];
      bool const apostrophe = each.word.find('_') != std::string::npos;
      bool const differ = std::any_of(each.sounds.begin(), each.sounds.end(),
                                      [&](auto const& sound) { return kinds(sound) != kinds(each.sounds[0]); });
      if (apostrophe || !differ || each.rank < common) continue;
      double least = ngram_model::impossible;
      for (std::size_t s = 0; s < each.sounds.size(); ++s) {
        double const cost = others.cost(each.word, each.sounds[s]);
        if (cost < least) least = cost, chosen[i] = s;
      }
    }
  }
  for (std::size_t i = 0; i < entries.size(); ++i)
    std::rotate(entries[i].sounds.begin(), entries[i].sounds.begin() + static_cast<std::ptrdiff_t>(chosen[i]),
                entries[i].sounds.begin() + static_cast<std::ptrdiff_t>(chosen[i]) + 1);
}
