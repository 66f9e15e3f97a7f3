#pragma once

#include <mondegreen/impl/phonetics/inventory.hpp>
#include <mondegreen/impl/phonetics/letters.hpp>
#include <mondegreen/impl/phonetics/rule_table.hpp>

#include <algorithm>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE alphabet::alphabet() {
  for (char32_t c = 0; c < table_size; ++c) table_[c] = is_plain_letter(c) ? other_symbol : edge_symbol;
}

MONDEGREEN_INLINE symbol alphabet::of(char32_t c) const noexcept {
  if (c < table_size) return table_[c];
  auto const at =
      std::lower_bound(rest_.begin(), rest_.end(), c, [](auto const& a, char32_t b) { return a.first < b; });
  if (at != rest_.end() && at->first == c) return at->second;
  return is_plain_letter(c) ? other_symbol : edge_symbol;
}

MONDEGREEN_INLINE symbol alphabet::add(char32_t letter) {
  auto const known = of(letter);
  if (known > other_symbol) return known;
  if (full()) return other_symbol;
  auto const fresh = static_cast<symbol>(used_++);
  if (letter < table_size) {
    table_[letter] = fresh;
  } else {
    auto const at = std::lower_bound(rest_.begin(), rest_.end(), std::pair{letter, symbol{0}});
    rest_.insert(at, {letter, fresh});
  }
  return fresh;
}

MONDEGREEN_INLINE void alphabet::close() {
  // Latin letters with marks up to the Vietnamese ones.
  constexpr std::pair<char32_t, char32_t> blocks[] = {{0x80, 0x24F}, {0x1E00, 0x1EFF}};
  for (auto const& block : blocks)
    for (char32_t c = block.first; c <= block.second; ++c) {
      if (of(c) != other_symbol) continue;
      auto const base = base_letter(c);
      auto const found = base < table_size ? table_[base] : other_symbol;
      if (found <= other_symbol) continue;
      if (c < table_size) {
        table_[c] = found;
      } else {
        rest_.insert(std::lower_bound(rest_.begin(), rest_.end(), std::pair{c, symbol{0}}), {c, found});
      }
    }
}

MONDEGREEN_INLINE void rule_table::index() {
  constexpr auto width = alphabet::max_symbols;
  auto const used = letters.size();
  auto const each_pair = [&](auto&& with) {
    for (std::size_t r = 0; r < rules.size(); ++r) {
      auto const& rule = rules[r];
      auto const first = graphs[rule.graph_begin];
      auto const second = rule.graph_length > 1 ? graphs[rule.graph_begin + 1] : rule.right.starts;
      for (std::size_t a = 0; a < used; ++a)
        for (std::size_t b = 0; contains(first, static_cast<symbol>(a)) && b < used; ++b)
          if (contains(second, static_cast<symbol>(b))) with(a * width + b, r);
    }
  };
  bucket_begin.assign(width * width + 1, 0);
  each_pair([&](std::size_t key, std::size_t) { ++bucket_begin[key + 1]; });
  for (std::size_t i = 1; i < bucket_begin.size(); ++i) bucket_begin[i] += bucket_begin[i - 1];
  buckets.resize(bucket_begin.back());
  auto next = bucket_begin;
  each_pair([&](std::size_t key, std::size_t rule) { buckets[next[key]++] = static_cast<std::uint16_t>(rule); });
}

/// Drops what speech drops: doubled consonants, and in French the schwas that no cluster needs. In place, from `start`.
inline void smooth(phones& sound, std::size_t start, bool join_geminates, bool drop_schwa) {
  auto const at = [&](std::size_t i) { return to_phone(sound[i]); };
  if (join_geminates) {
    std::size_t end = start;
    for (std::size_t i = start; i < sound.size(); ++i) {
      bool const doubled = end > start && at(end - 1) == at(i) && !is_vowel(at(i)) && at(i) != phone::j;
      if (!doubled) sound[end++] = sound[i];
    }
    sound.resize(end);
  }
  if (!drop_schwa) return;
  std::size_t end = start;
  bool vowel_before = false;
  for (std::size_t i = start; i < sound.size(); ++i) {
    if (at(i) == phone::schwa && vowel_before) {
      auto const left = sound.size() - i - 1;
      if (left == 0 || is_vowel(at(i + 1))) continue;
      bool const one_consonant_before = end - start >= 2 && !is_vowel(at(end - 1)) && is_vowel(at(end - 2));
      bool const one_consonant_after = left >= 2 && is_vowel(at(i + 2));
      if (one_consonant_before && one_consonant_after && at(end - 1) != at(i + 1)) continue;
    }
    vowel_before = vowel_before || is_vowel(at(i));
    sound[end++] = sound[i];
  }
  sound.resize(end);
}

MONDEGREEN_INLINE void rule_table::read(symbol_text word, bool as_name, bool other, mondegreen::phones& out) const {
  auto const start = out.size();
  auto const patterns = pool();
  auto const fits = [&](sound_rule const& rule, std::ptrdiff_t at) {
    if ((rule.names_only && !as_name) || (rule.other_reading && !other)) return false;
    if (!contains(rule.left.starts, word[at - 1])) return false;
    for (std::ptrdiff_t i = 1; i < rule.graph_length; ++i)
      if (!contains(graphs[rule.graph_begin + static_cast<std::size_t>(i)], word[at + i])) return false;
    auto const end = at + rule.graph_length;
    return contains(rule.right.starts, word[end]) && matches(rule.right, patterns, word, end, 1) &&
           matches(rule.left, patterns, word, at - 1, -1);
  };
  for (std::ptrdiff_t at = 0; at < word.size;) {
    auto const key = word[at] * alphabet::max_symbols + word[at + 1];
    std::ptrdiff_t step = 1;
    for (auto i = bucket_begin[key]; i < bucket_begin[key + 1]; ++i) {
      auto const& rule = rules[buckets[i]];
      if (!fits(rule, at)) continue;
      out.append(phones, rule.phones_begin, rule.phones_length);
      step = rule.graph_length;
      break;
    }
    at += step;
  }
  smooth(out, start, join_geminates, drop_schwa);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
