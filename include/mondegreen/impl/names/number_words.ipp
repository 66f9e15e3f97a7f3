#pragma once

#include <mondegreen/impl/names/number_words.hpp>
#include <mondegreen/impl/text/lists.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/lexicon.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE number_words::number_words(std::string_view language) {
  auto const* known = find_language(language);
  if (known == nullptr) return;
  closed_ = known->marker_words;
  auto const& ordinary = lexicon::of(language);
  std::uint32_t value = 0;
  any_in_list(known->numbers, [&](std::string_view words) {
    std::string plain(words);
    std::replace(plain.begin(), plain.end(), '-', ' ');
    // What stands in every sentence is an article: "un peu".
    constexpr std::uint32_t small = 20; // rank
    auto const rank = ordinary.rank(plain);
    if (rank == 0 || rank > small) {
      first_.insert(plain.substr(0, plain.find(' ')));
      all_.emplace(std::move(plain), value);
    }
    ++value;
    return false;
  });
}

MONDEGREEN_INLINE number_words const& number_words::of(std::string_view language) {
  static std::mutex building;
  static std::map<std::string, std::unique_ptr<number_words const>, std::less<>> built;
  std::scoped_lock const lock(building);
  auto& made = built[std::string(language)];
  if (!made) made.reset(new number_words(language));
  return *made;
}

MONDEGREEN_INLINE std::optional<number_words::found> number_words::at(std::vector<token> const& words,
                                                                      std::uint32_t first) const {
  std::optional<found> best;
  std::string said;
  for (std::uint32_t count = 1; count <= longest && first + count <= words.size(); ++count) {
    auto const& word = words[first + count - 1];
    if (word.shape != word_shape::lower || (count > 1 && word.before > gap::line)) break;
    if (count > 1) said += ' ';
    said += word.text;
    if (auto const one = all_.find(said); one != all_.end()) best = {one->second, count};
  }
  if (!best || first + best->count >= words.size()) return best;
  // A plural behind it is what it counts; French and English have theirs in -s and -x.
  auto const& next = words[first + best->count];
  bool const plural = next.shape == word_shape::lower && next.before <= gap::line && next.text.size() > 2 &&
                      (next.text.ends_with('s') || next.text.ends_with('x')) && !list_contains(closed_, next.text);
  return plural ? std::nullopt : best;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
