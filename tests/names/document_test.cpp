#include "catch.hpp"

#include <mondegreen/impl/names/document.hpp>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

struct indexed {
  std::vector<name> list;
  std::vector<name_home> homes;
  name_index index;
  document text;

  indexed(std::vector<name> names, std::vector<document_part> parts, std::string_view language = "fr")
      : list(std::move(names)), homes(list.size()), index(list, homes, language), text(std::move(parts), index) {}
};

} // namespace

TEST_CASE("right forms stand, also across a line and with another apostrophe") {
  indexed const one({{.form = "Station F"}, {.form = "secr\u00E9taire d'\u00C9tat"}},
                    {{"Rendez-vous \u00E0 Station\u00A0F avec la secr\u00E9taire d\u2019\u00C9tat, puis Station", {}},
                     {"F demain", {}, true}});
  CHECK(one.text.right_at(3) != nullptr);
  CHECK(one.text.right_at(4) != nullptr);
  CHECK(one.text.stands(0) != nullptr);
  CHECK(one.text.stands(1) != nullptr);
  CHECK(one.text.right_at(12) != nullptr);
  CHECK(one.text.right_at(13) == nullptr);
}

TEST_CASE("a wrong form does not stand") {
  indexed const one({{.form = "OpenAI"}}, {{"Il travaille chez Openai.", {}}});
  CHECK(one.text.stands(0) == nullptr);
}

TEST_CASE("a phrase takes the capital of its sentence") {
  indexed const one({{.form = "feuille de route"}}, {{"Feuille de route adopt\u00E9e.", {}}});
  CHECK(one.text.stands(0) != nullptr);
}

TEST_CASE("hints near a window, not inside it and not far away") {
  std::string far;
  for (int i = 0; i < 60; ++i) far += "mot ";
  auto const text = "Le mod\u00E8le Lama est sorti. " + far + "Lama";
  indexed const one({{.form = "Llama", .context = {"mod\u00E8le", "Lama"}, .not_context = {"sorti"}}}, {{text, {}}});
  auto const near = one.text.hints_near({2, 1}, 0, 20);
  CHECK(near.likely == 1);
  CHECK(near.unlikely == 1);
  CHECK(near.first == "mod\u00E8le");
  CHECK(one.text.hints_near({65, 1}, 0, 20).likely == 0);
}

TEST_CASE("a noun with its capital is plain in German, and a name is not") {
  auto const plain = [](std::string_view language, std::string_view text) {
    indexed const one({{.form = "Lauchhammer"}}, {{text, {}}}, language);
    std::string found;
    for (std::uint32_t i = 0; i < one.text.tokens().size(); ++i) found += one.text.facts(i).plain ? '1' : '0';
    return found;
  };
  CHECK(plain("de", "und die Zeitung von Lauchhammer") == "11110");
  CHECK(plain("de", "DIE ZEITUNG") == "00");
  CHECK(plain("fr", "chez Le Monde le monde") == "10011");
  CHECK(plain("en", "the Paper and the paper") == "10111");
}

TEST_CASE("a headline is shouted") {
  indexed const one({{.form = "Selas Studio"}},
                    {{"LE PATRON DE SELAS STUDIO PARLE", {}}, {"Un mot de META en passant", {}}});
  CHECK(one.text.shouted({3, 2}));
  CHECK_FALSE(one.text.shouted({9, 1}));
}

TEST_CASE("a text without capitals says nothing by them") {
  std::string plain;
  for (int i = 0; i < 100; ++i) plain += "mot ";
  indexed const none({{.form = "Meta"}}, {{plain, {}}});
  CHECK_FALSE(none.text.cased());
  indexed const some({{.form = "Meta"}}, {{"Un mot.", {}}});
  CHECK(some.text.cased());
}

TEST_CASE("capitals mean little where sentences open without one") {
  std::vector<name> const list{{.form = "Scaleway"}};
  std::vector<name_home> const homes(1);
  name_index const index(list, homes, "fr");
  std::string kept, dropped;
  for (int i = 0; i < 40; ++i) {
    kept += "Nous parlons de Paris. ";
    dropped += i % 4 == 0 ? "nous parlons de Paris. " : "Nous parlons de Paris. ";
  }
  CHECK(document({{kept, {}}}, index).capitals_kept());
  CHECK_FALSE(document({{dropped, {}}}, index).capitals_kept());
  CHECK(document({{"bonsoir. merci. voil\u00E0.", {}}}, index).capitals_kept()); // too short to tell
}

TEST_CASE("a document that follows a text is the one that is made of it afresh") {
  std::vector<name> const list{{.form = "Yann LeCun"}, {.form = "LeCun"},
                               {.form = "Station F"},  {.form = "OVH"},
                               {.form = "Jean Petit"}, {.form = "feuille de route", .context = {"plan"}}};
  std::vector<std::string> const pieces{"Yann LeCun",
                                        "Yann",
                                        "LeCun arrive",
                                        "le plan.",
                                        "feuille de",
                                        "route",
                                        "Station",
                                        "F demain",
                                        "OVH",
                                        "O V H",
                                        "",
                                        "Jean Petit. Il",
                                        "\n\nUn",
                                        "www.ovh.com",
                                        "jean petit",
                                        "et M. Station F",
                                        "de de de de de de de de"};
  name_index const index(list, std::vector<name_home>(list.size()), "fr");
  std::uint32_t dice = 12345;
  auto const roll = [&](std::size_t sides) {
    dice = dice * 1664525 + 1013904223;
    return static_cast<std::size_t>(dice >> 8U) % sides;
  };
  for (int text = 0; text < 60; ++text) {
    std::vector<std::string> lines(1 + roll(12));
    std::vector<bool> goes_on;
    for (auto& each : lines) {
      for (auto count = roll(4); count > 0; --count) each += pieces[roll(pieces.size())] + " ";
      goes_on.push_back(roll(4) != 0);
    }
    auto const parts = [&] {
      std::vector<document_part> out;
      for (std::size_t i = 0; i < lines.size(); ++i) out.push_back({lines[i], {}, goes_on[i]});
      return out;
    };
    document following(parts(), index);
    for (int round = 0; round < 5; ++round) {
      std::vector<std::uint32_t> changed;
      for (std::uint32_t i = 0; i < lines.size(); ++i) {
        if (roll(4) != 0) continue;
        lines[i] = pieces[roll(pieces.size())] + " " + pieces[roll(pieces.size())];
        changed.push_back(i);
      }
      if (roll(6) == 0) {
        lines.push_back("Station F");
        goes_on.push_back(true);
      }
      following.follow(parts(), changed);
      name_index const other(list, std::vector<name_home>(list.size()), "fr");
      document const fresh(parts(), other);
      REQUIRE(following.tokens().size() == fresh.tokens().size());
      CHECK(following.cased() == fresh.cased());
      CHECK(following.capitals_kept() == fresh.capitals_kept());
      CHECK(following.curly() == fresh.curly());
      CHECK(following.names_spoken_for() == fresh.names_spoken_for());
      CHECK(following.forms_standing() == fresh.forms_standing());
      for (auto const entry : fresh.forms_standing())
        CHECK(following.times_standing(entry) == fresh.times_standing(entry));
      for (std::uint32_t i = 0; i < fresh.tokens().size(); ++i) {
        auto const& mine = following.tokens()[i];
        auto const& same = fresh.tokens()[i];
        REQUIRE(mine.text == same.text);
        CHECK(mine.text.data() == same.text.data());
        CHECK(mine.passage == same.passage);
        CHECK(mine.before == same.before);
        CHECK(mine.opens_sentence == same.opens_sentence);
        CHECK(mine.shielded == same.shielded);
        CHECK(following.times_said(i) == fresh.times_said(i));
        auto const* right = following.right_at(i);
        auto const* wanted = fresh.right_at(i);
        REQUIRE((right != nullptr) == (wanted != nullptr));
        if (right == nullptr) continue;
        CHECK(right->entry == wanted->entry);
        CHECK(right->where == wanted->where);
      }
    }
  }
}
