// Decision trees: from the letters around a letter, and from what was said before, to its phones.
#pragma once

#include "alignment.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <vector>

constexpr int left_letters = 5;
constexpr int right_letters = 6;
enum feature {
  vowels_left = left_letters + right_letters, ///< groups of vowel letters, at most 7
  vowels_right,
  last_unit,  ///< said before; 0 at the beginning
  last_vowel, ///< said before
  last_letter,
  second_last_letter,
  feature_count
};
using features = std::array<std::uint8_t, feature_count>;

inline bool is_vowel_letter(char c) { return std::strchr("aeiouy", c) != nullptr; }

inline features look(std::string const& word, std::size_t at, std::string const& said) {
  features f{};
  auto const letter = [&](std::ptrdiff_t i) -> std::uint8_t {
    return i < 0 || i >= static_cast<std::ptrdiff_t>(word.size())
               ? 0
               : static_cast<std::uint8_t>(word[static_cast<std::size_t>(i)] - 'a' + 1);
  };
  auto const here = static_cast<std::ptrdiff_t>(at);
  for (int i = 0; i < left_letters; ++i) f[static_cast<std::size_t>(i)] = letter(here - 1 - i);
  for (int i = 0; i < right_letters; ++i) f[static_cast<std::size_t>(left_letters + i)] = letter(here + 1 + i);
  auto const groups = [&](std::size_t begin, std::size_t end) {
    int count = 0;
    for (std::size_t i = begin; i < end; ++i)
      count += is_vowel_letter(word[i]) && (i == begin || !is_vowel_letter(word[i - 1]));
    return static_cast<std::uint8_t>(std::min(count, 7));
  };
  f[vowels_left] = groups(0, at);
  f[vowels_right] = groups(at + 1, word.size());
  f[last_unit] = said.empty() ? 0 : static_cast<std::uint8_t>(unit_of(said.back()) + 1);
  for (std::size_t i = said.size(); i-- > 0 && f[last_vowel] == 0;)
    if (units[unit_of(said[i])].vowel) f[last_vowel] = static_cast<std::uint8_t>(unit_of(said[i]) + 1);
  f[last_letter] = letter(static_cast<std::ptrdiff_t>(word.size()) - 1);
  f[second_last_letter] = letter(static_cast<std::ptrdiff_t>(word.size()) - 2);
  return f;
}

struct instance {
  features f;
  std::uint16_t kind; ///< what must be right
  std::uint16_t output;
};

struct node {
  int feature = -1; ///< -1: a leaf
  std::uint64_t mask = 0;
  int output = 0;
  int no = 0; ///< the branch for values not in the mask; the other one is the next node
};

inline double xlogx(double x) { return x > 0 ? x * std::log2(x) : 0; }

struct settings {
  double least_gain = 6; ///< bits
  std::size_t least = 2; ///< instances on each side
};

class grower {
public:
  grower(std::vector<instance>& data, std::size_t kind_count, settings how)
      : data_(data), kind_count_(kind_count), how_(how) {}

  std::vector<node> tree;

  void grow(std::size_t begin, std::size_t end) {
    auto const here = tree.size();
    tree.emplace_back();
    std::vector<double> total(kind_count_);
    std::map<int, int> outputs;
    for (std::size_t i = begin; i < end; ++i) ++total[data_[i].kind];
    auto const major = static_cast<std::uint16_t>(std::max_element(total.begin(), total.end()) - total.begin());
    for (std::size_t i = begin; i < end; ++i)
      if (data_[i].kind == major) ++outputs[data_[i].output];
    tree[here].output = std::max_element(outputs.begin(), outputs.end(), [](auto const& a, auto const& b) {
                          return a.second < b.second;
                        })->first;
    auto const n = static_cast<double>(end - begin);
    if (total[major] == n) return;
    double const whole =
        xlogx(n) - std::accumulate(total.begin(), total.end(), 0.0, [](double s, double c) { return s + xlogx(c); });
    // The commonest kinds order the values of a feature; a split is a cut of such an order.
    std::vector<std::size_t> common(kind_count_);
    std::iota(common.begin(), common.end(), 0U);
    std::sort(common.begin(), common.end(), [&](auto a, auto b) { return total[a] > total[b]; });
    common.resize(std::min<std::size_t>(common.size(), 3));

    double best_gain = how_.least_gain;
    std::vector<double> counts;
    for (int f = 0; f < feature_count; ++f) {
      counts.assign(64 * kind_count_, 0);
      std::array<double, 64> sizes{};
      for (std::size_t i = begin; i < end; ++i) {
        auto const v = data_[i].f[static_cast<std::size_t>(f)];
        ++counts[v * kind_count_ + data_[i].kind];
        ++sizes[v];
      }
      std::vector<std::size_t> values;
      for (std::size_t v = 0; v < 64; ++v)
        if (sizes[v] > 0) values.push_back(v);
      if (values.size() < 2) continue;
      for (auto const k : common) {
        if (total[k] == 0) continue;
        std::sort(values.begin(), values.end(), [&](auto a, auto b) {
          return counts[a * kind_count_ + k] * sizes[b] > counts[b * kind_count_ + k] * sizes[a];
        });
        std::vector<double> inside(kind_count_);
        double size = 0, inside_sum = 0, outside_sum = 0;
        for (auto const c : total) outside_sum += xlogx(c);
        std::uint64_t mask = 0;
        for (std::size_t cut = 0; cut + 1 < values.size(); ++cut) {
          auto const v = values[cut];
          mask |= std::uint64_t{1} << v;
          size += sizes[v];
          for (std::size_t c = 0; c < kind_count_; ++c) {
            double const added = counts[v * kind_count_ + c];
            if (added == 0) continue;
            inside_sum += xlogx(inside[c] + added) - xlogx(inside[c]);
            outside_sum += xlogx(total[c] - inside[c] - added) - xlogx(total[c] - inside[c]);
            inside[c] += added;
          }
          if (size < static_cast<double>(how_.least) || n - size < static_cast<double>(how_.least)) continue;
          double const gain = whole - (xlogx(size) - inside_sum) - (xlogx(n - size) - outside_sum);
          if (gain > best_gain) {
            best_gain = gain;
            tree[here].feature = f;
            tree[here].mask = mask;
          }
        }
      }
    }
    if (tree[here].feature < 0) return;
    auto const split = tree[here];
    auto const middle = std::partition(
        data_.begin() + static_cast<std::ptrdiff_t>(begin), data_.begin() + static_cast<std::ptrdiff_t>(end),
        [&](instance const& x) { return ((split.mask >> x.f[static_cast<std::size_t>(split.feature)]) & 1U) != 0; });
    auto const at = static_cast<std::size_t>(middle - data_.begin());
    grow(begin, at);
    tree[here].no = static_cast<int>(tree.size());
    grow(at, end);
    // Two leaves that say the same are one.
    if (tree.size() == here + 3 && tree[here + 1].output == tree[here + 2].output) {
      tree.resize(here + 1);
      tree[here] = {-1, 0, tree.back().output, 0};
    }
  }

private:
  std::vector<instance>& data_;
  std::size_t kind_count_;
  settings how_;
};

struct model {
  std::vector<std::string> outputs;
  std::vector<std::array<std::vector<node>, 26>> forest;

  /// The trees of a letter vote; among equals the first output wins.
  std::string read(std::string const& word) const {
    std::string said;
    for (std::size_t i = 0; i < word.size(); ++i) {
      auto const f = look(word, i, said);
      std::map<int, int> votes;
      for (auto const& trees : forest) {
        auto const& tree = trees[static_cast<std::size_t>(word[i] - 'a')];
        std::size_t at = 0;
        while (tree[at].feature >= 0)
          at = ((tree[at].mask >> f[static_cast<std::size_t>(tree[at].feature)]) & 1U) != 0
                   ? at + 1
                   : static_cast<std::size_t>(tree[at].no);
        ++votes[tree[at].output];
      }
      auto const most = std::max_element(votes.begin(), votes.end(),
                                         [](auto const& a, auto const& b) { return a.second < b.second; });
      said += outputs[static_cast<std::size_t>(most->first)];
    }
    return said;
  }
};

/// Each tree sees three words of four, so that they err apart.
inline model train(std::vector<entry> const& entries, settings how, int forest_size) {
  model made;
  std::map<std::string, int> frequency;
  for (auto const& each : entries)
    for (auto const& chunk : each.aligned) ++frequency[chunk];
  std::map<std::string, std::uint16_t> number, kind_number;
  for (auto const& [chunk, count] : frequency)
    if (count >= 20) {
      number[chunk] = static_cast<std::uint16_t>(made.outputs.size());
      made.outputs.push_back(chunk);
    }
  std::mt19937 random(1);
  for (int t = 0; t < forest_size; ++t) {
    std::array<std::vector<instance>, 26> data;
    for (auto const& each : entries) {
      if (each.test || random() % 4 == 0) continue;
      std::string said;
      for (std::size_t i = 0; i < each.aligned.size(); ++i) {
        auto const& chunk = each.aligned[i];
        if (auto const at = number.find(chunk); at != number.end()) {
          auto const kind =
              kind_number.emplace(kinds(chunk), static_cast<std::uint16_t>(kind_number.size())).first->second;
          data[static_cast<std::size_t>(each.word[i] - 'a')].push_back({look(each.word, i, said), kind, at->second});
        }
        said += chunk;
      }
    }
    made.forest.emplace_back();
    for (std::size_t l = 0; l < 26; ++l) {
      grower grow(data[l], kind_number.size(), how);
      grow.grow(0, data[l].size());
      made.forest.back()[l] = std::move(grow.tree);
    }
  }
  return made;
}
