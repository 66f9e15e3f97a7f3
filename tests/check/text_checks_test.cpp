#include <mondegreen/impl/check/text_checks.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

std::string faults(std::string text, char const* id = "netflix-fr", bool goes_on = false) {
  cue made;
  made.text = std::move(text);
  std::vector<text_fault> all;
  auto const* rules = find_profile(id);
  check_text(made, *rules, rules->language, goes_on, all);
  std::string out;
  for (auto const& each : all) out += (out.empty() ? "" : " ") + std::string(rule_of(each.rule).id);
  return out;
}

} // namespace

TEST_CASE("French spaces") {
  CHECK(faults("Quoi ? Non ! Si : « oui » ; bon.").empty());
  CHECK(faults("Quoi\u00A0? Non\u00A0!").empty());
  CHECK(faults("Quoi?") == "text.spaces");
  CHECK(faults("«Oui»") == "text.spaces text.spaces");
  CHECK(faults("Quoi ?!").empty());
  CHECK(faults("Il est 12:30, voir https://a.fr/b?c=d").empty());
  CHECK(faults("Oui , non") == "text.spaces");
  CHECK(faults("Oui  non") == "text.spaces");
  CHECK(faults(" Oui") == "text.spaces");
  CHECK(faults("Oui\n Non") == "text.spaces");
  CHECK(faults("le .NET et puis").empty());
}

TEST_CASE("English spaces") {
  CHECK(faults("What?", "netflix-en").empty());
  CHECK(faults("What ?", "netflix-en") == "text.spaces");
  CHECK(faults("Look: now", "netflix-en").empty());
}

TEST_CASE("glyphs") {
  CHECK(faults("Œuvre, cœur, 5 €, « ça » – oui…").empty());
  CHECK(faults("Quoi\u202F?") == "text.glyphs");
  CHECK(faults("peut\u2011être") == "text.glyphs");
  CHECK(faults("字幕") == "text.glyphs text.glyphs");
  CHECK(faults("字幕", "netflix-ja").empty());
  CHECK_FALSE(on_latin_glyph_list(0x202F));
  CHECK(on_latin_glyph_list(0xA0));
}

TEST_CASE("dialogue by language") {
  CHECK(faults("- Oui.\n- Non.").empty());
  CHECK(faults("-Oui.\n-Non.") == "text.dialogue text.dialogue");
  CHECK(faults("-Yes.\n-No.", "netflix-en").empty());
  CHECK(faults("- Yes.\n-No.", "netflix-en") == "text.dialogue");
  CHECK(faults("– Oui.\n– Non.") == "text.dialogue text.dialogue");
  CHECK(faults("-5 degrés dehors.").empty());
  CHECK(faults("– enfin, nous décidons.").empty());
}

TEST_CASE("ellipses, brackets, music, italics") {
  CHECK(faults("Oui...") == "text.ellipsis");
  CHECK(faults("Oui…").empty());
  CHECK(faults("Yes…", "bbc") == "text.ellipsis");
  CHECK(faults("et puis…", "netflix-fr", true) == "text.continuation");
  CHECK(faults("[porte qui claque]").empty());
  CHECK(faults("(porte qui claque)") == "text.brackets");
  CHECK(faults("Il a (enfin) dit oui.").empty());
  CHECK(faults("les outils\n(texte, image)").empty());
  CHECK(faults("[porte") == "text.brackets");
  CHECK(faults("♪ La la ♪").empty());
  CHECK(faults("♪ La la") == "text.music");
  CHECK(faults("♪ La la\nli li ♪").empty());
}

TEST_CASE("small numbers") {
  CHECK(faults("J'ai 3 chats.") == "text.numbers");
  CHECK(faults("J'ai 13 chats.").empty());
  CHECK(faults("Avec Llama 2 on y va.").empty());
  CHECK(faults("C'est 5 % de plus.").empty());
  CHECK(faults("Il est 5 h.").empty());
  CHECK(faults("Le 3 mars.").empty());
  CHECK(faults("We have 3 cats.", "netflix-en") == "text.numbers");
}

TEST_CASE("a profile that says nothing finds nothing") {
  CHECK(faults("Quoi? -  «oui» ... 3 chats (bruit", "youtube").empty());
}

TEST_CASE("bytes that are no UTF-8") { CHECK_FALSE(faults("\xFF\xFE", "netflix-fr").empty()); }
