#include "catch.hpp"
#include "names/long_list.hpp"

#include <mondegreen/impl/names/anchor_places.hpp>
#include <mondegreen/impl/names/window_reach.hpp>

#include <array>
#include <random>
#include <string>
#include <vector>

using namespace mondegreen;
using namespace mondegreen::impl;

TEST_CASE("property: of what is near no window is ruled out") {
  std::vector<name> list{{.form = "Yann LeCun", .type = "person"}, {.form = "Scaleway"}, {.form = "feuille de route"}};
  for (auto const& each : mondegreen::tests::long_list()) {
    if (list.size() == 60) break;
    list.push_back(each);
  }
  std::vector<name_home> const homes(list.size());
  name_index const index(list, homes, "fr");
  // Words that names are made of, whole, cut and misheard, in any order.
  std::vector<std::string> words{"le",     "de", "a",    "quai",  "oui",   "h",       "Yann",
                                 "Lequin", "le", "quin", "skale", "ouest", "feuilles"};
  for (std::size_t i = 3; i < list.size(); ++i) {
    auto const surname = list[i].form.substr(5);
    words.push_back(surname);
    words.push_back(surname.substr(0, 3));
    words.push_back(surname.substr(3));
    words.push_back(surname + "t");
  }
  std::mt19937 dice(5);
  std::string text;
  for (int i = 0; i < 3000; ++i) text += words[dice() % words.size()] + " ";
  document const in({{text, {}}}, index);
  window_reach reach(in);
  std::size_t ruled_out = 0;
  std::size_t near = 0;
  auto const size = static_cast<std::uint32_t>(in.tokens().size());
  for (std::uint32_t first = 0; first < size; ++first) {
    reach.begin(first);
    std::string letters;
    std::array<std::string, 2> coarse;
    for (std::uint32_t last = first; last < size && last < first + longest_sound_window; ++last) {
      reach.add(in.facts(last));
      letters += in.word(last).letters;
      std::vector<std::uint32_t> found;
      for (std::size_t i = 0; i < coarse.size(); ++i) {
        std::string_view const more = in.word(last).coarse[i];
        coarse[i] += !coarse[i].empty() && more.starts_with(coarse[i].back()) ? more.substr(1) : more;
        index.by_sound(coarse[i], found);
      }
      index.by_spelling(letters, found);
      bool const maybe = reach.may_be_near(last);
      near += !found.empty();
      ruled_out += !maybe;
      CHECK((maybe || found.empty()));
    }
  }
  CHECK(near > 1000);
  CHECK(ruled_out > 1000);
}

TEST_CASE("a word has its places in names of several words") {
  std::vector<name> const list{{.form = "Alpha Beta Gamma"}, {.form = "Delta Beta"}};
  std::vector<name_home> const homes(list.size());
  name_index const index(list, homes, "fr");
  document const in({{"Beta Alpha Omega", {}}}, index);
  auto const beta = index.anchor_places(in.word(0));
  CHECK((beta & anchor_places::of(3) & anchor_places::at(1)) != 0);
  CHECK((beta & anchor_places::of(2) & anchor_places::at(1)) != 0);
  CHECK((beta & anchor_places::of(3) & anchor_places::at(0)) == 0);
  CHECK((index.anchor_places(in.word(1)) & anchor_places::at(1)) == 0);
  CHECK(index.anchor_places(in.word(2)) == anchor_places::known);
}
