#include <mondegreen/language.hpp>

#include "catch.hpp"

using namespace mondegreen;

TEST_CASE("languages are found by tag, whatever its region and case") {
  REQUIRE(find_language("fr") != nullptr);
  CHECK(find_language("fr-CA") == find_language("fr"));
  CHECK(find_language("FR_fr") == find_language("fr"));
  CHECK(find_language("tlh") == nullptr);
  CHECK(find_language("") == nullptr);
  CHECK(find_language("f") == nullptr);
  CHECK(find_language("fra") == nullptr);
}

TEST_CASE("the language is told from its small words") {
  auto const french = detect_language("Nous avons parlé de la mer et des bateaux qui rentrent au port dans la nuit.");
  REQUIRE(french.what != nullptr);
  CHECK(french.what->code == "fr");
  CHECK(french.confidence > 60);
  auto const english = detect_language("We talked about the sea and the boats that come home to the harbour at night.");
  REQUIRE(english.what != nullptr);
  CHECK(english.what->code == "en");
}

TEST_CASE("no language is guessed where nothing tells") {
  CHECK(detect_language("").what == nullptr);
  CHECK(detect_language("OK").what == nullptr);
  CHECK(detect_language("12 34 56 !!!").what == nullptr);
  CHECK(detect_language("Wir haben heute Abend über das Meer und die Boote gesprochen und auch gesungen").what ==
        nullptr);
}
