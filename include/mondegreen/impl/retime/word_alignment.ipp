#pragma once

#include <mondegreen/impl/retime/word_alignment.hpp>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

class word_aligner {
public:
  word_aligner(std::span<std::uint32_t const> mine, std::span<std::uint32_t const> theirs)
      : mine_(mine), theirs_(theirs), partner_(mine.size(), -1) {}

  std::vector<std::int32_t> run() {
    open_.push_back({0, mine_.size(), 0, theirs_.size(), 0});
    while (!open_.empty()) {
      auto const part = open_.back();
      open_.pop_back();
      divide(part);
    }
    return std::move(partner_);
  }

private:
  /// Words [a, a_end) of mine belong to [b, b_end) of theirs.
  struct region {
    std::size_t a, a_end, b, b_end;
    int depth;
  };

  void pair(std::size_t a, std::size_t b) { partner_[a] = static_cast<std::int32_t>(b); }

  void divide(region part) {
    while (part.a < part.a_end && part.b < part.b_end && mine_[part.a] == theirs_[part.b]) pair(part.a++, part.b++);
    while (part.a < part.a_end && part.b < part.b_end && mine_[part.a_end - 1] == theirs_[part.b_end - 1])
      pair(--part.a_end, --part.b_end);
    auto const rows = part.a_end - part.a;
    auto const columns = part.b_end - part.b;
    if (rows == 0 || columns == 0) return;
    if (rows <= small / columns) return fewest_changes(part);
    for (std::size_t length = 3; length > 0 && part.depth < most_depth; --length) {
      auto const found = anchors(part, length);
      if (found.empty()) continue;
      auto a = part.a;
      auto b = part.b;
      for (auto const& [at, there] : found) {
        if (at < a || there < b) continue; // overlaps the anchor before
        open_.push_back({a, at, b, there, part.depth + 1});
        for (std::size_t i = 0; i < length; ++i) pair(at + i, there + i);
        a = at + length;
        b = there + length;
      }
      open_.push_back({a, part.a_end, b, part.b_end, part.depth + 1});
      return;
    }
    fewest_changes(part);
  }

  /// Runs of `length` words that stand once on both sides, in a rising chain.
  std::vector<std::pair<std::size_t, std::size_t>> anchors(region const& part, std::size_t length) const {
    struct seen {
      std::size_t a = 0, b = 0;
      int in_mine = 0, in_theirs = 0;
    };
    std::unordered_map<std::uint64_t, seen> runs;
    auto const hash = [&](std::span<std::uint32_t const> words, std::size_t at) {
      std::uint64_t value = 0x9E3779B97F4A7C15U;
      for (std::size_t i = 0; i < length; ++i) value = (value ^ words[at + i]) * 0x100000001B3U + (value >> 29U);
      return value;
    };
    for (auto at = part.a; at + length <= part.a_end; ++at) {
      auto& run = runs[hash(mine_, at)];
      run.a = at;
      ++run.in_mine;
    }
    for (auto at = part.b; at + length <= part.b_end; ++at)
      if (auto const run = runs.find(hash(theirs_, at)); run != runs.end()) {
        run->second.b = at;
        ++run->second.in_theirs;
      }
    std::vector<std::pair<std::size_t, std::size_t>> all;
    for (auto const& [key, run] : runs)
      if (run.in_mine == 1 && run.in_theirs == 1 &&
          std::equal(mine_.begin() + static_cast<std::ptrdiff_t>(run.a),
                     mine_.begin() + static_cast<std::ptrdiff_t>(run.a + length),
                     theirs_.begin() + static_cast<std::ptrdiff_t>(run.b)))
        all.emplace_back(run.a, run.b);
    std::sort(all.begin(), all.end());
    return longest_rising(all);
  }

  static std::vector<std::pair<std::size_t, std::size_t>>
  longest_rising(std::vector<std::pair<std::size_t, std::size_t>> const& all) {
    std::vector<std::size_t> tails; // of the best chain of each length
    std::vector<std::size_t> before(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto const at = std::lower_bound(tails.begin(), tails.end(), all[i].second,
                                       [&](std::size_t t, std::size_t b) { return all[t].second < b; });
      before[i] = at == tails.begin() ? all.size() : *(at - 1);
      if (at == tails.end())
        tails.push_back(i);
      else
        *at = i;
    }
    std::vector<std::pair<std::size_t, std::size_t>> chain;
    if (tails.empty()) return chain;
    for (auto i = tails.back(); i != all.size(); i = before[i]) chain.push_back(all[i]);
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  /// Levenshtein's distance, within a band around the diagonal where the table would be too large.
  void fewest_changes(region const& part) {
    auto const rows = part.a_end - part.a;
    auto const columns = part.b_end - part.b;
    auto const width = std::min(columns + 1, std::max<std::size_t>(most_cells / (rows + 1), least_band));
    // Too long even for a band: nothing is known about these words.
    if (rows > most_rows) return;
    auto const left = [&](std::size_t row) { // first column of the band
      auto const middle = row * columns / rows;
      return std::min(middle - std::min(middle, width / 2), columns + 1 - width);
    };
    enum step : std::uint8_t {
      both,
      mine_only,
      theirs_only
    };
    constexpr std::uint32_t far = 1U << 30U;
    std::vector<std::uint8_t> steps((rows + 1) * width, theirs_only);
    std::vector<std::uint32_t> above(width, far), here(width, far);
    for (std::size_t row = 0; row <= rows; ++row) {
      auto const begin = left(row);
      auto const begin_above = row > 0 ? left(row - 1) : 0;
      for (std::size_t i = 0; i < width; ++i) {
        auto const column = begin + i;
        auto cost = row == 0 && column == 0 ? 0U : far;
        auto by = theirs_only;
        auto const from_above = [&](std::size_t c) {
          return row > 0 && c >= begin_above && c - begin_above < width ? above[c - begin_above] : far;
        };
        if (column > 0) {
          bool const same = row > 0 && mine_[part.a + row - 1] == theirs_[part.b + column - 1];
          auto const through = from_above(column - 1) + (same ? 0 : 2);
          if (through < cost) cost = through, by = both;
        }
        if (auto const dropped = from_above(column) + 1; dropped < cost) cost = dropped, by = mine_only;
        if (i > 0 && here[i - 1] + 1 < cost) cost = here[i - 1] + 1, by = theirs_only;
        here[i] = cost;
        steps[row * width + i] = by;
      }
      std::swap(above, here);
    }
    for (std::size_t row = rows, column = columns; row > 0 && column > 0;) {
      auto const begin = left(row);
      if (column < begin || column - begin >= width) break;
      switch (steps[row * width + (column - begin)]) {
      case both:
        if (mine_[part.a + row - 1] == theirs_[part.b + column - 1]) pair(part.a + row - 1, part.b + column - 1);
        --row;
        --column;
        break;
      case mine_only: --row; break;
      default: --column;
      }
    }
  }

  static constexpr std::size_t most_cells = std::size_t{1} << 22U; ///< of a table: a byte each
  static constexpr std::size_t small = std::size_t{1} << 14U;      ///< a table that is not worth dividing
  static constexpr std::size_t least_band = 64;
  static constexpr std::size_t most_rows = 16 * most_cells / least_band / 8;
  static constexpr int most_depth = 24;

  std::span<std::uint32_t const> mine_;
  std::span<std::uint32_t const> theirs_;
  std::vector<std::int32_t> partner_;
  std::vector<region> open_;
};

MONDEGREEN_INLINE std::vector<std::int32_t> align_words(std::span<std::uint32_t const> mine,
                                                        std::span<std::uint32_t const> theirs) {
  return word_aligner(mine, theirs).run();
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
