#include "rewritten.hpp"

using mondegreen::tests::rewritten;

namespace {

void stays(std::string_view rule, std::initializer_list<std::string_view> texts) {
  for (auto const text : texts) {
    INFO(text);
    CHECK(rewritten(rule, text) == text);
  }
}

} // namespace

TEST_CASE("text that was read in the wrong encoding") {
  auto const mend = [](std::string_view text) { return rewritten("mojibake", text); };
  CHECK(mend("l'Ã©tÃ© Ã  la mer") == "l'été à la mer");
  CHECK(mend("lâ€™eau est â€œbonneâ€\u009d") == "l’eau est “bonne”");
  CHECK(mend("lâ\u0080\u0099eau") == "l’eau");
  CHECK(mend("lĂ©gĂ¨re") == "légère");
  CHECK(mend("l√©g√®re") == "légère");
  CHECK(mend("РїСЂРёРІРµС‚") == "привет");
  CHECK(mend("╨┐╤Ç╨╕╨▓╨╡╤é") == "привет");
  CHECK(mend("doesnÃ¢â‚¬â„¢t") == "doesn’t");
  CHECK(mend("bravo ðŸ˜€") == "bravo 😀");
  CHECK(mend("\u0093oui\u0094") == "“oui”");
  CHECK(mend("elle dit Ã¢â‚¬Å“ oui Ã¢â‚¬Â\u009D") == "elle dit “ oui ”");
  CHECK(mend("Ã¢â€\u009Dâ€™(Ã¢Å’Â£)") == "┒(⌣)");
  CHECK(mend("un projetÂ : lâ€™eau") == "un projet\u00A0: l’eau");
  CHECK(mend("5 $Ì¶6Ì¶") == "5 $\u03366\u0336");
  CHECK(mend("pagrÄŻstai, Ĺ˝inoma") == "pagrįstai, Žinoma");
  CHECK(mend("Ã s trÃªs da manhÃ£, Ã quela hora") == "às três da manhã, àquela hora");
  CHECK(mend("Ă\uFFFDfrica y AmĂ©rica") == "\uFFFDfrica y América");
}

TEST_CASE("what is right stays") {
  stays("mojibake", {"L’été à la mer",
                     "« É » et « Ã »",
                     "CONCLUSÃO",
                     "C O N C L U S Ã O",
                     "MARQUÉ…",
                     "VOCÊ…",
                     "5×£35",
                     "√π",
                     "∆°",
                     "привет",
                     "Łódź",
                     "señor",
                     "Dråber",
                     "2012—∞",
                     "NESTLÉ®",
                     "“oui…”",
                     "N°",
                     "« d’été\u202F», beauté\u202F! l’Ågård",
                     "Â",
                     "LUNEDÌ¶",
                     "ã†â€™ãƒâ€ ã¢â‚¬â„¢ãƒæ’ã‚â¢ãƒâ¢",
                     "BrontëŽ",
                     "MĂ\uFFFDINE",
                     "PROJETÂ :"});
  CHECK(rewritten("mojibake", "Ã s'occuper, lâ€™Ã©tÃ©") == "à s'occuper, l’été");
}

TEST_CASE("HTML references") {
  auto const mend = [](std::string_view text) { return rewritten("entities", text); };
  CHECK(mend("l&#39;eau &amp; l&rsquo;air, caf&eacute;") == "l'eau & l’air, café");
  CHECK(mend("A &amp;amp; B") == "A & B");
  CHECK(mend("un&nbsp;mot") == "un\u00A0mot");
  stays("entities", {"AT&T", "a & b", "&copy=2", "&unknown;", "&", "&;"});
}

TEST_CASE("invisible characters") {
  auto const mend = [](std::string_view text) { return rewritten("invisible", text); };
  CHECK(mend("un\u200B mot\u00AD\uFEFF") == "un mot");
  CHECK(mend("un\u202E mot\u200E") == "un mot");
  stays("invisible", {"famille 👨\u200D👩\u200D👧", "un\u00A0mot", "« mot »", "שלום\u200F!"});
}

TEST_CASE("sounds go on request") {
  auto const mend = [](std::string_view text) { return rewritten("sounds", text); };
  CHECK(mend("[Musique] Bonjour (rires) à tous.") == "Bonjour à tous.");
  CHECK(mend("Bonjour.\n♪ la mer ♪\n[APPLAUSE]\nOui.") == "Bonjour.\nOui.");
  CHECK(mend("♪ la la ♪ On se tait. ♪ tralala ♪") == "On se tait.");
  stays("sounds", {"[sic]", "(Lyon, 1998)", "le mot (rare)", "2 * 3 * 4", "(voir plus bas)"});
}

TEST_CASE("profanity is masked by whole words") {
  CHECK(rewritten("profanity", "Putain de merde !") == "P***** de m**** !");
  stays("profanity", {"une conserve", "le concombre", "Scunthorpe", "déconner"});
  CHECK(rewritten("profanity", "Scunthorpe is no shit", "en") == "Scunthorpe is no s***");
}

namespace {

mondegreen::ledger set_pseudonyms(mondegreen::transcript& talk, mondegreen::names const& known) {
  mondegreen::clean_options options;
  options.names = &known;
  options.language = "fr";
  options.only = {"pseudonyms"};
  return clean(talk, options);
}

} // namespace

TEST_CASE("names get pseudonyms, the same everywhere, labels too") {
  using namespace mondegreen;
  names const known({{.form = "Inès Marchand", .type = "person"}, {.form = "Framasoft", .type = "org"}});
  auto read =
      read_text("Title: x\n\n00:00 Inès Marchand: Je suis Inès Marchand de Framasoft.\n00:04 Paul: Merci, Marchand. Le "
                "marchand part.\n00:08 Inès Marchand: Framasoft, oui.\n00:12 Paul: Bien, I. Marchand.\n",
                {}, "talk.txt");
  auto talk = std::move(read->value);
  auto const edits = set_pseudonyms(talk, known);
  for (auto const& each : talk.cues) CHECK(each.text.find("Marchand") == std::string::npos);
  for (auto const& each : talk.speakers) CHECK(each.find("Marchand") == std::string::npos);
  CHECK(talk.cues.back().text == "Bien, Personne 1.");
  auto const replayed = replay(edits, *talk.from);
  CHECK(replayed.find("Marchand") == std::string::npos);
  CHECK(replayed.find("Le marchand part") != std::string::npos);
  CHECK(replayed.find("Organisation 1") != std::string::npos);
}

TEST_CASE("labels that were joined with a fuller one get the pseudonym on the ledger, too") {
  using namespace mondegreen;
  auto const known = names::parse(make_source("Inès Marchand\n", "names.txt"));
  auto read =
      read_text("00:00 Inès Marchand: Il pleut.\n00:04 Paul: Merci.\n00:08 Mme MARCHAND : Oui.\n00:12 Paul: Bien.\n"
                "00:16 Marchand: On me dit marchand de sable.\n",
                {}, "talk.txt");
  auto talk = std::move(read->value);
  REQUIRE(talk.speakers.size() == 2);
  auto const edits = set_pseudonyms(talk, known);
  CHECK(replay(edits, *talk.from) ==
        "00:00 Personne 1: Il pleut.\n00:04 Paul: Merci.\n00:08 Personne 1 : Oui.\n00:12 Paul: Bien.\n"
        "00:16 Personne 1: On me dit marchand de sable.\n");
}

TEST_CASE("no writer copies a block whose label has a pseudonym") {
  using namespace mondegreen;
  auto const known = names::parse(make_source("Inès Marchand\n", "names.txt"));
  auto const page = "00:00 Inès Marchand: Il pleut.\n00:04 Paul: Merci.\n00:08 Mme MARCHAND : Oui.\n";
  auto const as_json = write_text(read_text(page, {}, "talk.txt")->value, "json")->bytes;
  auto const as_vtt = write_text(read_text(page, {}, "talk.txt")->value, "webvtt")->bytes;
  for (std::string_view const from : {std::string_view(page), std::string_view(as_json), std::string_view(as_vtt)}) {
    auto talk = std::move(read_text(from, {}, "talk")->value);
    set_pseudonyms(talk, known);
    for (auto const* each : formats()) {
      if (each->write == nullptr) continue;
      INFO(each->id);
      auto const written = write_text(talk, each->id)->bytes;
      CHECK(written.find("Marchand") == std::string::npos);
      CHECK(written.find("MARCHAND") == std::string::npos);
    }
  }
}

TEST_CASE("a person of a plain list has a surname, too; what is no person has not") {
  using namespace mondegreen;
  auto const known = names::parse(make_source("Jean-Pierre Lafaille\nTimbre-Poste Magazine\n", "names.txt"));
  auto read = read_text("00:00 M. LAFAILLE : Le Magazine de Jean-Pierre.\n00:04 Anna : Merci, monsieur Lafaille.\n"
                        "00:08 M. LAFAILLE : Oui.\n",
                        {}, "talk.txt");
  auto talk = std::move(read->value);
  set_pseudonyms(talk, known);
  REQUIRE(talk.cues.size() == 3);
  CHECK(talk.cues[0].text == "Le Magazine de Personne 1.");
  CHECK(talk.cues[1].text == "Merci, monsieur Personne 1.");
  for (auto const& each : talk.speakers) CHECK(each.find("LAFAILLE") == std::string::npos);
}
