#include "catch.hpp"
#include "formats/generated.hpp"

#include <mondegreen/format.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace mondegreen;

namespace {

reading read_srt(std::string_view text) {
  auto read = read_text(text, {.format = "srt", .encoding = "UTF-8"}, "talk.srt");
  REQUIRE(read);
  return std::move(*read);
}

std::string to(std::string_view format, transcript const& text) {
  auto made = write_text(text, format);
  REQUIRE(made);
  return made->bytes;
}

bool told(std::vector<diagnostic> const& all, code what) {
  return std::any_of(all.begin(), all.end(), [&](diagnostic const& each) { return each.what == what; });
}

/// Blocks stand end to end from the first byte to the last.
bool covers(transcript const& text) {
  std::vector<span> all;
  for (auto const& each : text.cues) all.push_back(each.block);
  for (auto const& each : text.kept) all.push_back(each.block);
  std::sort(all.begin(), all.end(), [](span a, span b) { return a.offset < b.offset; });
  std::uint32_t at = 0;
  for (auto const& each : all) {
    if (each.offset != at) return false;
    at = each.end();
  }
  return at == text.from->text().size();
}

void touch(transcript& text) {
  for (auto& each : text.cues) each.as_read = ~each.fingerprint();
}

} // namespace

TEST_CASE("a plain file") {
  auto const read =
      read_srt("1\n00:00:01,000 --> 00:00:02,500\nBonjour à tous\n\n2\n00:00:03,000 --> 00:00:04,000\nDeux\nlignes\n");
  REQUIRE(read.value.cues.size() == 2);
  auto const& cues = read.value.cues;
  CHECK(cues[0].id == "1");
  CHECK(cues[0].when == interval{{1000}, {2500}});
  CHECK(cues[0].text == "Bonjour à tous");
  CHECK(cues[1].text == "Deux\nlignes");
  CHECK(cues[0].untouched());
  CHECK(read.diagnostics.empty());
  CHECK(covers(read.value));
}

TEST_CASE("line ends of every kind, and none at the end") {
  for (std::string const end : {"\n", "\r\n", "\r"}) {
    auto const text = "1" + end + "00:00:01,000 --> 00:00:02,000" + end + "un" + end + "deux" + end + end + "2" + end +
                      "00:00:03,000 --> 00:00:04,000" + end + "trois";
    auto const read = read_srt(text);
    REQUIRE(read.value.cues.size() == 2);
    CHECK(read.value.cues[0].text == "un\ndeux");
    CHECK(read.value.cues[1].text == "trois");
    CHECK(to("srt", read.value) == text);
    auto const& cue = read.value.cues[0];
    auto const two = cue.where.cover({3, 4}).source;
    CHECK(slice(read.value.from->text(), two) == "deux");
  }
}

TEST_CASE("tags become marks, and tags again") {
  auto read = read_srt("1\n00:00:01,000 --> 00:00:02,000  X1:10 X2:20 Y1:30 Y2:40\n{\\an8}<i>un</i> <B>deux</B> "
                       "<font color=\"#ff0000\">trois\n</font><u>quatre\n");
  auto& cue = read.value.cues.at(0);
  CHECK(cue.text == "un deux trois\nquatre");
  CHECK(cue.settings == "X1:10 X2:20 Y1:30 Y2:40");
  REQUIRE(cue.marks.size() == 5);
  CHECK(cue.marks[0] == mark{{0, 0}, mark_kind::placement, "{\\an8}"});
  CHECK(cue.marks[1] == mark{{0, 2}, mark_kind::italic, ""});
  CHECK(cue.marks[2] == mark{{3, 4}, mark_kind::bold, ""});
  CHECK(cue.marks[3] == mark{{8, 6}, mark_kind::font, "color=\"#ff0000\""});
  CHECK(cue.marks[4] == mark{{14, 6}, mark_kind::underline, ""});
  CHECK(read.diagnostics.empty());
  touch(read.value);
  CHECK(to("srt", read.value) ==
        "1\n00:00:01,000 --> 00:00:02,000  X1:10 X2:20 Y1:30 Y2:40\n{\\an8}<i>un</i> <b>deux</b> "
        "<font color=\"#ff0000\">trois</font>\n<u>quatre</u>\n");
  CHECK(to("webvtt", read.value) == "WEBVTT\n\n00:00:01.000 --> 00:00:02.000 line:0\n<i>un</i> <b>deux</b> "
                                    "<c.red>trois</c>\n<u>quatre</u>\n");
}

TEST_CASE("what only looks like a tag is text") {
  for (auto const* text :
       {"2 < 3 > 1", "x --> y & <z", "<", "<font", "<i", "{an8}", "{\\an8", "<li>", "&amp;", "I <3 toi"}) {
    auto const read = read_srt(std::string("1\n00:00:01,000 --> 00:00:02,000\n") + text + "\n");
    CHECK(read.value.cues.at(0).text == text);
    CHECK(read.value.cues.at(0).marks.empty());
  }
}

TEST_CASE("a closing tag that closes nothing is kept beside the text") {
  auto read = read_srt("1\n00:00:01,000 --> 00:00:02,000\nun</i> deux\n");
  CHECK(read.value.cues.at(0).text == "un deux");
  touch(read.value);
  CHECK(to("srt", read.value).find("un</i> deux\n") != std::string::npos);
}

TEST_CASE("numbers and arrows in the text stay text") {
  auto const read =
      read_srt("1\n00:00:01,000 --> 00:00:02,000\nAnnée\n2024\n\n2\n00:00:03,000 --> 00:00:04,000\n1984\n\n"
               "3\n00:00:05,000 --> 00:00:06,000\n3 --> 4\n");
  REQUIRE(read.value.cues.size() == 3);
  CHECK(read.value.cues[0].text == "Année\n2024");
  CHECK(read.value.cues[1].text == "1984");
  CHECK(read.value.cues[2].text == "3 --> 4");
  CHECK(read.diagnostics.empty());
}

TEST_CASE("damage is read where it can mean only one thing, and told") {
  auto const form = read_srt("1\n00:01.5 -> 00:02.25\nA\n");
  CHECK(form.value.cues.at(0).when == interval{{1500}, {2250}});
  CHECK(told(form.diagnostics, code::srt_clock_form));

  auto const tight = read_srt("1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\nB");
  REQUIRE(tight.value.cues.size() == 2);
  CHECK(tight.value.cues[0].text == "A");
  CHECK(told(tight.diagnostics, code::srt_no_blank_line));

  auto const parted = read_srt("1\n00:00:01,000 --> 00:00:02,000\nA\n\nsuite\n\n2\n00:00:03,000 --> 00:00:04,000\nB");
  REQUIRE(parted.value.cues.size() == 2);
  CHECK(parted.value.cues[0].text == "A\nsuite");
  CHECK(told(parted.diagnostics, code::srt_blank_line));

  auto const bare = read_srt("00:00:01,000 --> 00:00:02,000\nA\n");
  CHECK(bare.value.cues.at(0).id.empty());
  CHECK(told(bare.diagnostics, code::srt_number));

  auto const early = read_srt("1\n00:00:05,000 --> 00:00:02,000\nA\n\n2\n00:00:01,000 --> 00:00:02,000\nB\n");
  CHECK(told(early.diagnostics, code::time_backwards));
  CHECK(told(early.diagnostics, code::time_order));
  CHECK(slice(early.value.from->text(), early.diagnostics.at(0).where) == "00:00:05,000 --> 00:00:02,000");
}

TEST_CASE("text without times is kept, with its place, and told") {
  std::string const text =
      "<html>\nhello\n\n1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:0x:03,000 --> 00:00:04,000\nB\n\n"
      "3\n00:00:05,000 --> 00:00:06,000\nC\n\n4\n";
  auto const read = read_srt(text);
  REQUIRE(read.value.cues.size() == 2);
  CHECK(read.value.cues[0].text == "A");
  CHECK(read.value.cues[1].text == "C");
  REQUIRE(read.value.kept.size() == 3);
  CHECK(read.value.kept[0].text == "<html>\nhello");
  CHECK(read.value.kept[1].text == "2\n00:0x:03,000 --> 00:00:04,000\nB");
  CHECK(read.value.kept[2].text == "4");
  CHECK(told(read.diagnostics, code::srt_stray_text));
  CHECK(told(read.diagnostics, code::srt_clock));
  CHECK(covers(read.value));
  CHECK(to("srt", read.value) == text);
}

TEST_CASE("an empty file has no cue and says so") {
  for (auto const* text : {"", "\n", " \r\n\t\r\n"}) {
    auto const read = read_srt(text);
    CHECK(read.value.cues.empty());
    CHECK(told(read.diagnostics, code::input_empty));
    CHECK(covers(read.value));
    CHECK(to("srt", read.value) == text);
  }
}

TEST_CASE("only what was touched is written anew") {
  std::string const text =
      "7\r\n00:00:01,000  -->  00:00:02,000\r\n<I>A</I>\r\n\r\n\r\n8\r\n00:00:03.000 --> 00:00:04.000\r\nB\r\n";
  auto read = read_srt(text);
  read.value.cues.at(1).when.end.ms += 1;
  CHECK(to("srt", read.value) ==
        "7\r\n00:00:01,000  -->  00:00:02,000\r\n<I>A</I>\r\n\r\n\r\n8\r\n00:00:03,000 --> 00:00:04,001\r\nB\r\n");
  read.value.cues.erase(read.value.cues.begin());
  CHECK(to("srt", read.value) == "8\r\n00:00:03,000 --> 00:00:04,001\r\nB\r\n");
}

TEST_CASE("what SubRip would misread is changed, and told once") {
  transcript text;
  text.cues.resize(3);
  text.cues[0].text = "A --> B";
  text.cues[1].text = "\n\nun\n \n\r\ndeux\n";
  text.cues[2].text = "la balise <i> et non <z>";
  text.cues[2].when = {{-5}, {10}};
  auto const made = write_text(text, "srt");
  REQUIRE(made);
  CHECK(made->bytes == "1\n00:00:00,000 --> 00:00:00,000\nA → B\n\n2\n00:00:00,000 --> 00:00:00,000\nun\ndeux\n\n"
                       "3\n00:00:00,000 --> 00:00:00,010\nla balise ‹i> et non <z>\n");
  CHECK(told(made->diagnostics, code::format_text_changed));
  CHECK(told(made->diagnostics, code::time_negative));
  CHECK(made->diagnostics.size() == 2);
}

TEST_CASE("cues without text are written so that they can be read") {
  transcript text;
  text.cues.resize(2);
  text.cues[1].text = "B";
  auto const bytes = to("srt", text);
  auto const read = read_srt(bytes);
  REQUIRE(read.value.cues.size() == 2);
  CHECK(read.value.cues[0].text.empty());
  CHECK(read.value.cues[1].text == "B");
}

TEST_CASE("plain transcripts survive SubRip") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    auto const text = tests::generator(seed).plain(false);
    auto const read = read_srt(to("srt", text));
    REQUIRE(read.value.cues.size() == text.cues.size());
    for (std::size_t i = 0; i < text.cues.size(); ++i) {
      CHECK(read.value.cues[i].text == text.cues[i].text);
      CHECK(read.value.cues[i].when == text.cues[i].when);
    }
    CHECK(to("srt", read.value) == to("srt", text));
  }
}

TEST_CASE("whatever the bytes, all are kept, and written back as they were") {
  static constexpr std::string_view pieces[] = {
      "1",   "2\n", "\n",  "\r\n", "\r",      " ",          "00:00:01,000 --> 00:00:02,000",
      "-->", "été", "<i>", "</i>", "{\\an8}", "00:0x --> ", "<font color=red>",
      "12",  "\t",  "{\\"};
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    tests::generator random(seed);
    std::string text;
    for (auto count = random.below(30); count > 0; --count) text += random.one_of(pieces);
    auto const read = read_srt(text);
    CHECK(covers(read.value));
    CHECK(to("srt", read.value) == text);
  }
}

TEST_CASE("a hundred thousand tags cost no more than their number") {
  std::string text = "1\n00:00:01,000 --> 00:00:02,000\n";
  for (int i = 0; i < 50'000; ++i) text += "<i><b>";
  for (int i = 0; i < 50'000; ++i) text += "</i>";
  for (int i = 0; i < 50'000; ++i) text += "<font {\\";
  auto read = read_srt(text);
  CHECK(read.value.cues.size() == 1);
  touch(read.value);
  CHECK(to("srt", read.value).size() < 100 * text.size());
}
