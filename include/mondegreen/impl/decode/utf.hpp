// UTF-8, UTF-16 and UTF-32 as bytes: whether they are well formed, and text from them.
#pragma once

#include <mondegreen/impl/text/utf8.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Number of bytes at the start of `bytes` that are ASCII, eight at a time.
inline std::size_t ascii_prefix(std::string_view bytes) noexcept {
  std::size_t i = 0;
  for (; bytes.size() - i >= 8; i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + i, 8);
    if (auto const high = eight & 0x8080808080808080U; high != 0) {
      auto const zeros = std::endian::native == std::endian::little ? std::countr_zero(high) : std::countl_zero(high);
      return i + static_cast<std::size_t>(zeros) / 8;
    }
  }
  while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80) ++i;
  return i;
}

struct utf8_count {
  std::size_t long_sequences = 0; ///< code points of two bytes and more: nothing but UTF-8 has many of them
  std::size_t sure = 0;           ///< those of them that hardly stand in any other text: "Ã©" or three bytes
  std::size_t bad = 0;            ///< bytes that are no UTF-8
  bool any_nul = false;           ///< U+0000
};

/// Counts the code point at `i`, or the ASCII from there on. Returns what stands behind.
inline std::size_t count_code_point(std::string_view bytes, std::size_t i, utf8_count& count) noexcept {
  auto const lead = static_cast<unsigned char>(bytes[i]);
  if (lead < 0x80) {
    auto const ascii = bytes.substr(i, ascii_prefix(bytes.substr(i)));
    count.any_nul = count.any_nul || ascii.find('\0') != ascii.npos;
    return i + ascii.size();
  }
  // What most texts in the Latin alphabet have, without the general case.
  if (lead >= 0xC2 && lead < 0xE0 && i + 1 < bytes.size() &&
      (static_cast<unsigned char>(bytes[i + 1]) & 0xC0U) == 0x80) {
    ++count.long_sequences;
    count.sure += lead == 0xC3;
    return i + 2;
  }
  auto const point = decode_at(bytes, i);
  ++(point.valid ? count.long_sequences : count.bad);
  if (point.valid) ++count.sure;
  return i + point.length;
}

inline utf8_count count_utf8(std::string_view bytes) noexcept {
  utf8_count count;
  for (std::size_t i = 0; i < bytes.size();) i = count_code_point(bytes, i, count);
  return count;
}

#if defined(__SSE2__)
/// Checks UTF-8 in whole registers: each byte beside the three before it, so that no step waits for the one before. The
/// conditions are those of J. Keiser and D. Lemire, "Validating UTF-8 In Less Than One Instruction Per Byte" (2021), as
/// comparisons: SSE2 cannot look up sixteen bytes in a table.
class utf8_registers {
public:
  static constexpr std::ptrdiff_t width = 64; ///< bytes that a step looks at
  static constexpr std::ptrdiff_t before = 3; ///< bytes that must be readable before them, and have been looked at

  void step(char const* at) noexcept {
    auto const of_all = [&](auto of) { return of(of(load(at), load(at + 16)), of(load(at + 32), load(at + 48))); };
    lowest_ = _mm_min_epu8(lowest_, of_all([](__m128i a, __m128i b) { return _mm_min_epu8(a, b); }));
    // With the three before: a sequence may have begun there.
    auto const highest =
        _mm_max_epu8(load(at - before), of_all([](__m128i a, __m128i b) { return _mm_max_epu8(a, b); }));
    if (_mm_movemask_epi8(highest) == 0) return; // all of it ASCII
    if (_mm_movemask_epi8(at_least(highest, 0xE0)) == 0)
      for (auto const* const end = at + width; at != end; at += 16) look(load(at), load(at - 1));
    else
      for (auto const* const end = at + width; at != end; at += 16)
        look(load(at), load(at - 1), load(at - 2), load(at - 3));
  }

  /// True if all was UTF-8, nothing U+0000, and no sequence is cut off before the last three bytes.
  bool good() const noexcept {
    auto const bad = _mm_or_si128(equal(lowest_, 0), equal(_mm_and_si128(lowest_lead_, all(0xFE)), 0));
    return _mm_movemask_epi8(_mm_or_si128(bad, equal(fits_, 0))) == 0;
  }

private:
  static __m128i all(int byte) noexcept { return _mm_set1_epi8(static_cast<char>(byte)); }
  static __m128i load(char const* from) noexcept { return _mm_loadu_si128(reinterpret_cast<__m128i const*>(from)); }
  static __m128i equal(__m128i lanes, int byte) noexcept { return _mm_cmpeq_epi8(lanes, all(byte)); }
  static __m128i at_least(__m128i lanes, int byte) noexcept {
    return _mm_cmpeq_epi8(_mm_max_epu8(lanes, all(byte)), lanes);
  }
  /// Of bytes from 0x80 on, which as signed numbers are the negative ones in their order; not of ASCII.
  static __m128i below(__m128i lanes, int byte) noexcept { return _mm_cmplt_epi8(lanes, all(byte)); }

  /// `expected`: not zero where a byte has to continue a sequence.
  void compare(__m128i lanes, __m128i expected) noexcept {
    fits_ = _mm_and_si128(fits_, _mm_xor_si128(equal(expected, 0), below(lanes, 0xC0)));
    // 0xC0 and 0xC1, which begin nothing, become 0 and 1, and no other byte does.
    lowest_lead_ = _mm_min_epu8(lowest_lead_, _mm_sub_epi8(lanes, all(0xC0)));
  }

  /// Where no sequence is longer than two bytes.
  void look(__m128i lanes, __m128i first) noexcept { compare(lanes, _mm_subs_epu8(first, all(0xBF))); }

  /// `first`, `second`, `third`: the bytes one, two and three before each.
  void look(__m128i lanes, __m128i first, __m128i second, __m128i third) noexcept {
    compare(lanes, _mm_or_si128(_mm_or_si128(_mm_subs_epu8(first, all(0xBF)), _mm_subs_epu8(second, all(0xDF))),
                                _mm_subs_epu8(third, all(0xEF))));
    auto const low = [&](int lead, int least) { return _mm_and_si128(equal(first, lead), below(lanes, least)); };
    auto const high = [&](int lead, int most) { return _mm_and_si128(equal(first, lead), at_least(lanes, most + 1)); };
    auto const too_long = _mm_or_si128(low(0xE0, 0xA0), low(0xF0, 0x90));
    auto const surrogate = high(0xED, 0x9F);
    auto const too_high = _mm_or_si128(high(0xF4, 0x8F), at_least(lanes, 0xF5));
    fits_ = _mm_andnot_si128(_mm_or_si128(_mm_or_si128(too_long, surrogate), too_high), fits_);
  }

  __m128i lowest_ = all(0xFF);
  __m128i lowest_lead_ = all(0xFF); ///< of each byte minus 0xC0
  __m128i fits_ = all(0xFF);        ///< zero where something was no UTF-8
};

/// True if `bytes` are UTF-8 without U+0000, as those of nearly all files are: told at the speed of memory.
inline bool is_plain_utf8(std::string_view bytes) noexcept {
  constexpr auto width = utf8_registers::width;
  constexpr std::ptrdiff_t margin = 16;
  constexpr std::ptrdiff_t part = std::ptrdiff_t{1} << 16; // a file of another encoding shows it soon
  char edge[margin + width];
  auto const* at = bytes.data();
  auto const* const end = at + bytes.size();
  utf8_registers registers;
  if (end - at >= width) {
    std::memset(edge, ' ', margin);
    std::memcpy(edge + margin, at, width);
    registers.step(edge + margin);
    at += width;
  }
  while (end - at >= width) {
    for (auto const* const part_end = at + std::min(end - at, part); part_end - at >= width; at += width)
      registers.step(at);
    if (!registers.good()) return false;
  }
  // The rest, with blanks behind it: what is cut off there is found as well.
  auto const known = std::min(at - bytes.data(), margin);
  std::memset(edge, ' ', sizeof edge);
  if (known + (end - at) != 0)
    std::memcpy(edge + margin - known, at - known, static_cast<std::size_t>(known + (end - at)));
  registers.step(edge + margin);
  return registers.good();
}
#else
inline bool is_plain_utf8(std::string_view bytes) noexcept {
  auto const count = count_utf8(bytes);
  return count.bad == 0 && !count.any_nul;
}
#endif

/// A byte or code unit that stands for nothing: U+FFFD stands at `offset` of the text in its place.
struct bad_unit {
  std::uint32_t offset;
  std::uint32_t value;
};

/// The bad units of a text: the first hundred, and how many there are.
struct bad_units {
  static constexpr std::size_t told = 100;

  std::vector<bad_unit> first;
  std::size_t count = 0;

  void add(std::size_t offset, std::uint32_t value) {
    if (count++ < told) first.push_back({static_cast<std::uint32_t>(offset), value});
  }
};

/// How many of the bytes at `at`, which begin no code point, one U+FFFD stands for: as browsers do it, all that could
/// still have become one.
inline std::size_t bad_utf8_length(std::string_view bytes, std::size_t at) noexcept {
  auto const byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
  auto const lead = byte(at);
  if (lead < 0xE0 || lead > 0xF4) return 1;
  auto const lowest = lead == 0xE0 ? 0xA0U : lead == 0xF0 ? 0x90U : 0x80U;
  auto const highest = lead == 0xED ? 0x9FU : lead == 0xF4 ? 0x8FU : 0xBFU;
  if (byte(at + 1) < lowest || byte(at + 1) > highest) return 1;
  return lead >= 0xF0 && (byte(at + 2) & 0xC0U) == 0x80 ? 3 : 2;
}

inline std::string text_from_utf8(std::string_view bytes, bad_units& bad) {
  std::string text;
  text.reserve(bytes.size());
  std::size_t copied = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      i += ascii_prefix(bytes.substr(i));
      continue;
    }
    auto const point = decode_at(bytes, i);
    if (!point.valid) {
      text += bytes.substr(copied, i - copied);
      bad.add(text.size(), static_cast<unsigned char>(bytes[i]));
      append_utf8(text, replacement_character);
      i += bad_utf8_length(bytes, i);
      copied = i;
      continue;
    }
    i += point.length;
  }
  return text += bytes.substr(copied);
}

enum class byte_order : std::uint8_t {
  little,
  big
};

/// The code unit of `width` bytes at `at`.
constexpr std::uint32_t unit_at(std::string_view bytes, std::size_t at, std::size_t width, byte_order order) noexcept {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    auto const byte = static_cast<unsigned char>(bytes[at + (order == byte_order::big ? i : width - 1 - i)]);
    value = value << 8U | byte;
  }
  return value;
}

/// UTF-16 (`width` 2) or UTF-32 (4). A lone surrogate, a value past U+10FFFF and bytes left over at the end are bad.
inline std::string text_from_wide(std::string_view bytes, std::size_t width, byte_order order, bad_units& bad) {
  std::string text;
  text.reserve(bytes.size() / width + bytes.size() / (width * 8));
  std::size_t i = 0;
  auto refuse = [&](std::uint32_t value) {
    bad.add(text.size(), value);
    append_utf8(text, replacement_character);
  };
  for (; bytes.size() - i >= width; i += width) {
    char32_t const unit = unit_at(bytes, i, width, order);
    bool const surrogate = unit >= 0xD800 && unit < 0xE000;
    if (!surrogate && unit <= 0x10FFFF) {
      append_utf8(text, unit);
      continue;
    }
    if (width == 2 && unit < 0xDC00 && bytes.size() - i >= 4) {
      char32_t const low = unit_at(bytes, i + 2, 2, order);
      if (low >= 0xDC00 && low < 0xE000) {
        append_utf8(text, 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00));
        i += 2;
        continue;
      }
    }
    refuse(unit);
  }
  if (i < bytes.size()) refuse(static_cast<unsigned char>(bytes[i]));
  return text;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
