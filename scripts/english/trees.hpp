// Decision trees: from the letters around a letter, and from what is said behind it, to its phones.
#pragma once

#include "alignment.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <random>
#include <string>
#include <utility>
#include <vector>

constexpr int letters_behind = 5;
constexpr int letters_before = 6;
enum feature {
  vowels_behind = letters_behind + letters_before, ///< groups of vowel letters, at most 7
  vowels_before,
  next_unit, ///< said behind; 0 at the end
  next_vowel,
  first_letter,
  second_letter,
  second_unit,
  second_vowel,
  stresses, ///< vowels with stress behind, at most 3
  feature_count
};
using features = std::array<std::uint8_t, feature_count>;

inline bool is_vowel_letter(char c) { return std::strchr("aeiouy", c) != nullptr; }

/// What the trees see of the letter at `at`; `said` holds the units behind it, the nearest last.
inline features look(std::string const& word, std::size_t at, std::string const& said) {
  features f{};
  auto const letter = [&](std::ptrdiff_t i) -> std::uint8_t {
    return i < 0 || i >= static_cast<std::ptrdiff_t>(word.size())
               ? 0
               : static_cast<std::uint8_t>(word[static_cast<std::size_t>(i)] - 'a' + 1);
  };
  auto const here = static_cast<std::ptrdiff_t>(at);
  for (int i = 0; i < letters_behind; ++i) f[static_cast<std::size_t>(i)] = letter(here + 1 + i);
  for (int i = 0; i < letters_before; ++i) f[static_cast<std::size_t>(letters_behind + i)] = letter(here - 1 - i);
  auto const groups = [&](std::size_t begin, std::size_t end) {
    int count = 0;
    for (std::size_t i = begin; i < end; ++i)
      count += is_vowel_letter(word[i]) && (i == begin || !is_vowel_letter(word[i - 1]));
    return static_cast<std::uint8_t>(std::min(count, 7));
  };
  f[vowels_behind] = groups(at + 1, word.size());
  f[vowels_before] = groups(0, at);
  f[first_letter] = letter(0);
  f[second_letter] = letter(1);
  auto const number = [](char c) { return static_cast<std::uint8_t>(unit_of(c) + 1); };
  if (!said.empty()) f[next_unit] = number(said.back());
  if (said.size() > 1) f[second_unit] = number(said[said.size() - 2]);
  int vowels = 0;
  for (std::size_t i = said.size(); i-- > 0;) {
    if (about(said[i]).what == sort::consonant) continue;
    ++vowels;
    if (vowels == 1) f[next_vowel] = number(said[i]);
    if (vowels == 2) f[second_vowel] = number(said[i]);
    if (about(said[i]).what == sort::strong && f[stresses] < 3) ++f[stresses];
  }
  return f;
}

struct instance {
  features f;
  std::uint16_t output;
};

/// What a leaf says: outputs with their weights, the heaviest first.
using shares = std::vector<std::pair<int, int>>;

struct node {
  int feature = -1; ///< -1: a leaf
  std::uint64_t mask = 0;
  shares said{};
  int no = 0; ///< the branch for values not in the mask; the other one is the next node
};

inline double xlogx(double x) { return x > 0 ? x * std::log2(x) : 0; }

struct settings {
  double least_gain = 6; ///< bits
  std::size_t least = 2; ///< instances on each side
};

class grower {
public:
  static constexpr int most_shares = 3;
  static constexpr int whole = 8;

  grower(std::vector<instance>& data, std::size_t output_count, settings how)
      : data_(data), output_count_(output_count), how_(how) {}

  std::vector<node> tree;

  void grow(std::size_t begin, std::size_t end) {
    auto const here = tree.size();
    tree.emplace_back();
    std::vector<double> total(output_count_);
    for (std::size_t i = begin; i < end; ++i) ++total[data_[i].output];
    auto const n = static_cast<double>(end - begin);
    std::vector<std::size_t> common(output_count_);
    std::iota(common.begin(), common.end(), 0U);
    std::sort(common.begin(), common.end(), [&](auto a, auto b) { return total[a] > total[b]; });
    // One instance is believed half: what few instances say weighs little.
    for (auto const output : common)
      if (int const weight = static_cast<int>(std::lround(whole * total[output] / (n + 1)));
          weight > 0 && tree[here].said.size() < most_shares)
        tree[here].said.emplace_back(static_cast<int>(output), weight);
    if (tree[here].said.empty()) tree[here].said.emplace_back(static_cast<int>(common[0]), 1);
    if (begin == end || total[common[0]] == n) return;
    double const uncertain =
        xlogx(n) - std::accumulate(total.begin(), total.end(), 0.0, [](double s, double c) { return s + xlogx(c); });
    // The commonest outputs order the values of a feature; a split is a cut of such an order.
    common.resize(std::min<std::size_t>(common.size(), 3));

    double best_gain = how_.least_gain;
    std::vector<double> counts;
    for (int f = 0; f < feature_count; ++f) {
      counts.assign(64 * output_count_, 0);
      std::array<double, 64> sizes{};
      for (std::size_t i = begin; i < end; ++i) {
        auto const v = data_[i].f[static_cast<std::size_t>(f)];
        ++counts[v * output_count_ + data_[i].output];
        ++sizes[v];
      }
      std::vector<std::size_t> values;
      for (std::size_t v = 0; v < 64; ++v)
        if (sizes[v] > 0) values.push_back(v);
      if (values.size() < 2) continue;
      for (auto const k : common) {
        if (total[k] == 0) continue;
        std::sort(values.begin(), values.end(), [&](auto a, auto b) {
          return counts[a * output_count_ + k] * sizes[b] > counts[b * output_count_ + k] * sizes[a];
        });
        std::vector<double> inside(output_count_);
        double size = 0, inside_sum = 0, outside_sum = 0;
        for (auto const c : total) outside_sum += xlogx(c);
        std::uint64_t mask = 0;
        for (std::size_t cut = 0; cut + 1 < values.size(); ++cut) {
          auto const v = values[cut];
          mask |= std::uint64_t{1} << v;
          size += sizes[v];
          for (std::size_t c = 0; c < output_count_; ++c) {
            double const added = counts[v * output_count_ + c];
            if (added == 0) continue;
            inside_sum += xlogx(inside[c] + added) - xlogx(inside[c]);
            outside_sum += xlogx(total[c] - inside[c] - added) - xlogx(total[c] - inside[c]);
            inside[c] += added;
          }
          if (size < static_cast<double>(how_.least) || n - size < static_cast<double>(how_.least)) continue;
          double const gain = uncertain - (xlogx(size) - inside_sum) - (xlogx(n - size) - outside_sum);
          if (gain > best_gain) {
            best_gain = gain;
            tree[here].feature = f;
            tree[here].mask = mask;
          }
        }
      }
    }
    if (tree[here].feature < 0) return;
    auto const feature = static_cast<std::size_t>(tree[here].feature);
    auto const mask = tree[here].mask;
    auto const middle = std::partition(data_.begin() + static_cast<std::ptrdiff_t>(begin),
                                       data_.begin() + static_cast<std::ptrdiff_t>(end),
                                       [&](instance const& x) { return ((mask >> x.f[feature]) & 1U) != 0; });
    auto const at = static_cast<std::size_t>(middle - data_.begin());
    grow(begin, at);
    tree[here].no = static_cast<int>(tree.size());
    grow(at, end);
    // Two leaves that say the same are one.
    if (tree.size() == here + 3 && tree[here + 1].said == tree[here + 2].said) {
      tree[here] = {-1, 0, tree.back().said, 0};
      tree.resize(here + 1);
    }
  }

private:
  std::vector<instance>& data_;
  std::size_t output_count_;
  settings how_;
};

using letter_forest = std::vector<std::array<std::vector<node>, 26>>;

/// Each tree sees three words of four, so that they err apart.
inline letter_forest grow_forest(std::vector<entry> const& entries, pair_table const& pairs, settings how, int size) {
  letter_forest forest;
  std::mt19937 random(1);
  for (int t = 0; t < size; ++t) {
    std::array<std::vector<instance>, 26> data;
    for (auto const& each : entries) {
      if (each.test || random() % 4 == 0) continue;
      std::string said;
      for (std::size_t i = each.aligned.size(); i-- > 0;) {
        auto const letter = static_cast<std::size_t>(each.word[i] - 'a');
        data[letter].push_back({look(each.word, i, said), pairs.output(letter, each.aligned[i])});
        said.append(each.aligned[i].rbegin(), each.aligned[i].rend());
      }
    }
    forest.emplace_back();
    for (std::size_t l = 0; l < 26; ++l) {
      grower grow(data[l], pairs.outputs[l].size(), how);
      grow.grow(0, data[l].size());
      forest.back()[l] = std::move(grow.tree);
    }
  }
  return forest;
}
