#include "catch.hpp"

#include <mondegreen/impl/names/prospects.hpp>

#include <algorithm>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

/// A list so long that a name alone says little, with some that sound like ordinary ones.
std::vector<name> long_list() {
  std::vector<name> out;
  constexpr std::string_view starts[]{"Ka", "Lo", "Mar", "Vin", "Del", "Tou", "Sa", "Bel", "Gor", "Dru"};
  constexpr std::string_view middles[]{"ri", "ko", "la", "men", "tou", "bre", "vi", "ga", "no", "sel"};
  constexpr std::string_view ends[]{"net", "dan", "lier", "court", "mont", "gny", "val", "tain", "quet", "zac"};
  for (auto const a : starts)
    for (auto const b : middles)
      for (auto const c : ends)
        out.push_back({.form = "Paul " + std::string(a) + std::string(b) + std::string(c), .type = "person"});
  out.push_back({.form = "Martin Signoux", .type = "person"});
  out.push_back({.form = "Scaleway"});
  return out;
}

} // namespace

TEST_CASE("what is hopeless is never worth a look, in any language") {
  auto const list = long_list();
  std::vector<name_home> const homes(list.size());
  std::size_t dropped = 0;
  for (auto const* language : {"fr", "en", "de"}) {
    name_index const index(list, homes, language);
    document const text(
        {{"Bonjour, ici Calorinet et Martin Signou, chez Skaleway. Merci à Vinmentain, Loladan, Belgaval et "
          "Madame Tougamont. Hey Drubrezac. Paul Sabrecourt parle de Kakolié et de sarinai.",
          {}}},
        index);
    auto const all = find_candidates(text, true);
    auto const worth = find_candidates(text);
    std::size_t hopeless = 0;
    for (auto const& each : all) {
      hopeless += each.hopeless;
      if (each.hopeless) CHECK((score(text, each).pointless || score(text, each).logit < 0));
    }
    dropped += hopeless;
    CHECK(worth.size() == all.size() - hopeless);
    CHECK(std::none_of(worth.begin(), worth.end(), [](candidate const& each) { return each.hopeless; }));
  }
  CHECK(dropped > 0);
}

TEST_CASE("a name that stands elsewhere is not hopeless") {
  auto const list = long_list();
  std::vector<name_home> const homes(list.size());
  name_index const index(list, homes, "fr");
  std::string const heard = "Hier Loladan et Tougamont, ce soir Vinmentain.";
  auto const hopeless = [&](std::string const& sentence) {
    document const text({{sentence, {}}}, index);
    std::vector<std::uint32_t> entries;
    for (auto const& each : find_candidates(text, true))
      if (each.hopeless) entries.push_back(each.entry);
    return entries;
  };
  auto const alone = hopeless(heard);
  REQUIRE_FALSE(alone.empty());
  auto const one = alone.front();
  auto const beside = hopeless(heard + " Voici " + index.names()[index.entry(one).name].form + ".");
  CHECK(std::find(beside.begin(), beside.end(), one) == beside.end());
}
