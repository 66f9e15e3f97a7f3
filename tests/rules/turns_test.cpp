#include <mondegreen/mondegreen.hpp>

#include "catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace mondegreen;

namespace {

std::vector<edit> suggested(std::string const& text, std::string const& language = "fr") {
  auto read = read_text(text);
  REQUIRE(read);
  auto made = std::move(read->value);
  auto edits = clean(made, {.language = language, .only = {"turns"}});
  for (auto const& each : edits) CHECK(each.status == edit_status::suggested);
  return edits;
}

} // namespace

TEST_CASE("answers to questions and greetings are suggested as turns") {
  auto const edits =
      suggested("00:00 Bonjour Inès. Bonjour à tous.\n00:05 Vous venez d'où, pour commencer ? Alors, je viens\n"
                "00:09 de Brest. Et le bateau, vous l'avez depuis longtemps ?\n00:14 Oui, depuis dix ans.\n");
  REQUIRE(edits.size() == 3);
  CHECK(edits[0].at == position{1, 21});
  CHECK(edits[1].at == position{2, 41});
  CHECK(edits[1].after == "– ");
  CHECK(edits[1].confidence > 0.8F);
  CHECK(edits[2].at == position{4, 7});
}

TEST_CASE("one who speaks alone and asks himself gets none") {
  CHECK(suggested("00:00 Pourquoi la mer monte ? Parce que la lune l'attire.\n00:05 On le sait depuis longtemps.\n"
                  "00:09 Et pourquoi deux fois ? Parce que la Terre tourne.\n00:14 Est-ce partout pareil ? Non.\n")
            .empty());
}

TEST_CASE("where turns are marked or speakers named there is nothing to suggest") {
  CHECK(suggested(
            "00:00 Ça va bien aujourd'hui, vous ? – Oui.\n00:05 Et vous, depuis le temps ? – Oui.\n00:09 Et chez vous, "
            "tout va bien ? – Oui.\n")
            .empty());
  CHECK(suggested("00:00 Léa : Tu viens demain ? Oui ?\n00:05 Inès : Oui. Et toi, tu viens ? Oui.\n00:07 Léa : Et lui, "
                  "il vient ? Non.\n"
                  "00:09 Inès : Bon.\n")
            .empty());
}

TEST_CASE("English uses a hyphen; a language without tables has no suggestions") {
  std::string const text =
      "00:00 Where do you come from, then? Well, from York.\n00:05 And how long have you been here? So, ten years.\n"
      "00:09 Do you like the boat at all? Yes.\n";
  auto const edits = suggested(text, "en");
  REQUIRE(edits.size() == 3);
  CHECK(edits[0].after == "- ");
  CHECK(suggested(text, "xx").empty());
}
