#include "catch.hpp"

#include <mondegreen/impl/names/letters.hpp>

using namespace mondegreen::impl;

TEST_CASE("letters are what is left of a name without case, accents, spaces and hyphens") {
  CHECK(letters_of("Plougastel-Daoulas") == "plougasteldaoulas");
  CHECK(letters_of("\u00C9tats-Unis") == "etatsunis");
  CHECK(letters_of("E\u0301tats Unis") == "etatsunis");
  CHECK(letters_of("l\u2019Inagora") == letters_of("Linagora"));
  CHECK(letters_of("\u0152uvre") == "oeuvre");
  CHECK(letters_of("Stra\u00DFe") == "strasse");
  CHECK(letters_of("\u0141\u00F3d\u017A") == "lodz");
  CHECK(letters_of("Llama 2") == "llama2");
  CHECK(letters_of("\uFF21\uFF29") == "ai");
  CHECK(letters_of(" -'. ").empty());
  CHECK(letters_of("\xFF\xC3").empty());
}

TEST_CASE("gaps that are the same to a reader") {
  CHECK(same_gap(" ", "\u00A0"));
  CHECK(same_gap("'", "\u2019"));
  CHECK(same_gap(" ", "  "));
  CHECK_FALSE(same_gap(" ", "-"));
  CHECK_FALSE(same_gap("", " "));
}

TEST_CASE("upper case of one letter") {
  CHECK(upper_of(U'n') == U'N');
  CHECK(upper_of(U'\u00E9') == U'\u00C9');
  CHECK(upper_of(U'1') == U'1');
}
