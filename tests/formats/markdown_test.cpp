// Transcripts to read: paragraphs as Markdown and as plain text.
#include "catch.hpp"

#include <mondegreen/format.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace mondegreen;

namespace {

transcript talk() {
  transcript made;
  made.metadata.emplace_back().key = "title";
  made.metadata.back().text = "La marée";
  auto const ines = made.speaker("Inès");
  auto const lea = made.speaker("Léa");
  auto const add = [&](std::int64_t start, std::int64_t end, speaker_id who, std::string text) {
    auto& cue = made.cues.emplace_back();
    cue.when = {{start}, {end}};
    cue.speaker = who;
    cue.text = std::move(text);
  };
  add(0, 2000, ines, "Bonjour Léa.\nOn part");
  add(2000, 4000, ines, "à la marée.");
  add(4000, 5000, lea, "Oui.");
  add(62'000, 65'000, lea, "Une minute plus tard.");
  add(65'000, 66'000, lea, "Voilà.");
  return made;
}

std::string to(std::string_view format, transcript const& text, write_options const& options = {}) {
  auto made = write_text(text, format, options);
  REQUIRE(made);
  return made->bytes;
}

} // namespace

TEST_CASE("Markdown has the title, and paragraphs with who speaks and when") {
  CHECK(to("markdown", talk()) == "# La marée\n\n**[00:00:00] Inès:** Bonjour Léa. On part à la marée.\n\n"
                                  "**[00:00:04] Léa:** Oui.\n\n**[00:01:02]** Une minute plus tard. Voilà.\n");
  CHECK(find_format("md") == find_format("markdown"));
}

TEST_CASE("time stamps stand where they are asked for") {
  CHECK(to("text", talk(), {.stamps = time_stamps::speaker}) ==
        "[00:00:00] Inès: Bonjour Léa. On part à la marée.\n\n[00:00:04] Léa: Oui.\n\nUne minute plus tard. Voilà.\n");
  CHECK(to("text", talk(), {.stamps = time_stamps::none}) ==
        "Inès: Bonjour Léa. On part à la marée.\n\nLéa: Oui.\n\nUne minute plus tard. Voilà.\n");
  CHECK(to("text", talk(), {.stamps = time_stamps::minutes, .stamp_minutes = 1}) ==
        "[00:00:00] Inès: Bonjour Léa. On part à la marée.\n\nLéa: Oui.\n\n[00:01:02] Une minute plus tard. Voilà.\n");
  CHECK(to("text", talk(), {.stamps = time_stamps::paragraph}).find("[00:01:02] Une") != std::string::npos);
  CHECK(to("text", talk()) == to("text", talk(), {.stamps = time_stamps::cue}));
  CHECK(to("text", talk()).starts_with("[00:00:00] Inès: Bonjour Léa.\nOn part\n[00:00:02] Inès: à la marée.\n"));
}

TEST_CASE("a stamp every so many minutes parts a speech without pauses at the end of a sentence") {
  transcript made;
  for (int i = 0; i < 40; ++i) {
    auto& cue = made.cues.emplace_back();
    cue.when = {{i * 5000}, {i * 5000 + 5000}};
    cue.text = i % 3 == 2 ? "et c'est fini." : "on parle encore";
  }
  auto const text = to("text", made, {.stamps = time_stamps::minutes, .stamp_minutes = 1});
  CHECK(std::count(text.begin(), text.end(), '[') == 4);
  CHECK(text.find("fini.\n\n[00:01:00] on parle") != std::string::npos);
}

TEST_CASE("a speech that nobody parts is no paragraph of an hour") {
  transcript made;
  for (int i = 0; i < 500; ++i) {
    auto& cue = made.cues.emplace_back();
    cue.when = {{i * 3000}, {i * 3000 + 3000}};
    cue.text = "des mots sans point ni virgule";
  }
  auto const text = to("markdown", made);
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find('\n', at), text.size());
    longest = std::max(longest, end - at);
    at = end + 1;
  }
  CHECK(longest < 3200);
}

TEST_CASE("labels in the text of subtitles are speakers, dashes new lines") {
  auto const read = read_text(
      "1\n00:00:01,000 --> 00:00:02,000\nInès : Tu viens ?\n\n2\n00:00:02,000 --> 00:00:03,000\nLéa : Oui.\n\n"
      "3\n00:00:03,000 --> 00:00:04,000\nJ'arrive.\n\n4\n00:00:04,000 --> 00:00:05,000\nInès : Bien.\n\n"
      "5\n00:00:05,000 --> 00:00:06,000\nLéa : Bon.\n");
  REQUIRE(read);
  CHECK(to("markdown", read->value) == "**[00:00:01] Inès:** Tu viens ?\n\n**[00:00:02] Léa:** Oui. J'arrive.\n\n"
                                       "**[00:00:04] Inès:** Bien.\n\n**[00:00:05] Léa:** Bon.\n");
  auto const dashes = read_text("1\n00:00:01,000 --> 00:00:02,000\n– Tu viens ?\n– Oui.\n");
  REQUIRE(dashes);
  CHECK(to("text", dashes->value, {.stamps = time_stamps::none}) == "– Tu viens ?\n\n– Oui.\n");
}

TEST_CASE("a word that a cue cuts is joined again") {
  auto const read = read_text("01:00…à partir de l\n01:05'eau du canal\n01:10et voilà\n");
  REQUIRE(read);
  CHECK(to("text", read->value, {.stamps = time_stamps::none}) == "…à partir de l'eau du canal et voilà\n");
}

TEST_CASE("italics and bold are carried, what looks like markup is not") {
  transcript made;
  auto& cue = made.cues.emplace_back();
  cue.text = "- un *mot* _souligné_, snake_case, <i>, [x](y) et 2 < 3";
  cue.when = {{0}, {1000}};
  made.cues.push_back(cue);
  made.cues.back().text = "un mot gras et penché";
  made.cues.back().marks = {{{3, 4}, mark_kind::bold, ""}, {{3, 9}, mark_kind::italic, ""}};
  made.cues.back().when = {{20'000}, {21'000}};
  CHECK(to("markdown", made, {.stamps = time_stamps::none}) ==
        "\\- un \\*mot\\* \\_souligné\\_, snake_case, \\<i>, [x\\](y) et 2 < 3\n\nun ***mot*** *gras* et penché\n");
  auto const lost = write_text(made, "markdown");
  REQUIRE(lost);
  CHECK(lost->diagnostics.empty());
}

TEST_CASE("without a clock each paragraph is one, and there are no stamps") {
  auto const read = read_text("Le premier paragraphe.\n\nLe deuxième.\n");
  REQUIRE(read);
  CHECK(to("markdown", read->value) == "Le premier paragraphe.\n\nLe deuxième.\n");
}

TEST_CASE("what Markdown cannot carry is told once a kind") {
  transcript made;
  for (int i = 0; i < 2; ++i) {
    auto& cue = made.cues.emplace_back();
    cue.text = "mot";
    cue.words = {{{0, 3}, {{0}, {1}}, 1.0F}};
    cue.marks = {{{0, 3}, mark_kind::underline, ""}};
    cue.settings = "line:0";
  }
  auto const written = write_text(made, "markdown");
  REQUIRE(written);
  CHECK(written->diagnostics.size() == 3);
}
