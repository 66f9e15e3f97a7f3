// What the user sees on standard error, and what the program's exit status becomes.
#pragma once

#include "arguments.hpp"

#include <mondegreen/diagnostic.hpp>
#include <mondegreen/result.hpp>
#include <mondegreen/source.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::cli {

enum exit_status : int {
  done = 0,
  damaged = 1,    ///< with --strict, a reader lost or repaired input; `check` found violations
  misused = 2,    ///< the command line is wrong
  unreachable = 3 ///< a file could not be read or written
};

/// The exit status an error leads to.
exit_status status_of(error_code what) noexcept;

/// "mondegreen: error: …" on standard error; for use before there is a console.
void complain(std::string_view message);

class console {
public:
  explicit console(arguments const& typed);

  bool color_out() const noexcept { return color_out_; }
  int status() const noexcept { return status_; }

  /// Something that stops one file or all; raises the exit status.
  void fail(error const& why);
  void fail(exit_status status, std::string_view message);

  /// `check` found something: the exit status is 1.
  void found_violations() noexcept { raise(damaged); }

  /// A line for the user, unless quiet.
  void say(std::string_view line);

  /// What was met in a text. It goes into the --diagnostics file if there is one, else on standard error, where at most
  /// ten of a code and file are shown. With --strict, warnings and errors of the reader make the exit status 1.
  void tell(std::vector<diagnostic> const& met, source const& in, bool by_reader);

  /// "[3/20] talk.txt" on a terminal once work has taken a moment; the next message replaces it.
  void progress(std::size_t index, std::size_t count, std::string_view name);

  /// Writes the --diagnostics file and returns the exit status.
  int finish();

private:
  void clear_progress();
  void raise(exit_status status) noexcept;

  std::string diagnostics_path_;
  std::string collected_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  int status_ = done;
  bool color_out_;
  bool color_err_;
  bool progress_;
  bool at_once_;
  bool quiet_;
  bool strict_;
  bool line_open_ = false;
};

} // namespace mondegreen::cli
