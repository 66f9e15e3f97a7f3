#pragma once

#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/impl/text/utf8.hpp>
#include <mondegreen/source.hpp>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <limits>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

/// The last byte of a line end.
struct at_end_of_line_end {
  template <class V> static V holds(V a, V b) noexcept { return (a == '\n') | V::only_first(a == '\r', b == '\n'); }
};

} // namespace impl

/// For every 4,096th byte the line it lies in: a thousandth of the text's size, made at the speed of memory, and a place
/// is then found by looking at one page. So a single diagnostic in a file of a gigabyte costs no list of all its lines,
/// and a thousand in one line of a gigabyte cost a thousand pages.
struct source::index {
  static constexpr std::uint32_t page = 4096;

  /// How far counting has come.
  struct mark {
    std::uint32_t line = 1;        ///< number
    std::uint32_t line_start = 0;  ///< offset
    std::uint32_t code_points = 0; ///< of the line, up to here
  };

  explicit index(std::string_view text) {
    auto const size = static_cast<std::uint32_t>(text.size());
    marks.reserve(size / page + 1);
    mark at;
    std::uint32_t from = 0;
    for (;; from += page) {
      marks.push_back(at);
      if (size - from <= page) break;
      at = counted(text, at, from, from + page);
    }
    last = counted(text, at, from, size);
  }

  /// `at`, which is true of `from`, moved on to `to`, at most a page behind it.
  static mark counted(std::string_view text, mark at, std::uint32_t from, std::uint32_t to) noexcept {
    auto const* const begin = text.data();
    auto const* const end = begin + text.size();
    auto const* const seen = std::min(begin + to + 1, end); // the byte behind a CR counts
    auto const* next = begin + from;
    while ((next = impl::lines::scan<impl::at_end_of_line_end>(next, seen)) < begin + to) {
      // A last line end opens no further line.
      if (++next == end) break;
      ++at.line;
      at.line_start = from = static_cast<std::uint32_t>(next - begin);
      at.code_points = 0;
    }
    at.code_points += static_cast<std::uint32_t>(impl::count_code_points(text.substr(from, to - from)));
    return at;
  }

  std::vector<mark> marks; ///< of the first byte of each page
  mark last;               ///< of the end of the text
};

MONDEGREEN_INLINE source::source(std::string name, std::string text, encoding_info encoding)
    : name_(std::move(name)), own_text_(std::move(text)), text_(own_text_), encoding_(std::move(encoding)) {
  assert(text_.size() <= std::numeric_limits<std::uint32_t>::max());
}

MONDEGREEN_INLINE source::source(std::string name, std::string_view text, std::shared_ptr<void const> keeper,
                                 encoding_info encoding)
    : name_(std::move(name)), keeper_(std::move(keeper)), text_(text), encoding_(std::move(encoding)) {
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
  auto const page = std::min<std::size_t>(offset / index::page, known.marks.size() - 1);
  auto const from = static_cast<std::uint32_t>(page) * index::page;
  auto const at = index::counted(text_, known.marks[page], from, offset);
  return {at.line, at.code_points + 1};
}

MONDEGREEN_INLINE span source::line(std::uint32_t number) const {
  auto const& known = lines();
  auto const size = static_cast<std::uint32_t>(text_.size());
  if (number == 0 || number > known.last.line) return {size, 0};
  auto const above = std::partition_point(known.marks.begin(), known.marks.end(),
                                          [&](index::mark const& each) { return each.line <= number; }) -
                     1;
  auto start = above->line_start;
  auto const* const begin = text_.data();
  auto const* const end = begin + size;
  auto const* at = begin + (above - known.marks.begin()) * index::page;
  for (auto line = above->line; line < number; ++line) {
    at = impl::lines::scan<impl::at_end_of_line_end>(at, end) + 1;
    start = static_cast<std::uint32_t>(at - begin);
  }
  return {start, static_cast<std::uint32_t>(impl::lines::find_line_end(begin + start, end) - begin) - start};
}

MONDEGREEN_INLINE std::uint32_t source::line_count() const { return lines().last.line; }

MONDEGREEN_INLINE source_ptr make_source(std::string text, std::string name) {
  return std::make_shared<source const>(std::move(name), std::move(text));
}

} // namespace mondegreen::inline MONDEGREEN_ABI
