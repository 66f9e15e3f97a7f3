#include <mondegreen/source.hpp>

#include "catch.hpp"

#include <random>
#include <string>
#include <vector>

using mondegreen::make_source;
using mondegreen::position;
using mondegreen::slice;
using mondegreen::span;

namespace {

// The same by the plainest means: count from the start.
position count(std::string_view text, std::size_t offset) {
  position at;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    bool const lf = text[i] == '\n';
    bool const lone_cr = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (lf || lone_cr) {
      ++at.line;
      at.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80) {
      ++at.column;
    }
  }
  return at;
}

} // namespace

TEST_CASE("line and column count from one, in code points") {
  auto const text = make_source("un\ndéjà vu\r\ntrois\rquatre", "essai.txt");
  CHECK(text->name() == "essai.txt");
  CHECK(text->locate(0) == position{1, 1});
  CHECK(text->locate(3) == position{2, 1});
  CHECK(text->locate(9) == position{2, 5}); // behind "déjà", whose two accents take two bytes each
  CHECK(text->locate(14) == position{3, 1});
  CHECK(text->locate(20) == position{4, 1});
  CHECK(text->locate(9999) == position{4, 7});
  CHECK(text->line_count() == 4);
  CHECK(slice(text->text(), text->line(2)) == "déjà vu");
  CHECK(slice(text->text(), text->line(3)) == "trois");
  CHECK(text->line(0).empty());
  CHECK(text->line(5).empty());
}

TEST_CASE("a last line end opens no further line") {
  CHECK(make_source("a\n")->line_count() == 1);
  CHECK(make_source("a\n\n")->line_count() == 2);
  CHECK(make_source("")->line_count() == 1);
  CHECK(make_source("")->locate(0) == position{1, 1});
}

TEST_CASE("positions agree with plain counting, also far into long lines") {
  std::mt19937 random(20261122);
  std::string text;
  char const* const pieces[] = {"a", "é", "\n", "\r\n", "\r", "€", "😀", "mot "};
  while (text.size() < 30'000) {
    // Long stretches without a line end exercise the page index.
    auto const range = text.size() % 20'000 < 12'000 ? std::size_t{1} : std::size_t{0};
    text += pieces[range == 1 ? std::size_t{5} + random() % 3 : random() % 8];
  }
  auto const source = make_source(text);
  for (int i = 0; i < 2000; ++i) {
    auto const offset = static_cast<std::uint32_t>(random() % (text.size() + 1));
    auto const expected = count(text, offset);
    auto const found = source->locate(offset);
    // Inside a code point the column is that of the next one in both ways of counting.
    CHECK(found == expected);
  }
}

TEST_CASE("line ends at the edge of a page are counted once") {
  for (std::string const ending : {"\n", "\r\n", "\r", "\r\r\n", "\n\n"}) {
    for (std::size_t before = 4090; before <= 4100; ++before) {
      auto const text = std::string(before, 'x') + ending + "é";
      for (auto const& whole : {text, std::string(before, 'x') + ending}) {
        auto const source = make_source(whole);
        // Behind a last line end there is no line to be on.
        for (std::size_t offset = 4085; offset < whole.size(); ++offset)
          CHECK(source->locate(static_cast<std::uint32_t>(offset)) == count(whole, offset));
      }
    }
  }
}

TEST_CASE("each line has its extent, whatever the pages") {
  std::mt19937 random(4096);
  std::string text;
  std::vector<span> lines;
  while (text.size() < 40'000) {
    auto const start = text.size();
    text.append(random() % (random() % 20 == 0 ? 9000 : 60), 'x');
    lines.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(text.size() - start)});
    text += random() % 2 == 0 ? "\n" : "\r\n";
  }
  auto const source = make_source(text);
  REQUIRE(source->line_count() == lines.size());
  for (std::uint32_t i = 0; i < lines.size(); ++i) CHECK(source->line(i + 1) == lines[i]);
}
