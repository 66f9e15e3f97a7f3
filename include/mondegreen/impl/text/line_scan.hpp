// Vectorised searches for the places where a line-based format changes: 16 or 32 bytes a step, 8 without SSE2.
#pragma once

#include <mondegreen/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace mondegreen::inline MONDEGREEN_ABI::impl::lines {

constexpr bool is_line_end(char c) noexcept { return c == '\n' || c == '\r'; }
constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Past the line end at `at`, if one stands there: LF, CR LF or CR.
inline char const* skip_line_end(char const* at, char const* end) noexcept {
  if (at != end && *at == '\r') return at + 1 != end && at[1] == '\n' ? at + 2 : at + 1;
  return at != end && *at == '\n' ? at + 1 : at;
}

/// Where the text of the line ends that stands before `next_line`; not before `from`.
inline char const* end_of_line_before(char const* next_line, char const* from) noexcept {
  if (next_line == from) return from;
  if (next_line[-1] == '\r') return next_line - 1;
  if (next_line[-1] != '\n') return next_line;
  --next_line;
  return next_line != from && next_line[-1] == '\r' ? next_line - 1 : next_line;
}

inline char const* skip_blanks(char const* at, char const* end) noexcept {
  while (at != end && is_blank(*at)) ++at;
  return at;
}

/// Bytes side by side, compared all at once. Each type has the same members; the scans are written once for all.
namespace lanes {

/// Eight bytes in a register of any machine, for those without SSE2.
struct swar {
  static constexpr std::size_t width = 8;
  std::uint64_t bits;

  static constexpr std::uint64_t every(unsigned byte) noexcept { return 0x0101010101010101U * byte; }
  static swar load(char const* from) noexcept {
    swar loaded;
    std::memcpy(&loaded.bits, from, width);
    return loaded;
  }
  friend swar operator==(swar a, char c) noexcept {
    auto const x = a.bits ^ every(static_cast<unsigned char>(c));
    return {~(((x & every(0x7F)) + every(0x7F)) | x | every(0x7F))};
  }
  /// For limits below 0x80.
  friend swar operator<=(swar a, char limit) noexcept {
    auto const above = (a.bits & every(0x7F)) + every(0x7FU - static_cast<unsigned char>(limit));
    return {~(above | a.bits) & every(0x80)};
  }
  friend swar operator&(swar a, swar b) noexcept { return {a.bits & b.bits}; }
  friend swar operator|(swar a, swar b) noexcept { return {a.bits | b.bits}; }
  static swar only_first(swar a, swar b) noexcept { return {a.bits & ~b.bits}; }
  /// Non-zero if any lane is set; `first` then finds it.
  std::uint64_t mask() const noexcept { return bits; }
  static std::size_t first(std::uint64_t mask) noexcept {
    auto const zeros = std::endian::native == std::endian::little ? std::countr_zero(mask) : std::countl_zero(mask);
    return static_cast<std::size_t>(zeros) / 8;
  }
};

#if defined(__SSE2__)
struct sse2 {
  static constexpr std::size_t width = 16;
  __m128i bits;

  static sse2 load(char const* from) noexcept {
    return {_mm_loadu_si128(reinterpret_cast<__m128i const*>(from))}; // unaligned loads are what loadu is for
  }
  friend sse2 operator==(sse2 a, char c) noexcept { return {_mm_cmpeq_epi8(a.bits, _mm_set1_epi8(c))}; }
  friend sse2 operator<=(sse2 a, char limit) noexcept {
    return {_mm_cmpeq_epi8(_mm_min_epu8(a.bits, _mm_set1_epi8(limit)), a.bits)};
  }
  friend sse2 operator&(sse2 a, sse2 b) noexcept { return {_mm_and_si128(a.bits, b.bits)}; }
  friend sse2 operator|(sse2 a, sse2 b) noexcept { return {_mm_or_si128(a.bits, b.bits)}; }
  static sse2 only_first(sse2 a, sse2 b) noexcept { return {_mm_andnot_si128(b.bits, a.bits)}; }
  unsigned mask() const noexcept { return static_cast<unsigned>(_mm_movemask_epi8(bits)); }
  static std::size_t first(unsigned mask) noexcept { return static_cast<std::size_t>(std::countr_zero(mask)); }
};
#endif

#if defined(__AVX2__)
struct avx2 {
  static constexpr std::size_t width = 32;
  __m256i bits;

  static avx2 load(char const* from) noexcept { return {_mm256_loadu_si256(reinterpret_cast<__m256i const*>(from))}; }
  friend avx2 operator==(avx2 a, char c) noexcept { return {_mm256_cmpeq_epi8(a.bits, _mm256_set1_epi8(c))}; }
  friend avx2 operator<=(avx2 a, char limit) noexcept {
    return {_mm256_cmpeq_epi8(_mm256_min_epu8(a.bits, _mm256_set1_epi8(limit)), a.bits)};
  }
  friend avx2 operator&(avx2 a, avx2 b) noexcept { return {_mm256_and_si256(a.bits, b.bits)}; }
  friend avx2 operator|(avx2 a, avx2 b) noexcept { return {_mm256_or_si256(a.bits, b.bits)}; }
  static avx2 only_first(avx2 a, avx2 b) noexcept { return {_mm256_andnot_si256(b.bits, a.bits)}; }
  unsigned mask() const noexcept { return static_cast<unsigned>(_mm256_movemask_epi8(bits)); }
  static std::size_t first(unsigned mask) noexcept { return static_cast<std::size_t>(std::countr_zero(mask)); }
};
using widest = avx2;
#elif defined(__SSE2__)
using widest = sse2;
#else
using widest = swar;
#endif

/// A single byte with the same members: the end of a text, where no full load fits any more.
struct one {
  char byte;
  bool set = false;

  friend one operator==(one a, char c) noexcept { return {0, a.byte == c}; }
  friend one operator<=(one a, char limit) noexcept {
    return {0, static_cast<unsigned char>(a.byte) <= static_cast<unsigned char>(limit)};
  }
  friend one operator&(one a, one b) noexcept { return {0, a.set && b.set}; }
  friend one operator|(one a, one b) noexcept { return {0, a.set || b.set}; }
  static one only_first(one a, one b) noexcept { return {0, a.set && !b.set}; }
};

} // namespace lanes

/// The first place in [at, end) where `Stop` holds for a byte and the one behind it; `end` if there is none. The last
/// byte of the text is followed by a line end.
template <class Stop, class Lanes = lanes::widest> inline char const* scan(char const* at, char const* end) noexcept {
  while (static_cast<std::size_t>(end - at) > Lanes::width) {
    auto const mask = Stop::holds(Lanes::load(at), Lanes::load(at + 1)).mask();
    if (mask != 0) return at + Lanes::first(mask);
    at += Lanes::width;
  }
  for (; at != end; ++at)
    if (Stop::holds(lanes::one{*at}, lanes::one{at + 1 == end ? '\n' : at[1]}).set) return at;
  return end;
}

/// The first place in [at, end) where `Stop` holds for a byte by itself; `end` if there is none. For short stretches: the
/// last load overlaps with the one before, and what is shorter than a load is searched eight bytes at a time.
template <class Stop> inline char const* scan_all(char const* at, char const* end) noexcept {
  char const* found = nullptr;
  // Whether the stretch was long enough, and is done.
  auto const steps = [&]<class Lanes>(Lanes) {
    if (static_cast<std::size_t>(end - at) < Lanes::width) return false;
    for (auto const* const last = end - Lanes::width;; at = at + Lanes::width < last ? at + Lanes::width : last) {
      auto const mask = Stop::holds(Lanes::load(at)).mask();
      found = mask != 0 ? at + Lanes::first(mask) : end;
      if (mask != 0 || at == last) return true;
    }
  };
  if (steps(lanes::widest{}) || steps(lanes::swar{})) return found;
  for (; at != end; ++at)
    if (Stop::holds(lanes::one{*at}).set) return at;
  return end;
}

/// A line end.
struct at_line_end {
  template <class V> static V holds(V a, V) noexcept { return (a == '\n') | (a == '\r'); }
};

/// A line end or "->".
struct at_line_end_or_arrow {
  template <class V> static V holds(V a, V b) noexcept { return (a == '\n') | (a == '\r') | ((a == '-') & (b == '>')); }
};

/// The last byte of a line end that the next line follows with a byte up to '9': a blank, another line end, a digit, a
/// sign. Everything that can begin a SubRip cue or end one begins so, and few lines of text do. After a lone CR: always.
struct at_line_end_before_low {
  template <class V> static V holds(V a, V b) noexcept {
    return ((a == '\n') & (b <= '9')) | V::only_first(a == '\r', b == '\n');
  }
};

/// The last byte of a line end that an empty line follows, or "->". After a lone CR: always.
struct at_empty_line_or_arrow {
  template <class V> static V holds(V a, V b) noexcept {
    return ((a == '\n') & ((b == '\n') | (b == '\r'))) | V::only_first(a == '\r', b == '\n') |
           ((a == '-') & (b == '>'));
  }
};

inline char const* find_line_end(char const* at, char const* end) noexcept { return scan<at_line_end>(at, end); }

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::lines
