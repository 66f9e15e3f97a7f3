// Large memory in few pages: where the system leaves it to programs, they have to ask.
#pragma once

#include <mondegreen/config.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Asks for pages of 2 MiB under memory that is about to be written to, for its first 64 MiB. A hint: of reading a file into a
/// transcript the page faults alone were half of the time. More is not asked for, because a system has that many large pages
/// at hand, and has to find others: on a virtual machine that gives unused ones back to its host, large pages not used
/// lately took 2 s a gigabyte, small ones 0.4 s (a list of 10^7 cues: 7.3 s in large pages, 3.7 s so).
inline void prefer_huge_pages(void* data, std::size_t size) noexcept {
#if defined(__linux__)
  constexpr std::size_t page = std::size_t{1} << 21U;
  constexpr std::size_t most = 32 * page;
  if (size < 2 * page) return;
  auto const begin = reinterpret_cast<std::uintptr_t>(data);
  auto const first = (begin + page - 1) / page * page;
  auto const last = (begin + std::min(size, most)) / page * page;
  if (first < last) ::madvise(static_cast<char*>(data) + (first - begin), last - first, MADV_HUGEPAGE);
#else
  static_cast<void>(data), static_cast<void>(size);
#endif
}

/// The same for what is about to be put into a vector.
template <class T> void reserve_pages(std::vector<T>& room, std::size_t size) {
  if (size <= room.capacity()) return;
  room.reserve(size);
  prefer_huge_pages(room.data(), room.capacity() * sizeof(T));
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
