#include <mondegreen/webvtt.hpp>

#include "catch.hpp"

#include <list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace mondegreen;
using webvtt::block_kind;
using webvtt::block_view;
using webvtt::reading_mode;

namespace {

/// All blocks; checks on the way that they cover the text.
std::vector<block_view> read_all(std::string given, reading_mode mode = reading_mode::strict) {
  static std::list<std::string> texts; // the views must not outlive them
  std::string_view const text = texts.emplace_back(std::move(given));
  std::vector<block_view> all;
  std::uint64_t at = 0;
  for (auto const& block : webvtt::blocks(text, mode)) {
    if (block.offset != at) FAIL("a gap before byte " << block.offset);
    at += block.length;
    all.push_back(block);
  }
  CHECK(at == text.size());
  return all;
}

std::string shape(std::string const& text, reading_mode mode = reading_mode::strict) {
  std::string kinds;
  for (auto const& block : read_all(text, mode)) kinds += "hnsrcbu"[static_cast<int>(block.kind)];
  return kinds;
}

block_view cue_of(std::string_view lines, reading_mode mode = reading_mode::strict) {
  auto const all = read_all("WEBVTT\n\n" + std::string(lines), mode);
  REQUIRE(all.size() == 2);
  return all[1];
}

} // namespace

TEST_CASE("all kinds of blocks") {
  std::string const text = "WEBVTT - essai\nKind: captions\nLanguage: fr\n\n"
                           "NOTE pour\nmémoire\n\n"
                           "STYLE\n::cue { color: red }\n\n"
                           "REGION\nid:bas\nlines:2\n\n"
                           "un\n00:01.000 --> 00:02.000 line:0  align:start \nBonjour,\n<i>entrez</i>.\n\n\n"
                           "01:00:03.000 --> 01:00:04.000\nFin\n\n"
                           "reste\n";
  auto const all = read_all(text);
  REQUIRE(all.size() == 7);
  CHECK(all[0].kind == block_kind::header);
  CHECK(all[0].body == "WEBVTT - essai\nKind: captions\nLanguage: fr");
  CHECK(all[1].kind == block_kind::note);
  CHECK(all[1].body == "NOTE pour\nmémoire");
  CHECK(all[2].kind == block_kind::style);
  CHECK(all[2].body == "::cue { color: red }");
  CHECK(all[3].kind == block_kind::region);
  CHECK(all[3].body == "id:bas\nlines:2");
  CHECK(all[4].kind == block_kind::cue);
  CHECK(all[4].id == "un");
  CHECK(all[4].when == interval{{1000}, {2000}});
  CHECK(all[4].settings == "line:0  align:start");
  CHECK(all[4].body == "Bonjour,\n<i>entrez</i>.");
  CHECK(!all[4].odd.any());
  CHECK(all[5].when == interval{{3603000}, {3604000}});
  CHECK(all[5].id.empty());
  CHECK(all[6].kind == block_kind::unknown);
  CHECK(all[6].body == "reste");
}

TEST_CASE("every kind of line end reads the same") {
  std::string const text = "WEBVTT\nX: y\n\nNOTE\na\n\n1\n00:00:01.000 --> 00:00:02.000 size:5%\nA\nB\n\n\n"
                           "00:03.000 --> 00:04.000\nC\n";
  for (std::string_view const newline : {"\n", "\r\n", "\r"}) {
    std::string with;
    for (char const c : text) c == '\n' ? with.append(newline) : with.append(1, c);
    auto const all = read_all(with);
    REQUIRE(all.size() == 4);
    CHECK(all[0].body == "WEBVTT" + std::string(newline) + "X: y");
    CHECK(all[2].id == "1");
    CHECK(all[2].settings == "size:5%");
    CHECK(all[2].body == "A" + std::string(newline) + "B");
    CHECK(all[3].body == "C");
  }
}

TEST_CASE("the signature") {
  CHECK(shape("WEBVTT") == "h");
  CHECK(shape("\xEF\xBB\xBFWEBVTT\tx\n") == "h");
  CHECK(shape("WEBVTT\n\n00:01.000 --> 00:02.000\nA") == "hc");
  CHECK(shape("") == "");
  for (std::string_view const bad : {"webvtt\n\n", "WEBVTTX\n\n", " WEBVTT\n\n", "WEBVT\n\n", "\n"}) {
    auto const text = std::string(bad) + "00:01.000 --> 00:02.000\nA\n";
    CHECK(shape(text) == "u");
    CHECK(read_all(text)[0].odd == damages(damage::no_signature));
    // Read leniently the cue is there, below what stands for the header.
    auto const all = read_all(text, reading_mode::lenient);
    CHECK(all.front().kind == block_kind::header);
    CHECK(all.front().odd == damages(damage::no_signature));
    CHECK(all.back().kind == block_kind::cue);
  }
}

TEST_CASE("a header ends at an arrow") {
  auto const all = read_all("WEBVTT\nX: y\n00:01.000 --> 00:02.000\nA\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].body == "WEBVTT\nX: y");
  CHECK(all[1].kind == block_kind::cue);
  CHECK(all[1].odd == damages(damage::no_blank_line));
}

TEST_CASE("timings by the specification") {
  for (std::string_view const good :
       {"00:00.000 --> 00:01.000", "00:00:00.000 --> 00:00:01.000", "0:00:00.000-->000:00:01.000align:start",
        "\t 00:00.000\f-->\t00:01.000 ", "00:00.000 --> 00:01.000 00:02.000"}) {
    CAPTURE(good);
    auto const cue = cue_of(good);
    CHECK(cue.kind == block_kind::cue);
    CHECK(cue.when == interval{{0}, {1000}});
  }
  for (std::string_view const bad :
       {"00:00,000 --> 00:01,000", "0:00.000 --> 0:01.000", "00:60.000 --> 01:01.000", "00:60:00.000 --> 01:01:00.000",
        "00:00.00 --> 00:01.000", "00:00.0000 --> 00:01.000", "00:00:00.000 --> 00:00:01.0000",
        "00:00.000 -- > 00:01.000", "00.000 --> 01.000", "60:00.000 --> 61:00.000", "-00:01.000 --> 00:01.000",
        "00:00.000 --> ", "--> 00:01.000", "00:00:00:000 --> 00:01.000", "00:00.000 --->00:01.000",
        "x00:00.000 --> 00:01.000"}) {
    CAPTURE(bad);
    auto const block = cue_of(bad);
    bool const arrow = bad.find("-->") != bad.npos;
    CHECK(block.kind == (arrow ? block_kind::broken : block_kind::unknown));
  }
  CHECK(cue_of("99999999999999999999:00:00.000 --> 99999999999999999999:00:00.000").when ==
        interval{{max_ms}, {max_ms}});
}

TEST_CASE("lenient reading repairs times and tells") {
  auto const lenient = [](std::string_view line) { return cue_of(line, reading_mode::lenient); };
  CHECK(lenient("00:00:00,000 --> 00:00:01,000").odd == damages(damage::decimal_sign));
  CHECK(lenient("0:00.000 --> 0:01.000").odd == damages(damage::digits));
  CHECK(lenient("00:00.000 -> 00:01.000").odd == damages(damage::arrow));
  CHECK(lenient("00:00.000 -> 00:01.000").when == interval{{0}, {1000}});
  CHECK(lenient("00:02.000 --> 00:01.000").odd == damages(damage::end_before_start));
  CHECK(lenient("bien --> mal").kind == block_kind::broken);
}

TEST_CASE("an arrow ends a block, or is text where times are missing") {
  std::string const text = "WEBVTT\n\n00:01.000 --> 00:02.000\nA --> B\nC\n\n00:03.000 --> 00:04.000\nD\n"
                           "00:05.000 --> 00:06.000\nE\n";
  auto all = read_all(text);
  REQUIRE(all.size() == 5);
  CHECK(all[1].body.empty());
  CHECK(all[2].kind == block_kind::broken);
  CHECK(all[2].settings == "A --> B");
  CHECK(all[2].body == "C");
  CHECK(all[4].body == "E");

  all = read_all(text, reading_mode::lenient);
  REQUIRE(all.size() == 4);
  CHECK(all[1].body == "A --> B\nC");
  CHECK(all[1].odd == damages(damage::arrow_in_text));
  CHECK(all[2].body == "D");
  CHECK(all[3].odd == damages(damage::no_blank_line));
}

TEST_CASE("identifiers, and what only looks like a style sheet") {
  CHECK(shape("WEBVTT\n\nNOTE\n00:01.000 --> 00:02.000\nA") == "hc");
  CHECK(shape("WEBVTT\n\nNOTES\nx") == "hu");
  CHECK(shape("WEBVTT\n\nSTYLE\n\n") == "hu");
  CHECK(shape("WEBVTT\n\nSTYLE x\ny") == "hu");
  CHECK(shape("WEBVTT\n\nSTYLE \t\ny") == "hs");
  CHECK(shape("WEBVTT\n\na\nb\n00:01.000 --> 00:02.000\nA") == "huc");
  CHECK(shape("WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\nSTYLE\ny\n\nREGION\nid:x") == "hcuu");
  CHECK(shape("WEBVTT\n\n00:01.000 --> x\nA\n\nSTYLE\ny") == "hbs");
}

TEST_CASE("a line of blanks is no empty line") {
  auto const all = read_all("WEBVTT\n\n00:01.000 --> 00:02.000\n \nA\n");
  REQUIRE(all.size() == 2);
  CHECK(all[1].body == " \nA");
}

TEST_CASE("the text may end anywhere") {
  std::string const text =
      "\xEF\xBB\xBFWEBVTT\r\nk\r\n\r\nNOTE a\r\n\r\rid\r\n00:00:01.000 --> 00:00:02.000 line:0\r\nA --> B"
      "\r\n\r\n00:01.0 -> 00:02,000\n\nB\n\r";
  for (auto const mode : {reading_mode::strict, reading_mode::lenient}) {
    for (std::size_t size = 0; size <= text.size(); ++size) read_all(std::string(text, 0, size), mode);
    for (std::size_t from = 0; from <= text.size(); ++from) read_all(std::string(text, from), mode);
  }
}

TEST_CASE("hostile texts take linear time") {
  std::size_t const size = 2'000'000;
  for (auto const mode : {reading_mode::strict, reading_mode::lenient})
    for (std::string_view const what : {"9", " ", "\n", "\r", "->", "-->", "a\n", "-->\n", "x-->\nx\n", "00:", "\r\n",
                                        "00:01.000 -->\n", "00:01.000 --> ", "1\n\n"}) {
      CAPTURE(what);
      std::string text = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
      while (text.size() < size) text += what;
      std::uint64_t covered = 0;
      for (auto const& block : webvtt::blocks(text, mode)) covered += block.length;
      CHECK(covered == text.size());
    }
}
