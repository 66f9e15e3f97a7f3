#include "rewritten.hpp"

using namespace mondegreen;
using tests::cues_of;
using tests::run_rules;

namespace {

clean_options only(std::string rule) {
  clean_options options;
  options.only = {std::move(rule)};
  return options;
}

std::string cleaned(std::string rule, std::string_view text, std::string_view language = "fr") {
  return run_rules(text, language, only(std::move(rule))).text;
}

} // namespace

TEST_CASE("credits and goodbyes of recognisers go") {
  for (std::string_view const line :
       {"Sous-titres réalisés par la communauté d'Amara.org", "Sous-titrage ST' 501",
        "Subtitles by the Amara.org community", "FR 2021", "Untertitel im Auftrag des ZDF für funk, 2017",
        "Merci d'avoir regardé cette vidéo !", "Abonnez-vous à la chaîne !", "Thanks for watching!",
        "Don't forget to like and subscribe", "¡Suscríbete al canal!", "Субтитры сделал DimaTorzok",
        "ご視聴ありがとうございました", "字幕由Amara.org社区提供", "Altyazı M.K.", "Grazie per la visione",
        "Obrigado por assistir"}) {
    INFO(line);
    CHECK(cleaned("hallucinations", "Bonjour à tous.\n" + std::string(line) + "\nOn commence.") ==
          "Bonjour à tous.\nOn commence.");
  }
}

TEST_CASE("a credit on a line of its own goes alone") {
  auto talk = cues_of("Bonjour à tous.");
  talk.cues[0].text = "Au revoir à tous.\nSous-titrage Société Radio-Canada";
  talk.from = nullptr;
  clean(talk, only("hallucinations"));
  CHECK(talk.cues[0].text == "Au revoir à tous.");
}

TEST_CASE("people say such things, too") {
  for (std::string_view const line :
       {"Merci.",
        "Merci beaucoup.",
        "Thank you.",
        "Bye.",
        "Il faut s'abonner au journal pour le lire.",
        "Les sous-titres étaient faits par mon frère et il en parle encore aujourd'hui avec plaisir.",
        "I was watching the film.",
        "Je travaille à Radio-Canada.",
        "Translation by hand is slow.",
        "Je connais amara.org.",
        "Sous-titrer prend du temps.",
        "Untertitel der Folge waren schlecht.",
        "Thank you for watching over my children.",
        "Les sous-titres faits par des bénévoles changent tout.",
        "Subtítulos por ley para todas las cadenas.",
        "Sous-titres réalisés par la communauté d'Amara.org On parle de pain",
        "Sous-titrage fait par Amara. Martin Signac raconte la suite.",
        "N'hésitez pas à vous abonner à la chaîne pour soutenir un travail de dix ans sur le pain au levain.",
        "Je vous remercie d'avoir regardé mon dossier avec attention.",
        "We see you as a friend.",
        "La chaîne est cassée.",
        "Le droit de copyright est ancien."}) {
    INFO(line);
    CHECK(cleaned("hallucinations", line) == line);
  }
}

TEST_CASE("what people say, too, goes only with evidence from time and confidence") {
  auto talk = cues_of("Bonjour à tous.\nMerci.\nMerci.");
  talk.cues[1].when = {{10'000}, {40'000}};
  talk.cues[2].when = {{50'000}, {80'000}};
  talk.cues[2].words.push_back({{0, 5}, talk.cues[2].when, 0.1F});
  auto const edits = clean(talk, only("hallucinations"));
  REQUIRE(edits.size() == 2);
  CHECK(edits[0].status == edit_status::suggested);
  CHECK(edits[1].status == edit_status::applied);
  CHECK(talk.cues.size() == 2);
}

TEST_CASE("loops are cut, in a cue and across cues") {
  CHECK(cleaned("loops", "Merci à tous, merci à tous, merci à tous, merci à tous.") == "Merci à tous.");
  CHECK(cleaned("loops", "On y va.\nIl faut partir de là.\nIl faut partir de là.\nIl faut partir de là.\nOui.") ==
        "On y va.\nIl faut partir de là.\nOui.");
  CHECK(cleaned("loops",
                "Un deux trois quatre.\nCinq six sept huit.\nUn deux trois quatre.\nCinq six sept huit.\nUn deux "
                "trois quatre.\nCinq six sept huit.") == "Un deux trois quatre.\nCinq six sept huit.");
}

TEST_CASE("people repeat themselves") {
  for (std::string_view const text :
       {"Très très très bien.", "Non, non, non, non, non !", "Ha ha ha ha ha ha ha ha ha ha", "Oui.\nOui.\nOui.",
        "♪ la mer est là ♪\n♪ la mer est là ♪\n♪ la mer est là ♪", "Il faut partir.\nIl faut partir.",
        "un pas un pas et encore un pas un pas puis deux"}) {
    INFO(text);
    CHECK(cleaned("loops", text) == text);
  }
}

TEST_CASE("other scripts are pointed at") {
  auto talk =
      cues_of("Bonjour à tous et bienvenue dans cette émission, la seule qui parle du pain et de ceux qui le font, de "
              "la farine au four, et du four à la table.\nпривет всем\nC'est un mоt étrange, le mot « мир » "
              "et le mot « дом дом ».");
  auto const edits = clean(talk, only("scripts"));
  REQUIRE(edits.size() == 3);
  CHECK(edits[0].before == "привет всем");
  CHECK(edits[0].status == edit_status::suggested);
  CHECK(edits[1].status == edit_status::reported);
  CHECK(talk.cues.size() == 3);
}
