#pragma once

#include <mondegreen/impl/names/given_names.hpp>
#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/person_words.hpp>
#include <mondegreen/impl/names/tokens.hpp>
#include <mondegreen/lexicon.hpp>

#include <algorithm>
#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE name_index::name_index(std::span<name const> names, std::span<name_home const> homes,
                                         std::string_view language)
    : names_(names), homes_(homes), language_(language) {
  for (std::uint32_t at = 0; at < names.size(); ++at) {
    auto const& each = names[at];
    whole_.push_back(static_cast<std::uint32_t>(entries_.size()));
    add({.name = at, .write = each.form, .title = each.type == "title"}, each.form);
    add_sounds(each.form, each.language);
    for (std::uint32_t i = 0; i < each.heard_as.size(); ++i)
      add({.name = at, .part = name_part::listed, .listed = i, .write = each.form, .title = each.type == "title"},
          each.heard_as[i]);
    add_person(at);
    add_turned(at);
    for (auto const* list : {&each.context, &each.not_context})
      for (auto const& word : *list)
        if (auto letters = letters_of(word); !letters.empty())
          hints_[std::move(letters)].emplace_back(at, list == &each.context);
  }
  read_ = {};
  by_key_.build();
  by_spelling_.build();
}

MONDEGREEN_INLINE void name_index::add(name_entry entry, std::string_view form) {
  entry.letters = letters_of(form);
  entry.words = words_of(entry.write);
  entry.words_heard = static_cast<std::uint32_t>(std::max<std::size_t>(1, words_of(form).size()));
  phrases_ = phrases_ || (!entry.words.empty() && kind_of(decode_at(entry.words.front(), 0).value).lower);
  most_words_ = std::min(std::max(most_words_, entry.words_heard), longest_window);
  most_letters_ = std::max(most_letters_, entry.letters.size());
  if (!entry.letters.empty()) {
    auto& alike = by_letters_[entry.letters];
    if (alike.size() < most_alike) alike.push_back(static_cast<std::uint32_t>(entries_.size()));
  }
  entries_.push_back(std::move(entry));
}

MONDEGREEN_INLINE std::vector<phones> const& name_index::read(std::string const& word, std::string_view speech) {
  auto const [at, fresh] = read_.try_emplace(word + '\n' + std::string(speech));
  if (fresh) at->second = readings(word, speech);
  return at->second;
}

MONDEGREEN_INLINE void name_index::add_sounds(std::string_view form, std::string_view origin) {
  auto const at = static_cast<std::uint32_t>(entries_.size() - 1);
  auto& entry = entries_.back();
  auto const words = words_of(form);
  // The words of a name are read alike: all by the first reading, all by the second. Mixed ones are rare and many.
  constexpr std::size_t most_readings = 3;
  std::vector<phones> sounds;
  for (auto const speech : {std::string_view(language_), origin}) {
    if (speech.empty()) continue;
    std::vector<std::vector<phones>> all;
    all.reserve(words.size());
    for (auto const& each : words) all.push_back(read(each, speech));
    for (std::size_t n = 0; n < most_readings; ++n) {
      phones whole;
      for (auto const& each : all)
        if (!each.empty()) whole += each[std::min(n, each.size() - 1)];
      if (!whole.empty() && std::find(sounds.begin(), sounds.end(), whole) == sounds.end()) sounds.push_back(whole);
    }
  }
  entry.first_sound = static_cast<std::uint32_t>(sounds_.size());
  entry.sounds = static_cast<std::uint32_t>(sounds.size());
  for (auto& each : sounds) {
    by_key_.add(coarse_key(each), at);
    sounds_.push_back(std::move(each));
  }
  if (entry.letters.size() >= shortest_edited_spelling) by_spelling_.add(entry.letters, at);
  if (words.size() < 2) return;
  for (std::uint32_t i = 0; i < words.size(); ++i)
    if (auto letters = letters_of(words[i]); letters.size() > 2) {
      auto& sharing = by_word_[std::move(letters)];
      if (sharing.size() <= most_anchored) sharing.push_back({at, i});
    }
}

/// Splits a person into first name and the rest; both empty if it is none.
inline std::pair<std::string_view, std::string_view> person_parts(name const& of, lexicon const& ordinary) {
  auto const words = tokenize({{of.form, false}});
  auto const surname = std::find_if(words.begin(), words.end(), [](token const& t) { return t.before == gap::space; });
  if (surname == words.end()) return {};
  auto const last_given = std::prev(surname);
  std::string_view const form = of.form;
  std::pair const parts{form.substr(0, last_given->where.end()), form.substr(surname->where.offset)};
  if (of.type == "person") return parts;
  // A plain list has no types: a few words with capitals may be a person, unless one says otherwise.
  if (!of.type.empty() || words.size() > 6 || words.front().text.size() < 3) return {};
  bool const plain = std::all_of(words.begin(), words.end(), [&](token const& t) {
    bool const middle = &t != &words.front() && &t != &words.back();
    bool const written = t.shape == word_shape::initial || (middle && is_particle(t.text)) ||
                         (t.shape == word_shape::mixed && &t != &words.front());
    return written && t.before != gap::line && (t.before != gap::wall || &t == &words.front()) &&
           !is_company_word(t.text);
  });
  if (!plain || words.back().text.size() < 2) return {};
  bool const worded =
      std::any_of(words.begin(), words.end(), [&](token const& t) { return ordinary.rank(t.text) != 0; });
  if (worded && !is_given_name(words.front().text)) return {};
  return parts;
}

MONDEGREEN_INLINE std::uint32_t name_index::add_part(std::uint32_t person, name_part part, std::string_view form) {
  constexpr std::size_t most_bearers = 32;
  auto const known = parts_.try_emplace(std::string(form), static_cast<std::uint32_t>(entries_.size()));
  auto const at = known.first->second;
  if (known.second) {
    auto const owner = entries_[person].name;
    add({.name = owner, .part = part, .write = std::string(form)}, form);
    add_sounds(form, names_[owner].language);
  }
  if (auto& all = bearers_[at]; all.size() < most_bearers) all.push_back(person);
  return at;
}

/// A person is also called by the first name or the surname alone.
MONDEGREEN_INLINE void name_index::add_person(std::uint32_t at) {
  auto const [given, surname] = person_parts(names_[at], lexicon::of(language_));
  if (surname.empty()) return;
  auto const person = whole_[at];
  auto const last = add_part(person, name_part::surname, surname);
  entries_[person].part_surname = last;
  if (given.size() < 3) return;
  auto const first = add_part(person, name_part::given, given);
  entries_[person].part_given = first;
}

MONDEGREEN_INLINE std::span<std::uint32_t const> name_index::bearers(std::uint32_t part) const {
  auto const found = bearers_.find(part);
  if (found == bearers_.end()) return {};
  return found->second;
}

/// French and English order the words of an acronym the other way round: IA and AI, OTAN and NATO.
MONDEGREEN_INLINE void name_index::add_turned(std::uint32_t at) {
  auto const& form = names_[at].form;
  auto const words = tokenize({{form, false}});
  if (words.size() < 2) return;
  for (auto const& each : words) {
    bool const plain = std::all_of(each.text.begin(), each.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!plain || each.text.size() < 2 || each.text.size() > 4) continue;
    std::string turned(each.text.rbegin(), each.text.rend());
    if (turned == each.text) continue;
    auto heard = form;
    heard.replace(each.where.offset, each.where.length, turned);
    add({.name = at, .part = name_part::turned, .write = form}, heard);
    add_sounds(heard, names_[at].language);
  }
}

MONDEGREEN_INLINE std::span<std::uint32_t const> name_index::by_letters(std::string_view letters) const {
  auto const found = by_letters_.find(letters);
  if (found == by_letters_.end()) return {};
  return found->second;
}

MONDEGREEN_INLINE void name_index::by_sound(std::string_view coarse, std::vector<std::uint32_t>& out) const {
  by_key_.find(coarse, out);
}

MONDEGREEN_INLINE void name_index::by_spelling(std::string_view letters, std::vector<std::uint32_t>& out) const {
  if (letters.size() >= shortest_edited_spelling) by_spelling_.find(letters, out);
}

MONDEGREEN_INLINE std::span<name_index::anchor const> name_index::by_word(std::string_view letters) const {
  auto const found = by_word_.find(letters);
  if (found == by_word_.end() || found->second.size() > most_anchored) return {};
  return found->second;
}

MONDEGREEN_INLINE std::span<name_index::hint const> name_index::hints(std::string_view letters) const {
  auto const found = hints_.find(letters);
  if (found == hints_.end()) return {};
  return found->second;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
