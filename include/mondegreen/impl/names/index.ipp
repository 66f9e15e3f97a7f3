#pragma once

#include <mondegreen/impl/names/index.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/tokens.hpp>

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
  by_key_.build();
  by_spelling_.build();
}

MONDEGREEN_INLINE void name_index::add(name_entry entry, std::string_view form) {
  entry.letters = letters_of(form);
  entry.words = words_of(entry.write);
  entry.words_heard = static_cast<std::uint32_t>(std::max<std::size_t>(1, words_of(form).size()));
  most_words_ = std::min(std::max(most_words_, entry.words_heard), longest_window);
  most_letters_ = std::max(most_letters_, entry.letters.size());
  if (!entry.letters.empty()) {
    auto& alike = by_letters_[entry.letters];
    if (alike.size() < most_alike) alike.push_back(static_cast<std::uint32_t>(entries_.size()));
  }
  entries_.push_back(std::move(entry));
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
    std::vector<std::vector<phones>> read;
    for (auto const& each : words) read.push_back(readings(each, speech));
    for (std::size_t n = 0; n < most_readings; ++n) {
      phones whole;
      for (auto const& each : read)
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

/// A person is also called by the surname alone: all that follows the first name.
MONDEGREEN_INLINE void name_index::add_person(std::uint32_t at) {
  auto const& each = names_[at];
  if (each.type != "person") return;
  auto const words = tokenize({{each.form, false}});
  auto const surname = std::find_if(words.begin(), words.end(), [](token const& t) { return t.before == gap::space; });
  if (surname == words.end()) return;
  auto const form = std::string_view(each.form).substr(surname->where.offset);
  add({.name = at, .part = name_part::surname, .write = std::string(form)}, form);
  add_sounds(form, each.language);
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
  auto const found = by_letters_.find(std::string(letters));
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
  auto const found = by_word_.find(std::string(letters));
  if (found == by_word_.end() || found->second.size() > most_anchored) return {};
  return found->second;
}

MONDEGREEN_INLINE std::span<name_index::hint const> name_index::hints(std::string_view letters) const {
  auto const found = hints_.find(std::string(letters));
  if (found == hints_.end()) return {};
  return found->second;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
