#include <mondegreen/pipeline.hpp>

#include "catch.hpp"

#include <string>

using namespace mondegreen;

namespace {

char const* const page = "• il y a 2 mois\n"
                         "Rencontre avec Élodie Kermarrec, qui dessine les cartes de Framasoft.\n\n"
                         "Transcription\n"
                         "00:00 Bonjour Élodie Quermarec.\n"
                         "00:04 Bonjour, je travaille chez Framassoft à Brest.\n\n"
                         "Recommandations\n";

names known() { return names({{.form = "Élodie Kermarrec", .type = "person"}, {.form = "Framasoft"}}); }

transcript talk() {
  auto read = read_text(page, {}, "page.txt");
  REQUIRE(read);
  return std::move(read->value);
}

// Says "bien" where a cue says "Bonjour".
void greet(editor& text, rule_context const&, void* count) {
  for (std::uint32_t i = 0; i < text.text().cues.size(); ++i) {
    auto const at = text.at({place::part::cue, i}).text.find("Bonjour");
    if (at == std::string::npos) continue;
    text.replace({place::part::cue, i}, {static_cast<std::uint32_t>(at), 7}, "Bien le bonjour");
    ++*static_cast<int*>(count);
  }
}

} // namespace

TEST_CASE("clean repairs names, takes the page away, and says so") {
  auto text = talk();
  auto const names = known();
  auto const edits = clean(text, {.names = &names, .language = "fr"});
  REQUIRE(text.cues.size() == 2);
  CHECK(text.cues[0].text == "Bonjour Élodie Kermarrec.");
  CHECK(text.cues[1].text == "Bonjour, je travaille chez Framasoft à Brest.");
  bool chrome = false;
  for (auto const& each : edits) chrome = chrome || (each.rule == "chrome" && each.before == "Recommandations");
  CHECK(chrome);
}

TEST_CASE("cleaning twice changes nothing, and twice the same is byte-identical") {
  auto const names = known();
  auto once = talk();
  auto twin = talk();
  auto const first = clean(once, {.names = &names});
  auto const second = clean(twin, {.names = &names});
  REQUIRE(first.size() == second.size());
  for (std::size_t i = 0; i < first.size(); ++i) CHECK(to_json(first[i], "x") == to_json(second[i], "x"));
  for (auto const& each : clean(once, {.names = &names})) CHECK(each.status != edit_status::applied);

  auto const written = write_text(once, "srt");
  REQUIRE(written);
  auto again = read_text(written->bytes);
  REQUIRE(again);
  for (auto const& each : clean(again->value, {.names = &names})) CHECK(each.status != edit_status::applied);
  CHECK(write_text(again->value, "srt")->bytes == written->bytes);
}

TEST_CASE("rules are chosen by id") {
  auto const names = known();
  auto text = talk();
  for (auto const& each : clean(text, {.names = &names, .only = {"names"}})) CHECK(each.rule == "names");
  text = talk();
  for (auto const& each : clean(text, {.names = &names, .skip = {"names"}})) CHECK(each.rule != "names");
}

TEST_CASE("the language that is named holds for names, though there are no rules for it") {
  names const known({{.form = "Mark Zuckerberg"}});
  auto const cleaned = [&](std::string_view language) {
    auto text = read_text("00:01 ontem falou zuquerberg\n", {}, "talk.txt")->value;
    clean(text, {.names = &known, .language = std::string(language)});
    return text.cues[0].text;
  };
  CHECK(cleaned("") == "ontem falou Zuckerberg"); // too short to tell
  CHECK(cleaned("pt") == "ontem falou zuquerberg");
}

TEST_CASE("a rule of one's own runs after ours and stands on the ledger") {
  int count = 0;
  rule const own{.id = "greet", .summary = "greets", .apply = greet, .own = &count};
  auto text = talk();
  auto const edits = clean(text, {.only = {"chrome"}, .own_rules = {&own, 1}});
  CHECK(count == 2);
  CHECK(text.cues[0].text.starts_with("Bien le bonjour"));
  CHECK(edits.back().rule == "chrome");
  rule const english{.id = "greet", .summary = "greets", .languages = "en", .apply = greet, .own = &count};
  text = talk();
  clean(text, {.language = "fr", .own_rules = {&english, 1}});
  CHECK(count == 2);
}

TEST_CASE("nothing is applied under the policy `none`") {
  auto const names = known();
  auto text = talk();
  auto const edits = clean(text, {.names = &names, .apply = apply_policy::none});
  CHECK_FALSE(edits.empty());
  for (auto const& each : edits) CHECK(each.status != edit_status::applied);
  CHECK(text.cues[0].text == "Bonjour Élodie Quermarec.");
}
