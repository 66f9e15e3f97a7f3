#include "rewritten.hpp"

#include <mondegreen/impl/rules/dialogue.hpp>

using namespace mondegreen;
using tests::run_rules;

namespace {

/// The lines of one cue after a rule.
std::string one_cue(std::string_view rule, std::string_view lines) {
  auto talk = read_text("1\n00:00:01,000 --> 00:00:03,000\n" + std::string(lines) + "\n", {.format = "srt"})->value;
  clean_options options;
  options.language = "fr";
  options.only = {std::string(rule)};
  return run_rules(talk, options).text;
}

} // namespace

TEST_CASE("a line of dialogue that was a filler goes with its dash") {
  CHECK(one_cue("fillers", "- Tu viens ce soir.\n- Euh.") == "Tu viens ce soir.");
  CHECK(one_cue("fillers", "- Euh...\n- Tu viens ?") == "Tu viens ?");
  CHECK(one_cue("fillers", "– Euh, euh.\n– Euh, oui.") == "Oui.");
  CHECK(one_cue("fillers", "- Oui.\n- Euh.\n- Non.") == "- Oui.\n- Non.");
  CHECK(one_cue("fillers", "- Euh, oui.\n- Euh, non.") == "- Oui.\n- Non.");
  CHECK(one_cue("fillers", "- Sûr ?\n- Mhm.") == "- Sûr ?\n- Mhm.");
  CHECK(one_cue("fillers", "- Euh, je pars seul.") == "- Je pars seul.");
  CHECK(one_cue("fillers", "- Euh.\n- Hum.").empty());
}

TEST_CASE("a line of dialogue that was a sound goes with its dash") {
  CHECK(one_cue("sounds", "- Sûr ?\n- [rires]") == "Sûr ?");
  CHECK(one_cue("sounds", "- (il tousse)\n- Oui.") == "Oui.");
  CHECK(one_cue("sounds", "-[rires]\n-Oui.\n-Non.") == "-Oui.\n-Non.");
  CHECK(one_cue("sounds", "- Oui. [rires]\n- Non.") == "- Oui.\n- Non.");
  CHECK(one_cue("sounds", "il vient -\n[rires]") == "il vient -");
}
