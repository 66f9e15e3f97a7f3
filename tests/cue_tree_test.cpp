#include "catch.hpp"

#include <mondegreen/cue_tree.hpp>
#include <mondegreen/format.hpp>

#include <string>
#include <vector>

using namespace mondegreen;

namespace {

using lines = std::vector<std::string>;

lines tree(std::string_view payload) { return webvtt::tree_lines(webvtt::cue_tree(payload)); }

} // namespace

TEST_CASE("tags, classes and annotations become nodes") {
  CHECK(tree("").empty());
  CHECK(tree("Bonjour\nà tous") == lines{"| \"Bonjour\nà tous\""});
  CHECK(tree("<v.fort.. doux  Zoé &amp; Max >Oui <i>ou</i> non</v>!") ==
        lines{"| <span>", "|   class=\"fort\"", "|   title=\"doux Zoé & Max\"", "|   \"Oui \"", "|   <i>",
              "|     \"ou\"", "|   \" non\"", "| \"!\""});
  CHECK(tree("<lang fr-CA>allô</lang>") == lines{"| <span>", "|   lang=\"fr-CA\"", "|   \"allô\""});
  CHECK(tree("a<00:01.500>b") == lines{"| \"a\"", "| <?timestamp 00:00:01.500>", "| \"b\""});
}

TEST_CASE("what is no tag is dropped, what is no time too") {
  CHECK(tree("<x>a</x><99:99.000><1>b</i>") == lines{"| \"a\"", "| \"b\""});
  CHECK(tree("<rt>a</rt>") == lines{"| \"a\""});
  CHECK(tree("<>a<") == lines{"| \"a\""});
  CHECK(tree("<b>a</i>b") == lines{"| <b>", "|   \"a\"", "|   \"b\""});
}

TEST_CASE("a ruby's end tag ends its text as well") {
  CHECK(tree("<ruby>漢<rt>かん</ruby>字") == lines{"| <ruby>", "|   \"漢\"", "|   <rt>", "|     \"かん\"", "| \"字\""});
}

TEST_CASE("character references: all of HTML's names, numbers, and text that is none") {
  CHECK(tree("&eacute;&Eacute&nbsp;&lrm;") == lines{"| \"éÉ\xC2\xA0\xE2\x80\x8E\""});
  CHECK(tree("&CounterClockwiseContourIntegral;") == lines{"| \"∳\""});
  CHECK(tree("&ampamp &notit; &notin;") == lines{"| \"&amp ¬it; ∉\""});
  CHECK(tree("&#233;&#xe9&#128;&#0;&#xD800;&#99999999999;") == lines{"| \"éé€\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""});
  CHECK(tree("& &; &# &#x; &bogus; R&D") == lines{"| \"& &; &# &#x; &bogus; R&D\""});
}

TEST_CASE("a hundred thousand nested tags are read, and the tree stays shallow") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<b>";
  auto const made = webvtt::cue_tree(deep + "fond");
  REQUIRE(made.size() == webvtt::max_tree_depth + 1);
  CHECK(made.back().value == "fond");
  CHECK(made.back().depth == webvtt::max_tree_depth);
}

TEST_CASE("JSON has the tree when asked") {
  auto const read = read_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<i>oui</i>\n", {.format = "webvtt"});
  REQUIRE(read);
  auto const plain = write_text(read->value, "json");
  auto const with_tree = write_text(read->value, "json", {.cue_tree = true});
  REQUIRE(plain);
  REQUIRE(with_tree);
  CHECK(plain->bytes.find("\"tree\"") == std::string::npos);
  CHECK(with_tree->bytes.find(R"("tree":["| <i>","|   \"oui\""])") != std::string::npos);
  auto const again = read_text(with_tree->bytes, {.format = "json"});
  REQUIRE(again);
  CHECK(again->diagnostics.empty());
}
