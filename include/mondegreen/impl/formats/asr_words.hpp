// Words and the text they were said in: where each word of a recogniser's list stands.
#pragma once

#include <mondegreen/impl/formats/asr_heard.hpp>
#include <mondegreen/impl/text/fold.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

inline bool is_white_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/// `what` without the white space around it.
inline span without_spaces(std::string_view text, span what) noexcept {
  while (!what.empty() && is_white_space(text[what.offset])) ++what.offset, --what.length;
  while (!what.empty() && is_white_space(text[what.end() - 1])) --what.length;
  return what;
}

inline span whole(std::string_view text) noexcept { return {0, static_cast<std::uint32_t>(text.size())}; }

/// Marks that stand right behind a word.
inline bool is_closing_mark(char32_t c) noexcept {
  return std::u32string_view(U".,!?;:…%)]}»”。、！？，；：」』）؟،").find(c) != std::u32string_view::npos;
}

inline bool only_closing_marks(std::string_view text) noexcept {
  if (text.empty()) return false;
  for (std::size_t at = 0; at < text.size();) {
    auto const point = decode_at(text, at);
    if (!is_closing_mark(point.value)) return false;
    at += point.length;
  }
  return true;
}

/// Scripts that part no words.
inline bool is_unspaced(char32_t c) noexcept {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/// A text and where in it its words stand.
struct spoken_text {
  struct word {
    span where;
    std::int64_t start, end;
    float confidence;
    std::int32_t speaker;
  };
  passage text{};
  std::vector<word> words{};
};

/// Appends the part `what` of a passage with its place and its marks. Line ends become LF, blank lines vanish.
void append_part(passage& to, passage const& from, span what);

/// Tokens of a language model become words: one that does not begin with a space goes on with the one before.
void join_tokens(heard_segment& segment);

/// The text of a segment and where in it its words stand. If most of them stand nowhere in it, they are the text.
/// Adds to `missed` how many do not. Takes the segment's text. O(text + words).
spoken_text place_words(heard_segment& segment, heard const& all, std::size_t& missed);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/asr_words.ipp>
#endif
