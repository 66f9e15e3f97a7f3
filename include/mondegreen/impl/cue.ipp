#pragma once

#include <mondegreen/cue.hpp>

#include <algorithm>
#include <cassert>
#include <cstring>
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

MONDEGREEN_INLINE void origin::assign(std::vector<run> runs, span if_empty) {
  first_ = runs.empty() ? run{{}, if_empty, false} : runs.front();
  runs_ = std::move(runs);
  if (runs_.size() < 2) runs_.clear();
}

MONDEGREEN_INLINE origin::run origin::cover(span text) const noexcept {
  auto const all = runs();
  if (all.empty()) return {text, first_.source, false};
  if (text.empty()) {
    // Between two runs: the place where the left one ends. An insertion beside an earlier one joins it, so that two
    // insertions at one place of the source stay in the order of the text.
    auto const after =
        std::partition_point(all.begin(), all.end(), [&](run const& r) { return r.text.end() < text.offset; });
    for (auto touching = after; touching != all.end() && touching->text.offset <= text.offset; ++touching) {
      bool const inside = touching->text.offset < text.offset && text.offset < touching->text.end();
      if (inside && touching->verbatim)
        return {text, {touching->source.offset + (text.offset - touching->text.offset), 0}, true};
      if (inside || (!touching->verbatim && touching->source.empty())) return *touching;
    }
    if (after == all.end()) return {text, {all.back().source.end(), 0}, true};
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
  auto const from = cover(at);
  std::vector<run> next;
  next.reserve(runs().size() + 2);
  bool placed = false;
  auto place = [&] {
    if (!placed && length != 0) next.push_back({{at.offset, length}, from.source, false});
    placed = true;
  };
  for (auto const& each : runs()) {
    if (each.text.end() <= at.offset) {
      next.push_back(each);
      continue;
    }
    if (each.text.offset < at.offset) {
      auto const kept = at.offset - each.text.offset;
      next.push_back({{each.text.offset, kept}, {each.source.offset, kept}, each.verbatim});
    }
    place();
    if (each.text.end() > at.end()) {
      auto const cut = each.text.offset < at.end() ? at.end() - each.text.offset : 0;
      next.push_back({{each.text.offset + cut - at.length + length, each.text.length - cut},
                      {each.source.offset + cut, each.source.length - cut},
                      each.verbatim});
    }
  }
  place();
  assign(std::move(next), from.source);
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

/// A fast 64-bit hash; its only use is to notice change, so it need not resist an adversary.
class fingerprint_of {
public:
  /// Both halves of a product of 128 bits, folded.
  void add(std::uint64_t a, std::uint64_t b) noexcept {
    a ^= state_;
    b ^= 0x9E3779B97F4A7C15U;
    auto const low = (a & 0xFFFFFFFFU) * (b >> 32U) + (a >> 32U) * (b & 0xFFFFFFFFU);
    state_ = (a * b) ^ (low >> 31U) ^ ((a >> 32U) * (b >> 32U)) ^ (state_ << 7U | state_ >> 57U);
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
