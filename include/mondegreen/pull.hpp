// A reader that gives one block at a time, as a range: what srt::blocks and webvtt::blocks return.
#pragma once

#include <mondegreen/config.hpp>

#include <cstddef>
#include <iterator>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

/// The end of a range over a reader.
struct end_of_text {};

/// All blocks, or only the cues, that a reader gives: a single-pass range that allocates nothing. A `Reader` has a type
/// `view` with a `kind`, and `bool next(view&)`. Iterators hold a pointer to the range, which must outlive them.
template <class Reader> class pull_range {
public:
  using view = typename Reader::view;

  class iterator {
  public:
    using value_type = view;
    using reference = view const&;
    using pointer = view const*;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;

    iterator() = default;
    explicit iterator(pull_range& of) noexcept : of_(&of) { ++*this; }

    reference operator*() const noexcept { return of_->block_; }
    pointer operator->() const noexcept { return &of_->block_; }
    iterator& operator++() noexcept {
      do {
        if (!of_->reader_.next(of_->block_)) of_ = nullptr;
      } while (of_ != nullptr && of_->only_cues_ && of_->block_.kind != decltype(view::kind)::cue);
      return *this;
    }
    void operator++(int) noexcept { ++*this; }
    friend bool operator==(iterator at, end_of_text) noexcept { return at.of_ == nullptr; }

  private:
    pull_range* of_ = nullptr;
  };

  pull_range(Reader reader, bool only_cues) noexcept : reader_(std::move(reader)), only_cues_(only_cues) {}

  iterator begin() noexcept { return iterator(*this); }
  end_of_text end() const noexcept { return {}; }

private:
  Reader reader_;
  view block_;
  bool only_cues_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI
