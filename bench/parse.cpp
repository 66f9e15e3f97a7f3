// Times the readers on a file in memory, beside what limits them: copying it and finding its lines.
//
//     parse FILE SECONDS [NAME…]      each NAME, or all, is repeated for about SECONDS; prints JSON lines
#include <mondegreen/format.hpp>
#include <mondegreen/impl/text/line_scan.hpp>
#include <mondegreen/srt.hpp>
#include <mondegreen/webvtt.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

/// Processor time, which other programs on the machine do not lengthen as they do the time on the wall.
double seconds_used() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

bool read_whole(char const* path, std::string& into) {
  std::FILE* const file = std::fopen(path, "rb");
  if (file == nullptr) return false;
  std::vector<char> part(1U << 20);
  for (std::size_t got = 0; (got = std::fread(part.data(), 1, part.size(), file)) != 0;) into.append(part.data(), got);
  std::fclose(file);
  return true;
}

/// Memory goes back to the system between the runs, so that a small file pays for its memory as a large one does.
void forget_memory() {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  malloc_trim(0);
#endif
}

/// Repeats `work`, which returns how many things it found, and prints the median time.
template <class Work> void measure(std::string_view name, double seconds, std::size_t bytes, Work work) {
  std::vector<double> times;
  std::uint64_t found = 0;
  auto const begin = seconds_used();
  do {
    forget_memory();
    auto const start = seconds_used();
    found = work();
    times.push_back(seconds_used() - start);
  } while (times.size() < 3 || seconds_used() - begin < seconds);
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
  std::printf("{\"name\": \"%.*s\", \"seconds\": %.9f, \"bytes\": %zu, \"found\": %llu}\n",
              static_cast<int>(name.size()), name.data(), times[times.size() / 2], bytes,
              static_cast<unsigned long long>(found));
  std::fflush(stdout);
}

/// Uses every field, so that no part of the work can be left out.
template <class Range> std::uint64_t count(Range range) {
  std::uint64_t cues = 0;
  std::uint64_t sum = 0;
  for (auto const& cue : range) {
    ++cues;
    sum += cue.body.size() + cue.id.size() + static_cast<std::uint64_t>(cue.when.start.ms + cue.when.end.ms);
  }
  return sum == 0 ? 0 : cues;
}

std::uint64_t count_lines(std::string const& text) {
  std::uint64_t lines = 0;
  auto const* at = text.data();
  for (auto const* const end = at + text.size(); at != end; ++lines)
    at = mondegreen::impl::lines::skip_line_end(mondegreen::impl::lines::find_line_end(at, end), end);
  return lines;
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fputs("usage: parse FILE SECONDS [NAME...]\n", stderr), 2;
  std::string text;
  if (!read_whole(argv[1], text)) return std::perror(argv[1]), 1;
  double const seconds = std::atof(argv[2]);
  bool const vtt = text.starts_with("WEBVTT");
  bool const json = text.starts_with('{');
  auto const wanted = [&](std::string_view name) {
    return argc == 3 || std::any_of(argv + 3, argv + argc, [&](char const* each) { return name == each; });
  };
  auto const run = [&](std::string_view name, auto work) {
    if (wanted(name)) measure(name, seconds, text.size(), work);
  };
  std::string copy(text.size(), '\0');
  run("memcpy", [&] {
    std::memcpy(copy.data(), text.data(), text.size());
    return static_cast<std::uint64_t>(copy.back() == '\n');
  });
  run("line scan", [&] { return count_lines(text); });
  if (vtt) {
    using mondegreen::webvtt::reading_mode;
    run("views", [&] { return count(mondegreen::webvtt::cues(text)); });
    run("views, strict", [&] { return count(mondegreen::webvtt::cues(text, reading_mode::strict)); });
  } else if (!json) {
    run("views", [&] { return count(mondegreen::srt::cues(text)); });
  }
  if (json) {
    auto const source = mondegreen::make_source(text);
    run("detection", [&] { return static_cast<std::uint64_t>(mondegreen::detect_format(*source).id.size()); });
  }
  run("transcript", [&] {
    auto const read = mondegreen::read_text(text, {.format = json ? "whisper" : vtt ? "webvtt" : "srt"});
    return read ? static_cast<std::uint64_t>(read->value.cues.size()) : 0;
  });
}
