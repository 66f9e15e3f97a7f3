#pragma once

#include <mondegreen/cue.hpp>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <iterator>
#include <limits>

namespace mondegreen::inline MONDEGREEN_ABI {

MONDEGREEN_INLINE void origin::append(std::uint32_t text_length, span from, bool verbatim) {
  assert(!verbatim || text_length == from.length);
  if (empty()) {
    first_ = {{0, text_length}, from, verbatim};
    return;
  }
  auto& last = runs_.empty() ? first_ : runs_.back();
  if (verbatim && last.verbatim && last.source.end() == from.offset) {
    last.text.length += text_length;
    last.source.length += text_length;
    return;
  }
  if (text_length == 0) return;
  auto const at = last.text.end();
  if (runs_.empty()) runs_.push_back(first_);
  runs_.push_back({{at, text_length}, from, verbatim});
}

MONDEGREEN_INLINE void origin::assign(std::vector<run> runs) {
  if (!runs.empty() && runs.back().text.end() == 0) // nothing is left but what was taken out
    runs = {{{}, {runs.front().source.offset, runs.back().source.end() - runs.front().source.offset}, false}};
  first_ = runs.empty() ? run{} : runs.front();
  runs_ = std::move(runs);
  if (runs_.size() < 2) runs_.clear();
}

MONDEGREEN_INLINE origin::run origin::cover(span text) const noexcept {
  auto const all = runs();
  if (all.empty()) return {text, first_.source, false};
  // Most text stands in the source as it is.
  if (all.size() == 1 && all.front().verbatim && text.end() <= all.front().text.end())
    return {text, {all.front().source.offset + (text.offset - all.front().text.offset), text.length}, true};
  if (text.empty()) {
    // Between two runs: the place where the left one ends. An insertion beside an earlier one joins it, so that two
    // insertions at one place of the source stay in the order of the text.
    auto after = std::partition_point(all.begin(), all.end(), [&](run const& r) { return r.text.end() < text.offset; });
    for (auto touching = after; touching != all.end() && touching->text.offset <= text.offset; ++touching) {
      bool const inside = touching->text.offset < text.offset && text.offset < touching->text.end();
      if (inside && touching->verbatim)
        return {text, {touching->source.offset + (text.offset - touching->text.offset), 0}, true};
      if (inside || (!touching->verbatim && touching->source.empty())) return *touching;
    }
    // What was taken out has text neither to the left nor to the right.
    while (after != all.end() && after->text.empty()) ++after;
    if (after == all.end()) {
      auto last = all.end();
      while (std::prev(last)->text.empty()) --last;
      return {text, {std::prev(last)->source.end(), 0}, true};
    }
    bool const left = after->text.end() == text.offset;
    return {text, {left ? after->source.end() : after->source.offset, 0}, true};
  }
  auto const first =
      std::partition_point(all.begin(), all.end(), [&](run const& r) { return r.text.end() <= text.offset; });
  run found{text, {std::numeric_limits<std::uint32_t>::max(), 0}, true};
  std::uint32_t source_end = 0;
  std::uint32_t start = text.offset;
  std::uint32_t end = text.end();
  for (auto each = first; each != all.end() && each->text.offset < text.end(); ++each) {
    auto from = each->source.offset;
    auto to = each->source.end();
    if (each->verbatim) {
      if (each->text.offset < start) from += start - each->text.offset;
      if (each->text.end() > end) to -= each->text.end() - end;
    } else {
      start = std::min(start, each->text.offset);
      end = std::max(end, each->text.end());
      found.verbatim = false;
    }
    if (each != first) found.verbatim = false;
    found.source.offset = std::min(found.source.offset, from);
    source_end = std::max(source_end, to);
  }
  if (found.source.offset > source_end) return {text, {all.back().source.end(), 0}, false};
  found.text = {start, end - start};
  found.source.length = source_end - found.source.offset;
  return found;
}

MONDEGREEN_INLINE void origin::rewrite(span at, std::uint32_t length) {
  change const only{at, length};
  rewrite({&only, 1});
}

MONDEGREEN_INLINE void origin::rewrite(std::span<change const> changes) {
  std::vector<run> next;
  next.reserve(runs().size() + 2 * changes.size());
  std::uint32_t shift = 0; // of offsets behind the changes so far, modulo 2^32
  auto const old = runs();
  std::size_t i = 0;
  std::uint32_t begin = 0; // of the text that is still to be copied
  // Copies the runs up to `end`, cut where they have to be: a run that maps as a whole never is. Of what was taken out
  // right there, what stands before `source` comes along.
  auto const copy_to = [&](std::uint32_t end, std::uint32_t source) {
    for (; i < old.size(); ++i) {
      auto const& each = old[i];
      if (each.text.empty()) {
        if (each.text.offset > end || (each.text.offset == end && each.source.offset >= source)) return;
        if (each.text.offset >= begin) next.push_back({{each.text.offset + shift, 0}, each.source, false});
        continue;
      }
      if (each.text.end() <= begin) continue;
      if (begin >= end) return;
      auto const from = std::max(begin, each.text.offset);
      auto const stop = std::min(end, each.text.end());
      auto const cut = from - each.text.offset;
      if (stop > from)
        next.push_back({{from + shift, stop - from},
                        each.verbatim ? span{each.source.offset + cut, stop - from} : each.source,
                        each.verbatim});
      begin = stop;
      if (stop < each.text.end()) return;
    }
  };
  for (auto const& each : changes) {
    auto const from = cover(each.at).source;
    copy_to(each.at.offset, from.offset);
    if (each.length != 0 || !from.empty()) next.push_back({{each.at.offset + shift, each.length}, from, false});
    begin = std::max(begin, each.at.end());
    shift += each.length - each.at.length;
  }
  constexpr auto everything = std::numeric_limits<std::uint32_t>::max();
  copy_to(everything, everything);
  if (next.empty() && !changes.empty())
    next.push_back({{}, cover(changes.front().at).source, false}); // its place stays
  assign(std::move(next));
}

namespace impl {

/// A span after `at` became `length` bytes. What lay inside shrinks to what is left of it, what was cut keeps the part
/// outside and takes the new text with it if it covered more than it lost.
inline span moved(span old, span at, std::uint32_t length) noexcept {
  if (old.end() <= at.offset && !(old.empty() && old.offset == at.offset)) return old;
  if (old.offset >= at.end()) return {old.offset - at.length + length, old.length};
  std::uint32_t const start = std::min(old.offset, at.offset);
  std::uint32_t const end = old.end() > at.end() ? old.end() - at.length + length : at.offset + length;
  return {start, end - start};
}

} // namespace impl

MONDEGREEN_INLINE void splice(passage& in, span at, std::string_view with) {
  assert(at.end() <= in.text.size());
  auto const length = static_cast<std::uint32_t>(with.size());
  // The origin first: `cover` needs the runs as they were, and an edit of part of a rewritten run rewrites all of it.
  auto const covered = in.where.cover(at).text;
  auto const wide = static_cast<std::uint32_t>(covered.length - at.length + length);
  in.where.rewrite(covered, wide);
  in.text.replace(at.offset, at.length, with);
  // The first word touched carries the new text and lasts as long as all the words it replaces.
  word* carrier = nullptr;
  for (auto& w : in.words) {
    bool const touched = at.length != 0 && w.where.offset < at.end() && w.where.end() > at.offset;
    if (!touched || carrier == nullptr) {
      if (touched) carrier = &w;
      w.where = impl::moved(w.where, at, length);
    } else if (w.where.end() <= at.end()) {
      carrier->when.end = std::max(carrier->when.end, w.when.end);
      w.where.length = 0;
    } else {
      w.where = {at.offset + length, w.where.end() - at.end()};
    }
  }
  std::erase_if(in.words, [](word const& w) { return w.where.empty(); });
  for (auto& each : in.marks) each.where = impl::moved(each.where, at, length);
}

namespace impl {

/// Where a place of the text comes to stand when all substitutions are made.
class moved_by {
public:
  explicit moved_by(std::span<substitution const> all) : all_(all) {
    shifts_.reserve(all.size() + 1);
    shifts_.push_back(0);
    for (auto const& each : all)
      shifts_.push_back(shifts_.back() + static_cast<std::uint32_t>(each.with.size()) - each.at.length);
  }

  /// The first substitution that ends behind `offset`.
  std::size_t first_behind(std::uint32_t offset) const {
    auto const found =
        std::partition_point(all_.begin(), all_.end(), [&](substitution const& s) { return s.at.end() <= offset; });
    return static_cast<std::size_t>(found - all_.begin());
  }

  /// The first substitution that starts at `offset` or behind it.
  std::size_t first_from(std::uint32_t offset) const {
    auto const found =
        std::partition_point(all_.begin(), all_.end(), [&](substitution const& s) { return s.at.offset < offset; });
    return static_cast<std::size_t>(found - all_.begin());
  }

  std::uint32_t new_start(std::size_t i) const { return all_[i].at.offset + shifts_[i]; }
  std::uint32_t new_end(std::size_t i) const { return new_start(i) + static_cast<std::uint32_t>(all_[i].with.size()); }

  std::uint32_t start(std::uint32_t offset) const {
    auto const i = first_behind(offset);
    return i < all_.size() && all_[i].at.offset < offset ? new_start(i) : offset + shifts_[i];
  }

  std::uint32_t end(std::uint32_t offset) const {
    auto const i = first_from(offset);
    return i > 0 && all_[i - 1].at.end() > offset ? new_end(i - 1) : offset + shifts_[i];
  }

private:
  std::span<substitution const> all_;
  std::vector<std::uint32_t> shifts_; ///< before each, and behind all; modulo 2^32
};

/// The first word that a substitution touches carries the new text and lasts as long as all the words it replaces.
inline void move_words(std::vector<word>& words, std::span<substitution const> all, moved_by const& moved) {
  std::vector<word*> carriers(all.size(), nullptr);
  for (auto& w : words) {
    auto const old = w.where;
    auto const first = moved.first_behind(old.offset);
    auto const end = moved.first_from(old.end()); // those before it start inside or before
    // An insertion at the word's start stands before it.
    bool const touched = first < end && !all[first].at.empty();
    if (touched && carriers[first] != nullptr && old.end() <= all[first].at.end()) {
      carriers[first]->when.end = std::max(carriers[first]->when.end, w.when.end);
      w.where.length = 0;
      continue;
    }
    std::uint32_t const start = touched && carriers[first] != nullptr ? moved.new_end(first) : moved.start(old.offset);
    w.where = {start, std::max(start, moved.end(old.end())) - start};
    for (auto i = first; i < end; ++i)
      if (!all[i].at.empty() && carriers[i] == nullptr) carriers[i] = &w;
  }
  std::erase_if(words, [](word const& w) { return w.where.empty(); });
}

} // namespace impl

MONDEGREEN_INLINE void splice(passage& in, std::span<substitution const> all) {
  if (all.empty()) return;
  if (all.size() == 1) return splice(in, all.front().at, all.front().with);
  std::vector<origin::change> changes;
  changes.reserve(all.size());
  std::string text;
  text.reserve(in.text.size() + 4 * all.size());
  std::uint32_t from = 0;
  for (auto const& each : all) {
    assert(each.at.offset >= from && each.at.end() <= in.text.size());
    auto const covered = in.where.cover(each.at).text;
    changes.push_back({covered, static_cast<std::uint32_t>(covered.length - each.at.length + each.with.size())});
    text.append(in.text, from, each.at.offset - from).append(each.with);
    from = each.at.end();
  }
  text.append(in.text, from);
  in.where.rewrite(changes);
  in.text = std::move(text);
  if (in.words.empty() && in.marks.empty()) return;
  impl::moved_by const moved(all);
  impl::move_words(in.words, all, moved);
  for (auto& each : in.marks) {
    auto const start = moved.start(each.where.offset);
    auto const end = each.where.empty() ? start : std::max(start, moved.end(each.where.end()));
    each.where = {start, end - start};
  }
}

namespace impl {

/// A fast 64-bit hash; its only use is to notice change, so it need not resist an adversary.
class fingerprint_of {
public:
  /// Both halves of a product of 128 bits, folded.
  void add(std::uint64_t a, std::uint64_t b) noexcept {
    a ^= state_;
    b ^= 0x9E3779B97F4A7C15U;
#if defined(__SIZEOF_INT128__)
    __extension__ using wide = unsigned __int128;
    auto const product = static_cast<wide>(a) * b;
    auto const high = static_cast<std::uint64_t>(product >> 64U);
    state_ = static_cast<std::uint64_t>(product) ^ high ^ (state_ << 7U | state_ >> 57U);
#else
    auto const low = (a & 0xFFFFFFFFU) * (b >> 32U) + (a >> 32U) * (b & 0xFFFFFFFFU);
    state_ = (a * b) ^ (low >> 31U) ^ ((a >> 32U) * (b >> 32U)) ^ (state_ << 7U | state_ >> 57U);
#endif
  }

  void add(std::string_view text) noexcept {
    auto const load = [](char const* from, std::size_t length) {
      std::uint64_t chunk = 0;
      std::memcpy(&chunk, from, length);
      return chunk;
    };
    std::uint64_t const size = text.size();
    for (; text.size() >= 16; text.remove_prefix(16)) add(load(text.data(), 8), load(text.data() + 8, 8));
    if (text.size() >= 8)
      add(load(text.data(), 8), load(text.data() + text.size() - 8, 8) + size);
    else
      add(load(text.data(), text.size()), size);
  }

  void add(span where) noexcept { add(where.offset, where.length); }

  void add(interval when) noexcept {
    add(static_cast<std::uint64_t>(when.start.ms), static_cast<std::uint64_t>(when.end.ms));
  }

  std::uint64_t value() const noexcept { return state_ ^ state_ >> 29U; }

private:
  std::uint64_t state_ = 0x243F6A8885A308D3U;
};

} // namespace impl

MONDEGREEN_INLINE std::uint64_t cue::fingerprint() const noexcept {
  impl::fingerprint_of all;
  all.add(text);
  all.add(when);
  all.add(static_cast<std::uint64_t>(speaker), marks.size());
  all.add(id);
  all.add(settings);
  for (auto const& each : words) {
    all.add(each.where);
    all.add(each.when);
  }
  for (auto const& each : marks) {
    all.add(each.where);
    all.add(static_cast<std::uint64_t>(each.kind), each.value.size());
    all.add(each.value);
    all.add(each.classes);
  }
  return all.value();
}

} // namespace mondegreen::inline MONDEGREEN_ABI
