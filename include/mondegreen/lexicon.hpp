// Is this an ordinary word?
#pragma once

#include <mondegreen/config.hpp>

#include <cstdint>
#include <memory> // std::unique_ptr
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

/// The ordinary words of a language by frequency. Immutable and thread-safe.
class lexicon {
public:
  /// The lexicon of a language, indexed at first use (about a millisecond); an empty one if we have none.
  static lexicon const& of(std::string_view language);

  /// A lexicon of your own: one word a line, most frequent first, in lower case; empty lines are skipped, of a word that
  /// stands twice the first counts. `words` must outlive it. O(bytes).
  explicit lexicon(std::string_view words);

  /// Rank of a word: 1 is the most frequent, 0 means not in the list. The word is lower-cased and composed; accents
  /// count. A word that is also a name ("Pierre") has its rank: whether it is meant as one only the context says.
  /// O(bytes) without allocation for words of up to 64 bytes; a longer one is in no list.
  std::uint32_t rank(std::string_view word) const;

  std::uint32_t size() const noexcept { return size_; }

  lexicon(lexicon&&) noexcept;
  lexicon& operator=(lexicon&&) noexcept;
  ~lexicon();

private:
  struct table;
  std::unique_ptr<table const> table_;
  std::uint32_t size_ = 0;
};

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/lexicon.ipp>
#endif
