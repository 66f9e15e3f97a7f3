#include "commands.hpp"
#include "console.hpp"

#include <mondegreen/file.hpp>
#include <mondegreen/profile.hpp>

#include <fmt/format.h>

#include <iterator>
#include <string>

namespace mondegreen::cli {

namespace {

std::string speed(profile const& of) {
  if (of.characters_a_second > 0) return fmt::format("{:g} c/s", of.characters_a_second);
  return of.words_a_minute > 0 ? fmt::format("{:g} words/min", of.words_a_minute) : "-";
}

std::string seconds(int ms) {
  int const hundredths = (ms + 5) / 10;
  return ms > 0 ? fmt::format("{:g}", hundredths / 100.0) : "-";
}

std::string gap(profile const& of) {
  if (of.gap_frames > 0) return fmt::format("{} frames", of.gap_frames);
  return of.gap_ms > 0 ? fmt::format("{} ms", of.gap_ms) : "-";
}

} // namespace

int list_profiles() {
  std::string out =
      fmt::format("{:<20} {:<10} {:<14} {:<11} {:<9} {}\n", "id", "line", "speed", "seconds", "gap", "name");
  for (auto const& each : profiles())
    fmt::format_to(std::back_inserter(out), "{:<20} {:<10} {:<14} {:<11} {:<9} {}\n", each.id,
                   fmt::format("{:g}{} x {}", each.characters, each.full_width ? " wide" : "", each.lines), speed(each),
                   fmt::format("{} - {}", seconds(each.least_duration), seconds(each.most_duration)), gap(each),
                   each.name);
  auto const written = write_atomically("-", out);
  if (written) return done;
  complain(written.failure().message);
  return unreachable;
}

} // namespace mondegreen::cli
