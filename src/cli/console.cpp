#include "console.hpp"

#include <mondegreen/file.hpp>

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <map>

#include <unistd.h>

namespace mondegreen::cli {

namespace {

bool colorful(when choice, int stream) {
  if (choice != when::automatic) return choice == when::always;
  auto const* const off = std::getenv("NO_COLOR"); // no-color.org: set and not empty
  auto const* const terminal = std::getenv("TERM");
  if ((off != nullptr && *off != '\0') || (terminal != nullptr && std::string_view(terminal) == "dumb")) return false;
  return ::isatty(stream) != 0;
}

void put(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

} // namespace

exit_status status_of(error_code what) noexcept {
  switch (what) {
  case error_code::not_found:
  case error_code::is_directory:
  case error_code::not_readable:
  case error_code::not_writable:
  case error_code::too_large: return unreachable;
  case error_code::refused: return damaged;
  default: return misused;
  }
}

void complain(std::string_view message) { put(fmt::format("mondegreen: error: {}\n", message)); }

console::console(arguments const& typed)
    : diagnostics_path_(typed.diagnostics), color_out_(colorful(typed.color, STDOUT_FILENO)),
      color_err_(colorful(typed.color, STDERR_FILENO)),
      progress_(typed.progress == when::always ||
                (typed.progress == when::automatic && !typed.quiet && ::isatty(STDERR_FILENO) != 0)),
      at_once_(typed.progress == when::always), quiet_(typed.quiet), strict_(typed.strict) {}

void console::raise(exit_status status) noexcept {
  if (status > status_) status_ = status;
}

void console::clear_progress() {
  if (line_open_) put("\r\x1b[K");
  line_open_ = false;
}

void console::fail(exit_status status, std::string_view message) {
  raise(status);
  clear_progress();
  put(fmt::format("mondegreen: {}error:{} {}\n", color_err_ ? "\x1b[1;31m" : "", color_err_ ? "\x1b[0m" : "", message));
}

void console::fail(error const& why) { fail(status_of(why.code), why.message); }

void console::say(std::string_view line) {
  if (quiet_) return;
  clear_progress();
  put(line);
  put("\n");
}

void console::tell(std::vector<diagnostic> const& met, source const& in, bool by_reader) {
  constexpr std::size_t shown = 10;
  std::map<code, std::size_t> seen;
  for (auto const& each : met) {
    if (by_reader && strict_ && each.level != severity::note) raise(damaged);
    if (!diagnostics_path_.empty()) {
      collected_ += to_json(each, in);
      collected_ += '\n';
      continue;
    }
    if (quiet_ && each.level != severity::error) continue;
    if (++seen[each.what] > shown) continue;
    clear_progress();
    // A note needs no look at the line: nothing is wrong there.
    put(each.level == severity::note && each.hint.empty() ? headline(each, in) + "\n" : render(each, in, color_err_));
  }
  for (auto const& [what, count] : seen)
    if (count > shown)
      say(fmt::format("{}: {} more like the last [{}]; --diagnostics FILE.jsonl has them all", in.name(), count - shown,
                      about(what).id));
}

void console::progress(std::size_t index, std::size_t count, std::string_view name) {
  if (!progress_ || count < 2) return;
  if (!at_once_ && std::chrono::steady_clock::now() - start_ < std::chrono::milliseconds(500)) return;
  clear_progress();
  put(fmt::format("[{}/{}] {}", index + 1, count, name));
  line_open_ = true;
}

int console::finish() {
  clear_progress();
  if (diagnostics_path_.empty()) return status_;
  auto const written = write_atomically(diagnostics_path_, collected_);
  if (!written) fail(written.failure());
  return status_;
}

} // namespace mondegreen::cli
