// The words of a text as numbers: what is compared with many words without a copy of any.
#pragma once

#include <mondegreen/impl/text/fold.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace mondegreen::inline MONDEGREEN_ABI::impl {

namespace word_bytes {

inline constexpr unsigned char between = 0;      ///< no letter and no figure
inline constexpr unsigned char beyond_ascii = 1; ///< of a character of several bytes
inline constexpr unsigned char ligature = 0x7E;  ///< œ
inline constexpr unsigned char strange = 0x7F;   ///< a letter that only ICU knows

/// A letter in lower case or a figure, else one of the above.
inline constexpr auto of_ascii = [] {
  std::array<unsigned char, 256> made{};
  for (unsigned c = 0; c < 256; ++c) {
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || (c >= '0' && c <= '9')) made[c] = static_cast<unsigned char>(c | 0x20U);
    if (c >= 0x80) made[c] = beyond_ascii;
  }
  return made;
}();

/// U+00C0 to U+00FF without accents. Æ, Ð, Ø and Þ are letters of their own; ß and ÿ have a capital beyond these.
inline constexpr char of_latin[] = "aaaaaa\x7B"
                                   "ceeeeiiii\x7Cnooooo\0\x7Duuuuy\x60\x7F"
                                   "aaaaaa\x7B"
                                   "ceeeeiiii\x7Cnooooo\0\x7Duuuuy\x60\x7F";

/// A character beyond ASCII.
struct character {
  unsigned char letter = between;
  std::uint8_t length = 1;
  bool known = true; ///< false if a fold that knows more may see something else in it
};

inline character character_at(std::string_view text, std::size_t at) noexcept {
  auto const byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  auto const continues = [](unsigned b) { return (b & 0xC0U) == 0x80; };
  if (byte(0) == 0xC3 && continues(byte(1))) {
    auto const letter = static_cast<unsigned char>(of_latin[byte(1) - 0x80]);
    return {letter, 2, letter != strange};
  }
  if (byte(0) == 0xE2 && byte(1) == 0x80 && continues(byte(2))) return {between, 3, true}; // ’ … “ ”
  if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0xAB || byte(1) == 0xBB)) return {between, 2, true};
  if (byte(0) == 0xC5 && (byte(1) == 0x92 || byte(1) == 0x93)) return {ligature, 2, true};
  auto const point = decode_at(text, at);
  bool const letter = is_plain_letter(point.value) && point.value != 0x2BC; // U+02BC is an apostrophe
  return {letter ? strange : between, point.length, false};
}

/// Sixteen bytes of a text, ASCII in lower case, what is no letter and no figure as `between`.
struct folded_block {
  static constexpr std::size_t width = 16;
  std::array<unsigned char, width> bytes{};
  unsigned beyond_ascii = 0; ///< a bit for each byte that is; nothing sensible stands for it
};

#if defined(__SSE2__)
inline folded_block fold(__m128i in) noexcept {
  auto const low = _mm_or_si128(in, _mm_set1_epi8(0x20));
  auto const within = [](__m128i all, char first, char last) {
    auto const above = _mm_sub_epi8(all, _mm_set1_epi8(first));
    return _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8(static_cast<char>(last - first))), above);
  };
  folded_block made;
  made.beyond_ascii = static_cast<unsigned>(_mm_movemask_epi8(in));
  auto const kept = _mm_and_si128(low, _mm_or_si128(within(low, 'a', 'z'), within(in, '0', '9')));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(made.bytes.data()), kept); // unaligned stores are what storeu is for
  return made;
}

inline folded_block fold(char const* from) noexcept {
  return fold(_mm_loadu_si128(reinterpret_cast<__m128i const*>(from)));
}

/// The last bytes of a text, fewer than a block, and `between` behind.
inline folded_block fold_last(char const* from, std::size_t count) noexcept {
  auto const load = [](auto bytes, char const* at) {
    std::memcpy(&bytes, at, sizeof bytes);
    return std::uint64_t{bytes};
  };
  std::uint64_t low = 0, high = 0;
  if (count >= 8) {
    low = load(std::uint64_t{}, from);
    high = load(std::uint64_t{}, from + count - 8) >> (8 * (15 - count)) >> 8U; // what overlaps goes
  } else if (count >= 4) {
    low = load(std::uint32_t{}, from) | load(std::uint32_t{}, from + count - 4) << (8 * (count - 4));
  } else {
    for (std::size_t i = 0; i < count; ++i) low |= load(static_cast<unsigned char>(0), from + i) << (8 * i);
  }
  return fold(_mm_set_epi64x(static_cast<long long>(high), static_cast<long long>(low)));
}

/// A bit for each of 64 bytes that is not `between`.
inline std::uint64_t letters_in(unsigned char const* from) noexcept {
  std::uint64_t between_words = 0;
  for (unsigned i = 0; i < 4; ++i) {
    auto const part = _mm_loadu_si128(reinterpret_cast<__m128i const*>(from) + i);
    auto const zero = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(part, _mm_setzero_si128())));
    between_words |= std::uint64_t{zero} << (16 * i);
  }
  return ~between_words;
}
#else
inline folded_block fold_last(char const* from, std::size_t count) noexcept {
  folded_block made;
  for (unsigned i = 0; i < count; ++i) {
    auto const byte = static_cast<unsigned char>(from[i]);
    made.bytes[i] = of_ascii[byte];
    made.beyond_ascii |= (byte >= 0x80 ? 1U : 0U) << i;
  }
  return made;
}

inline folded_block fold(char const* from) noexcept { return fold_last(from, folded_block::width); }

inline std::uint64_t letters_in(unsigned char const* from) noexcept {
  std::uint64_t letters = 0;
  for (unsigned i = 0; i < 64; ++i) letters |= std::uint64_t{from[i] != between} << i;
  return letters;
}
#endif

/// A text without accents and in lower case, a byte a letter, as much at a time as there is room for.
class folding {
public:
  static constexpr std::size_t room = 256;
  static constexpr std::size_t least = room - folded_block::width; ///< this much is there, and more, until all of it is

  explicit folding(std::string_view text) noexcept : text_(text) {}

  bool done() const noexcept { return at_ == text_.size(); }
  bool known() const noexcept { return known_; }
  std::size_t size() const noexcept { return size_; }
  unsigned char const* data() const noexcept { return letters_.data(); }

  /// Goes on behind what was there from `from` on; 64 times `between` stand behind it all.
  void go_on(std::size_t from) noexcept {
    if (from < size_) std::memmove(letters_.data(), &letters_[from], size_ - from);
    size_ -= from;
    while (at_ < text_.size() && size_ <= least) {
      auto const left = text_.size() - at_;
      auto const* const here = text_.data() + at_;
      auto const block = left >= folded_block::width ? fold(here) : fold_last(here, left);
      std::memcpy(&letters_[size_], block.bytes.data(), folded_block::width);
      auto const ascii = static_cast<std::size_t>(std::countr_zero(block.beyond_ascii | 1U << folded_block::width));
      auto const taken = ascii < left ? ascii : left;
      at_ += taken;
      size_ += taken;
      if (ascii == folded_block::width) continue;
      auto const character = character_at(text_, at_);
      at_ += character.length;
      known_ = known_ && character.known;
      letters_[size_++] = character.letter;
    }
    std::memset(&letters_[size_], between, letters_.size() - room);
  }

private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  bool known_ = true;
  std::array<unsigned char, room + 64>
      letters_; // NOLINT(cppcoreguidelines-pro-type-member-init): what is filled is read
};

/// The letters of a word as a number, and whether there are figures beside them.
class word_number {
public:
  word_number(unsigned char const* letters, std::size_t size) noexcept {
    constexpr auto all = ~std::uint64_t{0};
    for (; size > 8; letters += 8, size -= 8) add(letters, all);
    auto const unused = 64 - 8 * static_cast<unsigned>(size);
    add(letters, std::endian::native == std::endian::little ? all >> unused : all << unused);
  }

  std::uint32_t value() const noexcept { return static_cast<std::uint32_t>(value_ * odd >> 32U); }
  bool mixed() const noexcept { return letters_ && figures_; }

private:
  static constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;

  void add(unsigned char const* from, std::uint64_t mask) noexcept {
    constexpr std::uint64_t letter_bits = 0x4040404040404040U; // figures have them not
    std::uint64_t eight = 0;
    std::memcpy(&eight, from, sizeof eight);
    eight &= mask;
    letters_ = letters_ || (eight & letter_bits) != 0;
    figures_ = figures_ || (eight & letter_bits) != (mask & letter_bits);
    auto const before = value_ * odd;
    value_ = (before ^ before >> 29U) + eight;
  }

  std::uint64_t value_ = 0;
  bool letters_ = false, figures_ = false;
};

} // namespace word_bytes

/// Calls `with(number)` for each run of letters and figures, apostrophes and hyphens parting them. Words that are the same
/// but for case and accents have the same number; nearly all others have another. Returns false if the text has a character
/// beyond Latin-1, œ and the usual marks, figures and letters in one word, or a word of more than 240 letters: others may part
/// and fold it otherwise, and what `with` was told is not all. O(text), some 1 ns a byte.
template <class Function> bool for_each_word(std::string_view text, Function&& with) {
  word_bytes::folding folded(text);
  bool known = true;
  std::size_t held = 0; // where a word begins that goes on behind what is there
  do {
    folded.go_on(held);
    held = folded.size();
    std::size_t begin = 0;
    std::uint64_t inside = 0; // 1 in a word
    for (std::size_t base = 0; base <= folded.size(); base += 64) {
      auto const letters = word_bytes::letters_in(folded.data() + base);
      auto edges = letters ^ (letters << 1U | inside);
      if (inside == 0 && edges != 0) {
        begin = base + static_cast<std::size_t>(std::countr_zero(edges));
        edges &= edges - 1;
      }
      while (edges != 0) {
        auto const end = base + static_cast<std::size_t>(std::countr_zero(edges));
        edges &= edges - 1;
        auto const size = end - begin;
        if (end == folded.size() && !folded.done() && size <= word_bytes::folding::least) {
          held = begin;
        } else {
          word_bytes::word_number const word(folded.data() + begin, size);
          known = known && !word.mixed() && size <= word_bytes::folding::least;
          with(word.value());
        }
        if (edges == 0) break;
        begin = base + static_cast<std::size_t>(std::countr_zero(edges));
        edges &= edges - 1;
      }
      inside = letters >> 63U;
    }
  } while (!folded.done());
  return known && folded.known();
}

/// True if `with` in place of `size` bytes at `at` leaves all words as they were: it differs from them in case and accents
/// alone, or neither has a letter or a figure, and it neither parts two words nor joins them. May be false where they are.
/// O(size + with).
inline bool leaves_words(std::string_view text, std::size_t at, std::size_t size, std::string_view with) noexcept {
  constexpr std::size_t longest = word_bytes::folding::least;
  if (size > longest || with.size() > longest) return false;
  word_bytes::folding old(text.substr(at, size)), fresh(with);
  old.go_on(0);
  fresh.go_on(0);
  if (!old.known() || !fresh.known()) return false;
  if (old.size() == fresh.size() && std::memcmp(old.data(), fresh.data(), old.size()) == 0) return true;
  auto const between_words = [](word_bytes::folding const& all) {
    return std::all_of(all.data(), all.data() + all.size(), [](auto letter) { return letter == word_bytes::between; });
  };
  if (!between_words(old) || !between_words(fresh)) return false;
  if (size != 0 && !with.empty()) return true;
  auto const parts = [&](std::size_t i) {
    return i >= text.size() || word_bytes::of_ascii[static_cast<unsigned char>(text[i])] == word_bytes::between;
  };
  return at == 0 || parts(at - 1) || parts(at + size);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
