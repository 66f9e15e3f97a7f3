#include <mondegreen/names.hpp>

#include "catch.hpp"

#include <mondegreen/format.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <thread>

using namespace mondegreen;

namespace {

names list(std::string text) { return names::parse(make_source(std::move(text), "names.txt")); }

std::string repaired_text(std::string const& file, std::string_view text) {
  return list(file).repair(text, {.language = "fr"}).text;
}

/// A transcript of one cue a text, a second each.
transcript cues(std::vector<std::string> texts) {
  transcript out;
  std::int64_t at = 0;
  for (auto& each : texts) {
    cue one;
    one.text = std::move(each);
    one.when = {{at}, {at + 1000}};
    at += 1000;
    out.cues.push_back(std::move(one));
  }
  return out;
}

ledger repair_cues(names const& known, transcript& text, apply_policy policy = apply_policy::sure) {
  editor edits(text, policy);
  edits.begin("names");
  known.repair(edits, {.language = "fr"});
  return edits.finish();
}

std::string const people = "name\theard_as\ttype\tcontext\tnot_context\tpolicy\n"
                           "Martin Signoux\t\tperson\tMeta\t\t\n"
                           "Yann LeCun\tYann Lequin\tperson\tFAIR\t\t\n"
                           "Meta\t\torg\tFacebook|mod\u00E8le\tmetal\t\n"
                           "FAIR\tle fer|Faire\torg\tlaboratoire\t\t\n"
                           "Llama 2\t\tproduct\tmod\u00E8le\t\t\n"
                           "Scaleway\t\torg\tcloud\t\t\n"
                           "Linagora\t\torg\t\t\t\n"
                           "OpenLLM France\t\torg\t\t\t\n"
                           "AI Startup Program\t\tprogram\t\t\t\n"
                           "Le Chat\t\tproduct\tMistral\tsouris\t\n"
                           "Ouessant\tOnesant\tplace\tBrest\t\treview\n"
                           "Albert\t\tproduct\t\t\tnever\n"
                           "feuille de route\t\tphrase\t\t\t\n"
                           "\u00C9tats-Unis\t\tplace\t\t\t\n";

} // namespace

TEST_CASE("what is misheard is repaired") {
  CHECK(repaired_text(people, "Notre invit\u00E9, Martin Signou, arrive.") ==
        "Notre invit\u00E9, Martin Signoux, arrive.");
  CHECK(repaired_text(people, "Hier Yann Lequin a parl\u00E9.") == "Hier Yann LeCun a parl\u00E9.");
  CHECK(repaired_text(people, "On vient aux Etats-Unis.") == "On vient aux \u00C9tats-Unis.");
  CHECK(repaired_text(people, "Il pr\u00E9side l'Inagora.") == "Il pr\u00E9side Linagora.");
  CHECK(repaired_text(people, "Le patron de l'Inagora sourit.") == "Le patron de Linagora sourit.");
  CHECK(repaired_text(people, "Avec Open LLM France, tout va.") == "Avec OpenLLM France, tout va.");
  CHECK(repaired_text(people, "Le cloud de Skaleway grandit.") == "Le cloud de Scaleway grandit.");
  CHECK(repaired_text(people, "Voici notre faille de route.") == "Voici notre feuille de route.");
  CHECK(repaired_text(people, "Leur mod\u00E8le Lama 2 tourne.") == "Leur mod\u00E8le Llama 2 tourne.");
}

TEST_CASE("a line too short to tell its language may have names in lower case, a page in none we know has words") {
  auto const known = list("Martin Signoux\nYann LeCun\nBerend Anders\n");
  CHECK(known.repair("merci yann lequin").text == "merci Yann LeCun");
  CHECK(known.repair("bonjour martin signou").text == "bonjour Martin Signoux");
  std::string dutch = "Vandaag praat Berend Anders met ons. ";
  for (int i = 0; i < 12; ++i) dutch += "Het ging vroeger heel anders dan nu, zegt ze. ";
  CHECK(known.repair(dutch).text == dutch);
  CHECK(known.repair(dutch).edits.empty());
}

TEST_CASE("what a spelling dictionary knows is an ordinary word, and in a language without a list nothing else is") {
  auto const known = list("Ronchonay\nMark Zuckerberg\n");
  repair_options plain{.language = "fr"};
  repair_options asking = plain;
  asking.spelling = spelling([](std::string_view word, std::string_view language, void const*) -> std::optional<bool> {
    if (language == "fr") return word == "ronchonnait";
    if (language == "pt") return word == "falou" || word == "ontem" || word == "ronchonnait";
    return std::nullopt;
  });
  std::string const french = "La salle ronchonnait encore.";
  CHECK(known.repair(french, plain).text == "La salle Ronchonay encore.");
  CHECK(known.repair(french, asking).text == french);
  CHECK(known.repair(french, plain).text == "La salle Ronchonay encore."); // what was learned of words is not mixed up
  std::string const portuguese = "ontem falou zuquerberg";
  plain.language = asking.language = "pt";
  CHECK(known.repair(portuguese, plain).text == portuguese);
  CHECK(known.repair(portuguese, asking).text == "ontem falou Zuckerberg");
  CHECK(known.repair("ontem ronchonnait", asking).text == "ontem ronchonnait");
  plain.language = asking.language = "nl"; // of which the dictionaries know nothing
  CHECK(known.repair("gisteren sprak zuquerberg", asking).text == "gisteren sprak zuquerberg");
}

TEST_CASE("what is right stays") {
  for (std::string const text :
       {"Martin Signoux et Yann LeCun chez Meta.", "Il faut faire vite, et croiser le fer.",
        "Faire du mod\u00E8le un outil.", "Le chat de la voisine dort.", "Mon lama crache au laboratoire.",
        "Albert est venu.", "alberte est venue", "Le m\u00E9tal est froid.",
        "Voir stationf.co, kaleway.com et linagora@exemple.fr.", "une famille de routes",
        "LINAGORA ET SCALEWAY SIGNENT UN ACCORD", "Un scandale, une cale, une \u00E9cluse.", ""})
    CHECK(repaired_text(people, text) == text);
}

TEST_CASE("the ledger says what, where and why") {
  auto const out = list(people).repair("Bonjour.\nVoil\u00E0 Martin Signou.", {.language = "fr"});
  REQUIRE(out.edits.size() == 1);
  auto const& one = out.edits[0];
  CHECK(one.rule == "names");
  CHECK(one.before == "Signou");
  CHECK(one.after == "Signoux");
  CHECK(one.at == position{2, 14});
  CHECK(one.status == edit_status::applied);
  CHECK_FALSE(one.cue);
  CHECK(one.confidence > 0.9F);
  CHECK(std::find(one.evidence.begin(), one.evidence.end(), "sounds the same in fr") != one.evidence.end());
}

TEST_CASE("a listed pair counts as the user's word, with its line as evidence") {
  auto const out = list("Scaleway: Calaouet\n").repair("On va chez Calaouet demain.", {.language = "fr"});
  CHECK(out.text == "On va chez Scaleway demain.");
  CHECK(out.edits[0].evidence[0] == "listed as misheard in names.txt line 1");
}

TEST_CASE("a pair that is ordinary words is at most a suggestion") {
  auto const one = list(people).repair("Il faut croiser le fer au laboratoire.", {.language = "fr"});
  CHECK(one.text == "Il faut croiser le fer au laboratoire.");
  CHECK(one.edits.size() <= 1);
  CHECK(repaired_text(people, "il va faire nuit au laboratoire") == "il va faire nuit au laboratoire");
}

TEST_CASE("policies") {
  auto const brest =
      list(people).repair("De Brest \u00E0 Ouessan en bateau, puis Onesant au large de Brest.", {.language = "fr"});
  CHECK(brest.text == "De Brest \u00E0 Ouessan en bateau, puis Ouessant au large de Brest.");
  auto const never = list("name,policy\nBertil Kaou,never\n").repair("Merci Berthil Kaou.", {.language = "fr"});
  CHECK(never.text == "Merci Berthil Kaou.");
  CHECK(never.edits.empty());
}

TEST_CASE("the page is evidence") {
  auto const without = list("Zapolsky\n").repair("Bonjour Zapolskine, merci.", {.language = "fr"});
  auto const with =
      list("Zapolsky\n").repair("Bonjour Zapolskine, merci.", {.language = "fr", .context = "avec Zapolsky"});
  CHECK(without.text == "Bonjour Zapolskine, merci.");
  REQUIRE_FALSE(with.edits.empty());
  if (!without.edits.empty()) CHECK(with.edits[0].confidence > without.edits[0].confidence);
}

TEST_CASE("names run across cues, and each cue keeps its words") {
  auto text = cues({"il s'appelle AI", "Startup Programme, voil\u00E0"});
  auto const edits = repair_cues(list(people), text);
  REQUIRE(edits.size() == 1);
  CHECK(edits[0].cue == 1U);
  CHECK(text.cues[0].text == "il s'appelle AI");
  CHECK(text.cues[1].text == "Startup Program, voil\u00E0");
}

TEST_CASE("names do not run across speakers, nor from metadata into cues") {
  auto text = cues({"merci Hugging", "Phace de r\u00EAve"});
  text.cues[0].speaker = text.speaker("A");
  text.cues[1].speaker = text.speaker("B");
  metadata_entry title;
  title.key = "title";
  title.text = "Hugging";
  text.metadata.push_back(title);
  CHECK(repair_cues(list("Hugging Face: Hugging Phace\n"), text).empty());
}

TEST_CASE("metadata is repaired too") {
  auto text = cues({"rien"});
  metadata_entry title;
  title.key = "title";
  title.text = "Entretien avec Martin Signou";
  text.metadata.push_back(title);
  auto const edits = repair_cues(list(people), text);
  REQUIRE(edits.size() == 1);
  CHECK_FALSE(edits[0].cue);
  CHECK(text.metadata[0].text == "Entretien avec Martin Signoux");
}

TEST_CASE("the right form elsewhere makes a repair sure") {
  auto const known = list(people);
  auto text = cues({"Bonjour Martin Signoux.", "Merci Martin Signon."});
  auto const edits = repair_cues(known, text);
  REQUIRE(edits.size() == 1);
  CHECK(std::any_of(edits[0].evidence.begin(), edits[0].evidence.end(),
                    [](std::string const& s) { return s.find("stands elsewhere") != std::string::npos; }));
  CHECK(text.cues[1].text == "Merci Martin Signoux.");
}

TEST_CASE("apply policies") {
  std::string const said = "Bonjour Martin Signou.";
  auto nothing = cues({said});
  auto const seen = repair_cues(list(people), nothing, apply_policy::none);
  CHECK(nothing.cues[0].text == said);
  REQUIRE(seen.size() == 1);
  CHECK(seen[0].status == edit_status::suggested);

  auto all = cues({"Le mod\u00E8le de Mistral est le chat, dit-il."});
  auto const done = repair_cues(list(people), all, apply_policy::all);
  CHECK(all.cues[0].text == "Le mod\u00E8le de Mistral est Le Chat, dit-il.");
  CHECK(std::all_of(done.begin(), done.end(), [](edit const& e) { return e.status == edit_status::applied; }));
}

TEST_CASE("property: repairing the result changes nothing, and twice the same is the same") {
  auto const known = list(people);
  for (std::string const text :
       {"Martin Signon, Martin Signou et Lequin chez META, pas de Metal Lama.",
        "Yann Lequin l'a vu. Lequin aussi. Kaleway, Kalewai, Skaleway !", "l'Inagora et de l'Inagora et d'Inagora",
        "Open LLM France\nopen llm france\nOpenllm-France", "Etats Unis, etats-unis, ETATS-UNIS",
        "AI\nStartup\nProgramme", "Le chat. le Chat. LE CHAT. Le\nchat de Mistral", "faille de route, Faille de Route",
        "Lama 2 Lama 3 lama 2 LAMA 2 mod\u00E8le"}) {
    for (auto const policy : {apply_policy::sure, apply_policy::all}) {
      auto const once = known.repair(text, {.language = "fr", .apply = policy});
      auto const same = known.repair(text, {.language = "fr", .apply = policy});
      CHECK(once.text == same.text);
      auto const twice = known.repair(once.text, {.language = "fr", .apply = policy});
      CHECK(twice.text == once.text);
      CHECK(replay(once.edits, *make_source(text)) == once.text);
      CHECK(std::count(text.begin(), text.end(), '\n') == std::count(once.text.begin(), once.text.end(), '\n'));
    }
  }
}

TEST_CASE("merging: the first entry of a form wins, mishearings are joined") {
  auto first = list("name,heard_as,type\nMeta,Metta,org\n");
  first.merge(list("name,heard_as,type\nMeta,M\u00E9ta,product\nVeolia,,org\n"));
  REQUIRE(first.all().size() == 2);
  CHECK(first.all()[0].type == "org");
  CHECK(first.all()[0].heard_as == std::vector<std::string>{"Metta", "M\u00E9ta"});
}

TEST_CASE("names made by hand; none at all") {
  names const hand(
      std::vector<name>{{.form = "Scaleway"}, {.form = ""}, {.form = "Scaleway", .heard_as = {"Kaleway"}}});
  REQUIRE(hand.all().size() == 1);
  CHECK(hand.repair("Chez Skaleway.", {.language = "fr"}).text == "Chez Scaleway.");
  CHECK(hand.from() == nullptr);
  CHECK(names().repair("Chez Skaleway.").text == "Chez Skaleway.");
}

TEST_CASE("a names file that is not there") {
  auto const missing = names::load("/no/such/file");
  REQUIRE_FALSE(missing);
  CHECK(missing.failure().code == error_code::not_found);
}

TEST_CASE("one set of names from many threads") {
  auto const known = list(people);
  std::vector<std::string> out(4);
  std::vector<std::thread> crew;
  for (auto& each : out)
    crew.emplace_back([&known, &each] { each = known.repair("Merci Martin Signou.", {.language = "fr"}).text; });
  for (auto& each : crew) each.join();
  for (auto const& each : out) CHECK(each == "Merci Martin Signoux.");
}

TEST_CASE("hostile text") {
  auto const known = list(people);
  std::string const bytes = "\xFF\xC3 Martin Signou \x80\xF0\x9F";
  CHECK(known.repair(bytes, {.language = "fr"}).text == "\xFF\xC3 Martin Signoux \x80\xF0\x9F");
  std::string const nul("Martin\0Signou Martin Signou", 26);
  CHECK(known.repair(nul, {.language = "fr"}).text.size() >= nul.size());
  std::string long_line;
  for (int i = 0; i < 20'000; ++i) long_line += "Martin ";
  CHECK(known.repair(long_line, {.language = "fr"}).text == long_line);
  CHECK(known.repair("Martin Signou", {.language = "xx"}).text.find("Martin") == 0);
}

TEST_CASE("names of the page ask the dictionaries, too") {
  auto talk = read_text("Title: Rencontre avec Solène Ronchonay\n\n00:01 La salle ronchonnait encore.\n"
                        "00:09 Merci à Solène Ronchonnait.\n",
                        {}, "talk.txt")
                  ->value;
  repair_options options{.language = "fr", .mine = true};
  auto const repaired_alone = [&] {
    auto const all = names().explain(talk, options);
    return std::any_of(all.begin(), all.end(), [](name_case const& each) {
      return each.before == "ronchonnait" && each.outcome == name_outcome::applied;
    });
  };
  CHECK(repaired_alone());
  options.spelling = spelling([](std::string_view word, std::string_view, void const*) -> std::optional<bool> {
    return word == "ronchonnait";
  });
  CHECK_FALSE(repaired_alone());
}
