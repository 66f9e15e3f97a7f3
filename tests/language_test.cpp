#include <mondegreen/language.hpp>

#include "catch.hpp"

using namespace mondegreen;

TEST_CASE("languages are found by tag, whatever its region and case") {
  REQUIRE(find_language("fr") != nullptr);
  CHECK(find_language("fr-BE") == find_language("fr"));
  CHECK(find_language("FR_fr") == find_language("fr"));
  CHECK(find_language("tlh") == nullptr);
  CHECK(find_language("") == nullptr);
  CHECK(find_language("f") == nullptr);
  CHECK(find_language("fra") == nullptr);
}

TEST_CASE("a region that sets its marks otherwise") {
  auto const* canada = find_language("fr-CA");
  REQUIRE(canada != nullptr);
  CHECK(canada->code == "fr");
  CHECK(canada->type.before_high_marks.empty());
  CHECK(canada->type.before_colon == "\u00A0");
  CHECK(canada == find_language("FR_ca"));
  CHECK(canada == find_language("fr-Latn-CA"));
  CHECK(find_language("fr-CH")->type.before_colon == "\u202F");
  CHECK(find_language("en-CA") == find_language("en"));
}

TEST_CASE("a language may have no tables") {
  for (auto const* tag : {"fr", "fr-CA", "ja", "pt-BR", "zh_Hant", "KO"}) CHECK(is_language(tag));
  for (auto const* tag : {"", "f", "xx", "fra", "klingon", "-fr", "1", "fr\n"}) CHECK_FALSE(is_language(tag));
  for (auto const* each : languages()) CHECK(is_language(each->code));
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

TEST_CASE("Spanish, Italian and German are told apart") {
  struct sample {
    char const* code;
    char const* text;
  };
  for (auto const& each : {
           sample{
               "es",
               "Esta mañana los vecinos están en la plaza porque ya no hay agua, pero todos esperan muy tranquilos."},
           sample{"it", "Questa mattina gli abitanti della piazza sono senza acqua, però sono anche molto tranquilli."},
           sample{"de",
                  "Heute Morgen sind die Nachbarn auf dem Platz, und es gibt noch kein Wasser, aber sie warten ruhig."},
       }) {
    auto const guess = detect_language(each.text);
    REQUIRE(guess.what != nullptr);
    CHECK(guess.what->code == each.code);
  }
}

TEST_CASE("no language is guessed where nothing tells") {
  CHECK(detect_language("").what == nullptr);
  CHECK(detect_language("OK").what == nullptr);
  CHECK(detect_language("12 34 56 !!!").what == nullptr);
  CHECK(detect_language("Vi har idag talat om havet och båtarna och även sjungit en gammal visa").what == nullptr);
}
