#include "catch.hpp"

#include <mondegreen/format.hpp>

#include <mondegreen/impl/formats/inline_times.hpp>

#include <string>

using namespace mondegreen;

namespace {

cue first_of(std::string const& body) {
  auto made = read_text("WEBVTT\n\n00:01.000 --> 00:05.000\n" + body + "\n", {.format = "webvtt"});
  REQUIRE(made);
  return made->value.cues.at(0);
}

std::string words(cue const& in) {
  std::string all;
  for (auto const& each : in.words)
    all += std::string(slice(in.text, each.where)) + "@" + std::to_string(each.when.start.ms) + "-" +
           std::to_string(each.when.end.ms) + " ";
  return all;
}

} // namespace

TEST_CASE("times inside of a cue part it into words") {
  CHECK(words(first_of("on<00:00:02.000><c> part</c><00:00:03.500> tôt")) ==
        "on@1000-2000 part@2000-3500 tôt@3500-5000 ");
  CHECK(words(first_of("de la veille\non<00:02.000> part")) == "on@1000-2000 part@2000-5000 ");
  CHECK(words(first_of("on part")).empty());
}

TEST_CASE("times that go back or lie outside part nothing") {
  CHECK(words(first_of("un<00:03.000> deux<00:02.000> trois<00:09.000> quatre")) ==
        "un@1000-3000 deux trois quatre@3000-5000 ");
  CHECK(words(first_of("un<00:00.000> deux")).empty());
  CHECK(words(first_of("<00:02.000><00:03.000>")).empty());
}

TEST_CASE("a time is read whole or not at all") {
  CHECK(impl::read_inline_time("00:01.500") == 1500);
  CHECK(impl::read_inline_time("01:00:01.500") == 3'601'500);
  CHECK_FALSE(impl::read_inline_time("99999:00:01.500"));
  CHECK_FALSE(impl::read_inline_time("1:2:3:4.5"));
}

TEST_CASE("what the source has is no loss when it is written back") {
  auto read = read_text("WEBVTT\n\n00:01.000 --> 00:05.000\nun<00:02.000> deux\n");
  REQUIRE(read);
  read->value.cues[0].when.end.ms = 6000;
  auto const written = write_text(read->value, "webvtt");
  REQUIRE(written);
  CHECK(written->diagnostics.empty());
  CHECK(written->bytes.find("un<00:02.000> deux") != std::string::npos);
}
