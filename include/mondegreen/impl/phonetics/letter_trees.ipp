#pragma once

#include <mondegreen/impl/phonetics/letter_trees.hpp>
#include <mondegreen/impl/phonetics/packed_text.hpp>

#include <algorithm>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Digits a set of values of a feature takes in the file.
constexpr std::size_t mask_digits(std::size_t feature) noexcept {
  if (feature == asked::vowels_behind || feature == asked::vowels_before) return 2;
  if (feature == asked::stresses) return 1;
  bool const of_units = feature == asked::next_unit || feature == asked::next_vowel || feature == asked::second_unit ||
                        feature == asked::second_vowel;
  return of_units ? 10 : 5;
}

MONDEGREEN_INLINE void letter_trees::load(std::string_view symbols, std::string_view& rest) {
  std::vector<node> known;
  known.reserve(symbols.size() / 6);
  while (!symbols.empty()) {
    constexpr std::size_t first_leaf = 32;
    auto const kind = static_cast<std::size_t>(take_number(symbols, 1));
    if (kind < asked::count) {
      known.push_back({take_number(symbols, mask_digits(kind)), 0, static_cast<std::uint8_t>(kind)});
      continue;
    }
    known.push_back({0, static_cast<std::uint32_t>(shares_.size()), leaf});
    for (auto left = kind - std::min(kind, first_leaf); left > 0; --left) {
      auto const output = static_cast<std::uint8_t>(take_number(symbols, 1));
      shares_.push_back({output, static_cast<std::uint8_t>(take_number(symbols, 1)), left == 1});
    }
  }
  std::vector<std::uint32_t> open; // questions whose other branch is still to come
  std::size_t letter = 0;
  for (auto line = take_line(rest); !line.empty(); line = take_line(rest)) {
    if (letter % 26 == 0) roots_.emplace_back();
    roots_.back()[letter++ % 26] = static_cast<std::uint32_t>(nodes_.size());
    while (!line.empty()) {
      constexpr std::uint64_t common = 40; // first digits of the symbols that have two
      auto at = take_number(line, 2);
      if (at >= common * 64) at = common * 64 + ((at - common * 64) << 6U | take_number(line, 1));
      auto const& symbol = known[at];
      nodes_.push_back(symbol);
      if (symbol.feature != leaf) {
        open.push_back(static_cast<std::uint32_t>(nodes_.size() - 1));
      } else if (!open.empty()) {
        nodes_[open.back()].other = static_cast<std::uint32_t>(nodes_.size());
        open.pop_back();
      }
    }
  }
}

MONDEGREEN_INLINE void letter_trees::ask(std::size_t letter, std::span<std::uint8_t const, asked::count> values,
                                         votes& said) const noexcept {
  said.size = 0;
  said.total = 0;
  // Step by step through all of them at once: what one waits for memory the others use.
  std::array<std::uint32_t, most_trees> places;
  auto const trees = std::min(roots_.size(), most_trees);
  for (std::size_t t = 0; t < trees; ++t) places[t] = roots_[t][letter];
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t t = 0; t < trees; ++t) {
      auto const& here = nodes_[places[t]];
      if (here.feature == leaf) continue;
      places[t] = (here.mask >> values[here.feature] & 1U) != 0 ? places[t] + 1 : here.other;
      moved = true;
    }
  }
  for (std::size_t t = 0; t < trees; ++t) {
    for (auto each = shares_.begin() + nodes_[places[t]].other;; ++each) {
      auto const end = said.outputs.begin() + static_cast<std::ptrdiff_t>(said.size);
      auto const known = std::find(said.outputs.begin(), end, each->output);
      auto const place = static_cast<std::size_t>(known - said.outputs.begin());
      if (known == end) {
        said.outputs[place] = each->output;
        said.weights[place] = 0;
        ++said.size;
      }
      said.weights[place] = static_cast<std::uint8_t>(said.weights[place] + each->weight);
      said.total += each->weight;
      if (each->last) break;
    }
  }
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
