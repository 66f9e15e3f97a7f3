#include <mondegreen/impl/text/words.hpp>

#include "catch.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

using mondegreen::impl::for_each_word;

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
