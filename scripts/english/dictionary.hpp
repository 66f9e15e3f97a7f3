// The dictionaries: the CMU Pronouncing Dictionary and ISLEdict.
#pragma once

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

enum class sort {
  consonant,
  weak,  ///< a vowel without stress
  strong ///< a vowel with it
};

// The units: ARPABET's phones, a vowel without stress apart, for stress decides how the vowels around sound. Those that
// sound like no other come first: only they stand in the list of exceptions. `kind` tells which units count as equally
// right: the dictionaries themselves are of two minds about them.
struct unit_info {
  char const* arpabet;
  char const* ipa;
  char kind;
  sort what;
};
constexpr auto consonant = sort::consonant;
constexpr auto weak = sort::weak;
constexpr auto strong = sort::strong;
constexpr unit_info units[] = {
    {"AA0", "ɑ", 'a', weak},     {"AE0", "æ", 'b', weak},       {"AH0", "ə", 'c', weak},
    {"AO0", "ɔ", 'a', weak},     {"AW0", "a ʊ", 'd', weak},     {"AY0", "a ɪ", 'e', weak},
    {"EH0", "ɛ", 'j', weak},     {"ER0", "ə ɹ", 'k', weak},     {"EY0", "e ɪ", 'l', weak},
    {"IH0", "ɪ", 'c', weak},     {"IY0", "i", 'q', weak},       {"OW0", "o ʊ", 'x', weak},
    {"OY0", "ɔ ɪ", 'y', weak},   {"UH0", "ʊ", 'F', weak},       {"UW0", "u", 'G', weak},
    {"B", "b", 'f', consonant},  {"CH", "t ʃ", 'g', consonant}, {"D", "d", 'h', consonant},
    {"DH", "ð", 'i', consonant}, {"F", "f", 'm', consonant},    {"G", "ɡ", 'n', consonant},
    {"HH", "h", 'o', consonant}, {"JH", "d ʒ", 'r', consonant}, {"K", "k", 's', consonant},
    {"L", "l", 't', consonant},  {"M", "m", 'u', consonant},    {"N", "n", 'v', consonant},
    {"NG", "ŋ", 'w', consonant}, {"P", "p", 'z', consonant},    {"R", "ɹ", 'A', consonant},
    {"S", "s", 'B', consonant},  {"SH", "ʃ", 'C', consonant},   {"T", "t", 'D', consonant},
    {"TH", "θ", 'E', consonant}, {"V", "v", 'H', consonant},    {"W", "w", 'I', consonant},
    {"Y", "j", 'J', consonant},  {"Z", "z", 'K', consonant},    {"ZH", "ʒ", 'L', consonant},
    {"AH", "ʌ", 'c', strong},    {"ER", "ɜ ɹ", 'k', strong},    {"AA", "ɑ", 'a', strong},
    {"AE", "æ", 'b', strong},    {"AO", "ɔ", 'a', strong},      {"AW", "a ʊ", 'd', strong},
    {"AY", "a ɪ", 'e', strong},  {"EH", "ɛ", 'j', strong},      {"EY", "e ɪ", 'l', strong},
    {"IH", "ɪ", 'p', strong},    {"IY", "i", 'q', strong},      {"OW", "o ʊ", 'x', strong},
    {"OY", "ɔ ɪ", 'y', strong},  {"UH", "ʊ", 'F', strong},      {"UW", "u", 'G', strong},
};
constexpr int unit_count = static_cast<int>(std::size(units));
static_assert(unit_count < 63);

/// A unit as it is written in the file: '0' is none.
inline char code(int unit) { return static_cast<char>('0' + unit + 1); }
inline int unit_of(char c) { return c - '0' - 1; }
inline unit_info const& about(char c) { return units[unit_of(c)]; }

inline std::string kinds(std::string const& sound) {
  std::string result;
  for (char c : sound) result += about(c).kind;
  return result;
}

struct entry {
  std::string word;                 ///< '_' for an apostrophe
  std::vector<std::string> sounds;  ///< codes of units; the first is the one that is learned
  std::vector<std::string> aligned; ///< a string of units for each letter
  bool test = false;
  bool listed = false;
  static constexpr int rare = 1 << 30;
  int rank = rare; ///< among ordinary words, the commonest first
};

inline int find_unit(std::string phone) {
  char const stress = phone.back();
  bool const vowel = stress >= '0' && stress <= '2';
  if (vowel && stress != '0') phone.pop_back();
  for (int i = 0; i < unit_count; ++i)
    if (phone == units[i].arpabet) return i;
  return -1;
}

/// ARPABET phones as codes of units.
inline std::string coded(std::vector<std::string> const& phones) {
  std::string sound;
  for (auto const& phone : phones) {
    // "fire" has a schwa that the dictionaries leave out.
    if (phone == "R" && !sound.empty() && std::strchr("de", about(sound.back()).kind) != nullptr)
      sound += code(find_unit("AH0"));
    sound += code(find_unit(phone));
  }
  return sound;
}

/// False for what is no plain word of a bearable length, and for genitives, which are left to the reader.
inline bool is_word(std::string& word) {
  if (word.size() > 2 && (word.ends_with("'s") || word.ends_with("s'"))) return false;
  if (word.find('_') != std::string::npos) return false; // a phrase of ISLEdict
  std::replace(word.begin(), word.end(), '\'', '_');
  return !word.empty() && word.size() <= 24 &&
         std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

using dictionary = std::map<std::string, std::vector<std::string>>;

/// cmudict.dict: "word(2) W ER1 D # note".
inline void load_cmu(char const* path, dictionary& words) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line.substr(0, line.find('#')));
    std::string word;
    fields >> word;
    word = word.substr(0, word.find('('));
    if (!is_word(word)) continue;
    std::vector<std::string> phones;
    for (std::string phone; fields >> phone;) phones.push_back(phone);
    words[word].push_back(coded(phones));
  }
}

/// A phone of ISLEdict in ARPABET; nothing if there is no such phone.
inline std::vector<std::string> arpabet_of(std::string phone) {
  static std::map<std::string, std::string> const consonants{
      {"b", "B"}, {"tʃ", "CH"}, {"d", "D"}, {"ð", "DH"}, {"f", "F"}, {"g", "G"}, {"h", "HH"}, {"dʒ", "JH"}, {"k", "K"},
      {"l", "L"}, {"m", "M"},   {"n", "N"}, {"ŋ", "NG"}, {"p", "P"}, {"ɹ", "R"}, {"s", "S"},  {"ʃ", "SH"},  {"t", "T"},
      {"ɾ", "T"}, {"ɵ", "TH"},  {"v", "V"}, {"w", "W"},  {"j", "Y"}, {"z", "Z"}, {"ʒ", "ZH"}};
  static std::map<std::string, std::string> const vowels{
      {"ɑ", "AA"},  {"æ", "AE"}, {"ə", "AH"}, {"ʌ", "AH"},   {"ɔ", "AO"},  {"aʊ", "AW"}, {"ɑɪ", "AY"},
      {"ɛ", "EH"},  {"ɚ", "ER"}, {"ɝ", "ER"}, {"ei", "EY"},  {"ɪ", "IH"},  {"i", "IY"},  {"oʊ", "OW"},
      {"ɔi", "OY"}, {"ʊ", "UH"}, {"u", "UW"}, {"l̩", "AH L"}, {"n̩", "AH N"}};
  std::string stress = "0";
  for (auto const& [mark, digit] : {std::pair<std::string, char>{"ˈ", '1'}, {"ˌ", '2'}})
    if (phone.starts_with(mark)) {
      phone.erase(0, mark.size());
      stress = digit;
    }
  if (auto const at = consonants.find(phone); at != consonants.end()) return {at->second};
  auto const at = vowels.find(phone);
  if (at == vowels.end()) return {};
  std::vector<std::string> result{at->second.substr(0, 2) + stress};
  if (at->second.size() > 2) result.push_back(at->second.substr(3));
  return result;
}

/// Vowels before r as the CMU dictionary writes them: "four" has AO, "hair" EH, "sure" UH, and ER holds its r.
inline void join_r(std::vector<std::string>& phones, std::string const& phone, bool consonant_next) {
  auto const is = [&](char const* vowel) { return !phones.empty() && phones.back().starts_with(vowel); };
  auto const becomes = [&](char const* vowel) { phones.back() = vowel + phones.back().substr(2); };
  if (phone == "R") {
    if (is("ER")) return;
    if (is("OW")) becomes("AO");
    if (is("EY")) becomes("EH");
    if (is("UW")) becomes("UH");
    if (is("AH") && consonant_next) return becomes("ER");
  }
  // "roundelay" is cut between a and u.
  if (phone == "UH0" && is("AE")) return becomes("AW");
  phones.push_back(phone);
}

/// ISLEdict: "word(parts of speech) # w ˈɝ d #". A word both have gets its readings behind those of the other.
inline void load_isle(char const* path, dictionary& words) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    auto const open = line.find('(');
    auto const close = line.find(") # ");
    if (open == std::string::npos || close == std::string::npos) continue;
    auto word = line.substr(0, open);
    if (!is_word(word) || line.find("abbreviation") < close) continue;
    std::istringstream fields(line.substr(close + 4));
    std::vector<std::string> plain;
    bool known = true;
    for (std::string field; fields >> field;) {
      if (field == "." || field == "#") continue;
      auto const phones = arpabet_of(field);
      known = known && !phones.empty();
      plain.insert(plain.end(), phones.begin(), phones.end());
    }
    if (!known || plain.empty()) continue;
    std::vector<std::string> phones;
    for (std::size_t i = 0; i < plain.size(); ++i)
      join_r(phones, plain[i], i + 1 == plain.size() || about(code(find_unit(plain[i + 1]))).what == sort::consonant);
    // "-ness" and "-less" are weak, as the CMU dictionary has them.
    if ((word.ends_with("ness") || word.ends_with("less")) && phones.size() > 2 && phones[phones.size() - 2] == "EH0")
      phones[phones.size() - 2] = "AH0";
    words[word].push_back(coded(phones));
  }
}

inline std::vector<entry> load(char const* cmu, char const* isle) {
  dictionary words;
  load_cmu(cmu, words);
  load_isle(isle, words);
  std::vector<entry> result;
  for (auto& [word, sounds] : words) result.push_back({word, sounds, {}});
  return result;
}
