#include "catch.hpp"
#include "names/long_list.hpp"

#include <mondegreen/impl/names/comes_to_nothing.hpp>
#include <mondegreen/impl/names/decision.hpp>
#include <mondegreen/impl/names/heard_before.hpp>
#include <mondegreen/impl/names/last_round.hpp>
#include <mondegreen/impl/names/scoring.hpp>

#include <algorithm>
#include <string>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

bool same(std::vector<candidate> const& a, std::vector<candidate> const& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](candidate const& x, candidate const& y) {
    return x.where == y.where && x.entry == y.entry && x.how == y.how && x.by == y.by && x.part == y.part &&
           x.part_heard == y.part_heard && x.distance == y.distance;
  });
}

} // namespace

TEST_CASE("property: a later round finds what a first one would find") {
  std::vector<name> const list{{.form = "Martin Signoux", .type = "person"},
                               {.form = "Yann LeCun", .type = "person"},
                               {.form = "Scaleway", .context = {"nuage"}},
                               {.form = "France 24"},
                               {.form = "feuille de route"}};
  std::vector<name_home> const homes(list.size());
  name_index const index(list, homes, "fr");
  std::string const calm =
      " Rien de plus ne se passe ici pendant toute une longue phrase qui ne nomme personne du tout.";
  // Each text is what a round makes of the one before, or something like it.
  std::string const rounds[]{
      "Avec Yann Lequin et Lecun." + calm + " Monsieur Signou travaille chez Skaleway, sur France vingt-quatre." + calm,
      "Avec Yann LeCun et Lecun." + calm + " Monsieur Signou travaille chez Skaleway, sur France vingt-quatre." + calm,
      "Avec Yann LeCun et LeCun." + calm + " Monsieur Signou travaille chez Scaleway, sur France vingt-quatre." + calm,
      "Avec Yann LeCun et LeCun." + calm + " Martin Signoux travaille chez Scaleway, sur France 24." + calm +
          " Signou.",
      calm + " Signou, dans le nuage de Skaleway. La feuille de routes." + calm,
      "",
      "Signou",
  };
  std::string const title = "Skaleway et Signou" + calm; // a document has views of its parts
  last_round before;
  for (auto const& text : rounds) {
    document const in({{text, {}}, {title, "title", false, false}}, index);
    CHECK(same(find_candidates(in, before), find_candidates(in)));
    before.another_follows(in);
  }
}

TEST_CASE("a text in the room of another is as it would be alone") {
  std::vector<name> const list{{.form = "Yann LeCun", .type = "person"}, {.form = "Scaleway", .context = {"nuage"}}};
  std::vector<name_home> const homes(list.size());
  name_index const index(list, homes, "fr");
  std::string const texts[]{"Avec Yann Lequin, chez Skaleway. L\u2019eau.", "Skaleway dans le nuage.", "",
                            "LE NUAGE DE YANN LEQUIN"};
  document in({{texts[0], {}}}, index);
  last_round before;
  for (auto const& text : texts) {
    in.begin({{text, {}}});
    before.forget();
    auto const found = find_candidates(in, before);
    name_index const other(list, homes, "fr");
    document const alone({{text, {}}}, other);
    CHECK(same(found, find_candidates(alone)));
    CHECK(in.curly() == alone.curly());
    CHECK(in.names_hinted() == alone.names_hinted());
  }
}

TEST_CASE("property: what was hopeless is looked for again where its name has come to stand, and the other way round") {
  auto const list = mondegreen::tests::long_list();
  std::vector<name_home> const homes(list.size());
  name_index const index(list, homes, "fr");
  std::string const calm =
      " Rien de plus ne se passe ici pendant toute une longue phrase qui ne nomme personne du tout.";
  auto const text = mondegreen::tests::speech_of_many + calm;
  document const alone({{text, {}}}, index);
  std::size_t woken = 0;
  for (auto const& each : find_candidates(alone, true)) {
    if (!each.hopeless) continue;
    auto const spoken_of = text + " Voici " + list[index.entry(each.entry).name].form + ".";
    document const spoken({{spoken_of, {}}}, index);
    auto const afresh = find_candidates(spoken);
    last_round before;
    find_candidates(alone, before);
    before.another_follows(alone);
    CHECK(same(find_candidates(spoken, before), afresh));
    before.another_follows(spoken);
    CHECK(same(find_candidates(alone, before), find_candidates(alone)));
    woken += afresh.size() > find_candidates(alone).size() ? 1U : 0U;
  }
  CHECK(woken > 0);
}

TEST_CASE("property: what is not weighed again would come to nothing again") {
  auto const list = mondegreen::tests::long_list();
  std::vector<name_home> const homes(list.size());
  name_index const index(list, homes, "fr");
  std::string const calm =
      " Rien de plus ne se passe ici pendant toute une longue phrase qui ne nomme personne du tout.";
  auto const& speech = mondegreen::tests::speech_of_many;
  std::string const rounds[]{
      speech + calm + speech,
      "Voici Paul Sabrecourt." + calm + speech + calm + speech,
      "Voici Paul Sabrecourt et Paul Karinet." + calm + speech + calm + "Paul Loladan et " + speech,
      "VOICI KARINET ET MARTOUTAN ICI. " + speech + calm + " Voilà ce qu\u2019il dit." + speech,
      calm + speech + " Merci à Paul Belgaval." + calm + "Vinmentain. " + speech,
  };
  last_round before;
  heard_before heard;
  std::size_t spared = 0;
  for (auto const& text : rounds) {
    document in({{text, {}}}, index);
    in.remember(heard);
    for (auto& each : find_candidates(in, before)) {
      auto const made = score(in, each);
      bool const nothing = made.pointless || made.confidence() < worth_a_look;
      spared += each.nothing ? 1U : 0U;
      CHECK((nothing || !each.nothing));
      each.nothing = comes_to_nothing(in, made);
      if (!nothing) heard.add(in, made.change);
    }
    before.another_follows(in);
  }
  CHECK(spared > 0);
}
