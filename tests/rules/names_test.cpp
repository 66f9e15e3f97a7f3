#include <mondegreen/impl/rules/rules.hpp>

#include "catch.hpp"

using namespace mondegreen;

namespace {

std::string run(names const* known, std::string text, std::string_view page = {}) {
  transcript talk;
  talk.cues.emplace_back();
  talk.cues[0].text = std::move(text);
  editor edits(talk);
  edits.begin("names");
  impl::rules::names.apply(edits, {*find_language("fr"), known, page}, nullptr);
  edits.finish();
  return talk.cues[0].text;
}

} // namespace

TEST_CASE("the rule repairs with the names of its context") {
  names const known(std::vector<name>{{.form = "Scaleway"}});
  CHECK(run(&known, "Chez Skaleway.") == "Chez Scaleway.");
  CHECK(run(&known, "Chez nous.") == "Chez nous.");
}

TEST_CASE("without names it does nothing") { CHECK(run(nullptr, "Chez Skaleway.") == "Chez Skaleway."); }
