// The forms names take in speech: numbers, letters, particles, hyphens, possessives; and what must stay as it is.
#include "catch.hpp"

#include <mondegreen/names.hpp>

#include <string>

using namespace mondegreen;

namespace {

std::string repaired_form(std::string file, std::string_view text, std::string language) {
  auto const known = names::parse(make_source(std::move(file), "names.txt"));
  return known.repair(text, {.language = std::move(language)}).text;
}

std::string french(std::string file, std::string_view text) { return repaired_form(std::move(file), text, "fr"); }
std::string english(std::string file, std::string_view text) { return repaired_form(std::move(file), text, "en"); }

} // namespace

TEST_CASE("numbers said in words are written as the name has them") {
  CHECK(french("Kerlama 2", "On teste Kerlama deux ici.") == "On teste Kerlama 2 ici.");
  CHECK(french("Roscoff 24", "Il passe sur Roscoff vingt-quatre ce soir.") == "Il passe sur Roscoff 24 ce soir.");
  CHECK(english("Kerlama 2", "We use Kerlama two here.") == "We use Kerlama 2 here.");
  CHECK(english("GPT-4", "We use GPT four here.") == "We use GPT-4 here.");
  // Another number, a number of its own, ordinary words.
  CHECK(french("Kerlama 2", "On teste Kerlama trois ici.") == "On teste Kerlama trois ici.");
  CHECK(french("Roscoff 24", "On a vu Roscoff vingt fois.") == "On a vu Roscoff vingt fois.");
  CHECK(french("Roscoff", "On a vu Roscoff deux fois.") == "On a vu Roscoff deux fois.");
  CHECK(french("Station 2", "Il reste une station, deux au plus.") == "Il reste une station, deux au plus.");
}

TEST_CASE("letters said one by one are an acronym") {
  CHECK(french("OVHcloud", "On loge chez O V H cloud ici.") == "On loge chez OVHcloud ici.");
  CHECK(french("SNCF", "Il prend la S N C F demain.") == "Il prend la SNCF demain.");
  CHECK(english("IBM", "We asked I.B.M. about it.") == "We asked IBM about it.");
  CHECK(english("IBM", "We asked I B M. They said no.") == "We asked IBM. They said no.");
  // Letters of their own.
  CHECK(french("SNCF", "Le plan A, le plan B et le S.") == "Le plan A, le plan B et le S.");
  CHECK(english("IBM", "I believe me.") == "I believe me.");
}

TEST_CASE("possessives, articles and prepositions survive") {
  CHECK(english("Walter Penhallow", "We saw Walter Penhalo's car.") == "We saw Walter Penhallow's car.");
  CHECK(french("Linagora", "Le fondateur de l'Inagora est l\u00E0.") == "Le fondateur de Linagora est l\u00E0.");
  CHECK(french("OVH", "Le service d'Ovh est fran\u00E7ais.") == "Le service d'OVH est fran\u00E7ais.");
  CHECK(french("Linagora", "Il l'ignora longtemps.") == "Il l'ignora longtemps.");
}

TEST_CASE("hyphens, particles and initials") {
  CHECK(french("Ray-Ban", "Des lunettes Ray Ban et Rayban.") == "Des lunettes Ray-Ban et Ray-Ban.");
  CHECK(french("Charles de Gaulle", "Charles de Gole a parl\u00E9.") == "Charles de Gaulle a parl\u00E9.");
  CHECK(english("Ronald McDonald", "We met Ronald Mac Donald yesterday.") == "We met Ronald McDonald yesterday.");
  CHECK(english("J. K. Rowling", "A book by J K Rowling is out.") == "A book by J. K. Rowling is out.");
  CHECK(french("Metz France", "Il est de Metz, France.") == "Il est de Metz, France.");
}

TEST_CASE("a particle run together with its name, letters read out at the beginning of one, a name of five words") {
  std::string const persons = "name\ttype\nSt\u00E9phan Le Doar\u00E9\tperson\n";
  CHECK(french(persons, "Je re\u00E7ois St\u00E9phan Ledoar\u00E9, avocat.") ==
        "Je re\u00E7ois St\u00E9phan Le Doar\u00E9, avocat.");
  auto const shown = [](std::string file, std::string_view text) {
    return names::parse(make_source(std::move(file), "names.txt"))
        .repair(text, {.language = "fr", .apply = apply_policy::all})
        .text;
  };
  CHECK(shown("Bpitourisme", "Un pr\u00EAt de B\u00E9p\u00E9 y Tourisme.") == "Un pr\u00EAt de Bpitourisme.");
  CHECK(shown("Dis Quoi J'te Vois", "C'est Dis quoi je te voit, bonjour.") == "C'est Dis Quoi J'te Vois, bonjour.");
  CHECK(french("Dis Quoi J'te Vois", "Si tu dis quoi je te vois mal.") == "Si tu dis quoi je te vois mal.");
}

TEST_CASE("a name that was taken for an address is suggested; an address stays") {
  auto const known = names::parse(make_source(std::string("Nav Me"), "names.txt"));
  repair_options const sure{.language = "fr"};
  repair_options const all{.language = "fr", .apply = apply_policy::all};
  CHECK(known.repair("L'agence Nav.me vend des voyages.", sure).text == "L'agence Nav.me vend des voyages.");
  CHECK(known.repair("L'agence Nav.me vend des voyages.", all).text == "L'agence Nav Me vend des voyages.");
  for (std::string_view const text : {"Voir nav.me pour la suite.", "Voir https://Nav.me pour la suite.",
                                      "Voir Nav.me/prix et x@Nav.me.", "Nav.me.fr"})
    CHECK(known.repair(text, all).text == text);
}

TEST_CASE("the user's pair is carried out, ordinary words aside") {
  CHECK(french("Le Chat: The Cat", "Le mod\u00E8le derri\u00E8re The Cat est l\u00E0.") ==
        "Le mod\u00E8le derri\u00E8re Le Chat est l\u00E0.");
  CHECK(french("Korrigan Lab: Korrigan", "Le patron de Korrigan parle.") == "Le patron de Korrigan Lab parle.");
  CHECK(french("Korrigan Lab: Korrigan", "Le patron de Korrigan Lab parle.") == "Le patron de Korrigan Lab parle.");
  CHECK(french("FAIR: Faire", "Il faut le faire. Faire cela est utile.") == "Il faut le faire. Faire cela est utile.");
  std::string const review = "name\theard_as\tpolicy\nKorrigan Lab\tKorrigan\treview\n";
  CHECK(french(review, "Le patron de Korrigan parle.") == "Le patron de Korrigan parle.");
  std::string const never = "name\theard_as\tpolicy\nKorrigan Lab\tCorigan\tnever\n";
  CHECK(french(never, "Le patron de Corigan parle.") == "Le patron de Corigan parle.");
}

TEST_CASE("word times and marks move along, across cues too") {
  transcript talk;
  for (auto const* text : {"voici Kerlama", "deux, le nouveau"}) {
    cue one;
    one.text = text;
    one.when = {{1000}, {2000}};
    one.words = {{{0, 5}, {{1000}, {1500}}, 1.0F}, {{6, 7}, {{1500}, {2000}}, 1.0F}};
    talk.cues.push_back(std::move(one));
  }
  talk.cues[1].words = {
      {{0, 4}, {{1000}, {1200}}, 1.0F}, {{6, 2}, {{1200}, {1500}}, 1.0F}, {{9, 7}, {{1500}, {2000}}, 1.0F}};
  talk.cues[1].marks = {{{9, 7}, mark_kind::italic, {}}};
  editor edits(talk);
  edits.begin("names");
  names(std::vector<name>{{.form = "Kerlama 2"}}).repair(edits, {.language = "fr"});
  edits.finish();
  CHECK(talk.cues[0].text == "voici Kerlama");
  REQUIRE(talk.cues[1].text == "2, le nouveau");
  REQUIRE(talk.cues[1].words.size() == 3);
  CHECK(talk.cues[1].words[0].where == span{0, 1});
  CHECK(talk.cues[1].words[2].where == span{6, 7});
  CHECK(talk.cues[1].marks.front().where == span{6, 7});
}
