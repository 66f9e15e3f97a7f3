// Standard input line by line or as one text, for the commands that stand in a pipe.
#pragma once

#include <mondegreen/file.hpp>
#include <mondegreen/result.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
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

/// Reads standard input to its end and calls `with(text, line, out)` for all of it, line ends within; of input beyond
/// `most` bytes, for blocks of whole lines of about that size. `line` is the number of the first line, from 1. Writes what
/// it appends to `out`. Carriage returns are part of the text.
template <class Function>
std::optional<error> filter_blocks(Function&& with, std::size_t most = std::size_t{16} << 20U) {
  std::array<char, 65536> chunk{};
  std::string pending;
  std::uint32_t line = 1;
  for (;;) {
    auto const count = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      return error{error_code::not_readable,
                   "standard input: cannot be read: " + std::generic_category().message(errno)};
    auto const searched = pending.size();
    pending.append(chunk.data(), static_cast<std::size_t>(count));
    auto block = pending.size();
    if (count != 0) {
      if (pending.size() < most) continue;
      auto const end = std::string_view(pending).substr(searched).rfind('\n');
      if (end == std::string_view::npos) continue;
      block = searched + end + 1;
    }
    auto const text = std::string_view(pending).substr(0, block);
    std::string out;
    if (!text.empty()) with(text, line, out);
    if (auto const written = write_atomically("-", out); !written) return written.failure();
    if (count == 0) return std::nullopt;
    line += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    pending.erase(0, block);
  }
}

} // namespace mondegreen::cli
