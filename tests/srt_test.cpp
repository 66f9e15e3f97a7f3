#include <mondegreen/srt.hpp>

#include "catch.hpp"

#include <iterator>
#include <list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace mondegreen;
using srt::block_kind;
using srt::cue_view;

namespace {

/// All blocks; checks on the way that they cover the text.
std::vector<cue_view> read_all(std::string given) {
  static std::list<std::string> texts; // the views must not outlive them
  std::string_view const text = texts.emplace_back(std::move(given));
  std::vector<cue_view> all;
  std::uint64_t at = 0;
  for (auto const& block : srt::blocks(text)) {
    if (block.offset != at || block.length == 0) FAIL("a gap before byte " << block.offset);
    at += block.length;
    all.push_back(block);
  }
  CHECK(at == text.size());
  return all;
}

cue_view only(std::string const& text) {
  auto const all = read_all(text);
  REQUIRE(all.size() == 1);
  return all.front();
}

} // namespace

TEST_CASE("a good file") {
  std::string const text = "1\n00:00:01,000 --> 00:00:02,500\nIl pleut à Brest.\n\n"
                           "2\n01:00:03,000 --> 01:00:04,000\nPrenez\nun parapluie.\n";
  auto const all = read_all(text);
  REQUIRE(all.size() == 2);
  CHECK(all[0].kind == block_kind::cue);
  CHECK(all[0].when == interval{{1000}, {2500}});
  CHECK(all[0].id == "1");
  CHECK(all[0].body == "Il pleut à Brest.");
  CHECK(!all[0].odd.any());
  CHECK(all[1].when == interval{{3603000}, {3604000}});
  CHECK(all[1].id == "2");
  CHECK(all[1].body == "Prenez\nun parapluie.");
  CHECK(!all[1].odd.any());
  CHECK(all[1].body.data() == all[0].body.data() - text.find("Il") + text.find("Prenez"));
}

TEST_CASE("every kind of line end reads the same") {
  std::string const text = "1\n00:00:01,000 --> 00:00:02,000\nA\nB\n\n2\n00:00:03,000 --> 00:00:04,000 X1:1\nC\n";
  for (std::string_view const newline : {"\n", "\r\n", "\r"}) {
    std::string with;
    for (char const c : text) c == '\n' ? with.append(newline) : with.append(1, c);
    auto const all = read_all(with);
    REQUIRE(all.size() == 2);
    CHECK(all[0].body == "A" + std::string(newline) + "B");
    CHECK(all[1].body == "C");
    CHECK(all[1].coordinates == "X1:1");
    CHECK(!all[0].odd.any());
    CHECK(!all[1].odd.any());
  }
}

TEST_CASE("the text may end anywhere") {
  std::string const text = "1\r\n00:00:01,000 --> 00:00:02,000 X1:1\r\nA\r\n\r\n2\n00:00:03.00 -> 00:04,000\n\nB\n\r";
  for (std::size_t size = 0; size <= text.size(); ++size) read_all(std::string(text, 0, size));
  for (std::size_t from = 0; from <= text.size(); ++from) read_all(std::string(text, from));
}

TEST_CASE("numbers missing, in the text, on the time line") {
  auto all = read_all("00:00:01,000 --> 00:00:02,000\nA\n\n00:00:03,000 --> 00:00:04,000\n1984\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].odd == damages(damage::no_number));
  CHECK(all[0].id.empty());
  CHECK(all[1].body == "1984");

  all = read_all("1\n00:00:01,000 --> 00:00:02,000\nEn\n1998\n\n2\n00:00:03,000 --> 00:00:04,000\n7\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].body == "En\n1998");
  CHECK(all[1].body == "7");

  auto const cue = only("12 00:00:01,000 --> 00:00:02,000\nA");
  CHECK(cue.id == "12");
  CHECK(cue.odd == damages(damage::number_on_time_line));
}

TEST_CASE("blank lines missing or too many") {
  auto all = read_all("1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\n3\n"
                      "00:00:05,000 --> 00:00:06,000\nC");
  REQUIRE(all.size() == 3);
  CHECK(all[0].body == "A");
  CHECK(all[1].id == "2");
  CHECK(all[1].odd == (damage::no_blank_line | damage::no_text));
  CHECK(all[2].id == "3");
  CHECK(all[2].body == "C");

  all = read_all("1\n00:00:01,000 --> 00:00:02,000\n\nA\n \t\nB\n\n\n\n2\n00:00:03,000 --> 00:00:04,000\n\n\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].body == "A\n \t\nB");
  CHECK(all[0].odd == damages(damage::blank_line_inside));
  CHECK(all[1].odd == damages(damage::no_text));
}

TEST_CASE("line ends doubled by a careless tool") {
  auto const all = read_all("1\r\r\n00:00:01,000 --> 00:00:02,000\r\r\nA\r\r\n\r\r\n2\r\r\n"
                            "00:00:03,000 --> 00:00:04,000\r\r\nB\r\r\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].id == "1");
  CHECK(all[1].id == "2");
  CHECK(all[1].body == "B");
}

TEST_CASE("an arrow in the text is text") {
  auto const all = read_all("1\n00:00:01,000 --> 00:00:02,000\nParis --> Lyon\n- -> ici\n12:30 --> 13:00\n9 --> 10\n\n"
                            "2\n00:00:03,000 --> 00:00:04,000\nB");
  REQUIRE(all.size() == 2);
  CHECK(all[0].body == "Paris --> Lyon\n- -> ici\n12:30 --> 13:00\n9 --> 10");
  CHECK(!all[0].odd.any());
}

TEST_CASE("times nobody can read keep their text") {
  auto all = read_all("1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:0x:03,000 --> 00:00:04,000\nB\n\n"
                      "3\n00:00:05,000 --> 00:00:06,000\nC\n");
  REQUIRE(all.size() == 3);
  CHECK(all[1].kind == block_kind::broken);
  CHECK(all[1].odd == damages(damage::bad_time));
  CHECK(all[1].body == "B");
  CHECK(all[1].coordinates == "00:0x:03,000 --> 00:00:04,000");
  CHECK(all[2].body == "C");

  for (std::string_view const cut : {"2\n00:00:03,0", "2\n00:00:03,000 -->", "2\n00:00:03,000 --> 0"}) {
    all = read_all("1\n00:00:01,000 --> 00:00:02,000\nA\n\n" + std::string(cut));
    REQUIRE(all.size() == 2);
    CHECK(all[1].kind == block_kind::broken);
    CHECK(all[1].odd.has(damage::truncated));
  }
  CHECK(srt::cues("x").begin() == end_of_text());
}

TEST_CASE("text around the cues") {
  auto const all = read_all("Une page\n\nsans rapport\n\n1\n00:00:01,000 --> 00:00:02,000\nA\n\nà bientôt\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].kind == block_kind::stray);
  CHECK(all[0].body == "Une page\n\nsans rapport");
  CHECK(all[1].body == "A\n\nà bientôt");
  CHECK(all[1].odd.has(damage::blank_line_inside));

  CHECK(read_all("").empty());
  CHECK(only("\n \n").kind == block_kind::stray);
  CHECK(only("\n \n").body.empty());
  CHECK(only("\xEF\xBB\xBF").body.empty());
}

TEST_CASE("byte order marks, also between two files pasted together") {
  std::string_view const bom = "\xEF\xBB\xBF";
  std::string const file = std::string(bom) + "1\n00:00:01,000 --> 00:00:02,000\nA";
  CHECK(only(file).odd == damages(damage::byte_order_mark));
  for (std::string_view const between : {"", "\n", "\n\n", "\n\t", "\n\n\t", "\n \n"}) {
    auto const all = read_all(file + std::string(between) + file);
    REQUIRE(all.size() == 2);
    CHECK(all[0].body == "A");
    CHECK(all[1].id == "1");
    CHECK(all[1].body == "A");
    CHECK(all[1].odd.has(damage::byte_order_mark));
  }
}

TEST_CASE("a number that is claimed late leaves no blank line behind") {
  auto const all = read_all("1\n00:00:01,000 --> 00:00:02,000\nA\n \n\n\xEF\xBB\xBF"
                            "2\n\t\xEF\xBB\xBF"
                            "00:00:03,000 --> 00:00:04,000\nB");
  REQUIRE(all.size() == 2);
  CHECK(all[0].body == "A");
  CHECK(all[1].id == "2");
  CHECK(all[1].body == "B");
}

TEST_CASE("what stands behind the times") {
  auto cue = only("1\n00:00:01,000 --> 00:00:02,000  X1:100 X2:200 Y1:3 Y2:4 \nA");
  CHECK(cue.coordinates == "X1:100 X2:200 Y1:3 Y2:4");
  CHECK(!cue.odd.any());
  cue = only("1\n00:00:01,000 --> 00:00:02,000 Bonjour : entrez\nA");
  CHECK(cue.coordinates == "Bonjour : entrez");
  CHECK(cue.odd == damages(damage::trailing_text));
}

TEST_CASE("hostile texts take linear time") {
  // A quadratic search would take hours here.
  std::size_t const size = 2'000'000;
  std::string text;
  auto const repeat = [&](std::string_view what) {
    text = "1\n00:00:01,000 --> 00:00:02,000\n";
    while (text.size() < size) text += what;
    return read_all(text).size();
  };
  CHECK(repeat("9") == 1);
  CHECK(repeat(" ") == 1);
  CHECK(repeat("\n") == 1);
  CHECK(repeat("\r") == 1);
  CHECK(repeat("1\n") == 1);
  CHECK(repeat("1\n\n") == 1);
  CHECK(repeat("->") == 1);
  CHECK(repeat("00:") == 1);
  CHECK(repeat("\n00:00:01,000 -->") == 2);
  CHECK(repeat(std::string_view("\0", 1)) == 1);
  CHECK(repeat("\xEF\xBB\xBF") == 1);
  CHECK(repeat("\n\n1\n00:00:00,000 --> 0") > size / 30);
}

TEST_CASE("a range of cues leaves the rest out") {
  std::string const text = "bla\n\n1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:05,000 --> x\nB\n\n"
                           "3\n00:00:03,000 --> 00:00:04,000\nC\n";
  std::string bodies;
  for (auto const& cue : srt::cues(text)) bodies += cue.body;
  CHECK(bodies == "AC");
}
