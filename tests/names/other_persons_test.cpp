// Whole persons, first names and surnames beside words that are another person's.
#include "catch.hpp"

#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/impl/names/other_persons.hpp>
#include <mondegreen/names.hpp>

#include <string>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

std::string mend(std::string_view file, std::string_view text) {
  return names::parse(make_source("name\ttype\n" + std::string(file), "names.tsv"))
      .repair(text, {.language = "fr"})
      .text;
}

} // namespace

TEST_CASE("behind a first name stands a surname, and before a surname its own first name") {
  std::vector<name> const list{{.form = "Andr\u00E9e Kerjean", .type = "person"}};
  std::vector<name_home> const homes(list.size());
  name_index const index(list, homes, "fr");
  document const text({{"Nathalie Andry parle avec Andry Kerjean de Andry.", {}}}, index);
  auto const given = index.entry(0).part_given;
  REQUIRE(given != name_entry::none);
  CHECK(other_persons(text, {1, 1}, given) == std::vector<std::string_view>{"Nathalie"});
  CHECK(other_persons(text, {4, 1}, given).empty());
  CHECK(other_persons(text, {7, 1}, given).empty());
}

TEST_CASE("the same first name with another surname is another person") {
  // The surnames share a sound or two, no more.
  for (auto const& [name, text] : {std::pair("Isabelle Rauline", "Je remercie Isabelle Gallice de sa venue."),
                                   std::pair("Marie-Louise Jory", "Je remercie Marie-Louise Robe de sa venue."),
                                   std::pair("Maxence Boucq", "Je remercie Maxence Souty de sa venue."),
                                   std::pair("Janine Januel", "Bonjour Janine Jeanjean."),
                                   std::pair("Christiane Ryo", "Le rapport de Christiane Piard est l\u00E0.")})
    CHECK(mend(std::string(name) + "\tperson\n", text) == text);
}

TEST_CASE("the same first name with a surname that sounds alike is the person") {
  CHECK(mend("Marie-Louise Jory\tperson\n", "Je remercie Marie-Louise Jaurit de sa venue.") ==
        "Je remercie Marie-Louise Jory de sa venue.");
  CHECK(mend("Thomas Huriez\tperson\n", "Le fabricant Thomas Hurier recrute.") ==
        "Le fabricant Thomas Huriez recrute.");
}

TEST_CASE("a place or a word with a capital is no surname whose bearer stands nowhere") {
  for (std::string_view const text : {"Il part en Espagne demain.", "Le groupe Romagne recrute."})
    CHECK(mend("Dany Espagnet\tperson\nRomane Dupont\tperson\n", text) == text);
}
