#pragma once

#include <mondegreen/impl/phonetics/joint_ngrams.hpp>
#include <mondegreen/impl/phonetics/packed_text.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

MONDEGREEN_INLINE void joint_ngrams::load(std::string_view text) {
  constexpr std::size_t mean_length = 4; // digits an n-gram
  constexpr std::uint64_t has_longer = 2048;
  constexpr std::uint64_t many = 63;
  ngrams_.reserve(text.size() / mean_length);
  ngrams_.push_back({1, 0, 0, 0});
  auto next = static_cast<std::uint32_t>(1 + take_number(text, 2));
  while (!text.empty()) {
    auto const pair = take_number(text, 2);
    auto& each = ngrams_.emplace_back();
    each.longer = next;
    each.pair = static_cast<std::uint16_t>(pair % has_longer);
    each.cost = static_cast<std::uint8_t>(take_number(text, 1));
    if (pair < has_longer) continue;
    each.back_off = static_cast<std::uint8_t>(take_number(text, 1));
    auto count = take_number(text, 1);
    if (count == many) count = take_number(text, 2);
    next += static_cast<std::uint32_t>(count);
  }
  ngrams_.push_back({next, 0, 0, 0});
}

MONDEGREEN_INLINE std::uint32_t joint_ngrams::find(followers::run const& among, std::uint16_t pair) const noexcept {
  auto at = among.begin;
  while (at < among.end && ngrams_[at].pair < pair) ++at;
  return at < among.end && ngrams_[at].pair == pair ? at : 0;
}

MONDEGREEN_INLINE joint_ngrams::context joint_ngrams::start() const noexcept {
  context at;
  at.ngrams[0] = 1 + begin; // of one pair there are all, in their order
  at.size = 2;
  return at;
}

MONDEGREEN_INLINE joint_ngrams::followers joint_ngrams::after(context const& from, std::uint16_t first,
                                                              std::uint16_t last) const noexcept {
  followers found;
  int back_off = 0;
  for (std::size_t i = 0; i + 1 < from.size; ++i) {
    auto const& here = ngrams_[from.ngrams[i]];
    auto const behind_all = ngrams_[from.ngrams[i] + 1].longer;
    auto at = here.longer;
    for (auto left = behind_all - at; left > 0;) {
      auto const half = left / 2;
      bool const behind = ngrams_[at + half].pair < first;
      at = behind ? at + half + 1 : at;
      left = behind ? left - half - 1 : half;
    }
    auto stop = at;
    while (stop < behind_all && ngrams_[stop].pair < last) ++stop;
    if (at < stop) found.runs[found.size++] = {at, stop, back_off};
    back_off += here.back_off;
  }
  found.runs[found.size++] = {1U + first, 1U + last, back_off};
  return found;
}

MONDEGREEN_INLINE int joint_ngrams::cost(followers const& at, std::uint16_t pair) const noexcept {
  // The file counts in fifths of a natural logarithm; beside the net three quarters of that are right for most words.
  constexpr int scale = 3;
  for (std::size_t i = 0; i < at.size; ++i)
    if (auto const found = find(at.runs[i], pair); found != 0)
      return (at.runs[i].back_off + ngrams_[found].cost) * scale;
  return 0; // not one of those asked for
}

MONDEGREEN_INLINE joint_ngrams::context joint_ngrams::read(followers const& at, std::uint16_t pair) const noexcept {
  context to;
  for (std::size_t i = 0; i < at.size; ++i) {
    auto const found = find(at.runs[i], pair);
    if (found != 0 && ngrams_[found].longer != ngrams_[found + 1].longer) to.ngrams[to.size++] = found;
  }
  to.ngrams[to.size++] = 0;
  return to;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
