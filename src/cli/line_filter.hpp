// Standard input line by line, for the commands that stand in a pipe.
#pragma once

#include <mondegreen/file.hpp>
#include <mondegreen/result.hpp>

#include <array>
#include <cerrno>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <unistd.h>

namespace mondegreen::cli {

/// Calls `with(line, out)` for each line of standard input, without its line end, and writes what it appends to `out`,
/// the line end behind it as it came in. Whatever has been answered is written before waiting for more input, so the
/// other side of the pipe never waits for us.
template <class Function> std::optional<error> filter_lines(Function&& with) {
  std::array<char, 65536> chunk{};
  std::string pending;
  std::string out;
  auto answer = [&](std::string_view line) {
    bool const carriage_return = line.ends_with('\r');
    if (carriage_return) line.remove_suffix(1);
    with(line, out);
    if (carriage_return) out += '\r';
  };
  for (;;) {
    auto const count = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      return error{error_code::not_readable,
                   "standard input: cannot be read: " + std::generic_category().message(errno)};
    std::string_view rest(chunk.data(), static_cast<std::size_t>(count));
    for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
      pending += rest.substr(0, end);
      answer(pending);
      out += '\n';
      pending.clear();
      rest.remove_prefix(end + 1);
    }
    pending += rest;
    if (count == 0 && !pending.empty()) answer(pending);
    if (auto const written = write_atomically("-", out); !written) return written.failure();
    out.clear();
    if (count == 0) return std::nullopt;
  }
}

} // namespace mondegreen::cli
