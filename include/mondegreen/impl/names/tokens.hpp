// The words of a text, as the matcher walks over them: across passages that follow each other in time.
#pragma once

#include <mondegreen/source.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// How a word is written.
enum class word_shape : std::uint8_t {
  lower,    ///< maison
  initial,  ///< Maison
  capitals, ///< MAISON, of two letters or more; a lone capital is `initial`
  mixed,    ///< LeCun
  digits,   ///< 2024
};

/// What stands between a word and the one before it.
enum class gap : std::uint8_t {
  joined, ///< a hyphen, an apostrophe, or nothing
  space,  ///< white space, or the full stop of an abbreviation
  line,   ///< a line end, or the end of a passage that goes on in this one
  wall,   ///< punctuation, or the start of the text: no name runs across
};

/// A word. In this order two of them fill a cache line, and a text has a million.
struct token {
  std::string_view text; ///< the bytes of `where`
  span where;            ///< in the text of its passage
  std::uint32_t passage = 0;
  word_shape shape = word_shape::lower;
  gap before = gap::wall;
  bool opens_sentence = false; ///< a capital here says nothing
  bool shielded = false;       ///< inside a URL, a domain, an address, a file name: never touched
};

/// A passage as the tokeniser takes it.
struct token_source {
  std::string_view text;
  bool continues = false; ///< the passage before it goes on in it: windows may run across
};

/// All that the words of a passage depend on beside its text: how the one before it ended.
struct passage_end {
  gap before = gap::wall;     ///< the next word
  bool opens_sentence = true; ///< the same
  bool line_end = false;      ///< the last blank was one

  friend bool operator==(passage_end const&, passage_end const&) = default;

  /// The same where a passage begins. `first`: no word stands before it.
  passage_end into(token_source const& next, bool first) const noexcept {
    if (!next.continues || first) return {gap::wall, true, line_end};
    return {std::max(before, gap::line), opens_sentence, line_end};
  }
};

/// What has more bytes is no word.
inline constexpr std::size_t longest_word = 64;

/// The words of passages in order. Words longer than 64 bytes are walls. O(bytes).
std::vector<token> tokenize(std::vector<token_source> const& passages);

/// Appends the words of one passage and returns how it ended.
passage_end tokenize(token_source const& from, std::uint32_t passage, passage_end before, std::vector<token>& out);

/// Appends the words of one text.
void tokenize(std::string_view text, std::vector<token>& out);

/// The words of one text.
std::vector<std::string> words_of(std::string_view text);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/tokens.ipp>
#endif
