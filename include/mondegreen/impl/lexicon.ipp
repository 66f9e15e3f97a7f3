#pragma once

#include <mondegreen/impl/languages/languages.hpp>
#include <mondegreen/impl/phonetics/letters.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/lexicon.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <mutex>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

/// FNV-1a, its high bits mixed down: a table of words needs no more.
constexpr std::uint32_t word_hash(std::string_view word) noexcept {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (char const c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

/// A word of at most 64 bytes, on the stack.
struct short_text {
  static constexpr std::size_t capacity = 64;

  char bytes[capacity]; // the first `size` are set
  std::size_t size = 0;
  bool overflowed = false;

  constexpr short_text& operator+=(char c) noexcept {
    if (size == capacity) {
      overflowed = true;
    } else {
      bytes[size++] = c;
    }
    return *this;
  }
  constexpr std::string_view view() const noexcept { return {bytes, size}; }
};

} // namespace impl

/// Open addressing over the text of the list itself: nothing is copied, so making it costs one pass.
struct lexicon::table {
  struct slot {
    std::uint32_t offset = 0; ///< of the word in the list
    std::uint32_t rank = 0;   ///< 0: free
  };

  std::string_view words{};
  std::vector<slot> slots{}; ///< a power of two, at most half full

  /// The slot of the word, or the free one where it belongs.
  std::size_t find(std::string_view word) const noexcept {
    auto const mask = slots.size() - 1;
    for (std::size_t i = impl::word_hash(word) & mask;; i = (i + 1) & mask) {
      auto const& each = slots[i];
      if (each.rank == 0) return i;
      auto const at = words.substr(each.offset);
      bool const whole = at.size() == word.size() || (at.size() > word.size() && at[word.size()] == '\n');
      if (whole && at.starts_with(word)) return i;
    }
  }
};

MONDEGREEN_INLINE lexicon::lexicon(lexicon&&) noexcept = default;
MONDEGREEN_INLINE lexicon& lexicon::operator=(lexicon&&) noexcept = default;
MONDEGREEN_INLINE lexicon::~lexicon() = default;

MONDEGREEN_INLINE lexicon::lexicon(std::string_view words) {
  // Offsets are 32 bits wide; a list has some hundred thousand bytes.
  words = words.substr(0, std::size_t{1} << 30U);
  auto const lines = static_cast<std::size_t>(std::count(words.begin(), words.end(), '\n')) + 1;
  auto made = std::make_unique<table>();
  made->words = words;
  made->slots.resize(std::bit_ceil(2 * lines));
  for (std::size_t at = 0; at < words.size();) {
    auto const end = std::min(words.find('\n', at), words.size());
    auto const word = words.substr(at, end - at);
    if (!word.empty()) {
      auto& mine = made->slots[made->find(word)];
      if (mine.rank == 0) mine = {static_cast<std::uint32_t>(at), ++size_};
    }
    at = end + 1;
  }
  table_ = std::move(made);
}

MONDEGREEN_INLINE lexicon const& lexicon::of(std::string_view language) {
  struct entry {
    std::once_flag once{};
    std::unique_ptr<lexicon> words{};
  };
  static auto const entries = std::make_unique<entry[]>(languages().size());
  static lexicon const empty{std::string_view{}};
  auto const* known = find_language(language);
  if (known == nullptr || known->ordinary_words.empty()) return empty;
  auto& mine = entries[impl::place_of(*known)];
  std::call_once(mine.once, [&] { mine.words = std::make_unique<lexicon>(known->ordinary_words); });
  return *mine.words;
}

MONDEGREEN_INLINE std::uint32_t lexicon::rank(std::string_view word) const {
  if (word.empty() || !table_) return 0; // no table: moved from
  impl::short_text lower;
  // Lower case can take fewer bytes than upper case, but never as few as half.
  if (word.size() > 2 * impl::short_text::capacity) return 0;
  impl::for_each_lower(word, [&](char32_t c) { impl::append_utf8(lower, c == U'’' ? U'\'' : c); });
  return lower.overflowed ? 0 : table_->slots[table_->find(lower.view())].rank;
}

} // namespace mondegreen::inline MONDEGREEN_ABI
