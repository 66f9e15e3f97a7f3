#pragma once

#include <mondegreen/impl/phonetics/inventory.hpp>
#include <mondegreen/impl/phonetics/letters.hpp>
#include <mondegreen/impl/phonetics/packed_text.hpp>
#include <mondegreen/impl/phonetics/pronunciations.hpp>

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

constexpr std::uint32_t spelling_hash(std::string_view word) noexcept {
  std::uint32_t hash = 2166136261U; // FNV-1a
  for (char const c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ hash >> 15U;
}

constexpr bool hisses(phone p) noexcept { return p == phone::s || p == phone::z || p == phone::esh || p == phone::ezh; }

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
  load_outputs(take_line(file));
  net_.load(file, net_pair(outputs_.size()));
  ngrams_.load(take_line(file));

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

MONDEGREEN_INLINE void pronunciations::load_outputs(std::string_view line) {
  std::uint16_t pairs = joint_ngrams::end + 1;
  for (std::size_t letter = 0; letter < outputs_.size(); ++letter) {
    first_pairs_[letter] = pairs;
    auto rest = take_line(line, ' ');
    while (true) { // one output may be empty
      auto const bar = rest.find('|');
      auto& output = outputs_[letter].emplace_back();
      for (char const unit : rest.substr(0, bar)) output += static_cast<char>(unit - '0');
      ++pairs;
      if (bar == std::string_view::npos) break;
      rest.remove_prefix(bar + 1);
    }
  }
  first_pairs_.back() = pairs;
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

MONDEGREEN_INLINE bool pronunciations::look_up(std::string_view letters, unit_text& said) const {
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
    said.size = 0;
    for (char const unit : sound) said.add(static_cast<std::uint8_t>(unit - '0'));
    return true;
  });
}

MONDEGREEN_INLINE std::uint8_t pronunciations::unit(phone sound) const {
  auto const at = std::find(units_.begin() + 1, units_.end(), std::string_view(phones{to_byte(sound)}));
  return static_cast<std::uint8_t>(at == units_.end() ? 0 : at - units_.begin());
}

MONDEGREEN_INLINE bool pronunciations::derive(std::string_view letters, unit_text& said) const {
  constexpr std::size_t least = 3; // letters of a stem
  struct ending {
    std::string_view letters;
    std::array<std::string_view, 3> phones;
  };
  constexpr std::array<ending, 3> endings{{{"s", {}}, {"ly", {"l", "i"}}, {"ness", {"n", "ə", "s"}}}};
  for (auto const& each : endings) {
    if (letters.size() < least + each.letters.size() || !letters.ends_with(each.letters)) continue;
    auto const stem = letters.substr(0, letters.size() - each.letters.size());
    if (each.phones[0].empty() && stem.ends_with('s')) continue; // "princess"
    if (!look_up(stem, said) || said.size == 0) continue;
    auto const before = to_phone(units_[said.units[said.size - 1]].back());
    if (each.phones[0].empty()) {
      if (hisses(before)) said.add(unit(phone::lax_i));
      said.add(unit(hisses(before) || about(before).voiced ? phone::z : phone::s));
      return true;
    }
    for (auto const ipa : each.phones)
      if (!ipa.empty() && find_phone(ipa) != before) said.add(unit(find_phone(ipa))); // "cool-ly" has one l
    return true;
  }
  return false;
}

/// A way to read what is behind a letter.
struct partial_reading {
  joint_ngrams::context context{};
  int cost = 0;
  std::uint8_t behind = 0; ///< which of the ways at the letter behind it goes on
  std::uint8_t output = 0;
  said_behind said;
};

/// The best few ways, the cheapest first.
struct beam {
  // On words held out, 4 ways within three logarithms of the best are right for 0.7 in a hundred less; 12 within seven
  // for 0.1 more, and take a third more time.
  static constexpr std::size_t width = 8;
  static constexpr int margin = 100; // five natural logarithms

  std::array<partial_reading, width> ways;
  std::size_t size = 0;

  bool takes(int cost) const noexcept {
    return size == 0 || (cost <= ways[0].cost + margin && (size < width || cost < ways[size - 1].cost));
  }

  /// Of two that differ in nothing that matters from here on the cheaper stays.
  void add(partial_reading const& way) noexcept {
    auto const end = ways.begin() + static_cast<std::ptrdiff_t>(size);
    auto const same = std::find_if(ways.begin(), end, [&](partial_reading const& other) {
      return other.output == way.output && other.context.ngrams[0] == way.context.ngrams[0];
    });
    if (same != end && same->cost <= way.cost) return;
    auto hole = same != end ? same : size < width ? ways.begin() + static_cast<std::ptrdiff_t>(size++) : end - 1;
    for (; hole != ways.begin() && (hole - 1)->cost > way.cost; --hole) *hole = *(hole - 1);
    *hole = way;
  }
};

MONDEGREEN_INLINE void pronunciations::guess(std::string_view letters, unit_text& said) const {
  said.size = 0;
  letters = letters.substr(0, longest);
  std::array<beam, 2> beams;
  std::array<std::array<std::pair<std::uint8_t, std::uint8_t>, beam::width>, longest> trail; // way behind and output
  auto* now = &beams[0];
  auto* next = &beams[1];
  now->ways[0] = {};
  now->ways[0].context = ngrams_.start();
  now->size = 1;
  letter_net::surroundings around;
  std::array<int, 64> costs;
  for (std::size_t at = letters.size(); at-- > 0; std::swap(now, next)) {
    auto const letter = static_cast<std::size_t>(letters[at] - 'a');
    auto const& outputs = outputs_[letter];
    net_.look_around(letters, at, around);
    next->size = 0;
    for (std::size_t w = 0; w < now->size && now->ways[w].cost <= now->ways[0].cost + beam::margin; ++w) {
      auto const& way = now->ways[w];
      net_.weigh(around, way.said, net_pair(letter), std::span(costs).first(outputs.size()));
      auto const followers = ngrams_.after(way.context, first_pairs_[letter], first_pairs_[letter + 1]);
      for (std::size_t output = 0; output < outputs.size(); ++output) {
        auto const pair = static_cast<std::uint16_t>(first_pairs_[letter] + output);
        auto cost = way.cost + costs[output];
        if (costs[output] >= letter_net::impossible || !next->takes(cost)) continue; // the n-grams only add to it
        cost += ngrams_.cost(followers, pair);
        if (!next->takes(cost)) continue;
        partial_reading longer;
        longer.cost = cost;
        longer.context = ngrams_.read(followers, pair);
        longer.behind = static_cast<std::uint8_t>(w);
        longer.output = static_cast<std::uint8_t>(output);
        longer.said = way.said;
        for (auto unit = outputs[output].rbegin(); unit != outputs[output].rend(); ++unit)
          longer.said.say(static_cast<std::uint8_t>(*unit), (vowels_ >> *unit & 1U) != 0, (strong_ >> *unit & 1U) != 0);
        next->add(longer);
      }
    }
    for (std::size_t w = 0; w < next->size; ++w) trail[at][w] = {next->ways[w].behind, next->ways[w].output};
  }
  std::size_t best = 0;
  int least = 0;
  for (std::size_t w = 0; w < now->size; ++w) {
    auto const followers = ngrams_.after(now->ways[w].context, joint_ngrams::end, joint_ngrams::end + 1);
    int const cost = now->ways[w].cost + ngrams_.cost(followers, joint_ngrams::end);
    if (w == 0 || cost < least) std::tie(best, least) = std::pair(w, cost);
  }
  for (std::size_t at = 0; at < letters.size(); ++at) {
    auto const [behind, output] = trail[at][best];
    for (char const unit : outputs_[static_cast<std::size_t>(letters[at] - 'a')][output])
      said.add(static_cast<std::uint8_t>(unit));
    best = behind;
  }
}

MONDEGREEN_INLINE void pronunciations::read_plain(std::string_view letters, unit_text& said) const {
  if (!look_up(letters, said) && !derive(letters, said)) guess(letters, said);
}

MONDEGREEN_INLINE void pronunciations::add(unit_text const& said, phones& out) const {
  for (std::size_t i = 0; i < said.size; ++i) out += units_[said.units[i]];
}

MONDEGREEN_INLINE void pronunciations::add_piece(std::string_view letters, std::size_t word_start, phones& out) const {
  if (letters.empty()) return;
  // The s of a genitive.
  if (letters == "s" && out.size() > word_start) {
    auto const before = to_phone(out.back());
    if (hisses(before)) out += to_byte(phone::lax_i);
    out += to_byte(hisses(before) || about(before).voiced ? phone::z : phone::s);
    return;
  }
  unit_text said;
  read_plain(letters, said);
  add(said, out);
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
    if (unit_text said; look_up(whole, said)) return add(said, out); // I'll
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
