// Times where lines end and what is checked, beside copying the same text and beside filling lines greedily:
//
//     layout_speed SENTENCES LANGUAGE SECONDS     SENTENCES: one a line, " / " and " | " in it are left out
//
// The sentences are repeated up to 100,000 words. A JSON object for each: the median of the rounds, in processor seconds.
#include <mondegreen/check.hpp>
#include <mondegreen/layout.hpp>
#include <mondegreen/profile.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace mondegreen;

namespace {

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// What most tools do: a word goes on the line if it fits, bytes for characters.
std::size_t fill_lines(std::string_view text, std::size_t limit, std::size_t most_lines, std::string& into) {
  std::size_t wide = 0;
  std::size_t lines = 1;
  std::size_t cues = 1;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find(' ', at), text.size());
    auto const word = text.substr(at, end - at);
    if (wide > 0 && wide + 1 + word.size() > limit) {
      bool const full = lines == most_lines;
      into += full ? " <eob> " : " <eol> ";
      cues += full ? 1 : 0;
      lines = full ? 1 : lines + 1;
      wide = 0;
    } else if (wide > 0) {
      into += ' ';
      ++wide;
    }
    into += word;
    wide += word.size();
    at = end + 1;
  }
  return cues;
}

struct timing {
  char const* name;
  char const* unit;
  std::size_t count;
  std::function<void()> run;
  std::vector<double> seconds{};
};

} // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::fputs("layout_speed SENTENCES LANGUAGE SECONDS\n", stderr), 2;
  std::vector<std::string> some;
  std::ifstream in(argv[1]);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string one;
    for (std::string word; fields >> word;)
      if (word != "/" && word != "|") one += (one.empty() ? "" : " ") + word;
    if (!one.empty()) some.push_back(std::move(one));
  }
  if (some.empty()) return std::fputs("layout_speed: no sentences\n", stderr), 3;
  std::vector<std::string> sentences;
  std::size_t words = 0;
  std::size_t bytes = 0;
  for (std::size_t i = 0; words < 100'000; ++i) {
    sentences.push_back(some[i % some.size()]);
    words += 1 + static_cast<std::size_t>(std::count(sentences.back().begin(), sentences.back().end(), ' '));
    bytes += sentences.back().size();
  }

  transcript film;
  film.language = argv[2];
  for (auto const& each : sentences) {
    film.cues.emplace_back();
    film.cues.back().text = each;
  }
  film.timed = false;
  lay_out(film);
  check_options options;
  options.rules = find_profile("netflix", argv[2]);

  line_breaker breaker({}, argv[2]);
  std::string copy(bytes, ' ');
  std::string greedy;
  std::size_t kept = 0; // so that nothing is left out
  std::vector<timing> all{
      {"memcpy", "words", words,
       [&] {
         std::size_t at = 0;
         for (auto const& each : sentences) {
           std::memcpy(copy.data() + at, each.data(), each.size());
           at += each.size();
         }
         kept += static_cast<unsigned char>(copy[bytes / 2]);
       }},
      {"greedy", "words", words,
       [&] {
         for (auto const& each : sentences) {
           greedy.clear();
           kept += fill_lines(each, 42, 2, greedy);
         }
       }},
      {"line_breaker", "words", words,
       [&] {
         for (auto const& each : sentences) kept += breaker.mark(each).size();
       }},
      {"check", "cues", film.cues.size(), [&] { kept += check(film, options).size(); }},
  };
  auto const end = processor_seconds() + std::atof(argv[3]);
  do {
    for (auto& each : all) {
      auto const start = processor_seconds();
      int rounds = 0;
      do { // a copy is done sooner than the clock ticks
        each.run();
        ++rounds;
      } while (processor_seconds() - start < 0.02);
      each.seconds.push_back((processor_seconds() - start) / rounds);
    }
  } while (processor_seconds() < end);
  for (auto& each : all) {
    std::nth_element(each.seconds.begin(), each.seconds.begin() + static_cast<std::ptrdiff_t>(each.seconds.size() / 2),
                     each.seconds.end());
    std::printf("{\"name\": \"%s\", \"unit\": \"%s\", \"found\": %zu, \"bytes\": %zu, \"seconds\": %.9f}\n", each.name,
                each.unit, each.count, bytes, each.seconds[each.seconds.size() / 2]);
  }
  return kept == 0;
}
