#include "catch.hpp"

#include <mondegreen/format.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace mondegreen;

namespace {

struct converted {
  std::string bytes;
  std::vector<std::string> lost;
};

converted convert(std::string_view text, std::string_view from, std::string_view to) {
  auto const read = read_text(text, {.format = std::string(from), .encoding = "UTF-8"});
  REQUIRE(read);
  auto made = write_text(read->value, to);
  REQUIRE(made);
  converted all{std::move(made->bytes), {}};
  for (auto const& each : made->diagnostics) all.lost.push_back(each.message);
  return all;
}

converted to_vtt(std::string_view body, std::string_view coordinates = {}) {
  return convert("1\n00:00:01,000 --> 00:00:02,000" + std::string(coordinates) + "\n" + std::string(body) + "\n", "srt",
                 "webvtt");
}

converted to_srt(std::string_view body, std::string_view settings = {}) {
  return convert("WEBVTT\n\n00:01.000 --> 00:02.000" + std::string(settings) + "\n" + std::string(body) + "\n",
                 "webvtt", "srt");
}

std::string vtt_of(std::string_view body, std::string_view settings = {}) {
  return "WEBVTT\n\n00:00:01.000 --> 00:00:02.000" + std::string(settings) + "\n" + std::string(body) + "\n";
}

std::string srt_of(std::string_view body) { return "1\n00:00:01,000 --> 00:00:02,000\n" + std::string(body) + "\n"; }

} // namespace

TEST_CASE("italics, bold and underlines go both ways") {
  for (auto const* body : {"<i>un</i> <b>deux</b> <u>trois</u>", "<i>un <b>deux</b></i>", "<i>un\ndeux</i>"}) {
    auto const there = to_vtt(body);
    CHECK(there.bytes == vtt_of(body));
    CHECK(there.lost.empty());
    auto const back = convert(there.bytes, "webvtt", "srt");
    CHECK(back.bytes == srt_of(body));
    CHECK(back.lost.empty());
  }
}

TEST_CASE("colours become classes, and come back") {
  auto const named = to_vtt("<font color=\"#FFFF00\">jaune</font> <font color=red>rouge</font>");
  CHECK(named.bytes == vtt_of("<c.yellow>jaune</c> <c.red>rouge</c>"));
  CHECK(named.lost.empty());
  CHECK(convert(named.bytes, "webvtt", "srt").bytes ==
        srt_of("<font color=\"#ffff00\">jaune</font> <font color=\"#ff0000\">rouge</font>"));

  auto const own = to_vtt("<font color='#FF8800'>orange</font>");
  CHECK(own.bytes == "WEBVTT\n\nSTYLE\n::cue(.color_ff8800) { color: #ff8800 }\n\n"
                     "00:00:01.000 --> 00:00:02.000\n<c.color_ff8800>orange</c>\n");
  CHECK(own.lost.empty());
  CHECK(convert(own.bytes, "webvtt", "srt").bytes == srt_of("<font color=\"#ff8800\">orange</font>"));
}

TEST_CASE("what of a font has no place is told") {
  auto const sized = to_vtt("<font size=\"12\" color=\"red\">gros</font>");
  CHECK(sized.bytes == vtt_of("<c.red>gros</c>"));
  CHECK(sized.lost.size() == 1);
  auto const face = to_vtt("<font face=\"Arial\">a</font> <font face=\"Arial\">b</font>");
  CHECK(face.bytes == vtt_of("a b"));
  CHECK(face.lost.size() == 1); // once a kind
}

TEST_CASE("the nine places go both ways") {
  for (char place = '1'; place <= '9'; ++place) {
    if (place == '2') continue; // the usual one
    auto const body = std::string("{\\an") + place + "}ici";
    auto const there = to_vtt(body);
    CHECK(there.lost.empty());
    auto const back = convert(there.bytes, "webvtt", "srt");
    CHECK(back.bytes == srt_of(body));
    CHECK(back.lost.empty());
  }
  CHECK(to_vtt("{\\an8}ici").bytes == vtt_of("ici", " line:0"));
  CHECK(to_vtt("{\\an2}ici").bytes == vtt_of("ici"));
}

TEST_CASE("other settings become the nearest place, and that is told") {
  auto const top = to_srt("ici", " line:10% align:center");
  CHECK(top.bytes == srt_of("{\\an8}ici"));
  CHECK(top.lost.size() == 1);
  CHECK(to_srt("ici", " align:start").bytes == srt_of("{\\an1}ici"));
  CHECK(to_srt("ici", " line:-1").bytes == srt_of("ici"));
  CHECK(to_srt("ici", " line:-1").lost.size() == 1);
}

TEST_CASE("coordinates in pixels cannot be carried: told once") {
  auto const lost = to_vtt("ici", " X1:10 X2:20 Y1:30 Y2:40");
  CHECK(lost.bytes == vtt_of("ici"));
  CHECK(lost.lost.size() == 1);
  CHECK(to_vtt("{\\an8}ici", " X1:10 X2:20 Y1:30 Y2:40").lost.size() == 1);
}

TEST_CASE("voices, languages, ruby, times and classes: told, their text stays") {
  auto const lost = to_srt("<v Zoé>Oui</v> <lang en>yes</lang> <00:01.500><i.doux>bien</i> <c.fort>!</c>");
  CHECK(lost.bytes == srt_of("Oui yes <i>bien</i> !"));
  CHECK(lost.lost.size() == 4);
}

TEST_CASE("what is no tag in SubRip is not written as one, and what is text is not written as a tag") {
  auto const unclosed = to_srt("Ici</i in Paris");
  CHECK(unclosed.bytes == srt_of("Ici"));
  CHECK(unclosed.lost.size() == 1);
  CHECK(to_srt("Ici</c>").bytes == srt_of("Ici"));
  for (auto const& [text, written] : {std::pair{"{b}ici", "｛b}ici"}, std::pair{"{\\an8}ici", "｛\\an8}ici"},
                                      std::pair{"&lt;i>ici", "‹i>ici"}, std::pair{"{ici}", "{ici}"}}) {
    auto const made = to_srt(text);
    CHECK(made.bytes == srt_of(written));
    CHECK(made.lost.empty() == (made.bytes == srt_of(text)));
  }
}

TEST_CASE("the older spellings of SubRip's tags are read") {
  CHECK(to_vtt("{b}un{/b} {i}deux{/i} {u}trois").bytes == vtt_of("<b>un</b> <i>deux</i> <u>trois</u>"));
  CHECK(to_vtt("<i>un</ i> deux").bytes == vtt_of("<i>un</i> deux"));
  CHECK(to_vtt("{bon} {b {B}").bytes == vtt_of("{bon} {b {B}"));
}

TEST_CASE("a line of text that reads like times is text in SubRip too") {
  for (auto const* line :
       {"&#48;0:00:01,000 -> 00:00:02,000", "&#48;0:00:01,000 → 00:00:02,000", "7\n&#48;0:00:01 -> x"}) {
    auto const made = to_srt(line);
    CHECK(made.lost.size() == 1);
    auto const read = read_text(made.bytes, {.format = "srt"});
    REQUIRE(read);
    REQUIRE(read->value.cues.size() == 1);
    CHECK(read->value.kept.empty());
    CHECK(read->diagnostics.empty());
  }
  CHECK(to_srt("12:30 -> midi").lost.empty());
  CHECK(to_srt("- Oui.\n12").lost.empty());
}
