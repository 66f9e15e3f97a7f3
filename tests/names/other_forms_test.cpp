#include "catch.hpp"

#include <mondegreen/names.hpp>

#include <string>
#include <string_view>

using namespace mondegreen;

namespace {

std::string english(std::string_view list, std::string_view text) {
  return names::parse(make_source(std::string(list), "names.txt")).repair(text, {.language = "en"}).text;
}

} // namespace

TEST_CASE("another form of the same word was not misheard") {
  CHECK(english("VTXO\n", "Many VTXOs were spent today.") == "Many VTXOs were spent today.");
  CHECK(english("SDK as\n", "Many SDKs were spent today.") == "Many SDKs were spent today.");
  CHECK(english("Arthur Bellingrove\n", "Here is Art Bellingrove with the figures.") ==
        "Here is Art Bellingrove with the figures.");
}

TEST_CASE("a surname is no reason to give somebody another first name") {
  CHECK(english("Vincent Bellingrove\n", "Here is Susan Bellingrove with the figures.") ==
        "Here is Susan Bellingrove with the figures.");
  CHECK(english("Vincent Bellingrove\n", "I ask, then Bellingrove answers it.") ==
        "I ask, then Bellingrove answers it.");
}

TEST_CASE("another first name before the surname is held back however near it sounds") {
  CHECK(english("Tim Kowalczyk\n", "Thank you, Jim Kowalczyk, for the figures of the third quarter.") ==
        "Thank you, Jim Kowalczyk, for the figures of the third quarter.");
  CHECK(english("Bret Kowalczyk\n", "Thank you, Brett Kowalczyk, for the figures of the third quarter.") ==
        "Thank you, Bret Kowalczyk, for the figures of the third quarter.");
}

TEST_CASE("who is listed by one name stands for himself behind another first name") {
  CHECK(english("Ian\nMike Yan\n", "Thank you, Mike\nIan will begin.") == "Thank you, Mike\nIan will begin.");
  CHECK(english("Mike Yan\n", "Here is Mike Ian with the figures.") == "Here is Mike Yan with the figures.");
}

TEST_CASE("a common first name is one person's by the surname behind it") {
  CHECK(english("Niklas\n", "Nicolas Dorvier was there.") == "Nicolas Dorvier was there.");
  CHECK(english("Niklas\n", "Nicolas spoke about the year. Thank you, Nicolas. Dorvier was there.") ==
        "Niklas spoke about the year. Thank you, Niklas. Dorvier was there.");
  CHECK(english("Niklas\nNiklas Dorvier\n", "Nicolas Dorvier was there.") == "Niklas Dorvier was there.");
}

TEST_CASE("a first name alone is no surname misheard, unless it was repaired beside its own first name") {
  CHECK(
      english("Julian Mitchell\n", "I thank Julian for that. We have a question from Michael, who was here before.") ==
      "I thank Julian for that. We have a question from Michael, who was here before.");
  CHECK(english("Julian Mitchell\n", "Julian Michel was there. Then Michel asked how the year had been.") ==
        "Julian Mitchell was there. Then Mitchell asked how the year had been.");
}

TEST_CASE("of two bearers of a surname the one whose first name stands there is meant") {
  CHECK(english("Steve Brockelmann\nSteven Brockelmann\n", "Here is Steve Brokelman with the figures.") ==
        "Here is Steve Brockelmann with the figures.");
}
