#include "rewritten.hpp"

using mondegreen::tests::rewritten;
using mondegreen::tests::run_rules;

namespace {

// Text that a rule has to leave as it is.
void stays(std::string_view rule, std::initializer_list<std::string_view> texts, std::string_view language = "fr") {
  for (auto const text : texts) {
    INFO(text);
    CHECK(rewritten(rule, text, language) == text);
  }
}

} // namespace

TEST_CASE("spaces: doubled, stray and missing ones") {
  auto const mend = [](std::string_view text) { return rewritten("typography.spaces", text); };
  CHECK(mend("un  mot   puis deux") == "un mot puis deux");
  CHECK(mend("elle dirige\u00A0la maison") == "elle dirige la maison");
  CHECK(mend("Cf.\u00A0En mai, oui") == "Cf.\u00A0En mai, oui"); // a short word before it may be an abbreviation
  CHECK(mend("chez Marchand.\u00A0En mai") == "chez Marchand. En mai");
  CHECK(mend("une phrase.Son auteur") == "une phrase. Son auteur");
  CHECK(mend("une phrase.« Oui »") == "une phrase. « Oui »");
  CHECK(mend("etc).De là") == "etc). De là");
  CHECK(mend("rouge,vert , bleu .") == "rouge, vert, bleu.");
  CHECK(mend("( voir plus bas )") == "(voir plus bas)");
  stays("typography.spaces",
        {"M.\u00A0Dupont", "Louis\u00A0XIV", "à 10\u00A0km", "Inès\u00A0Marchand", "stationf.co", "professionnel.le.s",
         "Node.js", "ASP.NET", "J.-C. B.", "3,14", "mot…", "« oui »", ":)", "v1.2.Final", "A.B.C."});
}

TEST_CASE("marks: French spaces") {
  auto const set = [](std::string_view text) { return rewritten("typography.marks", text); };
  CHECK(set("Qui ? Moi ! Bien ; et : voilà") == "Qui\u202F? Moi\u202F! Bien\u202F; et\u00A0: voilà");
  CHECK(set("Qui? Moi! Quoi?! Et: voilà") == "Qui\u202F? Moi\u202F! Quoi\u202F?! Et\u00A0: voilà");
  CHECK(set("le «mot» et « l'autre »") == "le «\u00A0mot\u00A0» et «\u00A0l'autre\u00A0»");
  CHECK(set("il dit « bon »: oui") == "il dit «\u00A0bon\u00A0»\u00A0: oui");
  stays("typography.marks", {"à 10:30", "https://exemple.fr/?a=1;b", "Qui\u00A0? Moi\u202F!", ":) ;-)", "a != b", "(?)",
                             "C:\\notes.txt", "&nbsp;", "...?", "?", "! oui", "ratio 16:9", "« »"});
}

TEST_CASE("marks: the width of the spaces is the user's") {
  mondegreen::clean_options options;
  options.only = {"typography"};
  options.settings = {{"typography.marks", "no-break", "wide"}};
  CHECK(run_rules("Qui ? \"Moi\" : 15 000 €", "fr", options).text ==
        "Qui\u00A0? «\u00A0Moi\u00A0»\u00A0: 15\u00A0000\u00A0€");
  options.settings = {{"typography.marks", "no-break", "ascii"}};
  CHECK(run_rules("Qui? \"Moi\": 15 000 €", "fr", options).text == "Qui ? « Moi » : 15 000 €");
}

TEST_CASE("marks: French of Canada and of Switzerland") {
  auto const canada = [](std::string_view text) { return rewritten("typography.marks", text, "fr-CA"); };
  CHECK(canada("Qui ? Moi\u202F! Bon ; il dit: «oui».") == "Qui? Moi! Bon; il dit\u00A0: «\u00A0oui\u00A0».");
  for (auto const* text : {"Qui? Moi!", "à 10:30", ":) ;-)", "a != b", "(?)", "On se voit à 16:9, non?"}) {
    INFO(text);
    CHECK(canada(text) == text);
  }
  CHECK(rewritten("typography.marks", "Qui? Il dit: «oui».", "fr-CH") == "Qui\u202F? Il dit\u202F: «\u202Foui\u202F».");
}

TEST_CASE("marks: no space before them elsewhere") {
  CHECK(rewritten("typography.marks", "Who ? Me ! And : so ; on", "en") == "Who? Me! And: so; on");
  CHECK(rewritten("typography.marks", "Wer ? Ich !", "de") == "Wer? Ich!");
  CHECK(rewritten("typography.marks", "« uno »", "es") == "«uno»");
  stays("typography.marks", {"see :) and ;)", "a::b"}, "de");
}

TEST_CASE("apostrophes") {
  CHECK(rewritten("typography.apostrophes", "l'eau qu'on n`a pas, l'« IA » d'1 jour") ==
        "l’eau qu’on n’a pas, l’« IA » d’1 jour");
  CHECK(rewritten("typography.apostrophes", "don't, it's", "en") == "don’t, it’s");
  CHECK(rewritten("typography.apostrophes", "the 1990's, the '80s", "en") == "the 1990’s, the ’80s");
  stays("typography.apostrophes",
        {"5'10", "5'", "les 90' sont", "'90 sont", "'8s", "'mot'", "https://exemple.fr/l'eau", "`code`"});
}

TEST_CASE("quotes") {
  auto const set = [](std::string_view text) { return rewritten("typography.quotes", text); };
  CHECK(set("le \"mot\", l'\"autre\" et (\"lui\")") ==
        "le «\u00A0mot\u00A0», l'«\u00A0autre\u00A0» et («\u00A0lui\u00A0»)");
  CHECK(set("il dit \"oui,\npuis non\" et sort") == "il dit «\u00A0oui,\npuis non\u00A0» et sort");
  CHECK(set("« un \"mot\" ici »") == "« un “mot” ici »");
  CHECK(set("\" mot \"") == "«\u00A0mot\u00A0»");
  CHECK(rewritten("typography.quotes", "say \"yes\"", "en") == "say “yes”");
  CHECK(rewritten("typography.quotes", "sag \"ja\"", "de") == "sag „ja“");
  stays("typography.quotes", {"un écran de 12\"", "un \"mot sans fin", "a\"b", "« déjà »", "“déjà”"});
}

TEST_CASE("dashes") {
  CHECK(rewritten("typography.dashes", "au bord - la mer - oui") == "au bord\u00A0– la mer\u00A0– oui");
  CHECK(rewritten("typography.dashes", "well--no, or - yes", "en") == "well—no, or – yes");
  stays("typography.dashes", {"- Oui.", "porte-clés", "10 - 5", "--option", "a\n- b", "peut-être", "-- --",
                              "- Tu viens ? - Non.", "– Oui. - Non."});
}

TEST_CASE("ellipses") {
  CHECK(rewritten("typography.ellipses", "Je... non... bon ...") == "Je… non… bon…");
  CHECK(rewritten("typography.ellipses", "les plus courantes … et d'autres") == "les plus courantes… et d'autres");
  // Not less before a dash: where a cue ends there later, nothing would be left to see of it.
  CHECK(rewritten("typography.ellipses", "sur le fil … – voilà") == "sur le fil… – voilà");
  CHECK(rewritten("typography.ellipses", "Ich wollte ... nein, ich wo...", "de") == "Ich wollte … nein, ich wo…");
  stays("typography.ellipses", {"Ich wollte … nein, ich wo…"}, "de");
  stays("typography.ellipses", {"…", "1...5", "a.b", "… oui", "(…)", "../notes"});
}

TEST_CASE("numbers") {
  CHECK(rewritten("typography.numbers", "15 000 gens, 1 234 567 pas, 90 %, 99,99%, 30 millions, 5 km, 10 €") ==
        "15\u202F000 gens, 1\u202F234\u202F567 pas, 90\u00A0%, 99,99\u00A0%, 30\u00A0millions, 5\u00A0km, 10\u00A0€");
  stays("typography.numbers", {"06 12 34 56 78", "en 2024 300 personnes", "450 inscrits", "le 22 janvier", "5 mots",
                               "3 4 5", "il y a 2 ans", "10 h", "3,5 200", "15\u202F000", "1 0000"});
}

TEST_CASE("ordinals and number signs") {
  CHECK(rewritten("typography.ordinals", "la 1ère, la 2ème, le XXème, les 3èmes, n°5 et nº 6") ==
        "la 1re, la 2e, le XXe, les 3es, n°\u00A05 et n°\u00A06");
  stays("typography.ordinals", {"le 1er mai", "la 2nde", "le système", "11 ère", "n°\u00A05", "Xème", "CI exemple"});
}

TEST_CASE("capitals") {
  CHECK(rewritten("typography.capitals", "L'Etat et les Etats-Unis. Evidemment.") ==
        "L'État et les États-Unis. Évidemment.");
  CHECK(rewritten("typography.capitals", "A partir de là. Ca va ?") == "À partir de là. Ça va ?");
  stays("typography.capitals", {"Eric et Emma", "Il a dit oui", "Elle est là", "On y va", "Education First", "ETAT",
                                "Il va à Ca Mau", "Alors, A ou B", "Eddy mange"});
}

TEST_CASE("tokens: words cut at their apostrophe") {
  auto const join = [](std::string_view text, std::string_view language = "fr") {
    return rewritten("typography.tokens", text, language);
  };
  CHECK(join("Je crois qu' il n' a rien vu, et l' on sait que c' est aujourd' hui.") ==
        "Je crois qu'il n'a rien vu, et l'on sait que c'est aujourd'hui.");
  CHECK(join("J 'ai vu l ' autre jour d’ autres gens, l 'école") == "J'ai vu l'autre jour d’autres gens, l'école");
  CHECK(join("C' est l'été") == "C'est l'été");
  stays("typography.tokens",
        {"il dit 'non' et l' autre", "il a dit ' oui '", "le mot 'd' existe", "la lettre d ' est grande'", "l'eau",
         "l' ", "un d' 12", "c'est-à-d' un", "l'\nautre", "O' Brien", "d’", "’ ", "n'"});
  CHECK(join("I do n't think it 's right, they 're here, we 'll see and he can 't go.", "en") ==
        "I don't think it's right, they're here, we'll see and he can't go.");
  CHECK(join("That is n’t Mary 's plan, I 'm sure, five o 'clock, it' s late", "en") ==
        "That isn’t Mary's plan, I'm sure, five o'clock, it's late");
  stays("typography.tokens",
        {"the dogs ' owner", "rock ' n ' roll", "he said 's' and 'd'", "she said 're-use it'", "don't", "n't", " n't",
         "the '80s", "in 'no time'", "write 'll' twice", "the letter ' s ' and", "the L' Enfant plan"},
        "en");
  CHECK(join("un' altra volta, dell' acqua", "it") == "un'altra volta, dell'acqua");
  stays("typography.tokens", {"un po' di tutto", "po' alla volta", "be' allora"}, "it");
  stays("typography.tokens", {"wie geht 's", "l' eau"}, "de");
}

TEST_CASE("spellings") {
  CHECK(rewritten("typography.spellings", "le coeur par dessus tout, des oeuvres, etc") ==
        "le cœur par-dessus tout, des œuvres, etc.");
  CHECK(rewritten("typography.spellings", "je crois que en mai il faut que il vienne") ==
        "je crois qu’en mai il faut qu’il vienne");
  CHECK(rewritten("typography.spellings", "Dont worry, they didnt come", "en") == "Don’t worry, they didn’t come");
  stays("typography.spellings",
        {"la moelle, le poète et Noël", "coefficient", "etc.", "etc…", "là-bas", "que Emma vienne", "que un-tel"});
}

TEST_CASE("inverted marks") {
  CHECK(rewritten("typography.inverted", "Hola. Cómo estás? Qué bien!", "es") == "Hola. ¿Cómo estás? ¡Qué bien!");
  CHECK(rewritten("typography.inverted", "Pero, estás ahí?", "es") == "Pero, estás ahí?"); // only suggested
  stays("typography.inverted", {"¿Cómo estás?", "¡Hola!", "?", "https://x.es/?a"}, "es");
}

TEST_CASE("a language that we know nothing of keeps its typography") {
  std::string_view const text = "Mitä? Se 'on' \"tässä\" - ei ... 15 000";
  mondegreen::clean_options options;
  options.only = {"typography"};
  auto talk = mondegreen::tests::cues_of(text);
  talk.language = "fi";
  CHECK(run_rules(talk, options).text == text);
}

TEST_CASE("each cue is set in its own language") {
  mondegreen::clean_options options;
  options.only = {"typography.marks"};
  CHECK(run_rules("Est-ce que vous êtes là ?\nWhat is it that you want from them ?\nRien du tout !", "fr", options)
            .text == "Est-ce que vous êtes là\u202F?\nWhat is it that you want from them?\nRien du tout\u202F!");
}
