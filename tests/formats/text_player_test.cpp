// What players and meeting software put among the lines.
#include "catch.hpp"

#include <mondegreen/format.hpp>

#include <mondegreen/impl/formats/text_player.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace mondegreen;

namespace {

transcript read(std::string const& text) {
  auto made = read_text(text, {.format = "text"});
  REQUIRE(made);
  return std::move(made->value);
}

std::vector<std::string> texts(transcript const& in) {
  std::vector<std::string> all;
  for (auto const& each : in.cues) all.push_back(each.text);
  return all;
}

using list = std::vector<std::string>;

} // namespace

TEST_CASE("a time in words is known in any language") {
  CHECK(impl::says_time("4 seconds", {4000}));
  CHECK(impl::says_time("1 minute, 2 seconds", {62'000}));
  CHECK(impl::says_time("1 heure, 2 minutes et 3 secondes", {3'723'000}));
  CHECK(impl::says_time("0 Sekunden", {0}));
  CHECK_FALSE(impl::says_time("4 seconds", {5000}));
  CHECK_FALSE(impl::says_time("4 chats noirs dorment", {4000}));
  CHECK_FALSE(impl::says_time("4", {4000}));
  CHECK_FALSE(impl::says_time("4 %", {4000}));
  CHECK_FALSE(impl::says_time("", {0}));
}

TEST_CASE("YouTube's panel: times in words are not text, credits and the search field are the page's") {
  auto const made =
      read("Transcript\nSearch in video\n0:00\n0 seconds\nhello and welcome\n0:04\n4 seconds\nwe leave the station\n"
           "1:02\n1 minute, 2 seconds\nthere we are\nEnglish (auto-generated)\n");
  CHECK(texts(made) == list{"hello and welcome", "we leave the station", "there we are"});
  CHECK(made.metadata.empty());
  CHECK(std::count_if(made.kept.begin(), made.kept.end(),
                      [](kept_block const& each) { return each.kind == kept_kind::chrome; }) == 3);
  CHECK(texts(read("0:02\n2 chats dorment\n0:05\nles autres aussi\n")) == list{"2 chats dorment", "les autres aussi"});
}

TEST_CASE("chapters among the cues are metadata") {
  auto const made =
      read("0:00\non part\n0:04\nde la gare\nChapitre 2 : Le canal\n0:10\non longe le canal\n0:15\njusqu'au pont\n");
  CHECK(texts(made) == list{"on part", "de la gare", "on longe le canal", "jusqu'au pont"});
  REQUIRE(made.find("chapter") != nullptr);
  CHECK(made.find("chapter")->text == "Chapitre 2 : Le canal");
  CHECK_FALSE(impl::is_chapter("Chapitre suivant"));
}

TEST_CASE("a chat names its senders") {
  auto const made = read("10:02:33\t From  Léa Morvan : Bonjour\n10:02:40\t From  Inès to Everyone:\n\tBonjour Léa\n"
                         "10:03:01\t From  Inès : On commence ?\n");
  CHECK(made.speakers == list{"Léa Morvan", "Inès"});
  CHECK(texts(made) == list{"Bonjour", "Bonjour Léa", "On commence ?"});
  CHECK(texts(read("0:01 From here on it rains\n0:05 From time to time: sun\n0:09 Bye\n")).at(0) ==
        "From here on it rains");
}

TEST_CASE("who made a transcript is no speech") {
  auto const made = read("Léa  0:03\nBonjour.\n\nInès  0:10\nBonjour.\n\nTranscribed by https://example.com\n");
  CHECK(texts(made) == list{"Bonjour.", "Bonjour."});
  CHECK(texts(read("0:03 Bonjour.\n0:05 This was transcribed by hand.\n")).at(1) == "This was transcribed by hand.");
}

TEST_CASE("a category on one line with its label is metadata") {
  auto const made =
      read("Le phare\n- 19/06/2025\nCatégorie : Nature\nTranscription\n00:00Bonjour\n00:04et bienvenue\n");
  REQUIRE(made.find("category") != nullptr);
  CHECK(made.find("category")->text == "Nature");
  CHECK(made.find("description") == nullptr);
}

TEST_CASE("the list of a show's notes has a clock") {
  std::string notes = "Show notes\n\n";
  for (int i = 0; i < 40; ++i) notes += "* [link](https://example.com/" + std::to_string(i) + ")\n";
  auto const made = read(notes + "\n2:18 - What do you do?\n9:37 - A refresher\n13:54 - Themes\n34:07 - Questions\n");
  CHECK(made.timed);
  CHECK(made.cues.size() == 4);
}

TEST_CASE("labels of one speaker are one, shown as people would read it") {
  auto const made = read("M. PETIT : Bonjour à tous.\n\nJean Petit : Merci d'être là.\n\nMme LE GOFF : "
                         "Bonjour.\n\nPetit : On commence ?\n\n"
                         "Mme Le Goff : Oui.\n\nPETIT : Bien.\n\nJean Petit : Alors.\n");
  CHECK(made.speakers == list{"Jean Petit", "Mme Le Goff"});
  for (std::size_t const i : {0U, 1U, 3U, 5U, 6U}) CHECK(made.cues.at(i).speaker == speaker_id{0});
  auto const numbers =
      read("SPEAKER_01: Bonjour.\n\nSpeaker 2: Oui.\n\nspeaker_01: Bien.\n\nSpeaker 2: Non.\n\nSPEAKER_01: Ah.\n");
  CHECK(numbers.speakers.size() <= 3);
  auto const brothers = read("Jean Petit : Bonjour.\n\nPaul Petit : Bonjour.\n\nPetit : Oui.\n\nJean Petit : "
                             "Non.\n\nPaul Petit : Si.\n\nPetit : Ah.\n");
  CHECK(brothers.speakers.size() == 3);
}

TEST_CASE("numbered speakers on lines of their own") {
  auto const made =
      read("- Speaker #0\n\nBonjour à tous.\n\n- Speaker #1\n\nBonjour.\n\nEt merci.\n\n- Speaker #0\n\nOn part.\n");
  CHECK(made.speakers == list{"Speaker #0", "Speaker #1"});
  CHECK(texts(made) == list{"Bonjour à tous.", "Bonjour.", "Et merci.", "On part."});
  CHECK(made.cues.at(2).speaker == speaker_id{1});
}
