#include <mondegreen/transcript.hpp>

#include "catch.hpp"

using namespace mondegreen;

TEST_CASE("a speaker has one id however often it speaks") {
  transcript talk;
  auto const ada = talk.speaker("Ada");
  auto const bob = talk.speaker("Bob");
  CHECK(talk.speaker("Ada") == ada);
  CHECK(ada != bob);
  CHECK(talk.speaker_name(bob) == "Bob");
  CHECK(talk.speaker_name(speaker_id::none).empty());
  CHECK(talk.speaker_name(static_cast<speaker_id>(99)).empty());
}

TEST_CASE("metadata is found by its key, the first of it") {
  transcript talk;
  CHECK(talk.find("title") == nullptr);
  talk.metadata.push_back({{.text = "Un entretien"}, "title"});
  talk.metadata.push_back({{.text = "Un autre"}, "title"});
  REQUIRE(talk.find("title") != nullptr);
  CHECK(talk.find("title")->text == "Un entretien");
}
