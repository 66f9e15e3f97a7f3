// Words of your own are ordinary words: in a language of which Mondegreen has no list, names in lower case are repaired only where
// something tells which words are none. Here a list does; spelling::load takes Hunspell's dictionaries.
#include <mondegreen/names.hpp>
#include <mondegreen/spelling.hpp>

#include <iostream>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

int main() {
  using words = std::set<std::string, std::less<>>;
  auto const portuguese = std::make_shared<words const>(
      words{"a", "as", "com", "de", "disse", "ele", "equipa", "falou", "mesmo", "o", "ontem", "que", "servidores"});
  mondegreen::spelling const known(
      [](std::string_view word, std::string_view language, void const* own) -> std::optional<bool> {
        if (!language.starts_with("pt")) return std::nullopt; // says nothing of other languages
        return static_cast<words const*>(own)->contains(word);
      },
      portuguese);
  mondegreen::names const names(std::vector<mondegreen::name>{{.form = "Mark Zuckerberg"}, {.form = "Scaleway"}});
  std::string const text = "ontem falou zuquerberg com a equipa de skaleway";

  std::cout << names.repair(text, {.language = "pt"}).text << '\n';
  auto const repaired = names.repair(text, {.language = "pt", .spelling = known});
  std::cout << repaired.text << '\n';
  for (auto const& each : repaired.edits) std::cout << each.before << " > " << each.after << '\n';
}
