#include <mondegreen/impl/text/graphemes.hpp>

#include "catch.hpp"

#include <string>

using mondegreen::impl::count_graphemes;

TEST_CASE("what a reader counts as one character counts as one") {
  CHECK(count_graphemes("") == 0);
  CHECK(count_graphemes("Bonjour") == 7);
  CHECK(count_graphemes("l\xE2\x80\x99"
                        "été") == 5);
  CHECK(count_graphemes("e\xCC\x81t\xC3\xA9") == 3); // e + combining acute
  CHECK(count_graphemes("\xCC\x81") == 1);           // a mark alone
  CHECK(count_graphemes("a\xCC\x81\xCC\xA3"
                        "b") == 2);                                // two marks on one letter
  CHECK(count_graphemes("\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7") == 1); // a flag
  CHECK(count_graphemes("a\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9"
                        "b") == 3);
  CHECK(count_graphemes("1\xEF\xB8\x8F\xE2\x83\xA3") == 1); // keycap
  CHECK(count_graphemes("a\nb") == 3);
  CHECK(count_graphemes("a\r\nb") == 3);
}

TEST_CASE("bytes that are no text count, and nothing is read behind the end") {
  CHECK(count_graphemes("\xFF") == 1);
  CHECK(count_graphemes("a\xC3") == 2);
  for (int byte = 0; byte < 256; ++byte) CHECK(count_graphemes(std::string(2, static_cast<char>(byte))) >= 1);
}

TEST_CASE("a run that never ends is counted in linear time") {
  std::string marks = "a";
  for (int i = 0; i < 200'000; ++i) marks += "\xCC\x81";
  CHECK(count_graphemes(marks) == 1);
  std::string mixed;
  for (int i = 0; i < 100'000; ++i) mixed += "e\xCC\x81";
  CHECK(count_graphemes(mixed) == 100'000);
}
