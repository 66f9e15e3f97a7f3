#pragma once

#include <mondegreen/signs.hpp>

#include <array>
#include <cstddef>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

/// For each byte the signs that it may be the first or the second of, a bit for each.
struct sign_bytes {
  std::array<std::uint64_t, 256> first{};
  std::array<std::uint64_t, 256> second{};

  static constexpr void mark(std::array<std::uint64_t, 256>& table, std::string_view bytes, std::uint64_t bit) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      auto const from = static_cast<unsigned char>(bytes[i]);
      bool const range = i + 2 < bytes.size() && bytes[i + 1] == '-';
      unsigned const to = range ? static_cast<unsigned char>(bytes[i + 2]) : from;
      for (unsigned c = from; c <= to; ++c) table[c] |= bit;
      if (range) i += 2;
    }
  }

  constexpr sign_bytes() {
    using namespace std::string_view_literals; // for those with a zero
    std::string_view const any{};
    std::uint64_t bit = 1;
    auto const add = [&](std::string_view a, std::string_view b) {
      mark(first, a, bit);
      if (b.empty())
        for (auto& each : second) each |= bit;
      mark(second, b, bit);
      bit <<= 1U;
    };
#define MONDEGREEN_SIGN(id, first, second) add(first, second);
#include <mondegreen/signs.def>
#undef MONDEGREEN_SIGN
  }
};

} // namespace impl

MONDEGREEN_INLINE sign_set sign_set::in(std::string_view text) noexcept {
  static constexpr impl::sign_bytes table;
  std::uint64_t found = 0;
  auto before = static_cast<unsigned char>('\n');
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    found |= table.first[before] & table.second[byte];
    before = byte;
  }
  if (!text.empty()) found |= table.first[before] & table.second[static_cast<unsigned char>('\n')];
  return sign_set(found);
}

} // namespace mondegreen::inline MONDEGREEN_ABI
