#include "catch.hpp"

#include <mondegreen/impl/names/index.hpp>

#include <mondegreen/impl/names/letters.hpp>

#include <algorithm>
#include <array>
#include <utility>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

struct shelf {
  std::vector<name> list;
  std::vector<name_home> homes;
  name_index index;

  explicit shelf(std::vector<name> names) : list(std::move(names)), homes(list.size()), index(list, homes, "fr") {}

  bool sounds(std::string_view word, std::string_view name) const {
    std::vector<std::uint32_t> out;
    for (auto const& each : readings(word, "fr")) index.by_sound(coarse_key(each), out);
    return std::any_of(out.begin(), out.end(), [&](std::uint32_t at) { return index.entry(at).write == name; });
  }
};

} // namespace

TEST_CASE("names are found by their letters and by their mishearings' letters") {
  shelf const names(std::vector<name>{{.form = "Ray-Ban", .heard_as = {"R\u00E9 Banne"}}});
  REQUIRE(names.index.by_letters("rayban").size() == 1);
  REQUIRE(names.index.by_letters("rebanne").size() == 1);
  CHECK(names.index.entry(names.index.by_letters("rebanne")[0]).part == name_part::listed);
  CHECK(names.index.by_letters("ray").empty());
}

TEST_CASE("names are found by sound, one phone away") {
  shelf const names(std::vector<name>{{.form = "Scaleway"}});
  CHECK(names.sounds("Kaleway", "Scaleway"));
  CHECK(names.sounds("Skalw\u00E8", "Scaleway"));
  CHECK_FALSE(names.sounds("maison", "Scaleway"));
}

TEST_CASE("a person is known by first name and surname, a firm is not") {
  shelf const names(
      std::vector<name>{{.form = "Martin Signoux", .type = "person"}, {.form = "Selas Studio", .type = "org"}});
  REQUIRE(names.index.by_letters("signoux").size() == 1);
  CHECK(names.index.entry(names.index.by_letters("signoux")[0]).part == name_part::surname);
  REQUIRE(names.index.by_letters("martin").size() == 1);
  CHECK(names.index.entry(names.index.by_letters("martin")[0]).part == name_part::given);
  CHECK(names.index.by_letters("studio").empty());
}

TEST_CASE("a list without types has persons, too") {
  shelf const names(std::vector<name>{{.form = "Ma\u00EBlle Kerguelen"},
                                      {.form = "Ma\u00EBlle Le Goff"},
                                      {.form = "Jean-Marc van den Berg"},
                                      {.form = "Hugging Face"},
                                      {.form = "Kerguelen Capital"},
                                      {.form = "Open Source Initiative"},
                                      {.form = "OVH Cloud"},
                                      {.form = "Feuille de route"}});
  for (auto const* part : {"kerguelen", "legoff", "jeanmarc", "vandenberg"}) {
    INFO(part);
    CHECK(names.index.by_letters(part).size() == 1);
  }
  // One first name, two who bear it.
  auto const given = names.index.by_letters("maelle");
  REQUIRE(given.size() == 1);
  CHECK(names.index.bearers(given[0]).size() == 2);
  for (auto const* part : {"hugging", "face", "capital", "initiative", "ovh", "cloud", "feuille", "deroute"}) {
    INFO(part);
    CHECK(names.index.by_letters(part).empty());
  }
}

TEST_CASE("a person has the entries of both parts, also where a part is one by somebody else's name alone") {
  shelf const names(std::vector<name>{{.form = "Ga\u00EBl Kerlo", .type = "person"},
                                      {.form = "Bo Kerlo", .type = "person"}, // too short for a part
                                      {.form = "Maud Bo", .type = "person"},
                                      {.form = "Hugging Face"}});
  auto const written = [&](std::uint32_t part) {
    return part == name_entry::none ? std::string() : names.index.entry(part).write;
  };
  auto const parts = [&](std::uint32_t name) {
    auto const of = names.index.person_of(name);
    CHECK(names.index.entry(name).part_given == of.given);
    CHECK(names.index.entry(name).part_surname == of.surname);
    return written(of.given) + "|" + written(of.surname);
  };
  CHECK(parts(0) == "Ga\u00EBl|Kerlo");
  CHECK(parts(1) == "Bo|Kerlo");
  CHECK(parts(2) == "Maud|Bo");
  CHECK(parts(3) == "|");
  CHECK(names.index.person_of(0).surname == names.index.person_of(1).surname);
  CHECK(names.index.person_of(99).given == name_entry::none);
}

TEST_CASE("an acronym in a name is also read the other way round") {
  shelf const names(std::vector<name>{{.form = "AI Action Summit"}, {.form = "OVH"}});
  REQUIRE(names.index.by_letters("iaactionsummit").size() == 1);
  CHECK(names.index.entry(names.index.by_letters("iaactionsummit")[0]).part == name_part::turned);
  CHECK(names.index.by_letters("hvo").empty());
}

TEST_CASE("the words of a name are anchors with their places") {
  shelf const names(std::vector<name>{{.form = "Hugging Face"}});
  auto const found = names.index.by_word("face");
  REQUIRE(found.size() == 1);
  CHECK(found[0].word == 1);
  CHECK(names.index.by_word("hug").empty());
}

TEST_CASE("a word of very many names is no anchor") {
  std::vector<name> many;
  for (int i = 0; i < 100; ++i) many.push_back({.form = "Jean Nom" + std::to_string(i)});
  shelf const names(std::move(many));
  CHECK(names.index.by_word("jean").empty());
}

TEST_CASE("hints in both senses") {
  shelf const names(std::vector<name>{{.form = "Llama", .context = {"open source"}, .not_context = {"tib\u00E9tain"}}});
  REQUIRE(names.index.hints("opensource").size() == 1);
  CHECK(names.index.hints("opensource")[0].second);
  REQUIRE(names.index.hints("tibetain").size() == 1);
  CHECK_FALSE(names.index.hints("tibetain")[0].second);
  CHECK(names.index.hints("open").empty());
}

namespace {

/// True if at most one character of the other is replaced, dropped or added.
bool one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t front = 0;
  while (front < a.size() && a[front] == b[front]) ++front;
  std::size_t back = 0;
  while (back < a.size() - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  return a.size() - front - back <= 1 && b.size() - front - back <= 1;
}

/// Names that are near each other: syllables put together.
std::vector<name> syllables(std::uint32_t seed, std::size_t count) {
  constexpr std::array<std::string_view, 12> all{"Ka",      "lo", "mi",   "ran", "tu", "Be",
                                                 "\u00E9r", "ch", "van ", "Do ", "i",  "z"};
  std::vector<name> out;
  for (std::size_t i = 0; i < count; ++i) {
    std::string form;
    for (std::uint32_t n = 2 + seed % 5; n > 0; --n) {
      seed = seed * 1664525U + 1013904223U;
      form += all[(seed >> 16U) % all.size()];
    }
    out.push_back({.form = form, .language = i % 7 == 0 ? "en" : ""});
  }
  return out;
}

} // namespace

TEST_CASE("property: the index finds what brute force finds within one edit") {
  for (std::uint32_t const seed : {1U, 77U}) {
    shelf const names(syllables(seed, 400));
    auto const every = [&](auto&& with) {
      for (std::uint32_t at = 0; at < 400; ++at) with(names.index.entry(at));
    };
    std::vector<std::uint32_t> out;
    for (auto const& sought : syllables(seed + 1, 100)) {
      auto const letters = letters_of(sought.form);
      auto const coarse = coarse_key(readings(sought.form, "fr").front());
      out.clear();
      names.index.by_sound(coarse, out);
      every([&](name_entry const& each) {
        bool near = false;
        for (auto const& sound : each.sounds) {
          auto const key = coarse_key(sound);
          bool const enough = std::max(key.size(), coarse.size()) >= shortest_edited_key;
          near = near || (!key.empty() && (key == coarse || (enough && one_edit(key, coarse))));
        }
        if (near) CHECK(std::find(out.begin(), out.end(), each.name) != out.end());
      });
      out.clear();
      names.index.by_spelling(letters, out);
      every([&](name_entry const& each) {
        bool const enough = std::min(each.letters.size(), letters.size()) >= shortest_edited_spelling;
        if (enough && one_edit(each.letters, letters)) CHECK(std::find(out.begin(), out.end(), each.name) != out.end());
      });
      auto const found = names.index.by_letters(letters);
      for (auto const at : found) CHECK(names.index.entry(at).letters == letters);
      every([&](name_entry const& each) {
        if (each.letters == letters) CHECK(std::find(found.begin(), found.end(), each.name) != found.end());
      });
    }
  }
}

TEST_CASE("a name without letters is no danger") {
  shelf const names(std::vector<name>{{.form = "!!!"}, {.form = ""}});
  CHECK(names.index.by_letters("").empty());
}
