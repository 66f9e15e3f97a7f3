#pragma once

#include <mondegreen/impl/retime/moving.hpp>
#include <mondegreen/retime.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

/// When somebody speaks in the reference, in steps of equal length: how well a cue would lie at a place is three look-ups.
class spoken_times {
public:
  explicit spoken_times(std::vector<interval> spoken, std::int64_t least_step) : spoken_(std::move(spoken)) {
    std::sort(spoken_.begin(), spoken_.end(), [](auto const& a, auto const& b) { return a.start < b.start; });
    for (auto const& each : spoken_) last_ = std::max(last_, each.end.ms);
    first_ = spoken_.front().start.ms;
    constexpr std::int64_t most_steps = std::int64_t{1} << 22U;
    step_ = std::max(least_step, (last_ - first_) / most_steps + 1);
    auto const size = static_cast<std::size_t>((last_ - first_) / step_) + 2;
    until_.assign(size + 1, 0);
    starts_.assign(size, 0);
    ends_.assign(size, 0);
    std::vector<std::int32_t> changes(size + 1); // of how many speak
    for (auto const& each : spoken_) {
      ++changes[static_cast<std::size_t>(step_of(each.start.ms))];
      --changes[static_cast<std::size_t>(step_of(each.end.ms))];
      draw(starts_, each.start.ms);
      draw(ends_, each.end.ms);
    }
    std::int32_t speaking = 0;
    for (std::size_t i = 0; i < size; ++i) {
      speaking += changes[i];
      until_[i + 1] = until_[i] + (speaking > 0 ? 1 : 0);
    }
  }

  std::int64_t step() const noexcept { return step_; }

  /// 0-1: a third each for its time lying within cues, for its beginning and for its end being near another's.
  float fit(interval at) const noexcept {
    auto const length = std::max<std::int64_t>(1, (at.end.ms - at.start.ms) / step_);
    auto const within = static_cast<float>(spoken_until(at.end.ms) - spoken_until(at.start.ms));
    return (std::min(1.0F, within / static_cast<float>(length)) + near(starts_, at.start.ms) + near(ends_, at.end.ms)) /
           3;
  }

  /// How far the nearest beginning is from `when`, in ms; nothing beyond `most`.
  std::optional<std::int64_t> to_nearest_start(std::int64_t when, std::int64_t most) const {
    auto const after = std::lower_bound(spoken_.begin(), spoken_.end(), when,
                                        [](interval const& each, std::int64_t ms) { return each.start.ms < ms; });
    std::optional<std::int64_t> best;
    if (after != spoken_.end() && after->start.ms - when <= most) best = after->start.ms - when;
    if (after != spoken_.begin()) {
      auto const back = when - (after - 1)->start.ms;
      if (back <= most && (!best || back < *best)) best = -back;
    }
    return best;
  }

private:
  static constexpr std::int64_t reach = 400; ///< ms: further away a beginning is another one

  std::int64_t step_of(std::int64_t ms) const noexcept { return (ms - first_) / step_; }

  void draw(std::vector<float>& over, std::int64_t ms) const {
    auto const middle = step_of(ms);
    auto const far = reach / step_;
    for (auto at = std::max<std::int64_t>(0, middle - far);
         at <= middle + far && at < static_cast<std::int64_t>(over.size()); ++at) {
      auto const distance = static_cast<float>(std::abs(at - middle)) / static_cast<float>(far + 1);
      auto& value = over[static_cast<std::size_t>(at)];
      value = std::max(value, 1 - distance);
    }
  }

  float near(std::vector<float> const& over, std::int64_t ms) const noexcept {
    if (ms < first_) return 0;
    auto const at = static_cast<std::size_t>(step_of(ms));
    return at < over.size() ? over[at] : 0;
  }

  std::uint32_t spoken_until(std::int64_t ms) const noexcept {
    if (ms <= first_) return 0;
    return until_[std::min(static_cast<std::size_t>(step_of(ms)), until_.size() - 1)];
  }

  std::vector<interval> spoken_;
  std::int64_t first_ = 0;
  std::int64_t last_ = 0;
  std::int64_t step_ = 1;
  std::vector<std::uint32_t> until_; ///< how many steps before this one are spoken
  std::vector<float> starts_;
  std::vector<float> ends_;
};

inline std::vector<interval> shown(std::vector<cue> const& cues) {
  std::vector<interval> all;
  for (auto const& each : cues)
    if (each.when.end > each.when.start && each.when.start.ms >= 0 && !each.text.empty()) all.push_back(each.when);
  return all;
}

/// The shifts worth looking at, and what each cue makes of each.
class shift_search {
public:
  shift_search(spoken_times const& reference, std::vector<interval> cues, std::int64_t most)
      : reference_(reference), cues_(std::move(cues)) {
    constexpr std::int64_t most_work = 100'000'000;
    auto const affordable = std::max<std::int64_t>(1, most_work / std::max<std::int64_t>(1, count()) / 2);
    step_ = std::max(reference.step(), most / affordable + 1);
    shifts_ = 2 * (most / step_) + 1;
  }

  std::int64_t shift(std::int64_t number) const noexcept { return (number - shifts_ / 2) * step_; }

  /// The best shift for all cues together, looking at some hundreds of them, and how well they then fit (0-1).
  std::pair<std::int64_t, float> one_for_all(double scale) const {
    constexpr std::int64_t enough = 400;
    auto const stride = std::max<std::int64_t>(1, count() / enough);
    std::pair<std::int64_t, float> best{0, -1.0F};
    for (std::int64_t s = 0; s < shifts_; ++s) {
      float sum = 0;
      std::int64_t looked = 0;
      for (std::int64_t i = 0; i < count(); i += stride, ++looked) sum += fit(i, scale, shift(s));
      sum /= static_cast<float>(looked);
      // Of shifts that fit alike the smallest.
      if (sum > best.second || (sum == best.second && std::abs(shift(s)) < std::abs(best.first)))
        best = {shift(s), sum};
    }
    return best;
  }

  /// For each cue its shift, changes costing `split_cost`.
  std::vector<std::int64_t> with_splits(double scale, double split_cost) const {
    auto const width = static_cast<std::size_t>(shifts_);
    std::vector<float> sums(width, 0);
    std::vector<bool> jumped(width * cues_.size()); // the cue before has the best shift and not this one
    std::vector<std::size_t> best_before(cues_.size(), 0);
    for (std::int64_t i = 0; i < count(); ++i) {
      auto const best = static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
      best_before[static_cast<std::size_t>(i)] = best;
      auto const from_best = sums[best] - static_cast<float>(split_cost);
      for (std::size_t s = 0; s < width; ++s) {
        if (i > 0 && from_best > sums[s]) {
          jumped[static_cast<std::size_t>(i) * width + s] = true;
          sums[s] = from_best;
        }
        sums[s] += fit(i, scale, shift(static_cast<std::int64_t>(s)));
      }
    }
    std::vector<std::int64_t> chosen(cues_.size());
    auto at = static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    for (auto i = cues_.size(); i-- > 0;) {
      chosen[i] = shift(static_cast<std::int64_t>(at));
      if (jumped[i * width + at]) at = best_before[i];
    }
    return chosen;
  }

  std::int64_t count() const noexcept { return static_cast<std::int64_t>(cues_.size()); }
  std::int64_t step() const noexcept { return step_; }

private:
  float fit(std::int64_t i, double scale, std::int64_t by) const noexcept {
    auto const& when = cues_[static_cast<std::size_t>(i)];
    retiming const how{scale, static_cast<double>(by)};
    return reference_.fit({how(when.start), how(when.end)});
  }

  spoken_times const& reference_;
  std::vector<interval> cues_;
  std::int64_t step_ = 1;
  std::int64_t shifts_ = 1;
};

/// Where most cues of a part begin with one of the reference.
inline void settle(sync_part& part, std::vector<cue> const& cues, spoken_times const& reference, std::int64_t near) {
  std::vector<std::int64_t> off;
  for (auto i = part.first; i < part.first + part.count; ++i)
    if (auto const by = reference.to_nearest_start(part.how(cues[i].when.start).ms, near)) off.push_back(*by);
  if (off.empty()) return;
  auto const middle = off.begin() + static_cast<std::ptrdiff_t>(off.size() / 2);
  std::nth_element(off.begin(), middle, off.end());
  part.how.offset += static_cast<double>(*middle);
}

/// How much of the time either shows is shown by both.
inline double common_time(std::vector<interval> a, std::vector<interval> b) {
  auto const joined = [](std::vector<interval>& all) {
    std::sort(all.begin(), all.end(), [](auto const& x, auto const& y) { return x.start < y.start; });
    std::vector<interval> whole;
    for (auto const& each : all)
      if (!whole.empty() && each.start <= whole.back().end)
        whole.back().end = std::max(whole.back().end, each.end);
      else
        whole.push_back(each);
    all = std::move(whole);
    return std::accumulate(all.begin(), all.end(), 0.0,
                           [](double sum, interval each) { return sum + static_cast<double>(each.length().ms); });
  };
  auto const both = joined(a) + joined(b);
  double common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    auto const start = std::max(a[i].start, b[j].start);
    auto const end = std::min(a[i].end, b[j].end);
    if (end > start) common += static_cast<double>((end - start).ms);
    a[i].end < b[j].end ? ++i : ++j;
  }
  return both > 0 ? 2 * common / both : 0;
}

} // namespace impl

MONDEGREEN_INLINE sync_result synchronize(transcript& text, transcript const& reference, sync_options const& options) {
  sync_result done;
  auto const spoken = impl::shown(reference.cues);
  auto const mine = impl::shown(text.cues);
  if (spoken.empty() || mine.empty()) return done;
  constexpr std::int64_t step = 50;             // ms
  constexpr std::int64_t furthest = 21'600'000; // six hours
  impl::spoken_times const times(spoken, step);
  auto const most = std::clamp<std::int64_t>(options.most.ms, 0, furthest);

  std::vector<interval> cues;
  cues.reserve(text.cues.size());
  for (auto const& each : text.cues) cues.push_back(each.when);
  impl::shift_search const search(times, std::move(cues), most);

  // What plays at another rate than it was made for drifts by up to 4.3 %.
  double scale = 1;
  auto best = search.one_for_all(1);
  if (options.frame_rates) {
    constexpr std::array<frame_rate, 4> film{{{24000, 1001}, {24, 1}, {25, 1}, {30000, 1001}}};
    constexpr float worth = 0.1F; // a drift that is real gains far more, one that is not far less
    for (auto const& from : film)
      for (auto const& to : film) {
        if (from == to) continue;
        auto const ratio = converted(from, to).scale;
        if (std::abs(ratio - 1) > 0.05) continue;
        auto const found = search.one_for_all(ratio);
        if (found.second > best.second + (scale == 1 ? worth : 0)) {
          best = found;
          scale = ratio;
        }
      }
  }
  std::vector<std::int64_t> shifts(text.cues.size(), best.first);
  if (options.splits) shifts = search.with_splits(scale, std::max(0.0, options.split_cost));

  for (std::size_t i = 0; i < shifts.size(); ++i) {
    if (i == 0 || shifts[i] != shifts[i - 1]) done.parts.push_back({i, 0, {scale, static_cast<double>(shifts[i])}});
    ++done.parts.back().count;
  }
  for (auto& part : done.parts) {
    impl::settle(part, text.cues, times, 2 * search.step() + 200);
    impl::settle(part, text.cues, times, 150);
    for (auto i = part.first; i < part.first + part.count; ++i)
      impl::move_cue(text.cues[i], part.how, done.diagnostics);
  }
  done.fit = impl::common_time(impl::shown(text.cues), spoken);
  return done;
}

} // namespace mondegreen::inline MONDEGREEN_ABI
