#include <mondegreen/mondegreen.hpp>

#include <mondegreen/impl/formats/formats.hpp>
#include <mondegreen/impl/rules/rules.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

using namespace mondegreen;

namespace {

struct outcome {
  transcript text;
  ledger edits;
  std::string written;
};

outcome run(std::string text, apply_policy policy = apply_policy::sure) {
  outcome made{impl::formats::text.read(make_source(std::move(text)), {}).value, {}, {}};
  editor edits(made.text, policy);
  edits.begin("chrome");
  impl::rules::chrome.apply(edits, {no_language()}, nullptr);
  made.edits = edits.finish();
  std::vector<diagnostic> told;
  made.written = impl::formats::text.write(made.text, {}, told);
  return made;
}

std::vector<std::string> removed(outcome const& made) {
  std::vector<std::string> lines;
  for (auto const& each : made.edits) {
    CHECK(each.rule == "chrome");
    CHECK(each.after.empty());
    CHECK_FALSE(each.cue.has_value());
    CHECK(each.evidence.size() == 1);
    lines.push_back(each.before);
  }
  return lines;
}

using list = std::vector<std::string>;

} // namespace

TEST_CASE("the page around the transcript goes, line by line") {
  auto const made =
      run("\xE2\x80\xA2 il y a 3 jours\nUn entretien sur le pain, en trois parties.\n\nCatégorie\n\nCuisine\n"
          "Transcription\n00:00 Bonjour.\n00:04 Oui.\n\nRecommandations\nUne autre vidéo\n");
  CHECK(removed(made) ==
        list{"\xE2\x80\xA2 il y a 3 jours", "Catégorie", "Transcription", "Recommandations", "Une autre vidéo"});
  CHECK(made.edits[3].at == position{11, 1});
  CHECK(made.text.find("description") != nullptr);
  CHECK(made.text.cues.size() == 2);
  CHECK(made.written.find("Transcription") == std::string::npos);
  CHECK(made.written.find("Un entretien") != std::string::npos);
  // What is left has nothing more to take out.
  CHECK(run(made.written).edits.empty());
}

TEST_CASE("a transcript without a page stays as it is") {
  for (auto const* text : {
           "00:00 Bonjour.\n00:04 Retour à la maison.\n00:06 Merci.\n",
           "00:00 Parlons des\n00:02 recommandations\n00:04 Transcription\n00:06 Oui\n",
           "00:00 [musique]\n00:02 [rires]\n00:04 Oui\n",
           "Un paragraphe.\n\nHier, on est partis.\n\nUn autre.\n",
           "Il y a urgence.\n\nUn paragraphe.\n",
           "Il y a dix ans\n\nUn paragraphe.\n\nUn autre.\n\nEncore un.\n",
       }) {
    INFO(text);
    auto const made = run(text);
    CHECK(made.edits.empty());
    CHECK(made.written == text);
  }
}

TEST_CASE("nothing is applied when the user wants suggestions") {
  auto const made = run("Interviews\n\nUn paragraphe.\n\nUn autre.\n\nretour\n", apply_policy::none);
  REQUIRE(made.edits.size() == 2);
  CHECK(made.edits[0].status == edit_status::suggested);
  CHECK(made.written == "Interviews\n\nUn paragraphe.\n\nUn autre.\n\nretour\n");
}
