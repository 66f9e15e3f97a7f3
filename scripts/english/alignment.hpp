// Which phones each letter of a word gives.
#pragma once

#include "dictionary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

using chunk_table = std::array<std::map<std::string, double>, 26>;

/// Expected counts of chunks by the present probabilities; false if nothing aligns.
inline bool count_chunks(std::string const& word, std::string const& sound, chunk_table const& p, chunk_table& counts) {
  auto const n = word.size();
  auto const m = sound.size();
  std::vector<std::vector<double>> forward(n + 1, std::vector<double>(m + 1)), backward = forward;
  auto const chance = [&](std::size_t i, std::size_t j, std::size_t length) {
    auto const& table = p[static_cast<std::size_t>(word[i] - 'a')];
    auto const at = table.find(sound.substr(j, length));
    return at == table.end() ? 0.0 : at->second;
  };
  forward[0][0] = 1;
  backward[n][m] = 1;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j <= m; ++j)
      for (std::size_t k = 0; forward[i][j] > 0 && k <= 2 && j + k <= m; ++k)
        forward[i + 1][j + k] += forward[i][j] * chance(i, j, k);
  if (forward[n][m] <= 0) return false;
  for (std::size_t i = n; i-- > 0;)
    for (std::size_t j = 0; j <= m; ++j)
      for (std::size_t k = 0; k <= 2 && j + k <= m; ++k)
        if (backward[i + 1][j + k] > 0) {
          double const c = chance(i, j, k);
          backward[i][j] += c * backward[i + 1][j + k];
          if (forward[i][j] > 0)
            counts[static_cast<std::size_t>(word[i] - 'a')][sound.substr(j, k)] +=
                forward[i][j] * c * backward[i + 1][j + k] / forward[n][m];
        }
  return true;
}

inline std::vector<std::string> best_alignment(std::string const& word, std::string const& sound,
                                               chunk_table const& p) {
  auto const n = word.size();
  auto const m = sound.size();
  std::vector<std::vector<double>> best(n + 1, std::vector<double>(m + 1, -1e9));
  std::vector<std::vector<int>> from(n + 1, std::vector<int>(m + 1, -1));
  best[0][0] = 0;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j <= m; ++j)
      for (std::size_t k = 0; best[i][j] > -1e8 && k <= 2 && j + k <= m; ++k) {
        auto const& table = p[static_cast<std::size_t>(word[i] - 'a')];
        auto const at = table.find(sound.substr(j, k));
        if (at == table.end() || at->second < 1e-5) continue;
        double const score = best[i][j] + std::log(at->second);
        if (score > best[i + 1][j + k]) best[i + 1][j + k] = score, from[i + 1][j + k] = static_cast<int>(k);
      }
  if (best[n][m] < -4.5 * static_cast<double>(n)) return {}; // an abbreviation, or not read as it is written
  std::vector<std::string> result(n);
  for (std::size_t i = n, j = m; i-- > 0;) {
    auto const k = static_cast<std::size_t>(from[i + 1][j]);
    j -= k;
    result[i] = sound.substr(j, k);
  }
  return result;
}

inline void align(std::vector<entry>& entries) {
  chunk_table p;
  for (auto& table : p) {
    table[""] = 0.05;
    for (int a = 0; a < unit_count; ++a) {
      table[std::string{code(a)}] = 0.02;
      for (int b = 0; b < unit_count; ++b) table[std::string{code(a), code(b)}] = 0.0001;
    }
  }
  for (int round = 0; round < 8; ++round) {
    chunk_table counts;
    for (std::size_t i = 0; i < entries.size(); i += round < 5 ? 4 : 1)
      if (entries[i].word.find('_') == std::string::npos)
        count_chunks(entries[i].word, entries[i].sounds[0], p, counts);
    for (std::size_t l = 0; l < 26; ++l) {
      double sum = 0;
      for (auto const& [chunk, count] : counts[l]) sum += count;
      p[l].clear();
      for (auto const& [chunk, count] : counts[l])
        if (count / sum > 1e-6) p[l][chunk] = count / sum;
    }
  }
  for (auto& each : entries)
    if (each.word.find('_') == std::string::npos) each.aligned = best_alignment(each.word, each.sounds[0], p);
}

/// What each letter may give: its chunks, by their numbers.
struct pair_table {
  std::array<std::vector<std::string>, 26> outputs;

  /// The number of a chunk that the letter gives.
  std::uint16_t output(std::size_t letter, std::string const& chunk) const {
    auto const& mine = outputs[letter];
    return static_cast<std::uint16_t>(std::lower_bound(mine.begin(), mine.end(), chunk) - mine.begin());
  }

  /// The number of the pair of a letter and a chunk among all; 0 and 1 are kept for the edges of a word.
  std::uint16_t pair(std::size_t letter, std::string const& chunk) const {
    std::size_t before = 2;
    for (std::size_t l = 0; l < letter; ++l) before += outputs[l].size();
    return static_cast<std::uint16_t>(before + output(letter, chunk));
  }
};

/// A pair that stands in fewer words is taken for a mistake, and its words are not learned from.
constexpr int least_words = 3;

/// The pairs of all alignments; words with rare ones lose theirs.
inline pair_table pairs_of(std::vector<entry>& entries) {
  chunk_table counts;
  for (auto const& each : entries)
    for (std::size_t i = 0; i < each.aligned.size() && !each.test; ++i)
      ++counts[static_cast<std::size_t>(each.word[i] - 'a')][each.aligned[i]];
  pair_table pairs;
  for (std::size_t l = 0; l < 26; ++l)
    for (auto const& [chunk, count] : counts[l])
      if (count >= least_words) pairs.outputs[l].push_back(chunk);
  for (auto& each : entries)
    for (std::size_t i = 0; i < each.aligned.size(); ++i)
      if (counts[static_cast<std::size_t>(each.word[i] - 'a')][each.aligned[i]] < least_words) each.aligned.clear();
  return pairs;
}
