// Repair names in plain text, without files and without times.
#include <mondegreen/mondegreen.hpp>

#include <cstdio>

int main() {
  mondegreen::names const known({
      {.form = "Framasoft"},
      {.form = "Ada Lovelace", .type = "person"},
      {.form = "Inria", .heard_as = {"In Ria"}},
  });

  auto const text = "Le prix Ada Lovelasse de l'In Ria va cette année à Framassoft.";
  auto const result = known.repair(text, {.language = "fr"});
  std::printf("%s\n", result.text.c_str());
  for (auto const& edit : result.edits) {
    std::printf("  %s -> %s, because:\n", edit.before.c_str(), edit.after.c_str());
    for (auto const& reason : edit.evidence) std::printf("    %s\n", reason.c_str());
  }
}
