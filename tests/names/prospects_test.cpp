#include <mondegreen/names.hpp>

#include "catch.hpp"

#include <mondegreen/impl/names/prospects.hpp>
#include <mondegreen/impl/names/scoring.hpp>

#include <algorithm>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

/// A list so long that a name alone says little, with some that sound like others.
std::vector<name> long_list() {
  std::vector<name> out;
  constexpr std::string_view starts[]{"Ka", "Lo", "Mar", "Vin", "Del", "Tou", "Sa", "Bel", "Gor", "Dru"};
  constexpr std::string_view middles[]{"ri", "ko", "la", "men", "tou", "bre", "vi", "ga", "no", "sel"};
  constexpr std::string_view ends[]{"net", "dan", "lier", "court", "mont", "gny", "val", "tain", "quet", "zac"};
  for (auto const a : starts)
    for (auto const b : middles)
      for (auto const c : ends)
        out.push_back({.form = "Paul " + std::string(a) + std::string(b) + std::string(c), .type = "person"});
  return out;
}

std::string const speech = "Bonjour, ici Karinet et Martoutan, chez Loladan. Merci à Vinmentain et à Belgavel. "
                           "Hey Drubrezac. Madame Tougamont. Paul Sabrecour parle de kakolié et de sarinai.";

} // namespace

TEST_CASE("what is hopeless is never worth a look, and stops being so where the name stands") {
  auto const list = long_list();
  std::vector<name_home> const homes(list.size());
  std::size_t dropped = 0;
  for (auto const* language : {"fr", "en", "de"}) {
    name_index const index(list, homes, language);
    document const text({{speech, {}}}, index);
    auto const all = find_candidates(text, true);
    auto const worth = find_candidates(text);
    std::size_t hopeless = 0;
    for (auto const& each : all) {
      if (!each.hopeless) continue;
      ++hopeless;
      auto const scored = score(text, each);
      CHECK((scored.pointless || scored.logit < 0));
      auto const with = speech + " Voici " + index.names()[index.entry(each.entry).name].form + ".";
      document const spoken({{with, {}}}, index);
      auto const again = find_candidates(spoken, true);
      CHECK(std::none_of(again.begin(), again.end(),
                         [&](candidate const& c) { return c.hopeless && c.entry == each.entry; }));
    }
    dropped += hopeless;
    CHECK(worth.size() == all.size() - hopeless);
    CHECK(std::none_of(worth.begin(), worth.end(), [](candidate const& each) { return each.hopeless; }));
  }
  CHECK(dropped > 0);
}
