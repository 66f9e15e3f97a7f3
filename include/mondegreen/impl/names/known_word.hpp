// What is known of a spelling, worked out once for all its occurrences.
#pragma once

#include <mondegreen/impl/names/near_keys.hpp>
#include <mondegreen/impl/names/text_numbers.hpp>
#include <mondegreen/phonetics.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

struct known_word {
  std::uint32_t number = 0; ///< among all words that texts have held
  std::string letters{};
  key_hash letters_hash{};
  std::array<phones, 2> sound{};       ///< as the language reads it, and another way
  std::array<std::string, 2> coarse{}; ///< keys of these
  std::array<key_reach, 3> reach{};    ///< of these two and of the letters, among the names of the index
  bool anchored = false;               ///< it is a word of a name of several
  std::uint32_t rank = 0;              ///< in the lexicon; 0: no ordinary word
  bool plain = false;                  ///< an ordinary word that is not written as a name
  bool given = false;                  ///< a common first name
  bool number_word = false;            ///< a number in words may begin with it (number_words.hpp)
};

/// The words of one document, numbered in the order they come in.
class document_words {
public:
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(words_.size()); }
  known_word const& operator[](std::uint32_t number) const noexcept { return *words_[number]; }

private:
  friend class known_words;
  std::vector<known_word const*> words_;
  std::uint32_t document_ = 0;
};

/// The words that texts have held so far, each worked out once: a text of a million words has some thirty thousand.
class known_words {
public:
  /// The number of a word in a document, and whether it is new there; `learn(known_word&)` is called when no text has had
  /// it. `in` is filled by this object alone, and one document is done before the next one begins. O(bytes).
  template <class Learn> std::pair<std::uint32_t, bool> find(std::string_view text, document_words& in, Learn&& learn) {
    if (in.words_.empty()) in.document_ = ++documents_;
    auto const [at, fresh] = numbers_.add(text);
    if (fresh) {
      auto& what = words_.emplace_back();
      what.number = at;
      learn(what);
      seen_.emplace_back();
    }
    auto& mine = seen_[at];
    if (mine.document == in.document_) return {mine.number, false};
    mine = {in.document_, in.size()};
    in.words_.push_back(&words_[at]);
    return {mine.number, true};
  }

  std::size_t size() const noexcept { return words_.size(); }

private:
  struct seen {
    std::uint32_t document = 0; ///< the last one that has it
    std::uint32_t number = 0;   ///< in that
  };
  text_numbers numbers_;
  std::deque<known_word> words_; // references hold while it grows
  std::vector<seen> seen_;       ///< by word
  std::uint32_t documents_ = 0;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
