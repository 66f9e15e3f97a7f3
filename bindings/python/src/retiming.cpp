#include "retiming.hpp"

#include "bindings.hpp"
#include "errors.hpp"

#include <mondegreen/retime.hpp>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace mondegreen::python {

namespace {

void require_times(py_transcript const& t, char const* what) {
  if (!t.of->read().timed) fail(error_code::bad_option, what);
}

interval span_of(std::optional<std::int64_t> after, std::optional<std::int64_t> before) {
  auto span = always;
  if (after) span.start = {*after};
  if (before) span.end = {*before};
  return span;
}

nb::list moved(py_transcript const& t, retiming const& how, interval only) {
  require_times(t, "the transcript has no times to move");
  for (auto const& each : t.of->read().cues)
    for (auto const at : {each.when.start, each.when.end})
      // Wider than double, in which the limit and one more are the same.
      if (std::abs(static_cast<long double>(at.ms) * how.scale + how.offset) > static_cast<long double>(max_ms))
        fail(error_code::bad_option, "a time is at most 2**53 ms");
  return to_list(retime(t.of->change(), how, only), t.of->read().from);
}

frame_rate rate_of(nb::handle typed) {
  std::string const text = nb::str(typed).c_str();
  auto const found = find_frame_rate(text);
  if (!found) fail(error_code::bad_option, "'" + text + "' is no frame rate (23.976, 25, \"24000/1001\")");
  return *found;
}

/// Works on a copy without the GIL and puts the times it then has into the transcript.
template <class Work> auto on_copy(py_transcript const& t, Work&& work) {
  auto const before = t.of->snapshot();
  transcript copy = *before;
  auto done = without_gil([&] { return work(copy); });
  if (t.of->snapshot() != before) fail(error_code::bad_option, "the transcript was changed meanwhile");
  t.of->change() = std::move(copy);
  return done;
}

} // namespace

nb::list shift(py_transcript const& t, std::int64_t ms, std::optional<std::int64_t> after,
               std::optional<std::int64_t> before) {
  return moved(t, shifted({ms}), span_of(after, before));
}

nb::list scale(py_transcript const& t, std::optional<double> factor, nb::object const& fps,
               std::optional<std::int64_t> after, std::optional<std::int64_t> before) {
  if (factor.has_value() == !fps.is_none()) fail(error_code::bad_option, "give either a factor or fps=(from, to)");
  retiming how;
  if (factor) {
    if (!(*factor > 0) || !std::isfinite(*factor)) fail(error_code::bad_option, "a factor is above 0");
    how.scale = *factor;
  } else {
    auto const pair = nb::cast<nb::sequence>(fps);
    if (nb::len(pair) != 2) fail(error_code::bad_option, "fps is a pair: what it was made for, and what it is for");
    how = converted(rate_of(nb::object(pair[0])), rate_of(nb::object(pair[1])));
  }
  return moved(t, how, span_of(after, before));
}

nb::list sync(py_transcript const& t, nb::sequence const& points) {
  auto const count = nb::len(points);
  if (count != 1 && count != 2) fail(error_code::bad_option, "one point shifts, two stretch, too");
  auto const point = [&](std::size_t i) {
    auto const pair = nb::cast<nb::sequence>(nb::object(points[i]));
    if (nb::len(pair) != 2) fail(error_code::bad_option, "a point is a pair: where a line is, and where it should be");
    return std::pair(timestamp{nb::cast<std::int64_t>(nb::object(pair[0]))},
                     timestamp{nb::cast<std::int64_t>(nb::object(pair[1]))});
  };
  auto const first = point(0);
  if (count == 1) return moved(t, shifted(first.second - first.first), always);
  auto const second = point(1);
  auto const line = through(first.first, first.second, second.first, second.second);
  if (!line) fail(error_code::bad_option, "the two points are the same, or would change places");
  return moved(t, *line, always);
}

nb::tuple take_times(py_transcript const& t, py_transcript const& timed) {
  require_times(timed, "the other transcript has no times to take");
  auto const other = timed.of->snapshot();
  auto const done = on_copy(t, [&](transcript& copy) { return mondegreen::take_times(copy, *other); });
  return nb::make_tuple(done.matched, done.words, to_list(done.diagnostics, t.of->read().from));
}

nb::tuple sync_like(py_transcript const& t, py_transcript const& reference, bool splits, bool frame_rates,
                    std::int64_t most) {
  require_times(t, "the transcript has no times to move");
  require_times(reference, "the reference has no times");
  sync_options options;
  options.splits = splits;
  options.frame_rates = frame_rates;
  options.most = {most};
  auto const other = reference.of->snapshot();
  auto const done = on_copy(t, [&](transcript& copy) { return synchronize(copy, *other, options); });
  nb::list parts;
  for (auto const& each : done.parts)
    parts.append(nb::make_tuple(each.first, each.count, each.how.scale, each.how.offset));
  return nb::make_tuple(done.fit, parts, to_list(done.diagnostics, t.of->read().from));
}

} // namespace mondegreen::python
