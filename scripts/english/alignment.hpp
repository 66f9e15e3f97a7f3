// The dictionary, and which phones each letter of a word gives.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <map>
#include <numeric>
#include <random>
#include <sstream>
#include <string>
#include <vector>

// The units: ARPABET's phones, a vowel without stress apart where it sounds apart. The first letter of `kind` tells which
// units count as equally right: the dictionary itself is of two minds about them.
struct unit_info {
  char const* arpabet;
  char const* ipa;
  char kind;
  bool vowel;
};
constexpr unit_info units[] = {
    {"AA", "ɑ", 'a', true},    {"AE", "æ", 'b', true},    {"AH0", "ə", 'c', true},  {"AH", "ʌ", 'c', true},
    {"AO", "ɔ", 'a', true},    {"AW", "a ʊ", 'd', true},  {"AY", "a ɪ", 'e', true}, {"B", "b", 'f', false},
    {"CH", "t ʃ", 'g', false}, {"D", "d", 'h', false},    {"DH", "ð", 'i', false},  {"EH", "ɛ", 'j', true},
    {"ER0", "ə ɹ", 'k', true}, {"ER", "ɜ ɹ", 'k', true},  {"EY", "e ɪ", 'l', true}, {"F", "f", 'm', false},
    {"G", "ɡ", 'n', false},    {"HH", "h", 'o', false},   {"IH0", "ɪ", 'c', true},  {"IH", "ɪ", 'p', true},
    {"IY", "i", 'q', true},    {"JH", "d ʒ", 'r', false}, {"K", "k", 's', false},   {"L", "l", 't', false},
    {"M", "m", 'u', false},    {"N", "n", 'v', false},    {"NG", "ŋ", 'w', false},  {"OW", "o ʊ", 'x', true},
    {"OY", "ɔ ɪ", 'y', true},  {"P", "p", 'z', false},    {"R", "ɹ", 'A', false},   {"S", "s", 'B', false},
    {"SH", "ʃ", 'C', false},   {"T", "t", 'D', false},    {"TH", "θ", 'E', false},  {"UH", "ʊ", 'F', true},
    {"UW", "u", 'G', true},    {"V", "v", 'H', false},    {"W", "w", 'I', false},   {"Y", "j", 'J', false},
    {"Z", "z", 'K', false},    {"ZH", "ʒ", 'L', false},
};
constexpr int unit_count = static_cast<int>(std::size(units));
static_assert(unit_count < 63);

/// A unit as it is written in the file: '0' is none.
inline char code(int unit) { return static_cast<char>('0' + unit + 1); }
inline int unit_of(char c) { return c - '0' - 1; }

inline std::string kinds(std::string const& sound) {
  std::string result;
  for (char c : sound) result += units[unit_of(c)].kind;
  return result;
}

struct entry {
  std::string word;
  std::vector<std::string> sounds;  ///< codes of units; the first is the usual one
  std::vector<std::string> aligned; ///< a string of units for each letter
  bool test = false;
};

inline int find_unit(std::string phone) {
  char const stress = phone.back();
  bool const vowel = stress >= '0' && stress <= '2';
  if (vowel) phone.pop_back();
  if (stress == '0')
    for (int i = 0; i < unit_count; ++i)
      if (phone + "0" == units[i].arpabet) return i;
  for (int i = 0; i < unit_count; ++i)
    if (phone == units[i].arpabet) return i;
  return -1;
}

inline std::vector<entry> load(char const* path) {
  std::map<std::string, std::vector<std::string>> words;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    line = line.substr(0, line.find('#'));
    std::istringstream fields(line);
    std::string word;
    fields >> word;
    word = word.substr(0, word.find('('));
    bool plain = !word.empty();
    // Genitives are left to the reader.
    if (word.size() > 2 && (word.ends_with("'s") || word.ends_with("s'"))) continue;
    for (char& c : word) {
      if (c == '\'') c = '_';
      plain = plain && ((c >= 'a' && c <= 'z') || c == '_');
    }
    if (!plain || word.size() > 24) continue;
    std::string sound;
    for (std::string phone; fields >> phone;) {
      // "fire" has a schwa that the dictionary leaves out.
      if (phone == "R" && !sound.empty() && std::strchr("de", units[unit_of(sound.back())].kind) != nullptr)
        sound += code(find_unit("AH0"));
      sound += code(find_unit(phone));
    }
    words[word].push_back(sound);
  }
  std::vector<entry> result;
  for (auto& [word, sounds] : words) result.push_back({word, sounds, {}, false});
  return result;
}

// Alignment ------------------------------------------------------------------------------------------------------------

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
