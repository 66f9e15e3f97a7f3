#include "catch.hpp"

#include <mondegreen/impl/names/tokens.hpp>

using namespace mondegreen::impl;

namespace {

std::vector<token> of(std::string_view text) { return tokenize({{text, false}}); }

bool shielded(std::string_view text) {
  auto const words = of(text);
  return !words.empty() && words.front().shielded;
}

} // namespace

TEST_CASE("words with their places and shapes") {
  auto const words = of("Hier, l\u2019\u00C9cole LLM a vu Yann LeCun en 2019.");
  REQUIRE(words.size() == 10);
  CHECK(words[0].text == "Hier");
  CHECK(words[0].shape == word_shape::initial);
  CHECK(words[1].text == "l");
  CHECK(words[2].text == "\u00C9cole");
  CHECK(words[2].before == gap::joined);
  CHECK(words[3].shape == word_shape::capitals);
  CHECK(words[7].shape == word_shape::mixed);
  CHECK(words[9].shape == word_shape::digits);
  CHECK(words[9].where.offset == std::string_view("Hier, l\u2019\u00C9cole LLM a vu Yann LeCun en ").size());
}

TEST_CASE("punctuation is a wall, an abbreviation's stop is not") {
  auto const words = of("Merci. H.E.C. Paris, oui (non) \u00AB si \u00BB");
  REQUIRE(words.size() == 8);
  CHECK(words[1].before == gap::wall);
  CHECK(words[2].before == gap::space);
  CHECK(words[4].before == gap::space);
  CHECK(words[5].before == gap::wall);
  CHECK(words[6].before == gap::wall);
  CHECK(words[7].before == gap::wall);
}

TEST_CASE("a quote is no apostrophe and a dash is no hyphen") {
  CHECK(of("dit 'oui'")[1].before == gap::wall);
  CHECK(of("Ray-Ban")[1].before == gap::joined);
  CHECK(of("Ray - Ban")[1].before == gap::wall);
  CHECK(of("Ray -Ban")[1].before == gap::wall);
}

TEST_CASE("sentences open where a capital says nothing") {
  auto const words = of("Oui. Faire. Il dit : Voil\u00E0 Meta");
  REQUIRE(words.size() == 6);
  CHECK(words[0].opens_sentence);
  CHECK(words[1].opens_sentence);
  CHECK(words[2].opens_sentence);
  CHECK_FALSE(words[3].opens_sentence);
  CHECK(words[4].opens_sentence);
  CHECK_FALSE(words[5].opens_sentence);
}

TEST_CASE("a line end is a gap, a blank line a wall") {
  CHECK(of("AI\nStartup")[1].before == gap::line);
  CHECK(of("AI\r\nStartup")[1].before == gap::line);
  CHECK(of("AI\n\nStartup")[1].before == gap::wall);
}

TEST_CASE("passages that go on are one text") {
  auto const words = tokenize({{"le programme AI", false}, {"Startup. Merci", true}, {"Oui", true}, {"Fin", false}});
  REQUIRE(words.size() == 7);
  CHECK(words[3].before == gap::line);
  CHECK_FALSE(words[3].opens_sentence);
  CHECK(words[5].before == gap::line);
  CHECK(words[6].before == gap::wall);
  CHECK(words[6].opens_sentence);
}

TEST_CASE("a wall at the end of a passage stands in the next") {
  auto const words = tokenize({{"Merci,", false}, {"Martin", true}});
  CHECK(words[1].before == gap::wall);
}

TEST_CASE("addresses are shielded") {
  CHECK(shielded("stationf.co"));
  CHECK(shielded("https://lucie.chat/"));
  CHECK(shielded("www.Exemple.FR"));
  CHECK(shielded("contact@linagora.com"));
  CHECK(shielded("notes.txt"));
  CHECK(shielded("professionnel.le.s"));
  CHECK(shielded("@openai"));
  CHECK(shielded("C:\\films"));
  CHECK_FALSE(shielded("Fin.Ensuite"));
  CHECK_FALSE(shielded("H.E.C."));
  CHECK_FALSE(shielded("Linagora."));
  CHECK_FALSE(shielded("oui..."));
}

TEST_CASE("a word without end is a wall") {
  std::string const text = "Yann " + std::string(1000, 'x') + " LeCun";
  auto const words = of(text);
  REQUIRE(words.size() == 2);
  CHECK(words[1].before == gap::wall);
}

TEST_CASE("bytes that are no text") {
  CHECK(of("\xFF\xFE\x80").empty());
  CHECK(of("").empty());
  CHECK(of("a\xFFz").size() == 2);
}
