#include <mondegreen/names.hpp>

#include "catch.hpp"
#include "names/long_list.hpp"

#include <mondegreen/impl/names/comes_to_nothing.hpp>
#include <mondegreen/impl/names/ordinary_words.hpp>
#include <mondegreen/impl/names/prospects.hpp>
#include <mondegreen/impl/names/scoring.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

using namespace mondegreen;
using namespace mondegreen::impl;
using mondegreen::tests::long_list;
using mondegreen::tests::speech_of_many;

TEST_CASE("what is hopeless is never worth a look, and stops being so where the name stands") {
  auto const list = long_list();
  std::vector<name_home> const homes(list.size());
  std::size_t dropped = 0;
  for (auto const* language : {"fr", "en", "de"}) {
    name_index const index(list, homes, language);
    document const text({{speech_of_many, {}}}, index);
    auto const all = find_candidates(text, true);
    auto const worth = find_candidates(text);
    std::size_t hopeless = 0;
    std::size_t ordinary = 0; // one ordinary word: not looked for at all
    for (auto const& each : all) {
      if (!each.hopeless) {
        bool const skipped = each.how == match::sound && each.by == anchor::none && each.where.count == 1 &&
                             never_by_sound(text, each.where.first);
        if (skipped) CHECK(score(text, each).pointless);
        ordinary += skipped;
        continue;
      }
      ++hopeless;
      auto const scored = score(text, each);
      CHECK((scored.pointless || scored.logit < 0));
      auto const with = speech_of_many + " Voici " + index.names()[index.entry(each.entry).name].form + ".";
      document const spoken({{with, {}}}, index);
      auto const again = find_candidates(spoken, true);
      CHECK(std::none_of(again.begin(), again.end(),
                         [&](candidate const& c) { return c.hopeless && c.entry == each.entry; }));
    }
    dropped += hopeless;
    CHECK(worth.size() == all.size() - hopeless - ordinary);
    CHECK(std::none_of(worth.begin(), worth.end(), [](candidate const& each) { return each.hopeless; }));
  }
  CHECK(dropped > 0);
}

TEST_CASE("a person beside a part that stands there comes to nothing where that is told beforehand") {
  auto const list = long_list();
  std::vector<name_home> const homes(list.size());
  std::size_t told = 0;
  std::size_t others = 0;
  for (auto const* language : {"fr", "en", "de"}) {
    name_index const index(list, homes, language);
    std::string const said =
        speech_of_many + " Paul Tougamon et Paul Vinmentin, puis Paul Sarinnais. Monsieur Paul parle.";
    document const text({{said, {}}}, index);
    for (auto const& each : find_candidates(text)) {
      if (each.by == anchor::none) continue;
      ++(each.nothing ? told : others);
      if (each.nothing) CHECK(comes_to_nothing(text, score(text, each)));
    }
    // Asked for all of them, none is left out.
    auto const all = find_candidates(text, true);
    CHECK(std::none_of(all.begin(), all.end(), [](candidate const& each) { return each.nothing; }));
  }
  CHECK(told > 0);
  CHECK(others > 0);
}

TEST_CASE("one ordinary word is not looked for by its sound, as weighing would drop it; what only resembles one is") {
  std::vector<name> const list{{.form = "Demin"}, {.form = "Mézon Royale"}, {.form = "feuille de route"}};
  std::vector<name_home> const homes(list.size());
  for (auto const some : {std::size_t{2}, list.size()}) { // without and with a phrase
    name_index const index{std::span<name const>(list).first(some), std::span<name_home const>(homes).first(some),
                           "fr"};
    std::string const said = "Demain nous verrons. Deumain parle. On verra avec Demain. demain DEMAIN M D";
    document const text({{said, {}}}, index);
    auto const found = find_candidates(text);
    std::size_t dropped = 0;
    for (auto const& each : find_candidates(text, true)) {
      bool const there = std::any_of(found.begin(), found.end(), [&](candidate const& other) {
        return other.where == each.where && other.entry == each.entry && other.how == each.how;
      });
      if (each.hopeless) continue;
      if (!there) CHECK(score(text, each).pointless);
      dropped += there ? 0U : 1U;
    }
    CHECK(dropped > 0);
    CHECK(std::any_of(found.begin(), found.end(),
                      [&](candidate const& each) { return text.tokens()[each.where.first].text == "Deumain"; }));
  }
}
