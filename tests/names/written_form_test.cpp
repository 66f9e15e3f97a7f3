#include "catch.hpp"

#include <mondegreen/names.hpp>

#include <string>
#include <string_view>

using namespace mondegreen;

namespace {

std::string english(std::string_view form, std::string_view text) {
  return names::parse(make_source(std::string(form) + "\n", "names.txt")).repair(text, {.language = "en"}).text;
}

} // namespace

TEST_CASE("whoever lists a spelling wants it") {
  CHECK(english("OpenAI", "They work at Openai now.") == "They work at OpenAI now.");
  CHECK(english("Zorbatec", "We met zorbatec last week.") == "We met Zorbatec last week.");
  CHECK(english("HelloSpot", "We met Hello Spot last week.") == "We met HelloSpot last week.");
}

TEST_CASE("what a writer may choose to write otherwise is left alone") {
  for (std::string_view const each : {"It comes from JP Morgan today.", "It comes from JPMorgan today."})
    for (auto const* form : {"JPMorgan", "JP Morgan", "J.P. Morgan"}) CHECK(english(form, each) == each);
  CHECK(english("FROST", "We talked to Frost about it.") == "We talked to Frost about it.");
  CHECK(english("Bech32", "We send to bech32 addresses.") == "We send to bech32 addresses.");
  CHECK(english("Andreas", "That is Andrea's report.") == "That is Andrea's report.");
}
