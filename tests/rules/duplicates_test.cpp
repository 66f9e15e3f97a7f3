#include <mondegreen/mondegreen.hpp>

#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/rules/rules.hpp>

#include "catch.hpp"

#include <chrono>
#include <string>
#include <vector>

using namespace mondegreen;

namespace {

ledger run(std::string text, apply_policy policy = apply_policy::sure) {
  auto made = impl::formats::text.read(make_source(std::move(text)), {}).value;
  editor edits(made, policy);
  edits.begin("duplicates");
  impl::rules::duplicates.apply(edits, {no_language()}, nullptr);
  auto const before = made.cues.size();
  auto list = edits.finish();
  std::size_t applied = 0;
  for (auto const& each : list) applied += each.status == edit_status::applied ? 1 : 0;
  CHECK(before - made.cues.size() == applied);
  return list;
}

std::vector<std::string> removed(std::string text) {
  std::vector<std::string> lines;
  for (auto const& each : run(std::move(text)))
    if (each.status == edit_status::applied) lines.push_back(each.before);
  return lines;
}

using list = std::vector<std::string>;

std::string const quote = "Le pain au levain demande du temps, de la patience et une farine que l'on connaît.";

} // namespace

TEST_CASE("a pull quote goes, the answer stays") {
  CHECK(removed("Pourquoi le levain ?\nParce que. " + quote + " C'est tout.\n" + quote +
                "\nEt la farine ?\nElle vient du moulin d'à côté.\n") == list{quote});
  SECTION("also when editors touched it up") {
    CHECK(removed("Le pain au levain de Brest demande du temps, de la patience et une farine que l'on connaît.\n"
                  "Pourquoi le levain ?\nParce que. " +
                  quote + " C'est tout, ou presque.\n")
              .size() == 1);
  }
  SECTION("also when the answer stands some questions further down") {
    CHECK(removed("Bonjour et merci.\n" + quote +
                  "\nUne question ?\nUne réponse.\nUne autre ?\nOui.\nPourquoi ?\nEn fait, " + quote +
                  " Voilà pourquoi il faut le faire.\n") == list{quote});
  }
}

TEST_CASE("what may be meant twice stays") {
  SECTION("a question") {
    auto const question = "Comment fait-on pour que le pain au levain monte bien même quand il fait froid ?";
    CHECK(removed(std::string(question) + "\nVous demandez : " + question + " Eh bien, on attend, tout simplement.\n")
              .empty());
  }
  SECTION("a short line") {
    CHECK(
        removed("Le pain demande du temps.\nEt alors ?\nLe pain demande du temps. Il faut le laisser faire, la nuit.\n")
            .empty());
  }
  SECTION("the same words in another order") {
    CHECK(removed("Du temps et de la patience, une farine que l'on connaît, voilà le pain au levain.\nEt alors ?\n" +
                  quote + " C'est tout ce que j'ai à en dire.\n")
              .empty());
  }
  SECTION("two paragraphs alike: nobody knows which is the quote") {
    CHECK(removed(quote + "\nEt alors ?\n" + quote + "\n").empty());
  }
  SECTION("the answer to a question") {
    CHECK(
        removed("Le secret ?\n" + quote + "\nVraiment ?\nJe le redis : " + quote + " Il n'y a rien d'autre à savoir.\n")
            .empty());
  }
  SECTION("timed dialogue") {
    CHECK(removed("00:01 " + quote + "\n00:05 Pardon ?\n00:07 Je disais : " + quote + " Voilà ce que je disais.\n")
              .empty());
    auto const repeated = run("00:01 " + quote + "\n00:05 " + quote + "\n00:09 Oui.\n");
    REQUIRE(repeated.size() == 1);
    CHECK(repeated[0].status == edit_status::suggested);
  }
  SECTION("entries of a list") {
    CHECK(removed("Il faut trois choses.\nPrenez une farine que l'on connaît et posez le bol sur la table.\n"
                  "Prenez une farine que l'on connaît et posez le bol sur la table du fond de la pièce.\nEt du sel.\n")
              .empty());
  }
  SECTION("an answer far away") {
    std::string text = quote + "\nUne question ?\n";
    for (int i = 0; i < 30; ++i) text += "Un paragraphe qui parle de tout autre chose.\n";
    CHECK(removed(text + "Parce que. " + quote + " C'est tout ce que j'en dis.\n").empty());
  }
}

TEST_CASE("a title in capitals that stands again below goes") {
  CHECK(removed("INÈS MARCHAND, BOULANGÈRE À BREST\n\nInès Marchand, boulangère à Brest\n\nElle fait du pain.\n\nDu "
                "bon.\n") == list{"INÈS MARCHAND, BOULANGÈRE À BREST"});
  CHECK(removed(
            "INES MARCHAND, BOULANGERE A BREST\n\nInès Marchand, boulangère à Brest\n\nElle fait du pain.\n\nDu bon.\n")
            .size() == 1);
  CHECK(removed("INÈS MARCHAND, BOULANGÈRE\n\nElle fait du pain.\n\nDu bon.\n\nVoilà.\n").empty());
  CHECK(
      removed("Inès Marchand, boulangère à Brest\n\nInès Marchand, boulangère à Brest\n\nElle fait du pain.\n\nOui.\n")
          .empty());
}

TEST_CASE("cleaning twice changes nothing") {
  std::string const text =
      "Pourquoi ?\nParce que. " + quote + " C'est tout.\n" + quote + "\nEt la farine ?\nElle est bonne.\n";
  auto made = impl::formats::text.read(make_source(text), {}).value;
  for (std::size_t round = 0; round < 2; ++round) {
    editor edits(made);
    edits.begin("duplicates");
    impl::rules::duplicates.apply(edits, {no_language()}, nullptr);
    CHECK(edits.finish().size() == (round == 0 ? 1 : 0));
  }
}

TEST_CASE("a long document takes linear time") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += quote + " Et un mot de plus, le numéro " + std::to_string(i) + ".\n";
  auto const start = std::chrono::steady_clock::now();
  run(text);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
}
