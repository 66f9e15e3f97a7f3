#include <mondegreen/impl/text/plain_key.hpp>

#include "catch.hpp"

#include <string>

using mondegreen::impl::plain_key;

TEST_CASE("case, accents, punctuation and spacing do not count") {
  CHECK(plain_key("") == "");
  CHECK(plain_key("\xE2\x80\xA2 Il y a 2 ans") == "il y a 2 ans");
  CHECK(plain_key("CATÉGORIE :") == "categorie");
  CHECK(plain_key("Cate\xCC\x81gorie") == "categorie");
  CHECK(plain_key("avant-hier") == plain_key("Avant\xE2\x80\x91"
                                             "Hier"));
  CHECK(plain_key("  a\tb\n") == "a b");
  CHECK(plain_key("\xEF\xAC\x81n") == "fin"); // the ligature fi
  CHECK(plain_key("Straße") == "straße");
  CHECK(plain_key("\xF0\x9F\x97\x9E") == "");
}

TEST_CASE("it is its own key, whatever the bytes") {
  for (int byte = 0; byte < 256; ++byte) {
    auto const key = plain_key(std::string("É") + static_cast<char>(byte) + "x");
    CHECK(plain_key(key) == key);
  }
}
