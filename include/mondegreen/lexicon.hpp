// Is this an ordinary word?
#pragma once

#include <mondegreen/config.hpp>

#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

/// The ordinary words of a language by frequency.
class lexicon {
public:
  /// The lexicon of a language, built at first use; an empty one if we have none. Thread-safe.
  static lexicon const& of(std::string_view language);

  /// Rank of a word among all words of the language: 1 is the most frequent, 0 means not in the list. The word is
  /// lower-cased; accents count. O(log words) without allocation for words of up to 64 bytes.
  std::uint32_t rank(std::string_view word) const;

  std::uint32_t size() const noexcept { return size_; }

private:
  struct table;
  explicit lexicon(std::string_view words);
  table const* table_ = nullptr;
  std::uint32_t size_ = 0;
};

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/lexicon.ipp>
#endif
