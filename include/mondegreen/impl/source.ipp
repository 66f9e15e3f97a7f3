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
/// and a thousand in one line of a gigabyte cost a thousand pages. It reaches as far as somebody has asked, or twice as
/// far as before: most that is told of a long file stands at its beginning.
struct source::index {
  static constexpr std::uint32_t page = 4096;
  static constexpr std::uint32_t shortest = 256 * page;

  /// How far counting has come.
  struct mark {
    std::uint32_t line = 1;        ///< number
    std::uint32_t line_start = 0;  ///< offset
    std::uint32_t code_points = 0; ///< of the line, up to here
  };

  /// Of the first pages of `text`, `size` bytes or all of it. `shorter`: one that is known.
  index(std::string_view text, std::uint32_t size, index const* shorter) : reach(size), before(shorter) {
    marks.reserve(size / page + 1);
    if (shorter != nullptr) marks = shorter->marks;
    auto from = static_cast<std::uint32_t>(marks.empty() ? 0 : marks.size() - 1) * page;
    auto at = marks.empty() ? mark{} : marks.back();
    if (!marks.empty()) marks.pop_back();
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

  /// One of at least the first `reach` bytes.
  static index const& of(source const& in, std::uint32_t reach) {
    auto const size = static_cast<std::uint32_t>(in.text_.size());
    std::atomic_ref<index const*> const shared(in.index_);
    auto const* known = shared.load(std::memory_order_acquire);
    for (;;) {
      if (known != nullptr && known->reach >= std::min(reach, size)) return *known;
      std::uint64_t const twice = known != nullptr ? 2ULL * known->reach : 0;
      auto const wanted = std::max({std::uint64_t{reach}, std::uint64_t{shortest}, twice});
      // Whole pages, so that the next one can go on from the last mark.
      auto const whole = (wanted + page - 1) / page * page;
      auto const least = static_cast<std::uint32_t>(std::min<std::uint64_t>(whole, size));
      auto fresh = std::make_unique<index const>(in.text_, least, known);
      // Two threads may both build it; the second one's is dropped.
      if (shared.compare_exchange_strong(known, fresh.get(), std::memory_order_acq_rel)) return *fresh.release();
    }
  }

  std::vector<mark> marks; ///< of the first byte of each page
  mark last;               ///< of the end
  std::uint32_t reach;     ///< bytes
  index const* before;     ///< which others may still be looking at
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

MONDEGREEN_INLINE source::~source() {
  while (index_ != nullptr) delete std::exchange(index_, index_->before);
}

MONDEGREEN_INLINE source::index const& source::lines() const {
  return index::of(*this, static_cast<std::uint32_t>(text_.size()));
}

MONDEGREEN_INLINE position source::locate(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  auto const& known = index::of(*this, offset);
  auto const page = std::min<std::size_t>(offset / index::page, known.marks.size() - 1);
  auto const from = static_cast<std::uint32_t>(page) * index::page;
  auto const at = index::counted(text_, known.marks[page], from, offset);
  return {at.line, at.code_points + 1};
}

MONDEGREEN_INLINE span source::line(std::uint32_t number) const {
  auto const size = static_cast<std::uint32_t>(text_.size());
  auto const* reached = &index::of(*this, 1);
  while (reached->last.line <= number && reached->reach < size) reached = &index::of(*this, reached->reach + 1);
  auto const& known = *reached;
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
