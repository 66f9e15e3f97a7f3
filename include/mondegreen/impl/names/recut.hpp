// Words that a recogniser cut otherwise than the name is.
#pragma once

#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/impl/names/letters.hpp>
#include <mondegreen/impl/names/person_words.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// How many words more or less than the name a window has. One does not count: a particle or an article, which is written
/// together with its name as often as not ("Demézerac", "Ledoaré"), or a single letter, which is hardly a word of its own
/// ("Bébé y France").
inline double recut(document const& in, window at, name_entry const& as) {
  auto const words = static_cast<std::uint32_t>(as.words.size());
  if (words == at.count) return 0;
  bool spared = false;
  if (words > at.count)
    spared = std::any_of(std::next(as.words.begin()), as.words.end(),
                         [](std::string const& each) { return is_particle(letters_of(each)); });
  else
    for (auto i = at.first; i < at.end(); ++i) spared = spared || in.word(i).letters.size() == 1;
  return static_cast<double>(words > at.count ? words - at.count : at.count - words) - (spared ? 1 : 0);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
