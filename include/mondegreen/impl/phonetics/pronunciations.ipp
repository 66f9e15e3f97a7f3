#pragma once

#include <mondegreen/impl/phonetics/inventory.hpp>
#include <mondegreen/impl/phonetics/letters.hpp>
#include <mondegreen/impl/phonetics/pronunciations.hpp>

#include <algorithm>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

// What a tree asks about, in the order of scripts/english/train.cpp.
namespace asked {
inline constexpr std::size_t left_letters = 5;
inline constexpr std::size_t right_letters = 6;
inline constexpr std::size_t vowels_left = 11;
inline constexpr std::size_t vowels_right = 12;
inline constexpr std::size_t last_unit = 13;
inline constexpr std::size_t last_vowel = 14;
inline constexpr std::size_t last_letter = 15;
inline constexpr std::size_t second_last_letter = 16;
inline constexpr std::size_t count = 17;
} // namespace asked

/// A number in digits of six bits, the highest first; takes them off the text.
inline std::uint64_t take_number(std::string_view& text, std::size_t digits) noexcept {
  std::uint64_t value = 0;
  digits = std::min(digits, text.size());
  for (std::size_t i = 0; i < digits; ++i) value = value << 6U | (static_cast<unsigned char>(text[i] - '0') & 63U);
  text.remove_prefix(digits);
  return value;
}

inline std::string_view take_line(std::string_view& text, char end = '\n') noexcept {
  auto const line = text.substr(0, text.find(end));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

constexpr std::uint32_t spelling_hash(std::string_view word) noexcept {
  std::uint32_t hash = 2166136261U; // FNV-1a
  for (char const c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ hash >> 15U;
}

constexpr bool is_vowel_letter(char c) noexcept { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

MONDEGREEN_INLINE pronunciations::pronunciations(std::string_view file) {
  units_.emplace_back();
  for (auto line = take_line(file); !line.empty();) {
    auto ipa = take_line(line, '|');
    std::string sound;
    while (!ipa.empty()) sound += to_byte(find_phone(take_line(ipa, ' ')));
    if (is_vowel(to_phone(sound.front()))) vowels_ |= std::uint64_t{1} << units_.size();
    units_.push_back(std::move(sound));
  }
  for (auto line = take_line(file) /* one output may be empty */; true;) {
    auto const bar = line.find('|');
    std::string output;
    for (char const unit : line.substr(0, bar)) output += static_cast<char>(unit - '0');
    outputs_.push_back(std::move(output));
    if (bar == std::string_view::npos) break;
    line.remove_prefix(bar + 1);
  }
  auto const questions = take_line(file);
  load_trees(questions, file);

  constexpr std::size_t filter_bits = std::size_t{1} << 18U;
  listed_.assign(filter_bits / 64, 0);
  while (!file.empty()) {
    auto const line = take_line(file);
    if (line.empty()) continue;
    lines_.push_back(line);
    entries_of(line, [&](std::string_view word, std::string_view) {
      auto const bit = spelling_hash(word) % filter_bits;
      listed_[bit / 64] |= std::uint64_t{1} << bit % 64;
      return false;
    });
  }
}

MONDEGREEN_INLINE void pronunciations::load_trees(std::string_view questions, std::string_view& rest) {
  struct question {
    std::uint64_t mask;
    std::uint8_t feature;
  };
  std::vector<question> known;
  known.reserve(questions.size() / 6);
  while (!questions.empty()) {
    auto const feature = take_number(questions, 1);
    bool const counts = feature == asked::vowels_left || feature == asked::vowels_right;
    bool const sounds = feature == asked::last_unit || feature == asked::last_vowel;
    known.push_back({take_number(questions, counts ? 2 : sounds ? 8 : 5), static_cast<std::uint8_t>(feature)});
  }
  std::vector<std::uint32_t> open; // questions whose other branch is still to come
  std::size_t letter = 0;
  for (auto line = take_line(rest); !line.empty(); line = take_line(rest)) {
    if (letter % 26 == 0) roots_.emplace_back();
    roots_.back()[letter++ % 26] = static_cast<std::uint32_t>(nodes_.size());
    while (!line.empty()) {
      constexpr unsigned question_mark = 32;
      if ((static_cast<unsigned>(line.front() - '0') & question_mark) != 0) {
        auto const& asked = known[take_number(line, 3) & 0x1FFFFU];
        open.push_back(static_cast<std::uint32_t>(nodes_.size()));
        nodes_.push_back({asked.mask, 0, asked.feature});
      } else {
        nodes_.push_back({0, static_cast<std::uint32_t>(take_number(line, 2)), leaf});
        if (open.empty()) continue;
        nodes_[open.back()].other = static_cast<std::uint32_t>(nodes_.size());
        open.pop_back();
      }
    }
  }
}

template <class Function> bool pronunciations::entries_of(std::string_view line, Function&& with) const {
  std::array<char, longest> word;
  for (std::size_t at = 0; at < line.size();) {
    auto size = std::min(static_cast<std::size_t>(line[at] - '!'), longest);
    for (++at; at < line.size() && line[at] >= '_'; ++at)
      if (size < longest) word[size++] = line[at];
    auto const sound = at;
    while (at < line.size() && line[at] > '0' && line[at] < '_') ++at;
    if (with(std::string_view(word.data(), size), line.substr(sound, at - sound))) return true;
  }
  return false;
}

MONDEGREEN_INLINE bool pronunciations::look_up(std::string_view letters, phones& out) const {
  auto const bit = spelling_hash(letters) % (listed_.size() * 64);
  if ((listed_[bit / 64] >> bit % 64 & 1U) == 0) return false;
  // The first word of a line is whole: nothing is shared with the one before.
  auto const first = [](std::string_view line) {
    std::size_t end = 1;
    while (end < line.size() && line[end] >= '_') ++end;
    return line.substr(1, end - 1);
  };
  auto const after = std::upper_bound(lines_.begin(), lines_.end(), letters,
                                      [&](std::string_view word, std::string_view line) { return word < first(line); });
  if (after == lines_.begin()) return false;
  return entries_of(*(after - 1), [&](std::string_view word, std::string_view sound) {
    if (word != letters) return false;
    for (char const unit : sound) out += units_[static_cast<std::size_t>(unit - '0')];
    return true;
  });
}

MONDEGREEN_INLINE void pronunciations::guess(std::string_view letters, phones& out) const {
  auto const size = letters.size();
  auto const letter = [&](std::size_t i) {
    return i < size ? static_cast<std::uint8_t>(letters[i] - 'a' + 1) : std::uint8_t{0};
  };
  std::array<std::uint8_t, asked::count> values{};
  values[asked::last_letter] = letter(size - 1);
  values[asked::second_last_letter] = letter(size - 2);
  std::size_t groups = 0; // of vowel letters
  for (std::size_t i = 0; i < size; ++i)
    groups += is_vowel_letter(letters[i]) && (i == 0 || !is_vowel_letter(letters[i - 1]));
  std::size_t begun = 0;
  for (std::size_t i = 0; i < size; ++i) {
    bool const vowel = is_vowel_letter(letters[i]);
    bool const vowel_next = i + 1 < size && is_vowel_letter(letters[i + 1]);
    for (std::size_t k = 0; k < asked::left_letters; ++k) values[k] = letter(i - 1 - k); // wraps to beyond the end
    for (std::size_t k = 0; k < asked::right_letters; ++k) values[asked::left_letters + k] = letter(i + 1 + k);
    values[asked::vowels_left] = static_cast<std::uint8_t>(std::min<std::size_t>(begun, 7));
    begun += vowel && (i == 0 || !is_vowel_letter(letters[i - 1]));
    values[asked::vowels_right] =
        static_cast<std::uint8_t>(std::min<std::size_t>(groups - begun + (vowel && vowel_next), 7));

    // The trees vote, and no more of them than a majority needs; among equals the lower number wins.
    constexpr std::size_t most_trees = 16;
    std::array<std::uint32_t, most_trees> votes{};
    auto const trees = std::min(roots_.size(), most_trees);
    auto const which = static_cast<std::size_t>(letters[i] - 'a');
    std::uint32_t chosen = 0;
    std::size_t most = 0;
    for (std::size_t t = 0; t < trees && most <= trees / 2; ++t) {
      auto at = roots_[t][which];
      while (nodes_[at].feature != leaf)
        at = (nodes_[at].mask >> values[nodes_[at].feature] & 1U) != 0 ? at + 1 : nodes_[at].other;
      auto const vote = votes[t] = nodes_[at].other;
      auto const same =
          static_cast<std::size_t>(std::count(votes.begin(), votes.begin() + static_cast<std::ptrdiff_t>(t + 1), vote));
      if (same > most || (same == most && vote < chosen)) most = same, chosen = vote;
    }
    for (char const unit : outputs_[chosen]) {
      auto const number = static_cast<std::uint8_t>(unit);
      out += units_[number];
      values[asked::last_unit] = number;
      if ((vowels_ >> number & 1U) != 0) values[asked::last_vowel] = number;
    }
  }
}

MONDEGREEN_INLINE void pronunciations::add_piece(std::string_view letters, std::size_t word_start, phones& out) const {
  if (letters.empty()) return;
  // The s of a genitive.
  if (letters == "s" && out.size() > word_start) {
    auto const before = to_phone(out.back());
    bool const hisses = before == phone::s || before == phone::z || before == phone::esh || before == phone::ezh;
    if (hisses) out += to_byte(phone::lax_i);
    out += to_byte(hisses || about(before).voiced ? phone::z : phone::s);
    return;
  }
  if (!look_up(letters, out)) guess(letters, out);
}

MONDEGREEN_INLINE void pronunciations::read(std::string_view word, phones& out) const {
  auto const start = out.size();
  std::array<char, longest> letters;
  std::size_t size = 0;
  bool apostrophe = false;
  auto const flush = [&] {
    std::string_view const whole(letters.data(), size);
    size = 0;
    if (!apostrophe) return add_piece(whole, start, out);
    apostrophe = false;
    if (look_up(whole, out)) return; // I'll
    for (auto rest = whole; !rest.empty();) add_piece(take_line(rest, '_'), start, out);
  };
  for_each_lower(word, [&](char32_t c) {
    if (!is_plain_letter(c) && c != U'\'' && c != U'\u2019') return flush();
    if (size == longest) flush();
    if (c == U'\'' || c == U'\u2019') {
      apostrophe = true;
      letters[size++] = '_';
      return;
    }
    auto const base = c < 0x80 ? c : base_letter(c);
    if (base >= 'a' && base <= 'z') letters[size++] = static_cast<char>(base);
  });
  flush();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
