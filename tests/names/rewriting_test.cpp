#include "catch.hpp"

#include <mondegreen/impl/names/rewriting.hpp>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

/// What writing `form` over all words of the passages from `first` on changes: "passage:before>after" for each part.
std::string changes(std::vector<std::string_view> passages, std::string form, std::uint32_t first = 0,
                    std::uint32_t count = 0) {
  std::vector<name> const list{{.form = std::move(form)}};
  std::vector<name_home> const homes(1);
  name_index const index(list, homes, "fr");
  std::vector<document_part> parts;
  for (auto const& each : passages) parts.push_back({each, {}, !parts.empty()});
  document const text(parts, index);
  if (count == 0) count = static_cast<std::uint32_t>(text.tokens().size()) - first;
  std::string out;
  for (auto const& each : rewrite(text, {first, count}, index.entry(0)).parts)
    out += std::to_string(each.passage) + ":" + std::string(slice(passages[each.passage], each.where)) + ">" +
           each.with + ";";
  return out;
}

} // namespace

TEST_CASE("only what differs is rewritten") {
  CHECK(changes({"Martin Signou"}, "Martin Signoux") == "0:Signou>Signoux;");
  CHECK(changes({"Open LLM France"}, "OpenLLM France") == "0:Open LLM>OpenLLM;");
  CHECK(changes({"IA Action Summit"}, "AI Action Summit") == "0:IA>AI;");
  CHECK(changes({"Ray Ban"}, "Ray-Ban") == "0:Ray Ban>Ray-Ban;");
  CHECK(changes({"Rayban"}, "Ray-Ban") == "0:Rayban>Ray-Ban;");
  CHECK(changes({"l'Inagora"}, "Linagora") == "0:l'Inagora>Linagora;");
  CHECK(changes({"Linagora"}, "Linagora").empty());
  CHECK(changes({"Station\u00A0F"}, "Station F").empty());
}

TEST_CASE("a name across passages stays across them") {
  CHECK(changes({"AI", "Startup Programme"}, "AI Startup Program") == "1:Programme>Program;");
  CHECK(changes({"Plougastelle", "daoulasse"}, "Plougastel-Daoulas") ==
        "0:Plougastelle>Plougastel;1:daoulasse>Daoulas;");
  CHECK(changes({"Stanislas Gue", "rini parle"}, "Stanislas Guerini", 0, 3) == "0:Gue>Guerini;1:rini >;");
}

TEST_CASE("line ends inside a passage stay too") {
  CHECK(changes({"Stable\ndiffusionne"}, "Stable Diffusion") == "0:diffusionne>Diffusion;");
}

TEST_CASE("a phrase that opens a sentence keeps its capital") {
  CHECK(changes({"Faille de route"}, "feuille de route") == "0:Faille>Feuille;");
  CHECK(changes({"la faille de route"}, "feuille de route", 1) == "0:faille>feuille;");
}

TEST_CASE("apostrophes are the text's own") {
  CHECK(changes({"secretaire d'Etat"}, "secr\u00E9taire d'\u00C9tat") ==
        "0:secretaire d'Etat>secr\u00E9taire d'\u00C9tat;");
  CHECK(changes({"secretaire d'Etat", "aujourd\u2019hui"}, "secr\u00E9taire d'\u00C9tat", 0, 3) ==
        "0:secretaire d'Etat>secr\u00E9taire d\u2019\u00C9tat;");
  CHECK(changes({"les gens d'Opsi", "aujourd\u2019hui"}, "OPSCI", 3, 1) == "0:d'Opsi>d\u2019OPSCI;");
  CHECK(changes({"les gens d'Opsi"}, "OPSCI", 3, 1) == "0:Opsi>OPSCI;");
}
