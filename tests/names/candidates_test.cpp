#include "catch.hpp"

#include <mondegreen/impl/names/candidates.hpp>

#include <algorithm>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

/// The windows of the text that may be one of the names, as "words=name/how".
std::vector<std::string> found(std::string_view text, std::vector<name> list) {
  std::vector<name_home> const homes(list.size());
  name_index const index(list, homes, "fr");
  document const whole({{text, {}}}, index);
  std::vector<std::string> out;
  for (auto const& each : find_candidates(whole, true)) {
    auto const& first = whole.tokens()[each.where.first].where;
    auto const& last = whole.tokens()[each.where.end() - 1].where;
    auto const how = each.how == match::listed ? "listed" : each.how == match::letters ? "letters" : "sound";
    out.push_back(std::string(text.substr(first.offset, last.end() - first.offset)) + "=" +
                  index.entry(each.entry).write + "/" + how);
  }
  return out;
}

bool has(std::vector<std::string> const& all, std::string const& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

TEST_CASE("candidates by letters, listing and sound") {
  CHECK(has(found("Il porte des Rayban noires", {{.form = "Ray-Ban"}}), "Rayban=Ray-Ban/letters"));
  CHECK(has(found("On parle de Calaway ici", {{.form = "Scaleway", .heard_as = {"Calaway"}}}),
            "Calaway=Scaleway/listed"));
  CHECK(has(found("On parle de Kaleway ici", {{.form = "Scaleway"}}), "Kaleway=Scaleway/sound"));
  CHECK(has(found("le patron de l'Inagora", {{.form = "Linagora"}}), "l'Inagora=Linagora/letters"));
  CHECK(has(found("notre invit\u00E9 Martin Signon", {{.form = "Martin Signoux", .type = "person"}}),
            "Martin Signon=Martin Signoux/sound"));
}

TEST_CASE("what is right is no candidate, nor is a window that cuts it") {
  CHECK(found("Scaleway et Kyutai", {{.form = "Scaleway"}}).empty());
  CHECK(found("avec Hugging Face et nous", {{.form = "Hugging Face"}}).empty());
  CHECK(found("chez Station F demain", {{.form = "Station F"}, {.form = "Stations"}}).empty());
}

TEST_CASE("ordinary words in lower case are no misheard proper name") {
  CHECK(found("il faut faire avec le fer", {{.form = "FAIR"}}).empty());
  CHECK(found("plus de gens l\u00E0-bas", {{.form = "Pleias"}}).empty());
}

TEST_CASE("a name with an article stands contracted in a sentence") {
  CHECK_FALSE(has(found("un cours du Wagon \u00E0 Lyon", {{.form = "Le Wagon"}}), "du Wagon=Le Wagon/sound"));
}

TEST_CASE("digits are heard as they are") {
  CHECK(has(found("le mod\u00E8le Lama 2 est sorti", {{.form = "Llama 2"}}), "Lama 2=Llama 2/sound"));
  CHECK_FALSE(has(found("le mod\u00E8le Lama 3 est sorti", {{.form = "Llama 2"}}), "Lama 3=Llama 2/sound"));
}

TEST_CASE("addresses are left alone") {
  CHECK(found("sur kaleway.com ou info@kaleway.com", {{.form = "Scaleway", .heard_as = {"kaleway"}}}).empty());
}

TEST_CASE("no window runs over punctuation") { CHECK(found("Hugging. Phace", {{.form = "Hugging Face"}}).empty()); }

TEST_CASE("a part of a hyphenated word is no word") { CHECK(found("Saint-Kaleway", {{.form = "Scaleway"}}).empty()); }

TEST_CASE("a first name or a surname that is right gives the rest away") {
  std::vector<name> const list{{.form = "Ma\u00EBlle Kerguelen", .type = "person"}};
  CHECK(has(found("merci Ma\u00EBlle Carguelin, bonsoir", list), "Ma\u00EBlle Carguelin=Ma\u00EBlle Kerguelen/sound"));
  CHECK(has(found("merci Anel Kerguelen, bonsoir", list), "Anel Kerguelen=Ma\u00EBlle Kerguelen/sound"));
  CHECK_FALSE(has(found("merci Ma\u00EBlle Dupont, bonsoir", list), "Ma\u00EBlle Dupont=Ma\u00EBlle Kerguelen/sound"));
}

TEST_CASE("so does one that is heard, or in the list by itself, or somebody else's") {
  std::vector<name> const list{{.form = "Ma\u00EBlle"},
                               {.form = "Ma\u00EBlle Kerguelen", .type = "person"},
                               {.form = "Ma\u00EBl Guivarc", .type = "person"}};
  CHECK(has(found("merci Ma\u00EBlle Carguelin, bonsoir", list), "Ma\u00EBlle Carguelin=Ma\u00EBlle Kerguelen/sound"));
  CHECK(has(found("merci Mahelle Carguelin, bonsoir", list), "Mahelle Carguelin=Ma\u00EBlle Kerguelen/sound"));
  CHECK(has(found("merci Ma\u00EBl Kerguelen, bonsoir", list), "Ma\u00EBl Kerguelen=Ma\u00EBlle Kerguelen/sound"));
}

TEST_CASE("a contraction is not cut") {
  CHECK_FALSE(has(found("Kerguel'n'est pas", {{.form = "Kerguelen"}}), "Kerguel=Kerguelen/sound"));
}
