#include <mondegreen/impl/layout/laying_out.hpp>

#include "catch.hpp"

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

cue of(char const* text) {
  cue made;
  made.text = text;
  return made;
}

} // namespace

TEST_CASE("what is left as it is: dialogues of two, songs, nothing") {
  CHECK(stands_alone(of("- Oui.\n- Non.")));
  CHECK(stands_alone(of("-Oui.\n-Non.")));
  CHECK(stands_alone(of("♪ La la ♪")));
  CHECK(stands_alone(of("")));
  CHECK(stands_alone(of(" \n ")));
  CHECK_FALSE(stands_alone(of("Oui.")));
  CHECK_FALSE(stands_alone(of("dix-huit\nans")));
}

TEST_CASE("the language: asked for, said, heard") {
  transcript text;
  text.cues.push_back(of("Je ne sais pas ce que vous voulez dire, mais nous avons tout le temps."));
  CHECK(spoken_language(text, "en").code == "en");
  CHECK(spoken_language(text, "").code == "fr");
  text.language = "de";
  CHECK(spoken_language(text, "").code == "de");
  CHECK(spoken_language(text, "xx").code.empty());
}
