// Times names on this machine: building, saving, opening and repairing.
//
//     names_speed NAMES TEXT LANGUAGE INDEX SECONDS     INDEX is written
//
// One JSON object: seconds of processor time, bytes beside the text of the names, words a second.
#include <mondegreen/file.hpp>
#include <mondegreen/names.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

namespace {

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (char const c : text) {
    bool const blank = c == ' ' || c == '\n';
    words += !blank && !inside;
    inside = !blank;
  }
  return words;
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 6) return std::fputs("names_speed NAMES TEXT LANGUAGE INDEX SECONDS\n", stderr), 2;
  std::string const language = argv[3];
  auto const text = mondegreen::read_bytes(argv[2]);
  auto start = processor_seconds();
  auto const names = mondegreen::names::load(argv[1]);
  if (!names || !text) return std::fputs("cannot read the names or the text\n", stderr), 3;
  auto const load = processor_seconds() - start;
  start = processor_seconds();
  names->build({language});
  auto const build = processor_seconds() - start;
  if (!names->save(argv[4])) return std::fputs("cannot write the index\n", stderr), 3;
  std::size_t display = 0;
  auto const count = names->size();
  for (auto const& each : names->all()) display += each.form.size();
  auto const file = std::filesystem::file_size(argv[4]);

  std::vector<double> opens, walls;
  for (int i = 0; i < 5; ++i) {
    start = processor_seconds();
    auto const wall = wall_seconds();
    auto const opened = mondegreen::names::load(argv[4]);
    walls.push_back(wall_seconds() - wall);
    opens.push_back(processor_seconds() - start);
    if (!opened || opened->size() != count) return std::fputs("cannot open the index\n", stderr), 3;
  }
  std::sort(opens.begin(), opens.end());
  std::sort(walls.begin(), walls.end());

  std::vector<double> repairs;
  std::size_t edits = 0;
  auto const until = processor_seconds() + std::atof(argv[5]);
  do {
    // Opened afresh, so that nothing is known of the text beforehand.
    auto const fresh = mondegreen::names::load(argv[4]);
    start = processor_seconds();
    edits = fresh->repair(*text, {.language = language}).edits.size();
    repairs.push_back(processor_seconds() - start);
  } while (processor_seconds() < until);
  std::sort(repairs.begin(), repairs.end());
  auto const words = count_words(*text);
  auto const repair = repairs[repairs.size() / 2];
  std::printf(
      "{\"names\":%zu,\"load\":%.3f,\"build\":%.3f,\"bytes_a_name\":%.1f,\"open_ms\":%.2f,\"open_wall_ms\":%.2f,"
      "\"words\":%zu,\"repair\":%.4f,\"words_per_second\":%.0f,\"edits\":%zu}\n",
      count, load, build, static_cast<double>(file - display) / static_cast<double>(std::max<std::size_t>(count, 1)),
      opens[2] * 1e3, walls[0] * 1e3, words, repair, static_cast<double>(words) / repair, edits);
}
