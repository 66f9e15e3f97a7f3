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

/// Counts from `i` on as long as there is nothing but ASCII and sequences of two bytes, which is what texts in the Latin
/// alphabet have, in whole registers: no branch depends on where their accents stand. Returns where it stopped, at the
/// beginning of a code point.
inline std::size_t count_short_sequences(std::string_view bytes, std::size_t i, utf8_count& count) noexcept {
#if defined(__SSE2__)
  auto const all = [](char byte) { return _mm_set1_epi8(byte); };
  auto const mask = [](__m128i lanes) { return static_cast<unsigned>(_mm_movemask_epi8(lanes)); };
  auto const sum = [](__m128i lanes) {
    auto const halves = _mm_sad_epu8(lanes, _mm_setzero_si128());
    return static_cast<std::size_t>(_mm_extract_epi16(halves, 0)) +
           static_cast<std::size_t>(_mm_extract_epi16(halves, 4));
  };
  auto const but_last = _mm_srli_si128(all('\xFF'), 1);
  while (bytes.size() - i >= 16) {
    auto const first = i;
    auto leads = _mm_setzero_si128(); // of each lane
    auto sure = leads;
    auto lowest = all('\xFF');
    bool simple = true;
    for (int step = 0; step < 255 && bytes.size() - i >= 16; ++step) {
      auto const lanes = _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes.data() + i));
      // As signed numbers: 0x80 is the lowest, 0xFF is -1.
      auto const lead = _mm_and_si128(_mm_cmpgt_epi8(lanes, all('\xC1')), _mm_cmplt_epi8(lanes, all('\xE0')));
      auto const rest = mask(_mm_cmplt_epi8(lanes, all('\xC0')));
      auto const lead_mask = mask(lead);
      // A lead at the end is left for the next step.
      auto const whole = _mm_and_si128(lead, but_last);
      simple = (lead_mask | rest) == mask(lanes) && rest == (lead_mask << 1U & 0xFFFFU);
      if (!simple) break;
      leads = _mm_sub_epi8(leads, whole);
      sure = _mm_sub_epi8(sure, _mm_and_si128(whole, _mm_cmpeq_epi8(lanes, all('\xC3'))));
      lowest = _mm_min_epu8(lowest, lanes);
      i += 16 - (lead_mask >> 15U);
    }
    count.long_sequences += sum(leads);
    count.sure += sum(sure);
    if (i != first) count.any_nul = count.any_nul || mask(_mm_cmpeq_epi8(lowest, _mm_setzero_si128())) != 0;
    if (!simple) break;
  }
#else
  static_cast<void>(bytes), static_cast<void>(count);
#endif
  return i;
}

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
  constexpr std::size_t stretch = 256; // where longer sequences stand more of them will
  utf8_count count;
  for (std::size_t i = 0; i < bytes.size();) {
    i = count_short_sequences(bytes, i, count);
    for (auto const end = std::min(bytes.size(), i + stretch); i < end;) i = count_code_point(bytes, i, count);
  }
  return count;
}

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
