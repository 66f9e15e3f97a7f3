#include <mondegreen/impl/text/width.hpp>

#include "catch.hpp"

#include <string>

using mondegreen::impl::columns;

TEST_CASE("a character as readers see it takes a column") {
  CHECK(columns("") == 0);
  CHECK(columns("café") == 4);
  CHECK(columns("cafe\xCC\x81") == 4); // e and a combining accent
  CHECK(columns("« Où ? »") == 8);
  CHECK(columns("Москва") == 6);
  CHECK(columns("Ελλάδα") == 6);
}

TEST_CASE("wide characters take two") {
  CHECK(columns("字幕") == 4);
  CHECK(columns("ｶﾅ") == 2); // half-width katakana
  CHECK(columns("ＡＢ") == 4);
  CHECK(columns("한국어") == 6);
  CHECK(columns("ok 👍") == 5);
  CHECK(columns("👩‍👩‍👧") == 2); // one cluster
}

TEST_CASE("controls and direction marks take none") {
  CHECK(columns("\xE2\x80\x8F") == 0);                 // right-to-left mark
  CHECK(columns("\xE2\x80\xABשלום\xE2\x80\xAC") == 4); // embedding
  CHECK(columns("co\xC2\xADop") == 4);                 // soft hyphen
  CHECK(columns("สวัสดี") == 4);                         // vowels above join their consonants
}

TEST_CASE("bytes that are no UTF-8 are counted and not read past") {
  CHECK(columns("a\xFF") == 2);
  CHECK(columns("\xE5\xAD") >= 1);
  CHECK(columns(std::string(3000, '\x80')) == 3000);
}
