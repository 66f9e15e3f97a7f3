#include "catch.hpp"

#include <mondegreen/format.hpp>

#include <algorithm>
#include <string>

using namespace mondegreen;

namespace {

reading read_ctm(std::string_view text) {
  auto made = read_text(text, {.format = "ctm", .encoding = "UTF-8"});
  REQUIRE(made);
  return std::move(*made);
}

bool tells(reading const& in, code what) {
  return std::any_of(in.diagnostics.begin(), in.diagnostics.end(),
                     [&](diagnostic const& each) { return each.what == what; });
}

} // namespace

TEST_CASE("words of a CTM file become cues, parted at pauses") {
  std::string const text = ";; essai\nfilm 1 0.50 0.30 la 0.91\nfilm 1 0.80 0.4 marée 0.5\nfilm 1 4.0 .5 monte\n";
  CHECK(detect_format(*make_source(text)).id == "ctm");
  auto const read = read_ctm(text);
  CHECK(read.diagnostics.empty());
  REQUIRE(read.value.cues.size() == 2);
  auto const& cue = read.value.cues[0];
  CHECK(cue.text == "la marée");
  CHECK(cue.when == interval{{500}, {1200}});
  REQUIRE(cue.words.size() == 2);
  CHECK(cue.words[1].when == interval{{800}, {1200}});
  CHECK(cue.words[1].confidence == 0.5F);
  CHECK(slice(text, cue.where.cover(cue.words[1].where).source) == "marée");
  CHECK(read.value.speakers.empty());
}

TEST_CASE("channels and the eighth column say who speaks") {
  auto const channels = read_ctm("a A 0 1 oui\na B 1 1 non\n");
  CHECK(channels.value.speakers == std::vector<std::string>{"Channel A", "Channel B"});
  REQUIRE(channels.value.cues.size() == 2);
  auto const named = read_ctm("a 1 0 1 oui 1 lex Léa\na 1 1 1 non 1 lex unknown\n");
  CHECK(named.value.speakers == std::vector<std::string>{"Léa"});
}

TEST_CASE("of several ways to say it the first counts, and deleted words are none") {
  auto const read = read_ctm("a 1 0 1 un\na 1 * * <ALT_BEGIN>\na 1 1 1 deux\na 1 * * <ALT>\na 1 1 1 trois\n"
                             "a 1 * * <ALT_END>\na 1 2 1 <eps>\na 1 3 1 quatre\n");
  REQUIRE(read.value.cues.size() == 1);
  CHECK(read.value.cues[0].text == "un deux quatre");
}

TEST_CASE("a line that is no word is kept and told; the next recording begins anew") {
  auto const read = read_ctm("a 1 0 1 un\na 1 zero 1 deux\na 1\nb 1 0 1 trois\n");
  CHECK(tells(read, code::format_stray_line));
  REQUIRE(read.value.cues.size() == 2);
  CHECK(read.value.cues[1].text == "trois");
  CHECK(std::count_if(read.value.kept.begin(), read.value.kept.end(),
                      [](kept_block const& each) { return each.kind == kept_kind::unknown; }) == 2);
}

TEST_CASE("times beyond all bounds are bounded") {
  auto const read = read_ctm("a 1 1e300 1e300 un\na 1 -1e300 1 deux\na 1 nan 1 trois\n");
  CHECK(read.value.cues.size() == 2);
  CHECK(tells(read, code::format_stray_line));
}

TEST_CASE("prose with numbers is no CTM") {
  for (auto const* text : {"Il a 2 ans\nElle a 3 ans et demi\n", "a b c d e\nf g h i j\n", "1 2 3\n4 5 6\n"})
    CHECK(detect_format(*make_source(text)).id != "ctm");
}
