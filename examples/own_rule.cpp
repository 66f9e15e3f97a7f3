// A cleaning rule of your own: "[rires]" goes, and the ledger says so.
#include <mondegreen/mondegreen.hpp>

#include <cstdint>
#include <cstdio>
#include <string_view>

using namespace mondegreen;

// A rule sees the text through the editor and changes it through the editor: that is what keeps the ledger complete.
void drop_laughter(editor& text, rule_context const&, void*) {
  constexpr std::string_view laughter = "[rires] ";
  for (std::uint32_t i = 0; i < text.text().cues.size(); ++i) {
    place const here{place::part::cue, i};
    for (auto at = text.at(here).text.find(laughter); at != std::string::npos; at = text.at(here).text.find(laughter))
      text.replace(here, {static_cast<std::uint32_t>(at), laughter.size()}, "", {.evidence = {"a sound, no speech"}});
  }
}

int main() {
  auto talk = read_text("00:00 [rires] Vous plaisantez ?\n00:04 Pas du tout. [rires] Enfin, si.\n");
  if (!talk) return 1;

  rule const laughter{.id = "laughter", .summary = "removes [rires]", .apply = drop_laughter};
  for (auto const& edit : clean(talk->value, {.own_rules = {&laughter, 1}}))
    std::printf("%s\n", to_json(edit, "rires.txt").c_str());
  for (auto const& cue : talk->value.cues) std::printf("%s  %s\n", to_string(cue.when.start).c_str(), cue.text.c_str());
}
