#include "rewritten.hpp"

using namespace mondegreen;
using tests::cues_of;
using tests::lines_of;
using tests::rewritten;
using tests::run_rules;

namespace {

std::string in_profile(wording how, std::string_view rule, std::string_view text, std::string_view language = "fr") {
  clean_options options;
  options.only = {std::string(rule)};
  options.how = how;
  return run_rules(text, language, options).text;
}

std::string clean_text(std::string_view rule, std::string_view text, std::string_view language = "fr") {
  return in_profile(wording::clean, rule, text, language);
}

void stays(std::string_view rule, std::initializer_list<std::string_view> texts, std::string_view language = "fr") {
  for (auto const text : texts) {
    INFO(text);
    CHECK(clean_text(rule, text, language) == text);
  }
}

} // namespace

TEST_CASE("fillers go, and the comma, the space and the capital around are mended") {
  auto const mend = [](std::string_view text) { return clean_text("fillers", text); };
  CHECK(mend("je suis, euh, parti") == "je suis, parti");
  CHECK(mend("je suis euh parti") == "je suis parti");
  CHECK(mend("je suis euh, parti") == "je suis, parti");
  CHECK(mend("je suis, euh parti") == "je suis, parti");
  CHECK(mend("Euh, je suis parti.") == "Je suis parti.");
  CHECK(mend("euh, je suis parti") == "je suis parti");
  CHECK(mend("Oui. Euh, non.") == "Oui. Non.");
  CHECK(mend("il est parti, euh.") == "il est parti.");
  CHECK(mend("- Euh, oui.") == "- Oui.");
  CHECK(mend("et euh euh voilà") == "et voilà");
  CHECK(mend("Heu… je ne sais pas, hum !") == "Je ne sais pas !");
  CHECK(mend("un\neuh deux") == "un\ndeux");
}

TEST_CASE("a sound that is an answer stays, but in fluent text") {
  stays("fillers", {"Oui ? Mhm. Non.", "- Sûr ?\n- Mhm.", "Sûr ?\nHm."});
  CHECK(clean_text("fillers", "Oui. Mhm. Non.") == "Oui. Non.");
  stays("fillers", {"Did you see him? Mhm."}, "en");
  CHECK(clean_text("fillers", "Mhm, je suis là, mhm, enfin.") == "Je suis là, enfin.");
  CHECK(clean_text("fillers", "Oui ? Mhm, euh.") == "Oui ? Mhm.");
  CHECK(in_profile(wording::fluent, "fillers", "Oui ? Mhm. Non.") == "Oui ? Non.");
  clean_options options;
  options.only = {"fillers"};
  CHECK(run_rules("Tu viens ?\nEuh.\nMhm.\nMhm.", "fr", options).text == "Tu viens ?\nMhm.");
}

TEST_CASE("a cue of fillers alone goes") {
  clean_options options;
  options.only = {"fillers"};
  auto const made = run_rules("Oui.\nEuh…\nHum, euh.\nNon.", "fr", options);
  CHECK(made.text == "Oui.\nNon.");
}

TEST_CASE("what is a word somewhere else stays") {
  stays("fillers", {"l'euh du présentateur", "il dit « euh »", "euh-euh", "5 mm", "le humus", "heureux"});
  stays("fillers", {"um die Ecke"}, "de");
  stays("fillers", {"5 mm of rain", "the ER is full", "I like this", "humming"}, "en");
}

TEST_CASE("in fluent text likely fillers go where commas set them off") {
  auto const mend = [](std::string_view text) { return in_profile(wording::fluent, "fillers", text); };
  CHECK(mend("on part, du coup, demain") == "on part, demain");
  CHECK(mend("En fait, on part demain.") == "On part demain.");
  CHECK(mend("c'est bien, quoi.") == "c'est bien.");
  for (std::string_view const text : {"du coup de fusil", "en fait on part", "quoi de neuf ?", "il y a de quoi faire"})
    CHECK(mend(text) == text);
  CHECK(in_profile(wording::fluent, "fillers", "It is, you know, fine.", "en") == "It is, fine.");
  CHECK(in_profile(wording::fluent, "fillers", "I like this", "en") == "I like this");
  stays("fillers", {"on part, du coup, demain", "En fait, on part."});
}

TEST_CASE("closed-class words said twice are said once") {
  auto const mend = [](std::string_view text) { return clean_text("stutters", text); };
  CHECK(mend("je je suis dans dans la maison") == "je suis dans la maison");
  CHECK(mend("Je, je suis le le le premier") == "Je suis le premier");
  CHECK(mend("de la de la mer") == "de la mer");
  CHECK(mend("j'ai j'ai vu qu'il y a qu'il y a du monde") == "j'ai vu qu'il y a du monde");
  CHECK(mend("il y a, il y a du monde") == "il y a du monde");
  CHECK(mend("c'est pas c'est pas grave") == "c'est pas grave");
  CHECK(mend("deux ans en, en Angleterre") == "deux ans en Angleterre");
  CHECK(mend("elle… elle vient") == "elle vient");
  CHECK(clean_text("stutters", "I I think the, the end", "en") == "I think the end");
  CHECK(clean_text("stutters", "ich ich weiß und und so", "de") == "ich weiß und so");
  CHECK(clean_text("stutters", "die Frage für, für eine eine Frau", "de") == "die Frage für eine Frau");
  CHECK(clean_text("stutters", "yo yo creo que, que la la casa", "es") == "yo creo que la casa");
  CHECK(clean_text("stutters", "io io penso che, che della della casa", "it") == "io penso che della casa");
}

TEST_CASE("what is meant twice stays") {
  stays("stutters", {"nous nous levons", "vous vous levez", "très très bien", "non, non", "oui oui", "oh la la",
                     "la la la la", "quand on parle de ça, ça se passe", "en en parlant", "je pars. Je reviens.",
                     "faire faire", "bonjour, bonjour", "prends-le le matin", "Paris Paris",
                     "je ne sais pas, pas encore", "si, si, je vous assure", "il n'en veut plus, plus du tout"});
  stays("stutters",
        {"he had had enough", "that that is", "very very good", "no, no", "what it is is good", "go on on Monday"},
        "en");
  CHECK(clean_text("stutters", "It, it was, you, you know, fine", "en") == "It was, you know, fine");
  stays("stutters",
        {"I did it, it was fine", "I could answer you, you know", "in spite of that, that we stay", "if so, so you go",
         "I take this, this is mine"},
        "en");
  stays("stutters",
        {"it makes this and this and this, too", "the question is, is that right?", "and on and on and on",
         "so on and so on and so forth", "and so on and so on"},
        "en");
  stays("stutters",
        {"die, die das sagen", "da es so ist, ist es gut", "er macht mit, mit Freude", "das war ich, ich weiß",
         "ich mag sie, sie ist nett", "aber, aber", "so, so", "er steht auf, auf dem Tisch liegt es"},
        "de");
  stays("stutters", {"no, no quiero", "soy yo, yo fui", "para, para", "lo que es, es", "si, si"}, "es");
  stays("stutters", {"a uno a uno", "si, si", "sono io, io solo", "quello che è, è", "no, no"}, "it");
}

TEST_CASE("in fluent text any word said twice is said once, but for what is meant") {
  auto const mend = [](std::string_view text) { return in_profile(wording::fluent, "stutters", text); };
  CHECK(mend("une maison maison rouge") == "une maison rouge");
  CHECK(mend("il mange une pomme il mange une pomme verte") == "il mange une pomme verte");
  for (std::string_view const text : {"très très bien", "nous nous levons", "non non", "Paris Paris"})
    CHECK(mend(text) == text);
}

TEST_CASE("profiles: strict leaves the wording alone") {
  clean_options options;
  options.how = wording::strict;
  options.skip = {"typography"};
  CHECK(run_rules("euh je je suis là", "fr", options).text == "euh je je suis là");
  options.how = wording::clean;
  CHECK(run_rules("euh je je suis là", "fr", options).text == "je suis là");
}
