// Times `clean` on this machine: the whole, its parts, a second time over what it has made, and cut into short transcripts.
//
//     clean_speed TRANSCRIPT NAMES LANGUAGE SECONDS
//
// One JSON object: MB of text (of the cues, without times) a second of processor time, for each way the median of as
// many runs as fit into the seconds; "rules" has each rule alone.
#include <mondegreen/format.hpp>
#include <mondegreen/names.hpp>
#include <mondegreen/pipeline.hpp>
#include <mondegreen/rule.hpp>
#include <mondegreen/transcript.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace {

using namespace mondegreen;

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double megabytes(transcript const& talk) {
  std::size_t bytes = 0;
  for (auto const& each : talk.cues) bytes += each.text.size();
  return static_cast<double>(bytes) / 1e6;
}

/// Seconds of one run; the transcript is copied beforehand.
double seconds(transcript const& talk, clean_options const& options, double budget) {
  std::vector<double> runs;
  auto const until = processor_seconds() + budget;
  do {
    auto copy = talk;
    auto const start = processor_seconds();
    clean(copy, options);
    runs.push_back(processor_seconds() - start);
  } while (processor_seconds() < until);
  std::nth_element(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(runs.size() / 2), runs.end());
  return runs[runs.size() / 2];
}

/// The same cut into transcripts of so many cues, each with its language to be found: what has to be done once for each counts.
std::vector<transcript> cut(transcript const& talk, std::size_t cues) {
  std::vector<transcript> parts;
  for (std::size_t at = 0; at < talk.cues.size(); at += cues) {
    auto& part = parts.emplace_back();
    part.from = talk.from;
    auto const first = talk.cues.begin() + static_cast<std::ptrdiff_t>(at);
    part.cues.assign(first, first + static_cast<std::ptrdiff_t>(std::min(cues, talk.cues.size() - at)));
  }
  return parts;
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 5) return std::fputs("clean_speed TRANSCRIPT NAMES LANGUAGE SECONDS\n", stderr), 2;
  auto const read = read_file(argv[1]);
  auto const known = names::load(argv[2]);
  if (!read || !known) return std::fputs("cannot read the transcript or the names\n", stderr), 3;
  auto const& talk = read->value;
  auto const budget = std::atof(argv[4]);
  auto const size = megabytes(talk);
  clean_options options;
  options.language = argv[3];
  options.names = &*known;
  auto const rate = [&](transcript const& of, clean_options const& with) { return size / seconds(of, with, budget); };

  auto done = talk;
  auto const edits = clean(done, options).size();
  std::printf("{\"mb\":%.2f,\"names\":%zu,\"edits\":%zu,\"whole\":%.2f", size, known->size(), edits,
              rate(talk, options));
  std::printf(",\"again\":%.2f", rate(done, options));
  auto detecting = options;
  detecting.language.clear();
  double short_ones = 0;
  for (auto const& part : cut(talk, 100)) short_ones += seconds(part, detecting, 0);
  std::printf(",\"short\":%.2f", size / short_ones);
  auto without = options;
  without.skip = {"names"};
  std::printf(",\"without_names\":%.2f", rate(talk, without));
  std::printf(",\"rules\":{");
  char const* comma = "";
  for (auto const& each : rules()) {
    if (!each.on_by_default || each.from > options.how) continue;
    auto alone = options;
    alone.only = {std::string(each.id)};
    std::printf("%s\"%.*s\":%.1f", comma, static_cast<int>(each.id.size()), each.id.data(), rate(talk, alone));
    comma = ",";
  }
  std::printf("}}\n");
}
