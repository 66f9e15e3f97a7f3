#pragma once

#include <mondegreen/impl/text/utf8.hpp>
#include <mondegreen/source.hpp>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <limits>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// Where lines start, and, inside lines longer than a page, how many code points lie before every 4,096th byte: so a
/// thousand diagnostics in one line of a gigabyte cost a thousand short counts and not a thousand gigabytes.
struct source::index {
  static constexpr std::uint32_t page = 4096;

  struct checkpoint {
    std::uint32_t offset;      ///< at a code point's first byte
    std::uint32_t code_points; ///< from the start of its line up to `offset`
  };

  explicit index(std::string_view text) {
    auto const size = static_cast<std::uint32_t>(text.size());
    starts.push_back(0);
    std::uint32_t counted = 0;
    std::uint32_t next_page = page;
    for (std::uint32_t i = 0; i < size; ++i) {
      char const c = text[i];
      if (c == '\n' || (c == '\r' && (i + 1 == size || text[i + 1] != '\n'))) {
        starts.push_back(i + 1);
        counted = 0;
        next_page = i + 1 > std::numeric_limits<std::uint32_t>::max() - page ? i + 1 : i + 1 + page;
        continue;
      }
      if (!impl::starts_code_point(c)) continue;
      if (i >= next_page) {
        pages.push_back({i, counted});
        next_page = i > std::numeric_limits<std::uint32_t>::max() - page ? i : i + page;
      }
      ++counted;
    }
    if (starts.size() > 1 && starts.back() == size) starts.pop_back();
  }

  std::vector<std::uint32_t> starts;
  std::vector<checkpoint> pages;
};

MONDEGREEN_INLINE source::source(std::string name, std::string text, encoding_info encoding)
    : name_(std::move(name)), text_(std::move(text)), encoding_(std::move(encoding)) {
  assert(text_.size() <= std::numeric_limits<std::uint32_t>::max());
}

MONDEGREEN_INLINE source::~source() { delete index_; }

MONDEGREEN_INLINE source::index const& source::lines() const {
  std::atomic_ref<index const*> const shared(index_);
  if (auto const* known = shared.load(std::memory_order_acquire)) return *known;
  auto fresh = std::make_unique<index const>(text_);
  index const* expected = nullptr;
  // Two threads may both build it; the second one's is dropped.
  if (shared.compare_exchange_strong(expected, fresh.get(), std::memory_order_acq_rel)) return *fresh.release();
  return *expected;
}

MONDEGREEN_INLINE position source::locate(std::uint32_t offset) const {
  auto const& known = lines();
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  auto const line = std::upper_bound(known.starts.begin(), known.starts.end(), offset) - 1;
  auto page = std::upper_bound(known.pages.begin(), known.pages.end(), offset,
                               [](std::uint32_t at, index::checkpoint const& c) { return at < c.offset; });
  std::uint32_t from = *line;
  std::uint32_t before = 0;
  if (page != known.pages.begin() && (page - 1)->offset >= *line) {
    from = (page - 1)->offset;
    before = (page - 1)->code_points;
  }
  auto const between = std::string_view(text_).substr(from, offset - from);
  return {static_cast<std::uint32_t>(line - known.starts.begin()) + 1,
          before + static_cast<std::uint32_t>(impl::count_code_points(between)) + 1};
}

MONDEGREEN_INLINE span source::line(std::uint32_t number) const {
  auto const& starts = lines().starts;
  auto const size = static_cast<std::uint32_t>(text_.size());
  if (number == 0 || number > starts.size()) return {size, 0};
  auto const start = starts[number - 1];
  auto end = number < starts.size() ? starts[number] : size;
  while (end > start && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return {start, end - start};
}

MONDEGREEN_INLINE std::uint32_t source::line_count() const { return static_cast<std::uint32_t>(lines().starts.size()); }

MONDEGREEN_INLINE source_ptr make_source(std::string text, std::string name) {
  return std::make_shared<source const>(std::move(name), std::move(text));
}

} // namespace mondegreen::inline MONDEGREEN_ABI
