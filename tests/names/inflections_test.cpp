#include "catch.hpp"

#include <mondegreen/impl/names/inflections.hpp>
#include <mondegreen/names.hpp>

#include <string>

using namespace mondegreen;
using namespace mondegreen::impl;

TEST_CASE("a rare form of a listed word is an ordinary word; what only looks like one is not") {
  lexicon const few("d\u00E9cern\u00E9\ngris\ngrandir\nparler\n");
  for (std::string_view const each :
       {"d\u00E9cernaient", "d\u00E9cerner", "grise", "grises", "grandissaient", "parlerions"}) {
    INFO(each);
    CHECK(is_inflected(each, few, "fr"));
    CHECK_FALSE(is_inflected(each, few, "en"));
  }
  for (std::string_view const each : {"locutaires", "d\u00E9cernox", "gr", "s", "", "parlotte"}) {
    INFO(each);
    CHECK_FALSE(is_inflected(each, few, "fr"));
  }
}

TEST_CASE("a surname is not put in the place of a rare form") {
  auto const known = names::parse(make_source(std::string("name\ttype\nClaude Griset\tperson\n"), "names.tsv"));
  std::string_view const text = "La ligne est gris\u00E9e dans le menu.";
  CHECK(known.repair(text, {.language = "fr"}).text == text);
}
