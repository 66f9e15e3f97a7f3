#include <mondegreen/lexicon.hpp>

#include "catch.hpp"

#include <string>
#include <thread>
#include <vector>

using mondegreen::lexicon;

TEST_CASE("A word's rank is its line") {
  lexicon const words("\nle\nchat\n\naujourd'hui\nété\nle\n");
  CHECK(words.size() == 4);
  CHECK(words.rank("le") == 1);
  CHECK(words.rank("chat") == 2);
  CHECK(words.rank("aujourd'hui") == 3);
  CHECK(words.rank("été") == 4);
}

TEST_CASE("Case, the form of the apostrophe and the form of accents do not count") {
  lexicon const words("aujourd'hui\nété");
  CHECK(words.rank("Aujourd’hui") == 1);
  CHECK(words.rank("ÉTÉ") == 2);
  CHECK(words.rank("e\u0301te\u0301") == 2);
}

TEST_CASE("What is no word of the list has no rank") {
  lexicon const words("été\nchat");
  CHECK(words.rank("") == 0);
  CHECK(words.rank("ete") == 0);
  CHECK(words.rank("cha") == 0);
  CHECK(words.rank("chats") == 0);
  CHECK(words.rank("été\nchat") == 0);
  CHECK(words.rank("\n") == 0);
  CHECK(words.rank("ch\xFF") == 0);
  CHECK(words.rank(std::string("chat\0", 5)) == 0);
  CHECK(words.rank(std::string(100'000, 'a')) == 0);
  CHECK(lexicon("").rank("chat") == 0);
  CHECK(lexicon("\n\n").size() == 0);
}

TEST_CASE("The longest words of a list are found, longer ones are not") {
  std::string const fits(64, 'x');
  std::string const longer(65, 'x');
  std::string const list = longer + "\n" + fits;
  lexicon const words(list);
  CHECK(words.rank(fits) == 2);
  CHECK(words.rank(longer) == 0);
}

TEST_CASE("The lists of the library") {
  auto const& french = lexicon::of("fr");
  CHECK(french.size() == 30'000);
  CHECK(french.rank("de") == 1);
  CHECK(french.rank("faire") > 0);
  CHECK(french.rank("faire") < 100);
  CHECK(french.rank("Plus") < 100);
  CHECK(french.rank("boulangerie") > 1'000);
  CHECK(french.rank("Signoux") == 0);
  CHECK(french.rank("scaleway") == 0);
  CHECK(&lexicon::of("fr-CA") == &french);

  auto const& english = lexicon::of("en");
  CHECK(english.size() == 20'000);
  CHECK(english.rank("the") == 1);
  CHECK(english.rank("Monday") > 0);

  for (auto const* other : {"de", "es", "it"}) CHECK(lexicon::of(other).size() == 30'000);
  CHECK(lexicon::of("de").rank("einer") < 100);
  CHECK(lexicon::of("de").rank("Zeitung") > 0);
  CHECK(lexicon::of("es").rank("también") < 100);
  CHECK(lexicon::of("it").rank("perché") < 100);
  CHECK(lexicon::of("it").rank("dell'arte") == 0); // two words

  CHECK(lexicon::of("xx").size() == 0);
  CHECK(lexicon::of("").rank("le") == 0);
}

TEST_CASE("A word that is only a name is no ordinary word, one that is both has its rank") {
  auto const& french = lexicon::of("fr");
  CHECK(french.rank("michel") == 0);
  CHECK(french.rank("europe") == 0);
  CHECK(french.rank("pierre") > 0);
  CHECK(lexicon::of("de").rank("manuel") == 0);
  CHECK(lexicon::of("es").rank("carlos") == 0);
  CHECK(lexicon::of("it").rank("giovanni") == 0);
}

TEST_CASE("A lexicon is safe to use from many threads at first use") {
  std::vector<std::uint32_t> ranks(8);
  std::vector<std::thread> threads;
  for (auto& each : ranks) threads.emplace_back([&each] { each = lexicon::of("en").rank("house"); });
  for (auto& each : threads) each.join();
  for (auto const each : ranks) CHECK(each == ranks.front());
  CHECK(ranks.front() > 0);
}
