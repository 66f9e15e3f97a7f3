#include "catch.hpp"

#include <mondegreen/format.hpp>

#include <algorithm>
#include <cmath>
#include <string>

using namespace mondegreen;

namespace {

reading read_xml(std::string_view text) {
  auto made = read_text(text, {.format = "youtube-timedtext", .encoding = "UTF-8"});
  REQUIRE(made);
  return std::move(*made);
}

std::size_t count(reading const& in, code what) {
  return static_cast<std::size_t>(std::count_if(in.diagnostics.begin(), in.diagnostics.end(),
                                                [&](diagnostic const& each) { return each.what == what; }));
}

} // namespace

TEST_CASE("srv1: references are read twice, tags are marks") {
  std::string const text =
      "<?xml version=\"1.0\"?><transcript><text start=\"0.5\" dur=\"1.25\">c&amp;#39;est &lt;i&gt;bien&lt;/i&gt;"
      "</text>\n<text start=\"2\" dur=\"1\"></text><text start=\"3\">fin &amp;amp; suite</text></transcript>";
  CHECK(detect_format(*make_source(text)).id == "youtube-timedtext");
  auto const read = read_xml(text);
  CHECK(read.diagnostics.empty());
  REQUIRE(read.value.cues.size() == 2);
  auto const& cue = read.value.cues[0];
  CHECK(cue.text == "c'est bien");
  CHECK(cue.when == interval{{500}, {1750}});
  REQUIRE(cue.marks.size() == 1);
  CHECK(cue.marks[0] == mark{{6, 4}, mark_kind::italic, ""});
  CHECK(slice(text, cue.where.cover({1, 1}).source) == "&amp;#39;");
  CHECK(slice(text, cue.where.cover({6, 4}).source) == "bien");
  CHECK(read.value.cues[1].text == "fin & suite");
}

TEST_CASE("srv2 counts in milliseconds") {
  auto const read = read_xml("<timedtext><text t=\"500\" d=\"900\">un</text></timedtext>");
  REQUIRE(read.value.cues.size() == 1);
  CHECK(read.value.cues[0].when == interval{{500}, {1400}});
}

TEST_CASE("srv3: pieces are words with their times, pens are marks") {
  auto const read = read_xml(
      "<timedtext format=\"3\"><head><pen id=\"1\" i=\"1\" fc=\"#FF0000\"/></head><body>\n"
      "<p t=\"500\" d=\"1500\" w=\"1\"><s ac=\"255\">on</s><s t=\"400\" ac=\"51\"> part</s></p>\n"
      "<p t=\"2000\" d=\"10\" a=\"1\">\n</p><p t=\"2500\" d=\"500\" p=\"1\">l&#39;île\nau loin</p></body></timedtext>");
  CHECK(read.diagnostics.empty());
  REQUIRE(read.value.cues.size() == 2);
  auto const& cue = read.value.cues[0];
  CHECK(cue.text == "on part");
  REQUIRE(cue.words.size() == 2);
  CHECK(cue.words[0].when == interval{{500}, {900}});
  CHECK(cue.words[1].when == interval{{900}, {2000}});
  CHECK(std::lround(cue.words[1].confidence * 10) == 2);
  CHECK(read.value.cues[1].text == "l'île\nau loin");
  REQUIRE(read.value.cues[1].marks.size() == 2);
  CHECK(read.value.cues[1].marks[0].value == "color=\"#FF0000\"");
  CHECK(read.value.cues[1].words.empty());
}

TEST_CASE("zero-width spaces that pad lines are no text") {
  auto const read = read_xml(
      "<timedtext format=\"3\"><body><p t=\"0\" d=\"9\"><s>\xE2\x80\x8B</s>\xE2\x80\x8B<s>\xE2\x80\x8B Oui\xE2\x80\x8B "
      "</s></p><p t=\"9\" d=\"9\">\xE2\x80\x8B</p></body></timedtext>");
  REQUIRE(read.value.cues.size() == 1);
  CHECK(read.value.cues[0].text == "Oui");
}

TEST_CASE("XML that breaks off keeps what was read; one without timed text is told") {
  auto const cut = read_xml("<transcript><text start=\"0\" dur=\"1\">un</text><text start=\"1\" dur=\"1\">de");
  CHECK(count(cut, code::xml_syntax) == 1);
  CHECK_FALSE(cut.value.cues.empty());
  CHECK(cut.value.cues[0].text == "un");
  auto const other = read_xml("<svg><p t=\"1\">x</p></svg>");
  CHECK(count(other, code::xml_form) == 1);
  CHECK(other.value.kept.size() == 1);
  CHECK(count(read_xml(" "), code::input_empty) == 1);
}

TEST_CASE("entities of a document type are not expanded, deep nesting is only depth") {
  auto const bomb = read_xml(
      "<!DOCTYPE t [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><transcript><text start=\"0\" dur=\"1\">&b;</text>"
      "</transcript>");
  REQUIRE(bomb.value.cues.size() == 1);
  CHECK(bomb.value.cues[0].text == "&b;");
  std::string deep = "<timedtext format=\"3\"><body><p t=\"0\" d=\"1\">a</p>";
  for (int i = 0; i < 200'000; ++i) deep += "<b>";
  CHECK(read_xml(deep).value.cues.size() == 1);
}
