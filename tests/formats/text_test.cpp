#include <mondegreen/mondegreen.hpp>

#include <mondegreen/impl/formats/formats.hpp>

#include "catch.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace mondegreen;

namespace {

/// Every word of the source stands in a block, and the map from each text to the source is right.
void check_nothing_lost(transcript const& text) {
  auto const all = text.from->text();
  std::vector<int> owners(all.size(), 0);
  auto const own = [&](span where) {
    REQUIRE(where.end() <= all.size());
    for (auto i = where.offset; i < where.end(); ++i) ++owners[i];
  };
  auto const maps_right = [&](passage const& each) {
    std::uint32_t at = 0;
    for (auto const& run : each.where.runs()) {
      REQUIRE(run.text.offset == at);
      at = run.text.end();
      REQUIRE(run.source.end() <= all.size());
      if (run.verbatim) REQUIRE(slice(each.text, run.text) == slice(all, run.source));
    }
    REQUIRE(at == each.text.size());
  };
  for (auto const& each : text.cues) {
    own(each.block);
    maps_right(each);
    REQUIRE(each.untouched());
    for (auto const& run : each.where.runs()) {
      REQUIRE(run.source.offset >= each.block.offset);
      REQUIRE(run.source.end() <= each.block.end());
    }
  }
  for (auto const& each : text.kept) {
    own(each.block);
    maps_right(each);
  }
  for (auto const& each : text.metadata) {
    for (auto const& run : each.where.runs()) own(run.source);
    maps_right(each);
  }
  REQUIRE(std::all_of(owners.begin(), owners.end(), [](int count) { return count == 1; }));
}

reading read(std::string text) {
  INFO(text);
  auto made = impl::formats::text.read(make_source(std::move(text)), {});
  check_nothing_lost(made.value);
  std::vector<diagnostic> told;
  REQUIRE(impl::formats::text.write(made.value, {}, told) == made.value.from->text());
  REQUIRE(told.empty());
  return made;
}

/// "start-end speaker|text" for each cue, times in seconds.
std::vector<std::string> cues(std::string text) {
  std::vector<std::string> lines;
  auto const made = read(std::move(text));
  auto const seconds = [](timestamp t) {
    auto const whole = std::to_string(t.ms / 1000);
    return t.ms % 1000 == 0 ? whole : whole + "." + std::to_string(t.ms % 1000 + 1000).substr(1);
  };
  for (auto const& each : made.value.cues) {
    std::string line = made.value.timed ? seconds(each.when.start) + "-" + seconds(each.when.end) + " " : "";
    line += std::string(made.value.speaker_name(each.speaker)) + "|" + each.text;
    lines.push_back(line);
  }
  return lines;
}

int count(reading const& made, code what) {
  return static_cast<int>(std::count_if(made.diagnostics.begin(), made.diagnostics.end(),
                                        [&](diagnostic const& each) { return each.what == what; }));
}

std::vector<std::string> kept(reading const& made, kept_kind kind) {
  std::vector<std::string> texts;
  for (auto const& each : made.value.kept)
    if (each.kind == kind) texts.push_back(each.text);
  return texts;
}

using list = std::vector<std::string>;

} // namespace

TEST_CASE("every way to write a clock at the head of a line gives the same cues") {
  list const expected{"12-15 |Bonjour à tous", "15-3723 |On commence", "3723-3724 |Oui"};
  for (auto const* text : {
           "00:12 Bonjour à tous\n00:15 On commence\n1:02:03 Oui\n",
           "00:12Bonjour à tous\n00:15On commence\n1:02:03Oui\n",
           "0:12 Bonjour à tous\n0:15 On commence\n1:02:03 Oui",
           "00:00:12 Bonjour à tous\r\n00:00:15 On commence\r\n01:02:03 Oui\r\n",
           "[00:00:12] Bonjour à tous\n[00:00:15] On commence\n[01:02:03] Oui\n",
           "(0:12) Bonjour à tous\n(0:15) On commence\n(1:02:03) Oui\n",
           "00:12 - Bonjour à tous\n00:15 - On commence\n1:02:03 - Oui\n",
           "00:12 \xE2\x80\x93 Bonjour à tous\n00:15 \xE2\x80\x93 On commence\n1:02:03 \xE2\x80\x93 Oui\n",
           "00:12\nBonjour à tous\n\n00:15\nOn commence\n\n1:02:03\nOui\n",
           "[00:00:12]\n\nBonjour à tous\n\n[00:00:15]\n\nOn commence\n\n[01:02:03]\n\nOui\n",
           "00:12 Bonjour à tous\r00:15 On commence\r1:02:03 Oui\r",
           "\n\n  00:12\tBonjour à tous  \n00:15\tOn commence\n1:02:03\tOui\n\n\n",
       }) {
    INFO(text);
    CHECK(cues(text) == expected);
  }
}

TEST_CASE("milliseconds with a dot or a comma") {
  CHECK(cues("00:12.340 Un\n00:15,5 Deux\n1:02:03,005 Trois\n") ==
        list{"12.340-15.500 |Un", "15.500-3723.005 |Deux", "3723.005-3724.005 |Trois"});
}

TEST_CASE("ranges bring their own ends") {
  CHECK(cues("0:12 - 0:15 Un\n0:20 - 0:25 Deux\n") == list{"12-15 |Un", "20-25 |Deux"});
  CHECK(cues("0:12 --> 0:15\nUn\n\n0:20 --> 0:25\nDeux\n") == list{"12-15 |Un", "20-25 |Deux"});
  auto const back = read("0:12 - 0:10 Un\n0:20 - 0:25 Deux\n");
  CHECK(back.value.cues[0].when.end.ms == 10'000);
  CHECK(count(back, code::time_backwards) == 1);
  // Where lines have one time, a second one is text.
  CHECK(cues("0:12 Un\n0:15 - 0:18 est un bon temps\n0:20 Trois\n")[1] == "15-20 |- 0:18 est un bon temps");
}

TEST_CASE("glued digits belong to the text") {
  CHECK(cues("00:31Il reste\n00:3326 minutes\n00:40Merci\n")[1] == "33-40 |26 minutes");
}

TEST_CASE("a dash is a separator where the document uses it as one, and else a turn") {
  CHECK(cues("00:01 Salut.\n00:02 - Merci.\n00:03 Bien.\n00:04 Et vous ?\n")[1] == "2-3 |- Merci.");
}

TEST_CASE("lines below a clock belong to it") {
  CHECK(cues("00:12 Bonjour\nà tous\n\net merci\n00:15 Oui\n") ==
        list{"12-15 |Bonjour\nà tous\net merci", "15-16 |Oui"});
  CHECK(cues("00:12 Bonjour\r\nà tous\r\n00:15 Oui\r\n") == list{"12-15 |Bonjour\nà tous", "15-16 |Oui"});
}

TEST_CASE("a time inside a sentence, or a time of day, is text") {
  CHECK(cues("00:45 Vers\n00:47 midi\nà 12:30 on mange\n00:49 ensemble\n")[1] == "47-49 |midi\nà 12:30 on mange");
  CHECK(cues("12:30 on mange") == list{"|12:30 on mange"});
  CHECK(cues("On part tôt.\n12:30 on mange.\nOn rentre tard.\nVoilà.\nBonne nuit.\n").size() == 5);
  CHECK(cues("00:45 Vers midi\n12:30 on mange\n00:49 ensemble\n00:52 voilà\n")[0] ==
        "45-49 |Vers midi\n12:30 on mange");
  CHECK(cues("[00:45] Vers midi\n12:30 on mange\n[00:49] ensemble\n[00:50] oui\n[00:51] bien\n").size() == 4);
  CHECK(cues("00:00:45 Vers midi\n12:30 on mange\n00:00:49 ensemble\n00:00:51 oui\n00:00:53 non\n").size() == 4);
}

TEST_CASE("impossible times are text and told") {
  auto const made = read("00:12 Un\n99:99 Deux\n00:15 Trois\n");
  CHECK(made.value.cues.size() == 2);
  CHECK(made.value.cues[0].text == "Un\n99:99 Deux");
  REQUIRE(count(made, code::time_range) == 1);
  CHECK(slice(made.value.from->text(), made.diagnostics[0].where) == "99:99");
  CHECK(count(read("99:99"), code::time_range) == 1);
  CHECK(count(read("[1:60:00] Un\n[0:00:10] Deux\n[0:00:15] Trois\n"), code::time_range) == 1);
  // Minutes above 59 are fine where hours are never written.
  CHECK(cues("59:50 Un\n75:10 Deux\n75:20 Trois\n")[1] == "4510-4520 |Deux");
  CHECK(count(read("0:59:50 Un\n1:00:10 Deux\n75:10 Trois\n1:00:20 Quatre\n"), code::time_range) == 1);
}

TEST_CASE("times that go back or repeat stay in file order") {
  auto const made = read("00:10 Un\n00:05 Deux\n00:05 Trois\n00:20 Quatre\n");
  REQUIRE(made.value.cues.size() == 4);
  CHECK(count(made, code::time_order) == 1);
  CHECK(count(made, code::time_repeated) == 1);
  for (auto const& each : made.value.cues) CHECK(each.when.end > each.when.start);
}

TEST_CASE("speakers at the head of a line") {
  CHECK(cues("Rémi  0:12\nVous venez d'où ?\n\nInès Marchand  0:15\nDe Brest.\n\nRémi  0:18\nAh.\n") ==
        list{"12-15 Rémi|Vous venez d'où ?", "15-18 Inès Marchand|De Brest.", "18-19 Rémi|Ah."});
  CHECK(cues("Rémi (00:12.500)\nOui ?\nInès (00:15.000)\nNon.\n") == list{"12.500-15 Rémi|Oui ?", "15-16 Inès|Non."});
  CHECK(cues("[00:00:12] Rémi: Oui ?\n[00:00:15] Inès: Non.\n[00:00:18] Rémi: Ah.\n") ==
        list{"12-15 Rémi|Oui ?", "15-18 Inès|Non.", "18-19 Rémi|Ah."});
  CHECK(cues("Marc 00:00:00 \xE2\x80\x93 00:00:13 : Bonjour\nInès 00:00:13 \xE2\x80\x93 00:00:15 : Oui\n") ==
        list{"0-13 Marc|Bonjour", "13-15 Inès|Oui"});
  CHECK(cues("Rémi : Vous venez d'où ?\nInès : De Brest.\nRémi : Ah.\nInès : Eh oui.\n") ==
        list{"Rémi|Vous venez d'où ?", "Inès|De Brest.", "Rémi|Ah.", "Inès|Eh oui."});
  CHECK(cues("**Rémi:** Oui ?\n\n**Inès:** Non.\n\nVraiment pas.\n\n**Rémi:** Ah.\n\n**Inès:** Eh.\n")[2] ==
        "Inès|Vraiment pas.");
  CHECK(
      cues("Rémi Le Goff:\n\nOui ?\n\nInès Marchand:\n\nNon.\n\nRémi Le Goff:\n\nAh.\n\nInès Marchand:\n\nVoilà.\n") ==
      list{"Rémi Le Goff|Oui ?", "Inès Marchand|Non.", "Rémi Le Goff|Ah.", "Inès Marchand|Voilà."});
  CHECK(cues("0:01 >> Bonjour.\n0:03 >>> Merci.\n") == list{"1-3 |Bonjour.", "3-4 |Merci."});
  CHECK(cues("00:01 Speaker 1: Oui\n00:03 et puis non\n00:05 Speaker 2: Ah\n") ==
        list{"1-3 Speaker 1|Oui", "3-5 |et puis non", "5-6 Speaker 2|Ah"});
}

TEST_CASE("a colon does not make a speaker") {
  for (auto const* text : {
           "00:01 Bonjour\n00:03 Objectif : rassembler tout le monde\n00:05 Merci\n",
           "Un texte.\n\nLa question est simple : que faire ?\n\nUn autre.\n",
           "Objectif : rassembler\n\nMoyens : aucun\n\nDélai : demain\n",
           "Note : un mot.\n\nEncore un texte.\n\nNote : un autre.\n\nFin du texte.\n\nEt voilà.\n\nNote : oui.\n",
           "12:30 : on mange",
       }) {
    INFO(text);
    CHECK(read(text).value.speakers.empty());
  }
  // A label never goes on where somebody else may be speaking.
  auto const made = read("Rémi : Oui.\n\nInès : Non.\n\nRémi : Ah.\n\nInès : Bon.\n\nPaul : Moi aussi.\n\nEt moi.\n");
  CHECK(made.value.cues[4].speaker == speaker_id::none);
  CHECK(made.value.cues[5].speaker == speaker_id::none);
}

TEST_CASE("the page around a transcript is told apart from it") {
  auto const made = read("\xE2\x80\xA2 il y a 3 jours\n"
                         "Dans cet entretien, Inès Marchand présente la coopérative et ses ateliers.\n\n"
                         "Catégorie\n\n\xF0\x9F\x97\x9E\nSociété\nTranscription\n"
                         "00:00 Bonjour Inès.\n00:04 Bonjour.\n\nRecommandations\n\n12:30\nUne autre vidéo\n");
  CHECK(made.value.cues.size() == 2);
  CHECK(made.value.cues[1].text == "Bonjour.");
  REQUIRE(made.value.find("description") != nullptr);
  CHECK(made.value.find("description")->text.substr(0, 8) == "Dans cet");
  REQUIRE(made.value.find("category") != nullptr);
  CHECK(made.value.find("category")->text == "Société");
  CHECK(made.value.find("title") == nullptr);
  CHECK(kept(made, kept_kind::chrome) == list{"\xE2\x80\xA2 il y a 3 jours", "Catégorie", "\xF0\x9F\x97\x9E",
                                              "Transcription", "Recommandations", "12:30", "Une autre vidéo"});
}

TEST_CASE("pages in the layouts of other years and sites") {
  auto const glued = read("Passer au playerPasser au contenu principal\n  \xE2\x80\xA2 il y a 2 semaines\n"
                          "Une émission sur le pain au levain.\nCatégorie\n\xF0\x9F\x97\x9E\nNewsTranscription\n"
                          "00:00Bonjour.\n00:04Au revoir.\n");
  CHECK(glued.value.cues.size() == 2);
  CHECK(kept(glued, kept_kind::chrome).size() == 5);
  auto const english = read("Le pain au levain\n- 19/06/2025\nCategory\nFood\nTranscript\n0:00 Bonjour.\n0:04 Oui.\n");
  CHECK(english.value.find("title")->text == "Le pain au levain");
  CHECK(english.value.find("date")->text == "- 19/06/2025");
  CHECK(english.value.find("category")->text == "Food");
  auto const matter = read("---\ntitle: Le pain\nnumber: 3\n---\n0:00 Bonjour.\n0:04 Oui.\n");
  CHECK(matter.value.find("title")->text == "Le pain");
  CHECK(kept(matter, kept_kind::header).size() == 4);
}

TEST_CASE("chapters above a transcript are no cues") {
  auto const made = read("Le pain au levain\nUne émission en deux parties.\n00:00 Introduction\n05:00 La pâte\n\n"
                         "Transcription\n00:00 Bonjour à tous\n00:04 et bienvenue\n00:08 chez nous\n");
  CHECK(made.value.cues.size() == 3);
  CHECK(count(made, code::time_order) == 0);
  CHECK(made.value.metadata.size() == 4);
}

TEST_CASE("words that head a page are speech inside a transcript") {
  CHECK(cues("00:00 Parlons des\n00:02 recommandations\n00:04\nTranscription\n00:06 Retour\n00:08 Merci\n").size() ==
        5);
  CHECK(cues("00:00 Voici les\nrecommandations\n00:04 du jour\n")[0] == "0-4 |Voici les\nrecommandations");
  CHECK(cues("00:00 Bonjour\n00:04 [musique]\n00:06 Oui\n")[1] == "4-6 |[musique]");
}

TEST_CASE("an interview without a clock") {
  auto const made =
      read("Entretien avec Inès Marchand, boulangère à Brest\n\n[ad_1]\n"
           "Comment est née la boulangerie ?\nPar hasard, il y a dix ans.\n"
           "Et les débuts ?\nDifficiles, comme partout.\nEt demain ?\nOn verra bien.\n\n[ad_2]\nSource link\n\n\n");
  CHECK_FALSE(made.value.timed);
  CHECK(count(made, code::transcript_no_clock) == 1);
  CHECK(made.value.cues.size() == 6);
  CHECK(made.value.find("title")->text == "Entretien avec Inès Marchand, boulangère à Brest");
  CHECK(kept(made, kept_kind::chrome) == list{"[ad_1]", "[ad_2]", "Source link"});
  for (std::size_t i = 0; i < 6; ++i)
    CHECK(made.value.speaker_name(made.value.cues[i].speaker) == (i % 2 == 0 ? "Question" : ""));
  auto const edges = read("Interviews\n\nUn premier paragraphe, assez long.\n\nUn second.\n\nretour\n");
  CHECK(kept(edges, kept_kind::chrome) == list{"Interviews", "retour"});
  CHECK(edges.value.cues.size() == 2);
}

TEST_CASE("rows of one width are paragraphs") {
  std::string const row = "Une ligne de prose qui fait à peu près soixante signes, sans point\n";
  auto const made = read(row + row + row + "La fin.\n\n" + row + row + "La fin.\n");
  REQUIRE(made.value.cues.size() == 2);
  CHECK(std::count(made.value.cues[0].text.begin(), made.value.cues[0].text.end(), '\n') == 3);
}

TEST_CASE("a clock without text is kept and told") {
  auto const made = read("00:12\n00:15 Oui\n00:18\n");
  CHECK(made.value.cues.size() == 1);
  CHECK(kept(made, kept_kind::unknown) == list{"00:12", "00:18"});
  CHECK(count(made, code::transcript_empty_cue) == 2);
}

TEST_CASE("input that is none") {
  for (auto const* text : {"", "\n\n", " \t\r\n", "\xC2\xA0\n"}) {
    auto const made = read(text);
    CHECK(made.value.cues.empty());
    CHECK(count(made, code::input_empty) == 1);
  }
  auto const chrome = read("Catégorie\nTranscription\n");
  CHECK(chrome.value.cues.empty());
  CHECK(count(chrome, code::transcript_only_chrome) == 1);
  CHECK(read(std::string("a\0b\n\0\n", 6)).value.cues.size() == 2);
  CHECK(read("\xFF\xFE\x80").value.cues.size() == 1);
}

TEST_CASE("a line of many megabytes is read in linear time") {
  std::string text = "00:12 ";
  text.append(std::size_t{1} << 24U, 'a');
  text += "\n00:15 Oui\n";
  auto const made = impl::formats::text.read(make_source(std::move(text)), {});
  CHECK(made.value.cues.size() == 2);
  CHECK(made.value.cues[0].text.size() == std::size_t{1} << 24U);
}

TEST_CASE("changed words are written into the page they come from") {
  auto made = read("Le pain\n\nTranscription\r\n[00:12] Rémi: Bonjour\r\nà tous\r\n[00:15] Inès: Oui\r\n").value;
  splice(made.cues[0], {0, 7}, "Bonsoir");
  std::vector<diagnostic> told;
  CHECK(impl::formats::text.write(made, {}, told) ==
        "Le pain\n\nTranscription\r\n[00:12] Rémi: Bonsoir\r\nà tous\r\n[00:15] Inès: Oui\r\n");
  made.cues[1].when.start = {20'000};
  made.cues.erase(made.cues.begin());
  CHECK(impl::formats::text.write(made, {}, told) == "Le pain\n\nTranscription\r\n[00:00:20] Inès: Oui\n");
}

TEST_CASE("what was taken out of the words is taken out of the page") {
  auto made = read("Le pain\n\n[00:12] Rémi: Euh, je je crois, oui\r\nque euh non\r\n[00:15] Inès: Oui\r\n").value;
  REQUIRE(made.cues.size() == 2);
  splice(made.cues[0], {0, 5}, "");    // at the beginning
  splice(made.cues[0], {0, 3}, "");    // beside it
  splice(made.cues[0], {8, 5}, "");    // at the end of a line
  splice(made.cues[0], {9, 7}, "Que"); // across it
  splice(made.cues[0], {12, 4}, "");   // at the very end
  std::vector<diagnostic> told;
  INFO(made.cues[0].text);
  CHECK(impl::formats::text.write(made, {}, told) ==
        "Le pain\n\n[00:12] Rémi: " + std::string(made.cues[0].text).replace(8, 1, "\r\n") +
            "\r\n[00:15] Inès: Oui\r\n");
}

TEST_CASE("a transcript made by hand is a line a cue") {
  transcript made;
  cue one;
  one.when = {{3'723'500}, {3'725'000}};
  one.text = "Oui";
  one.speaker = made.speaker("Inès");
  made.cues.push_back(one);
  std::vector<diagnostic> told;
  CHECK(impl::formats::text.write(made, {}, told) == "[01:02:03.500] Inès: Oui\n");
  CHECK(told.empty());
  made.timed = false; // but for this line, and among others its time would be theirs
  CHECK(impl::formats::text.write(made, {}, told) == "Inès: Oui\n");
  CHECK(told.size() == 1);
  told.clear();
  made.cues[0].when = {};
  CHECK(impl::formats::text.write(made, {}, told) == "Inès: Oui\n");
  CHECK(told.empty());
  made.cues[0].marks.push_back({{0, 3}, mark_kind::italic, ""});
  impl::formats::text.write(made, {}, told);
  CHECK(told.size() == 1);
}

TEST_CASE("what is written is read again as the same") {
  auto const first = read("Rémi  0:12\nVous venez d'où ?\n\nInès  0:15\nDe Brest.\n\nRémi  0:18\nAh.\n").value;
  transcript bare = first;
  bare.format.clear();
  std::vector<diagnostic> told;
  auto const again = read(impl::formats::text.write(bare, {}, told)).value;
  REQUIRE(again.cues.size() == first.cues.size());
  for (std::size_t i = 0; i < first.cues.size(); ++i) {
    CHECK(again.cues[i].text == first.cues[i].text);
    CHECK(again.cues[i].when == first.cues[i].when);
    CHECK(again.speaker_name(again.cues[i].speaker) == first.speaker_name(first.cues[i].speaker));
  }
}

TEST_CASE("documents put together at random lose nothing") {
  std::vector<std::string> const pieces{"00:12 ",
                                        "1:02:03 ",
                                        "[00:15] ",
                                        "(0:18)",
                                        "99:99 ",
                                        "0:12 - 0:15 ",
                                        "00:20",
                                        "Rémi: ",
                                        "Rémi  0:12",
                                        ">> ",
                                        "**",
                                        "Bonjour",
                                        "oui",
                                        " à 12:30 ",
                                        "Recommandations",
                                        "Transcription",
                                        "Catégorie",
                                        "[ad_1]",
                                        "\xE2\x80\xA2 hier",
                                        "---",
                                        "title: x",
                                        "\n",
                                        "\n",
                                        "\n",
                                        "\n\n",
                                        "\r\n",
                                        "\r",
                                        " ",
                                        "\t",
                                        "\xC2\xA0",
                                        "\xFF",
                                        std::string(1, '\0'),
                                        "?",
                                        ".",
                                        "\xF0\x9F\x97\x9E",
                                        "-->"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    auto const length = random() % 40;
    for (unsigned i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    read(text);
  }
}

TEST_CASE("detection knows a clock from prose") {
  auto const detect = [](char const* text) { return impl::formats::text.detect(*make_source(text)); };
  CHECK(detect("00:12 Bonjour\n00:15 Oui\n") > detect("Bonjour.\n\nOui.\n"));
  CHECK(detect("") <= 1);
}

TEST_CASE("times in front of some paragraphs are no words") {
  std::string const talk = "**Maud Kerrien:** Bonjour à tous et merci d'être venus ce soir.\n\n"
                           "**Paul Lestrade:** \\[01:05\\] Merci à vous, c'est un plaisir.\n\n"
                           "\\[02:10\\] Je voudrais dire ceci.\n\n"
                           "**Maud Kerrien:** Oui ?\n\n"
                           "**Paul Lestrade:** \\[1:03:20\\] Voilà.\n";
  auto const read = read_text(talk, {}, "talk.md");
  REQUIRE(read);
  auto const& text = read->value;
  CHECK_FALSE(text.timed);
  REQUIRE(text.cues.size() == 5);
  CHECK(text.cues[1].text == "Merci à vous, c'est un plaisir.");
  CHECK(text.cues[2].text == "Je voudrais dire ceci.");
  CHECK(text.speaker_name(text.cues[1].speaker) == "Paul Lestrade");
  std::vector<std::int64_t> starts;
  for (auto const& each : text.cues) starts.push_back(each.when.start.ms);
  CHECK(starts == std::vector<std::int64_t>{0, 65'000, 130'000, 0, 3'800'000});
  CHECK(write_text(text, "text")->bytes == talk);
  auto const srt = write_text(text, "srt");
  CHECK(srt->bytes.find("00:01:05,000 --> ") != std::string::npos);
  CHECK(srt->bytes.find("01:03:20,000 --> ") != std::string::npos);
}

TEST_CASE("two such times, or ones in no order, are words") {
  for (std::string const talk : {"Un.\n\n\\[01:05\\] Deux.\n\n\\[02:10\\] Trois.\n",
                                 "\\[03:05\\] Un.\n\n\\[02:10\\] Deux.\n\n\\[04:00\\] Trois.\n",
                                 "\\[03:05) Un.\n\n\\[04:99\\] Deux.\n\n\\[5\\] Trois.\n\n[06:10 Quatre.\n"}) {
    auto const read = read_text(talk, {}, "talk.md");
    for (auto const& each : read->value.cues) CHECK(each.when.start.ms == 0);
    std::string all;
    for (auto const& each : read->value.cues) all += each.text + "\n\n";
    CHECK((all.find("[01:05] Deux") != std::string::npos || all.find("[02:10] Deux") != std::string::npos ||
           all.find("[04:99] Deux") != std::string::npos));
  }
}

TEST_CASE("the backslashes of Markdown are none of the words, and stay in the page") {
  std::string const talk = "Un \\[rire\\] en C\\# et \\`ici\\`, oui.\nDit-il.\n\nDe \\d à C:\\temp \\\n";
  auto made = read_text(talk, {}, "talk.md")->value;
  REQUIRE(made.cues.size() == 3);
  CHECK(made.cues[0].text == "Un [rire] en C# et `ici`, oui.");
  CHECK(made.cues[2].text == "De \\d à C:\\temp \\");
  CHECK(write_text(made, "text")->bytes == talk);
  splice(made.cues[0], {3, 1}, "(");
  splice(made.cues[0], {26, 3}, "non");
  CHECK(write_text(made, "text")->bytes == "Un (rire\\] en C\\# et \\`ici\\`, non.\nDit-il.\n\nDe \\d à C:\\temp \\\n");

  auto again = read_text(talk, {}, "talk.md")->value;
  editor edits(again);
  edits.begin("sounds");
  edits.replace({place::part::cue, 0}, {3, 7}, "");
  edits.replace({place::part::cue, 0}, {7, 1}, "sharp");
  auto const ledger = edits.finish();
  auto const replayed = read_text(replay(ledger, *again.from), {}, "talk.md")->value;
  CHECK(again.cues[0].text == "Un en Csharp et `ici`, oui.");
  CHECK(replayed.cues[0].text == again.cues[0].text);
}

TEST_CASE("outside of Markdown a backslash is a word's own") {
  std::string const talk = "Et il fait ¯\\_(ツ)_/¯, dans C:\\_notes\\[1\\].\n";
  auto const text = read(talk).value;
  REQUIRE(text.cues.size() == 1);
  CHECK(text.cues[0].text + "\n" == talk);
}

TEST_CASE("speakers stand in the order in which they speak, whatever kind of label they have") {
  std::string talk;
  for (std::string const each : {"Bonjour.", "Encore une fois.", "Ah bon.", "Merci."})
    talk += "Speaker 1\n" + each + "\n\nZoé Martel : " + each + "\n\n";
  CHECK(read(talk).value.speakers == std::vector<std::string>{"Speaker 1", "Zoé Martel"});
}
