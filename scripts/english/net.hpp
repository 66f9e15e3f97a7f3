// The net: from the letters around a letter, and from what is said behind it, to its phones; letter_net.hpp reads it.
//
// Trained by stochastic gradient descent on the logarithm of the chance of what each letter gives, the steps scaled by
// the gradients before (AdaGrad: Duchi, Hazan and Singer, Journal of Machine Learning Research 12, 2011), a quarter of
// the hidden layer left out at each step (dropout: Srivastava et al., Journal of Machine Learning Research 15, 2014).
// On words held out, trees for it are right for 1.2 in a hundred less, and bring nothing beside it; a net half as wide is
// right for 0.6 less.
#pragma once

#include "alignment.hpp"
#include "ngrams.hpp"

#include <mondegreen/phonetics.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

/// What each letter gives with each letter behind it and each before it.
inline std::string neighbours_text(std::vector<entry> const& entries, pair_table const& pairs) {
  std::array<std::array<std::uint64_t, 2 * 27>, 26> seen{};
  for (auto const& each : entries) {
    if (each.test) continue;
    auto const letter = [&](std::size_t i) {
      return i < each.word.size() ? static_cast<std::size_t>(each.word[i] - 'a' + 1) : 0;
    };
    for (std::size_t i = 0; i < each.aligned.size(); ++i) {
      auto& mine = seen[letter(i) - 1];
      auto const output = std::uint64_t{1} << pairs.output(letter(i) - 1, each.aligned[i]);
      mine[letter(i + 1)] |= output;
      mine[27 + letter(i - 1)] |= output;
    }
  }
  std::string result;
  for (auto const& each : seen)
    for (auto const outputs : each) result += number_text(outputs, 11);
  return result + '\n';
}

class net_trainer {
public:
  /// Learns from the entries that are not held out.
  net_trainer(std::vector<entry> const& entries, pair_table const& pairs) {
    for (std::size_t letter = 0; letter < 26; ++letter)
      first_pairs_[letter + 1] = first_pairs_[letter] + pairs.outputs[letter].size();
    weights_.resize(first_pairs_.back());
    rows_.resize(net::row_count);
    seen_.resize(net::row_count);
    std::uniform_real_distribution<float> small(-0.1F, 0.1F);
    for (auto* part : {&rows_, &weights_})
      for (auto& each : *part)
        for (auto& number : each.numbers) number = small(random_);
    auto instances = instances_of(entries, pairs);
    for (int round = 0; round < rounds; ++round) {
      std::shuffle(instances.begin(), instances.end(), random_);
      for (std::size_t i = 0; i < instances.size(); ++i) {
        double const done = (round + static_cast<double>(i) / static_cast<double>(instances.size())) / rounds;
        learn(instances[i], first_rate * static_cast<float>(1 - done));
      }
    }
  }

  /// See letter_net::load.
  std::string text() const {
    std::string result;
    auto const add = [&](row const& each) {
      for (auto const number : each.numbers)
        result +=
            number_text(static_cast<std::uint64_t>(std::clamp(std::lround(number * net::unit), -32L, 31L) + 32), 1);
      result += '\n';
    };
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (seen_[i])
        add(rows_[i]);
      else
        result += '\n';
    for (auto const& each : weights_) {
      result +=
          number_text(static_cast<std::uint64_t>(std::clamp(std::lround(each.bias * 20), -2048L, 2047L) + 2048), 2);
      add(each);
    }
    return result;
  }

private:
  using net = mondegreen::impl::letter_net;
  static constexpr int rounds = 16;
  static constexpr float first_rate = 0.05F;
  static constexpr float left_out = 0.25F;

  using layer = std::array<float, net::width>;

  struct row {
    layer numbers{};
    float bias = 0;
    layer squares; ///< sums of squared gradients
    float bias_squares = 0.1F;

    row() { squares.fill(0.1F); }
  };

  struct instance {
    std::array<std::uint16_t, net::letter_rows + net::said_rows> rows;
    std::uint8_t letter;
    std::uint8_t output;
  };

  std::vector<instance> instances_of(std::vector<entry> const& entries, pair_table const& pairs) {
    std::vector<instance> result;
    for (auto const& each : entries) {
      if (each.test) continue;
      mondegreen::impl::said_behind said;
      for (std::size_t i = each.aligned.size(); i-- > 0;) {
        auto const letter = static_cast<std::size_t>(each.word[i] - 'a');
        auto& made = result.emplace_back();
        auto const around = net::rows_around(each.word, i);
        auto const behind = net::rows_of(said);
        std::copy(behind.begin(), behind.end(), std::copy(around.begin(), around.end(), made.rows.begin()));
        made.letter = static_cast<std::uint8_t>(letter);
        made.output = static_cast<std::uint8_t>(pairs.output(letter, each.aligned[i]));
        for (auto const r : made.rows) seen_[r] = true;
        for (std::size_t k = each.aligned[i].size(); k-- > 0;) {
          char const c = each.aligned[i][k];
          said.say(static_cast<std::uint8_t>(unit_of(c) + 1), about(c).what != sort::consonant,
                   about(c).what == sort::strong);
        }
      }
    }
    return result;
  }

  static void step(float& number, float& squares, float gradient, float rate) {
    squares += gradient * gradient;
    number -= rate * gradient / std::sqrt(squares);
  }

  void learn(instance const& from, float rate) {
    layer hidden{};
    for (auto const r : from.rows)
      for (std::size_t j = 0; j < net::width; ++j) hidden[j] += rows_[r].numbers[j];
    // What each hidden number passes on, and how much of its gradient: what is left out, is not there.
    constexpr float top = static_cast<float>(net::most) / net::unit;
    layer passes;
    auto const salt = static_cast<std::uint32_t>(random_());
    for (std::size_t j = 0; j < net::width; ++j) {
      auto chance = salt + static_cast<std::uint32_t>(j) * 0x9E3779B9U;
      chance = (chance ^ chance >> 16U) * 0x85EBCA6BU;
      chance ^= chance >> 13U;
      bool const stays = static_cast<float>(chance & 0xFFFFU) >= left_out * 65536;
      passes[j] = stays && hidden[j] > 0 && hidden[j] < top ? 1 / (1 - left_out) : 0;
      hidden[j] = (stays ? std::clamp(hidden[j], 0.0F, top) : 0) / (1 - left_out);
    }
    auto const first = first_pairs_[from.letter];
    auto const count = first_pairs_[from.letter + 1U] - first;
    std::array<float, 64> chances;
    float most = -1e9F;
    for (std::size_t o = 0; o < count; ++o) {
      auto const& weights = weights_[first + o];
      float sum = weights.bias;
      for (std::size_t j = 0; j < net::width; ++j) sum += weights.numbers[j] * hidden[j];
      chances[o] = sum;
      most = std::max(most, sum);
    }
    float all = 0;
    for (std::size_t o = 0; o < count; ++o) all += chances[o] = std::exp(chances[o] - most);
    layer gradients{};
    for (std::size_t o = 0; o < count; ++o) {
      float const gradient = chances[o] / all - (o == from.output ? 1.0F : 0.0F);
      if (std::abs(gradient) < 1e-4F) continue;
      auto& weights = weights_[first + o];
      for (std::size_t j = 0; j < net::width; ++j) {
        gradients[j] += gradient * weights.numbers[j];
        step(weights.numbers[j], weights.squares[j], gradient * hidden[j], rate);
      }
      step(weights.bias, weights.bias_squares, gradient, rate);
    }
    float sum = 0;
    for (std::size_t j = 0; j < net::width; ++j) {
      gradients[j] *= passes[j];
      sum += gradients[j] * gradients[j];
    }
    if (sum < 1e-9F) return; // right and sure: nothing to learn
    for (auto const r : from.rows)
      for (std::size_t j = 0; j < net::width; ++j) step(rows_[r].numbers[j], rows_[r].squares[j], gradients[j], rate);
  }

  std::mt19937 random_{1};
  std::array<std::size_t, 27> first_pairs_{};
  std::vector<row> rows_;
  std::vector<row> weights_; ///< of each pair
  std::vector<bool> seen_;   ///< rows that a word asks for
};
