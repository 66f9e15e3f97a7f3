// Errors of the library as Python exceptions; running the library without the GIL.
#pragma once

#include "strings.hpp"

#include <mondegreen/result.hpp>

#include <string_view>
#include <utility>

namespace mondegreen::python {

/// Raises mondegreen.Error.
[[noreturn]] void fail(error_code code, std::string_view message);

/// Raises FileNotFoundError, IsADirectoryError, PermissionError or OSError for what went wrong with the file `path`,
/// mondegreen.Error for everything else.
[[noreturn]] void fail(error const& why, std::string_view path = {});

/// The value, or the exception.
template <class T> T value_of(result<T>&& from, std::string_view path = {}) {
  if (!from) fail(from.failure(), path);
  return *std::move(from);
}

/// Raises what Python code, called back by the library since, has raised on this thread (formats.cpp).
void raise_pending();

/// Calls `work` without the GIL. It must not touch Python objects; what they own has to be copied, or shared and
/// immutable.
template <class Work> auto without_gil(Work&& work) {
  auto made = [&] {
    nb::gil_scoped_release const released;
    return std::forward<Work>(work)();
  }();
  raise_pending();
  return made;
}

} // namespace mondegreen::python
