#pragma once

#include <mondegreen/impl/phonetics/inventory.hpp>
#include <mondegreen/impl/phonetics/letters.hpp>
#include <mondegreen/impl/phonetics/pronunciations.hpp>

#include <algorithm>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

// What a tree asks about, in the order of scripts/english/trees.hpp.
namespace asked {
inline constexpr std::size_t letters_behind = 5;
inline constexpr std::size_t letters_before = 6;
inline constexpr std::size_t vowels_behind = 11;
inline constexpr std::size_t vowels_before = 12;
inline constexpr std::size_t next_unit = 13;
inline constexpr std::size_t next_vowel = 14;
inline constexpr std::size_t first_letter = 15;
inline constexpr std::size_t second_letter = 16;
inline constexpr std::size_t second_unit = 17;
inline constexpr std::size_t second_vowel = 18;
inline constexpr std::size_t stresses = 19;
inline constexpr std::size_t count = 20;

/// Digits a set of values of a feature takes in the file.
constexpr std::size_t digits(std::size_t feature) noexcept {
  if (feature == vowels_behind || feature == vowels_before) return 2;
  if (feature == stresses) return 1;
  return feature == next_unit || feature == next_vowel || feature == second_unit || feature == second_vowel ? 10 : 5;
}
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
    constexpr std::string_view stress = "ˈ";
    bool const strong = ipa.starts_with(stress);
    if (strong) ipa.remove_prefix(stress.size());
    std::string sound;
    while (!ipa.empty()) sound += to_byte(find_phone(take_line(ipa, ' ')));
    if (is_vowel(to_phone(sound.front()))) vowels_ |= std::uint64_t{1} << units_.size();
    if (strong) strong_ |= std::uint64_t{1} << units_.size();
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
  auto const symbols = take_line(file);
  load_trees(symbols, file);

  constexpr std::size_t filter_bits = std::size_t{1} << 19U;
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

MONDEGREEN_INLINE void pronunciations::load_trees(std::string_view symbols, std::string_view& rest) {
  std::vector<node> known;
  known.reserve(symbols.size() / 6);
  while (!symbols.empty()) {
    constexpr std::size_t first_leaf = 32;
    auto const kind = static_cast<std::size_t>(take_number(symbols, 1));
    if (kind < asked::count) {
      known.push_back({take_number(symbols, asked::digits(kind)), 0, static_cast<std::uint8_t>(kind)});
      continue;
    }
    known.push_back({0, static_cast<std::uint32_t>(shares_.size()), leaf});
    for (auto left = kind - std::min(kind, first_leaf); left > 0; --left) {
      auto const output = static_cast<std::uint16_t>(take_number(symbols, 2));
      shares_.push_back({output, static_cast<std::uint8_t>(take_number(symbols, 1)), left == 1});
    }
  }
  nodes_.reserve(rest.size() / 5);
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

MONDEGREEN_INLINE std::uint16_t pronunciations::vote(std::size_t letter, std::span<std::uint8_t const> values) const {
  constexpr std::size_t most_outputs = 64;
  std::array<std::pair<std::uint16_t, std::uint16_t>, most_outputs> votes; // output and weight
  std::size_t size = 0;
  for (auto const& root : roots_) {
    auto at = root[letter];
    while (nodes_[at].feature != leaf)
      at = (nodes_[at].mask >> values[nodes_[at].feature] & 1U) != 0 ? at + 1 : nodes_[at].other;
    for (auto each = shares_.begin() + nodes_[at].other;; ++each) {
      auto const known = std::find_if(votes.begin(), votes.begin() + static_cast<std::ptrdiff_t>(size),
                                      [&](auto const& vote) { return vote.first == each->output; });
      if (known != votes.begin() + static_cast<std::ptrdiff_t>(size))
        known->second = static_cast<std::uint16_t>(known->second + each->weight);
      else if (size < most_outputs)
        votes[size++] = {each->output, each->weight};
      if (each->last) break;
    }
  }
  std::pair<std::uint16_t, std::uint16_t> best{0, 0};
  for (std::size_t i = 0; i < size; ++i)
    if (votes[i].second > best.second || (votes[i].second == best.second && votes[i].first < best.first))
      best = votes[i];
  return best.first;
}

MONDEGREEN_INLINE void pronunciations::guess(std::string_view letters, phones& out) const {
  auto const size = letters.size();
  auto const letter = [&](std::size_t i) {
    return i < size ? static_cast<std::uint8_t>(letters[i] - 'a' + 1) : std::uint8_t{0};
  };
  std::array<std::uint8_t, asked::count> values{};
  values[asked::first_letter] = letter(0);
  values[asked::second_letter] = letter(1);
  std::size_t groups = 0; // of vowel letters
  for (std::size_t i = 0; i < size; ++i)
    groups += is_vowel_letter(letters[i]) && (i == 0 || !is_vowel_letter(letters[i - 1]));
  std::size_t behind = 0; // of them
  // From the end: it decides where the stress falls.
  constexpr std::size_t most_units = 4 * longest;
  std::array<std::uint8_t, most_units> said;
  std::size_t said_size = 0;
  for (std::size_t i = size; i-- > 0;) {
    bool const vowel = is_vowel_letter(letters[i]);
    bool const vowel_before = i > 0 && is_vowel_letter(letters[i - 1]);
    bool const vowel_behind = i + 1 < size && is_vowel_letter(letters[i + 1]);
    for (std::size_t k = 0; k < asked::letters_behind; ++k) values[k] = letter(i + 1 + k);
    for (std::size_t k = 0; k < asked::letters_before; ++k)
      values[asked::letters_behind + k] = letter(i - 1 - k); // wraps to beyond the end
    values[asked::vowels_behind] = static_cast<std::uint8_t>(std::min<std::size_t>(behind, 7));
    behind += vowel && !vowel_behind;
    values[asked::vowels_before] =
        static_cast<std::uint8_t>(std::min<std::size_t>(groups - behind + (vowel && vowel_before), 7));

    auto const& output = outputs_[vote(static_cast<std::size_t>(letters[i] - 'a'), values)];
    for (std::size_t k = output.size(); k-- > 0 && said_size < most_units;) {
      auto const unit = said[said_size++] = static_cast<std::uint8_t>(output[k]);
      values[asked::second_unit] = values[asked::next_unit];
      values[asked::next_unit] = unit;
      if ((vowels_ >> unit & 1U) == 0) continue;
      values[asked::second_vowel] = values[asked::next_vowel];
      values[asked::next_vowel] = unit;
      if ((strong_ >> unit & 1U) != 0 && values[asked::stresses] < 3) ++values[asked::stresses];
    }
  }
  while (said_size-- > 0) out += units_[said[said_size]];
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
