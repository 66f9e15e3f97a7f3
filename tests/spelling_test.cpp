#include <mondegreen/spelling.hpp>

#include "catch.hpp"
#include "temporary_folder.hpp"

#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

using mondegreen::error_code;
using mondegreen::spelling;

namespace {

/// A dictionary of some words and their plurals; `encoding` is that of the words.
void put_dictionary(std::string const& stem, std::string const& words, std::string const& encoding = "UTF-8") {
  put(stem + ".aff", "SET " + encoding + "\nSFX S Y 1\nSFX S 0 s .\n");
  put(stem + ".dic", words);
}

/// Hunspell is asked only where it is installed.
bool installed(std::string const& somewhere) {
  put_dictionary(somewhere, "1\nmot/S\n");
  if (spelling::load(somewhere + ".dic")) return true;
  WARN("Hunspell is not installed; nothing is asked of it here");
  return false;
}

} // namespace

TEST_CASE("no dictionaries say nothing") {
  spelling const none;
  CHECK_FALSE(none);
  CHECK_FALSE(none.knows("maison", "fr"));
  CHECK(none.languages().empty());
  CHECK(none == spelling());
  CHECK_FALSE(*spelling::load("none"));
}

TEST_CASE("words from elsewhere") {
  auto const words = std::make_shared<std::string const>("gwenn");
  spelling const own(
      [](std::string_view word, std::string_view language, void const* known) -> std::optional<bool> {
        if (language != "br") return std::nullopt;
        return word == *static_cast<std::string const*>(known);
      },
      words);
  CHECK(own);
  CHECK(own.knows("gwenn", "br") == true);
  CHECK(own.knows("blanc", "br") == false);
  CHECK_FALSE(own.knows("gwenn", "fr"));
  CHECK(own == spelling(own));
  CHECK_FALSE(own == spelling());
}

TEST_CASE("what is no dictionary is told by its name") {
  temporary_folder const folder;
  if (!installed(folder / "xx")) return;
  auto const why = [](std::string const& where) {
    auto const read = spelling::load(where);
    REQUIRE_FALSE(read);
    return read.failure();
  };
  CHECK(why(folder / "none.dic").code == error_code::not_found);
  CHECK(why(folder / "none.dic").message.find("none.dic") != std::string::npos);
  put(folder / "alone.dic", "1\nmot\n");
  CHECK(why(folder / "alone.dic").code == error_code::not_found);
  CHECK(why(folder / "alone.dic").message.find("alone.aff") != std::string::npos);
  put(folder / "fr.aff", "");
  put(folder / "fr.dic", "");
  CHECK(why(folder / "fr.dic").code == error_code::refused);
  put(folder / "fr.aff", "SET no encoding\n");
  put(folder / "fr.dic", "1\nmot\n");
  CHECK(why(folder / "fr.dic").code == error_code::refused);
  temporary_folder const empty;
  CHECK(why(empty / "").code == error_code::not_found);
}

TEST_CASE("a word and its forms") {
  temporary_folder const folder;
  if (!installed(folder / "xx")) return;
  put_dictionary(folder / "fr", "3\ngréement/S\naujourd'hui\nLyon\n");
  auto const read = spelling::load(folder / "fr.dic");
  REQUIRE(read);
  CHECK(read->languages() == std::vector<std::string>{"fr"});
  for (auto const* word : {"gréement", "gréements", "Gréement", "aujourd'hui", "aujourd\u2019hui", "Lyon"})
    CHECK(read->knows(word, "fr") == true);
  for (std::string const word :
       {"", "greement", "gréementss", "lyon", "gréement gréement", "gréement\n", "\xFF", "gr\xC3"})
    CHECK(read->knows(word, "fr") == false);
  CHECK(read->knows(std::string("gréement\0", 10), "fr") == false);
  CHECK(read->knows(std::string(100'000, 'a'), "fr") == false);
  CHECK(read->knows("gréement", "fr-CA") == true);
  CHECK_FALSE(read->knows("gréement", "en"));
  CHECK_FALSE(read->knows("gréement", ""));
  CHECK_FALSE(read->knows("gréement", "und"));
}

TEST_CASE("dictionaries are in any encoding") {
  temporary_folder const folder;
  if (!installed(folder / "xx")) return;
  put_dictionary(folder / "fr", "2\nob\xE9ir\nc\xBDur\n", "ISO8859-15");
  auto const read = spelling::load(folder / "fr.dic");
  REQUIRE(read);
  CHECK(read->knows("obéir", "fr") == true);
  CHECK(read->knows("cœur", "fr") == true);
  CHECK(read->knows("obeir", "fr") == false);
  CHECK(read->knows("ob\u0439ir", "fr") == false);
}

TEST_CASE("of a folder, each is for the language of its name") {
  temporary_folder const folder;
  if (!installed(folder / "br")) return;
  put_dictionary(folder / "pt_BR", "1\ntrem\n");
  put_dictionary(folder / "pt_PT", "1\ncomboio\n");
  put_dictionary(folder / "chemistry", "1\nmolybdate\n");
  put(folder / "it_IT.dic", "1\ncasa\n"); // no .aff
  put(folder / "readme.txt", "casa");
  auto const read = spelling::load(folder / "");
  REQUIRE(read);
  CHECK(read->languages() == std::vector<std::string>{"", "br", "pt_BR", "pt_PT"});
  CHECK(read->knows("trem", "pt-BR") == true);
  CHECK(read->knows("comboio", "pt-BR") == false);
  CHECK(read->knows("comboio", "pt_PT") == true);
  CHECK(read->knows("comboio", "pt") == true);
  CHECK(read->knows("trem", "pt") == true);
  CHECK(read->knows("trem", "pt-AO") == true);
  CHECK(read->knows("casa", "pt") == false);
  CHECK(read->knows("mot", "br") == true);
  // Words of a trade are words of any language, and none is wrong because they lack it.
  CHECK(read->knows("molybdate", "pt") == true);
  CHECK(read->knows("molybdate", "it") == true);
  CHECK_FALSE(read->knows("casa", "it"));
}

TEST_CASE("those that are installed, and those of DICPATH") {
  temporary_folder const folder;
  if (!installed(folder / "br")) return;
  put_dictionary(folder / "chemistry", "1\nmolybdate\n");
  ::setenv("DICPATH", (":/no/such/folder:" + folder / "").c_str(), 1);
  auto const read = spelling::load("installed");
  ::unsetenv("DICPATH");
  REQUIRE(read);
  CHECK(read->knows("mot", "br") == true);
  CHECK(read->knows("molybdate", "br") == false);
}

TEST_CASE("one set of dictionaries serves many threads") {
  temporary_folder const folder;
  if (!installed(folder / "fr")) return;
  auto const read = spelling::load(folder / "");
  REQUIRE(read);
  std::vector<std::thread> threads;
  std::vector<int> known(4);
  for (auto& mine : known)
    threads.emplace_back([&mine, copy = *read] {
      for (int i = 0; i < 500; ++i) mine += copy.knows(i % 2 == 0 ? "mots" : "mto", "fr") == true;
    });
  for (auto& each : threads) each.join();
  for (auto const each : known) CHECK(each == 250);
}
