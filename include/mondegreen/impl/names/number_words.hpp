// Numbers in words, as people say the digits of a name: "Llama deux" is Llama 2.
#pragma once

#include <mondegreen/impl/names/tokens.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// 0 to 99 in one language. Immutable once built.
class number_words {
public:
  /// Those of a language; none if it lists no numbers. Thread-safe.
  static number_words const& of(std::string_view language);

  /// True if a number may begin with the word, in lower case. O(bytes).
  bool begins(std::string_view word) const { return first_.contains(std::string(word)); }

  struct found {
    std::uint32_t value = 0;
    std::uint32_t count = 0; ///< of its words
  };

  /// The longest number that begins at a word, its words with hyphens or spaces between them: "vingt-quatre" is not
  /// "vingt". None for one that is an article, too ("un"), or that counts what stands behind it: "deux fois", "two years".
  std::optional<found> at(std::vector<token> const& words, std::uint32_t first) const;

private:
  explicit number_words(std::string_view language);

  static constexpr std::uint32_t longest = 4;          ///< words: quatre-vingt-dix-neuf
  std::unordered_map<std::string, std::uint32_t> all_; ///< words with a space between
  std::unordered_set<std::string> first_;
  std::string_view closed_{}; ///< small words of the language: they count for nothing
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/number_words.ipp>
#endif
