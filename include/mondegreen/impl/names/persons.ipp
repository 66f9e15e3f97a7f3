#pragma once

#include <mondegreen/impl/names/given_names.hpp>
#include <mondegreen/impl/names/person_words.hpp>
#include <mondegreen/impl/names/persons.hpp>

#include <algorithm>
#include <iterator>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE std::pair<std::string_view, std::string_view>
person_parts(std::string_view form, std::string_view type, std::vector<token> const& words, lexicon const& ordinary) {
  auto const surname = std::find_if(words.begin(), words.end(), [](token const& t) { return t.before == gap::space; });
  if (surname == words.end()) return {};
  auto const last_given = std::prev(surname);
  std::pair const parts{form.substr(0, last_given->where.end()), form.substr(surname->where.offset)};
  if (type == "person") return parts;
  // A plain list has no types: a few words with capitals may be a person, unless one says otherwise.
  if (!type.empty() || words.size() > 6 || words.front().text.size() < 3) return {};
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

MONDEGREEN_INLINE bool turns(std::string_view word) {
  if (word.size() < 2 || word.size() > 4) return false;
  bool const plain = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return plain && !std::equal(word.begin(), word.end(), word.rbegin());
}

MONDEGREEN_INLINE std::string turned(std::string_view form, std::uint32_t word) {
  auto const words = tokenize({{form, false}});
  if (word >= words.size()) return {};
  auto const& text = words[word].text;
  std::string heard(form);
  heard.replace(words[word].where.offset, words[word].where.length, std::string(text.rbegin(), text.rend()));
  return heard;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
