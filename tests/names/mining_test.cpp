#include <mondegreen/impl/names/mining.hpp>

#include "catch.hpp"

#include <mondegreen/format.hpp>
#include <mondegreen/pipeline.hpp>

#include <algorithm>
#include <string>

using namespace mondegreen;

namespace {

std::string const french_page =
    "\u2022 il y a 3 jours\n"
    "Maryvonne Kerbrazic, directrice des fouilles chez Archeolab, raconte le chantier de la baie. Avec Yannig Le "
    "Goazec, "
    "g\u00E9ologue \u00E0 l'Institut de Cornouaille, et un mot de l'association Korrigan.\n"
    "\n"
    "Cat\u00E9gorie\n"
    "\n"
    "News\n"
    "Transcription\n"
    "00:00 Bonjour Maryvonne Kerbrasique, vous \u00EAtes chez Arch\u00E9o Lab depuis trois ans.\n"
    "00:05 Oui, et Penmarc'h Expo nous suit depuis le d\u00E9but.\n"
    "00:09 On dit souvent que Penmarc'h Expo ne donne rien.\n"
    "00:14 C'est faux, madame Kerbrasik, elle donne beaucoup, et Tregastel une fois.\n";

std::string const english_page = "\u2022 2 days ago\n"
                                 "Winifred Oskarova, chief engineer at Brambletech, explains the new dam. She talks to "
                                 "Dr Halvorsen about the Fjordkraft "
                                 "Summit.\n"
                                 "\n"
                                 "Category\n"
                                 "\n"
                                 "News\n"
                                 "Transcript\n"
                                 "00:00 Welcome Winifred Oscarova, you built the dam at Brambletech.\n"
                                 "00:05 I did, and Lokistrand helped us a lot.\n"
                                 "00:09 People forget that Lokistrand paid for it.\n";

transcript page(std::string const& text) { return read_text(text, {}, "page.txt")->value; }

mined_name const* find(std::vector<mined_name> const& list, std::string_view form) {
  auto const at = std::find_if(list.begin(), list.end(), [&](mined_name const& m) { return m.what.form == form; });
  return at == list.end() ? nullptr : &*at;
}

std::string cleaned(std::string const& text, clean_options options = {}) {
  options.only = {"names"};
  auto talk = page(text);
  clean(talk, options);
  std::string out;
  for (auto const& each : talk.cues) out += each.text + '\n';
  return out;
}

bool holds(std::string const& text, std::string_view what) { return text.find(what) != std::string::npos; }

} // namespace

TEST_CASE("a French page names its guests, what they are and whom they work for") {
  auto const list = mine(page(french_page));
  auto const* guest = find(list, "Maryvonne Kerbrazic");
  REQUIRE(guest != nullptr);
  CHECK(guest->what.type == "person");
  CHECK(guest->found_in == "description");
  CHECK(guest->at.line == 2);
  CHECK(guest->at.column == 1);
  CHECK(guest->what.context == std::vector<std::string>{"Archeolab"});
  CHECK(guest->what.policy == name_policy::automatic);
  REQUIRE(find(list, "Archeolab") != nullptr);
  CHECK(find(list, "Archeolab")->what.type == "org");
  CHECK(find(list, "Yannig Le Goazec") != nullptr);
  REQUIRE(find(list, "Institut de Cornouaille") != nullptr);
  CHECK(find(list, "Institut de Cornouaille")->what.type == "org");
  CHECK(find(list, "Korrigan") != nullptr);
}

TEST_CASE("what the speech spells alike is proposed for review, once is not enough") {
  auto const list = mine(page(french_page));
  auto const* expo = find(list, "Penmarc'h Expo");
  REQUIRE(expo != nullptr);
  CHECK(expo->found_in == "text");
  CHECK(expo->in_text == 2);
  CHECK(expo->at.line == 9);
  CHECK(expo->what.policy == name_policy::review);
  CHECK(find(list, "Tregastel") == nullptr);
  CHECK(find(mine(page(french_page), {.speech = false}), "Penmarc'h Expo") == nullptr);
}

TEST_CASE("a spelling of the speech that sounds like a name of the page belongs to it") {
  auto const list = mine(page(french_page));
  CHECK(find(list, "Maryvonne Kerbrasique") == nullptr);
  auto const& alike = find(list, "Maryvonne Kerbrazic")->alike;
  CHECK(std::find(alike.begin(), alike.end(), "Maryvonne Kerbrasique") != alike.end());
  auto const& lab = find(list, "Archeolab")->alike;
  CHECK(std::find(lab.begin(), lab.end(), "Arch\u00E9o Lab") != lab.end());
}

TEST_CASE("an English page does the same") {
  auto const list = mine(page(english_page));
  auto const* guest = find(list, "Winifred Oskarova");
  REQUIRE(guest != nullptr);
  CHECK(guest->what.type == "person");
  CHECK(guest->what.context == std::vector<std::string>{"Brambletech"});
  REQUIRE(find(list, "Brambletech") != nullptr);
  CHECK(find(list, "Brambletech")->what.type == "org");
  REQUIRE(find(list, "Halvorsen") != nullptr);
  CHECK(find(list, "Halvorsen")->what.type == "person");
  REQUIRE(find(list, "Fjordkraft Summit") != nullptr);
  CHECK(find(list, "Fjordkraft Summit")->what.type == "event");
  CHECK(find(list, "Lokistrand") != nullptr);
}

TEST_CASE("speaker labels are names, placeholders are not") {
  auto const list = mine(page("Maryvonne Kerbrazic: Bonjour \u00E0 tous.\n\nSpeaker 2: Merci, c'est gentil.\n\n"
                              "Maryvonne Kerbrazic: On commence donc.\n\nSpeaker 2: Oui, allons-y.\n"));
  auto const* label = find(list, "Maryvonne Kerbrazic");
  REQUIRE(label != nullptr);
  CHECK(label->found_in == "speaker");
  CHECK(label->what.type == "person");
  CHECK(std::none_of(list.begin(), list.end(),
                     [](mined_name const& m) { return m.what.form.find("Speaker") != std::string::npos; }));
}

TEST_CASE("words that only open a sentence, shout or stand in a headline are no names") {
  CHECK(mine(page("Demain nous verrons. Beaucoup de monde viendra. Rien de plus.\n")).empty());
  CHECK(mine(page("GRANDE R\u00C9UNION DU CONSEIL D'ADMINISTRATION DE PRINTEMPS\n\nOn en parle.\n")).empty());
  transcript titled;
  titled.language = "en";
  titled.metadata.emplace_back().key = "title";
  titled.metadata.back().text = "How To Build Your First House In The Woods With Winifred Oskarova";
  auto const list = mine(titled);
  REQUIRE(list.size() == 1);
  CHECK(list.front().what.form == "Winifred Oskarova");
}

TEST_CASE("the names file of mined names reads back, with its notes") {
  auto const list = mine(page(french_page));
  for (auto const form : {names_form::table, names_form::plain}) {
    auto const text = write_names(list, form);
    auto const back = names::parse(make_source(text, "names.tsv"));
    CHECK(back.diagnostics().empty());
    REQUIRE(back.all().size() == list.size());
    for (std::size_t i = 0; i < list.size(); ++i) CHECK(back.all()[i].form == list[i].what.form);
    CHECK(holds(text, "page.txt:2, description"));
  }
}

TEST_CASE("names of several pages are joined") {
  auto all = mine(page(french_page));
  auto const before = all.size();
  merge(all, mine(page(french_page)));
  CHECK(all.size() == before);
  CHECK(find(all, "Penmarc'h Expo")->in_text == 4);
  merge(all, mine(page(english_page)));
  CHECK(find(all, "Winifred Oskarova") != nullptr);
}

TEST_CASE("a page repairs its own transcript without a names file") {
  auto const text = cleaned(french_page);
  CHECK(holds(text, "Bonjour Maryvonne Kerbrazic,"));
  CHECK(holds(text, "chez Archeolab depuis"));
  CHECK(holds(text, "madame Kerbrazic,"));
  CHECK(holds(text, "Tregastel"));
  CHECK_FALSE(holds(cleaned(french_page, {.mine = false}), "Kerbrazic"));
  auto once = page(french_page);
  auto const edits = clean(once);
  REQUIRE(!edits.empty());
  for (auto const& each : clean(once)) CHECK(each.status != edit_status::applied);
  auto const first = std::find_if(edits.begin(), edits.end(), [](edit const& e) { return e.rule == "names"; });
  REQUIRE(first != edits.end());
  auto const& why = first->evidence;
  CHECK(std::find(why.begin(), why.end(), "'Maryvonne Kerbrazic' stands on the page, line 2") != why.end());
}

TEST_CASE("a mined name does no harm") {
  auto const page_of = [](std::string const& description, std::string const& speech) {
    return "\u2022 hier\n" + description + "\n\nCat\u00E9gorie\n\nNews\nTranscription\n00:00 " + speech +
           "\n00:05 Et voil\u00E0 pour aujourd'hui, merci de nous avoir suivis.\n";
  };
  // Ordinary words, first names, and another person stay; so does what the page writes so itself.
  for (auto const* speech :
       {"Il faut un bon carr\u00E9 de chocolat pour faire cela.", "C'est Romain qui arrive avec le pain."}) {
    auto const text = page_of("Anatole Carr\u00E9, boulanger, et Romane Lepain sont nos invit\u00E9s.", speech);
    CHECK(holds(cleaned(text), speech));
  }
  auto const two =
      page_of("Avec Anatole Kerbrazic et sa cousine Odile Kerbrasik.", "Bonjour Odile Kerbrasik, soyez bienvenue.");
  CHECK(holds(cleaned(two), "Odile Kerbrasik"));
  // The user's names come first, and are the user's to spell.
  auto const mine_first = names(std::vector<name>{{.form = "Maryvonne Kerbrasique"}});
  CHECK(holds(cleaned(french_page, {.names = &mine_first}), "Bonjour Maryvonne Kerbrasique"));
  // What the user wants to look at first is not repaired by the page behind it.
  auto const looked_at =
      names(std::vector<name>{{.form = "Maryvonne Kerbrazik", .type = "person", .policy = name_policy::review}});
  auto const held = cleaned(french_page, {.names = &looked_at});
  CHECK(holds(held, "Bonjour Maryvonne Kerbrasique"));
  CHECK(holds(held, "chez Archeolab depuis"));
}

TEST_CASE("a first name of the page is set right where the whole person sounds so, and nobody else's is") {
  auto const page_of = [](std::string const& speech) {
    return "Entretien avec Solenne Marquezin, fondatrice d'Hydrolis\n\n0:00\n" + speech +
           "\n0:05\nEt voil\u00E0 pour aujourd'hui, merci de nous avoir suivis.\n";
  };
  CHECK(holds(cleaned(page_of("Bonjour Sol\u00E8ne Markezin, soyez bienvenue.")), "Bonjour Solenne Marquezin,"));
  for (auto const* speech : {"Bonjour Sol\u00E8ne, soyez bienvenue.", "Bonjour Sol\u00E8ne Martin, soyez bienvenue."})
    CHECK(holds(cleaned(page_of(speech)), speech));
  CHECK(holds(cleaned(page_of("Bonjour Sonia Markezin, soyez bienvenue.")), "Bonjour Sonia "));
}

TEST_CASE("a context that is the transcript itself proves nothing") {
  auto const speech = std::string("00:00 On a vu Maryvonne Kerbrasique hier soir au port de commerce.\n"
                                  "00:05 Oui, Maryvonne Kerbrazik nous a parl\u00E9 de la mer et du vent.\n");
  auto const same = cleaned(speech, {.language = "fr", .context = speech});
  CHECK(holds(same, "Kerbrasique"));
  CHECK(holds(same, "Kerbrazik"));
  auto const other = cleaned(speech, {.language = "fr", .context = "Notre invit\u00E9e : Maryvonne Kerbrazic, marin."});
  CHECK(holds(other, "vu Maryvonne Kerbrazic hier"));
}
