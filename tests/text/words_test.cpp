#include <mondegreen/impl/text/words.hpp>

#include "catch.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using mondegreen::impl::for_each_word;
using mondegreen::impl::leaves_words;

namespace {

std::vector<std::uint32_t> words(std::string_view text) {
  std::vector<std::uint32_t> found;
  for_each_word(text, [&](std::uint32_t word) { found.push_back(word); });
  return found;
}

bool known(std::string_view text) {
  return for_each_word(text, [](std::uint32_t) {});
}

} // namespace

TEST_CASE("case, accents and what stands between words do not count") {
  CHECK(words("").empty());
  CHECK(words(" … – « ? » ").empty());
  CHECK(words("L’ÉTÉ, peut-être !") == words("l'ete peut etre"));
  CHECK(words("Œuvre") == words("œuvre"));
  CHECK(words("un\u00A0mot") == words("un\nmot"));
  CHECK(words("12 000").size() == 2);
  CHECK(words("œuvre") != words("oeuvre"));
  CHECK(words("deux mots") != words("mots deux"));
  CHECK(words("ab").front() != words("ba").front());
}

TEST_CASE("a text that others may part or fold otherwise is told") {
  CHECK(known("L’été, « peut-être » – œuvre… 12 000 !"));
  for (auto const text :
       {"Łódź", "привет", "日本", "e\u0301", "\u00AA", "3e", "mp3", "Straße", "→", "l\u02BCeau", "\xC3", "\xE2\x80"}) {
    INFO(text);
    CHECK_FALSE(known(text));
  }
  CHECK(words("\u0178") == words("ÿ")); // a pair of lower and upper case
  CHECK(words("l\u02BCeau") == words("l'eau"));
}

TEST_CASE("a word is the same wherever it stands, in a short text and in a long one") {
  auto const all =
      std::vector<std::string>{"a", "mot", "étés", "huit8lettres", "seize-lettres", "anticonstitutionnellement"};
  for (auto const& word : all) {
    auto const alone = words(word);
    for (std::size_t before = 0; before < 300; ++before) {
      auto const found = words(std::string(before, 'x') + " " + word + std::string(before % 19, ' '));
      REQUIRE(found.size() >= alone.size() + (before > 0 ? 1 : 0));
      CHECK(std::vector(found.end() - static_cast<std::ptrdiff_t>(alone.size()), found.end()) == alone);
    }
  }
}

TEST_CASE("a word of more letters than any has is not known") {
  CHECK(known(std::string(240, 'a')));
  CHECK(known("l'" + std::string(240, 'a') + " et"));
  CHECK_FALSE(known(std::string(241, 'a')));
  CHECK_FALSE(known(std::string(1000, 'a') + " et"));
}

TEST_CASE("what stands between words may change and leave them") {
  CHECK(leaves_words("l'eau", 1, 1, "’"));
  CHECK(leaves_words("Oui ?", 3, 1, "\u00A0"));
  CHECK(leaves_words("Oui?", 3, 0, "\u00A0"));
  CHECK(leaves_words("Oui", 3, 0, "."));
  CHECK(leaves_words("Oui", 0, 0, "– "));
  CHECK(leaves_words("un  mot", 2, 1, ""));
  CHECK_FALSE(leaves_words("un mot", 2, 1, "")); // one word
  CHECK_FALSE(leaves_words("unmot", 2, 0, " ")); // two
  CHECK(leaves_words("un état", 3, 2, "É"));
  CHECK_FALSE(leaves_words("un mot", 0, 2, "une"));
  CHECK_FALSE(leaves_words("un mot", 2, 1, "→"));
  CHECK_FALSE(leaves_words("un mot", 2, 1, "\xE2"));
}
