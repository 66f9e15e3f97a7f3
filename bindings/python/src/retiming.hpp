// What moves times, for Transcript.
#pragma once

#include "document.hpp"
#include "strings.hpp"

#include <cstdint>
#include <optional>

namespace mondegreen::python {

nb::list shift(py_transcript const& t, std::int64_t ms, std::optional<std::int64_t> after,
               std::optional<std::int64_t> before);
nb::list scale(py_transcript const& t, std::optional<double> factor, nb::object const& fps,
               std::optional<std::int64_t> after, std::optional<std::int64_t> before);
nb::list sync(py_transcript const& t, nb::sequence const& points);
nb::tuple take_times(py_transcript const& t, py_transcript const& timed);
nb::tuple sync_like(py_transcript const& t, py_transcript const& reference, bool splits, bool frame_rates,
                    std::int64_t most);

} // namespace mondegreen::python
