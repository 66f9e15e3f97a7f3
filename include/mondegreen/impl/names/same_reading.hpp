// What sounds like a name and is read otherwise, or is the name already.
#pragma once

#include <mondegreen/impl/names/document.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Digits are read as they are written: "2" is never heard as "3".
inline bool same_digits(document const& in, window where, name_entry const& entry) {
  auto const take = [](std::string_view word, std::string& digits) {
    std::copy_if(word.begin(), word.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  };
  std::string mine, wanted;
  for (auto at = where.first; at < where.end(); ++at) take(in.tokens()[at].text, mine);
  for (auto const& word : entry.words) take(word, wanted);
  if (mine.empty() && !wanted.empty())
    for (auto at = where.first; at < where.end(); ++at)
      if (auto const number = in.number_at(at)) mine += std::to_string(number->value);
  return mine == wanted;
}

/// "du Wagon" is how "Le Wagon" stands in a sentence.
inline bool article_only(document const& in, window where, name_entry const& entry) {
  auto const article = [](std::string_view word) {
    constexpr std::array<std::string_view, 9> all{"le", "la", "les", "l", "du", "au", "des", "aux", "the"};
    return std::find(all.begin(), all.end(), word) != all.end();
  };
  if (where.count < 2 || entry.words.size() != where.count) return false;
  if (!article(in.word(where.first).letters) || !article(entry.spelled.front())) return false;
  for (std::uint32_t i = 1; i < where.count; ++i)
    if (in.word(where.first + i).letters != entry.spelled[i]) return false;
  return true;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
