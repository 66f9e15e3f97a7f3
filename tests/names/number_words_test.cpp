#include <mondegreen/impl/names/number_words.hpp>

#include "catch.hpp"

#include <string>

using namespace mondegreen::impl;

namespace {

/// "value/words" of the number at the first word, or nothing.
std::string number(std::string_view text, std::string_view language) {
  auto const words = tokenize({{text, false}});
  auto const found = number_words::of(language).at(words, 0);
  return found ? std::to_string(found->value) + '/' + std::to_string(found->count) : std::string();
}

} // namespace

TEST_CASE("numbers in words") {
  CHECK(number("deux", "fr") == "2/1");
  CHECK(number("vingt-quatre ce soir", "fr") == "24/2");
  CHECK(number("vingt quatre dans la liste", "fr") == "24/2");
  CHECK(number("soixante et onze", "fr") == "71/3");
  CHECK(number("quatre-vingt-dix-neuf", "fr") == "99/4");
  CHECK(number("quatre", "fr") == "4/1");
  CHECK(number("two is", "en") == "2/1");
  CHECK(number("twenty-one", "en") == "21/2");
  CHECK(number("ninety", "en") == "90/1");
}

TEST_CASE("what is no number") {
  CHECK(number("quatre fois", "fr").empty());
  CHECK(number("vingt-quatre heures", "fr").empty());
  CHECK(number("two years later", "en").empty());
  CHECK(number("un peu", "fr").empty());
  CHECK(number("maison", "fr").empty());
  CHECK(number("Deux", "fr").empty());
  CHECK(number("two", "fr").empty());
  CHECK(number("two", "xx").empty());
  CHECK(number("", "en").empty());
  CHECK(number("vingt, quatre", "fr") == "20/1");
}
