// A mishearing that was repaired in full is known where it stands alone.
#include "catch.hpp"

#include <mondegreen/names.hpp>

#include <string>

using namespace mondegreen;

namespace {

std::string mend(std::string file, std::string_view text, std::string language = "fr") {
  return names::parse(make_source(std::move(file), "names.txt")).repair(text, {.language = std::move(language)}).text;
}

} // namespace

TEST_CASE("a surname alone is repaired where the same was repaired behind its first name") {
  CHECK(mend("Goulven Kerjean", "Je re\u00E7ois Goulven Querjan ce soir. Plus tard, Querjan dira non.") ==
        "Je re\u00E7ois Goulven Kerjean ce soir. Plus tard, Kerjean dira non.");
  CHECK(mend("Goulven Kerjean: Goulven Carjot", "Je re\u00E7ois Goulven Carjot. Merci, dit Carjot.") ==
        "Je re\u00E7ois Goulven Kerjean. Merci, dit Carjot.");
  CHECK(mend("Yann LeCun: Yann Lequin", "Le professeur Yann Lequin arrive. Lequin parle. Merci Lequin.") ==
        "Le professeur Yann LeCun arrive. LeCun parle. Merci LeCun.");
  // Before the full name as well as behind it.
  CHECK(mend("Yann LeCun", "Lequin parle. Le professeur Yann Lequin arrive.") ==
        "LeCun parle. Le professeur Yann LeCun arrive.");
}

TEST_CASE("it stays what it is where nothing was repaired, where it is another word, and beside another first name") {
  for (std::string_view const text : {"Lequin parle. Merci Lequin.", "Il dit que le quinquet luit. Yann LeCun arrive.",
                                      "Yann LeCun arrive. Sophie Lequart parle."})
    CHECK(mend("Yann LeCun", text) == text);
  CHECK(mend("Yann LeCun", "Yann Lequin arrive. Sophie Lequart parle, et le requin nage.") ==
        "Yann LeCun arrive. Sophie Lequart parle, et le requin nage.");
  // The same word behind another first name may be another person.
  CHECK(mend("Yann LeCun", "Yann Lequin arrive. Sophie Lequin parle.") == "Yann LeCun arrive. Sophie Lequin parle.");
  // Ordinary words are for a person to look at, as ever.
  CHECK(mend("Martin Lefort", "Martin Lefaure arrive. Il est le fort de la halle.") ==
        "Martin Lefort arrive. Il est le fort de la halle.");
}

TEST_CASE("explained as it is repaired") {
  auto const known = names::parse(make_source(std::string("Yann LeCun"), "names.txt"));
  std::size_t applied = 0;
  for (auto const& each :
       known.explain(std::string_view("Yann Lequin arrive. Plus tard, Lequin parle."), {.language = "fr"}))
    applied += each.outcome == name_outcome::applied;
  CHECK(applied == 2);
}
