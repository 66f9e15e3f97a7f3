#include <mondegreen/impl/grammar/speaker.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

std::string label(std::string_view text) {
  auto const found = read_label(text);
  if (!found) return "no label";
  return std::string(slice(text, found.name)) + "|" + std::string(text.substr(found.text));
}

std::string named(std::string_view line) {
  auto const found = read_speaker_clock(line);
  if (!found) return "no name";
  return std::string(slice(line, found.name)) + "|" + std::to_string(found.time.first.ms) + "|" +
         std::string(line.substr(found.at + found.time.text));
}

} // namespace

TEST_CASE("a label stands before a colon and a blank") {
  CHECK(label("Inès: bonjour") == "Inès|bonjour");
  CHECK(label("Inès : bonjour") == "Inès|bonjour");
  CHECK(label("Inès\xC2\xA0: bonjour") == "Inès|bonjour");
  CHECK(label("Anne-Marie Le Goff: oui") == "Anne-Marie Le Goff|oui");
  CHECK(label("Inès:") == "Inès|");
  CHECK(label("**Inès:** oui") == "Inès|oui");
  CHECK(label("**Inès**: oui") == "Inès|oui");
  CHECK(label("Inès:** oui") == "Inès|oui");
  CHECK(read_label("**Inès:** oui").bold);
  CHECK_FALSE(read_label("Inès: oui").bold);
}

TEST_CASE("a colon elsewhere is no label") {
  for (auto const* text : {"", ":", " : oui", "https://exemple.fr", "Re:Invent", "Oui, merci : au revoir", "Bonjour",
                           "Il dit (tout bas) : oui", "\xC2\xAB Oui \xC2\xBB, dit-il : \"non\""}) {
    INFO(text);
    auto const found = read_label(text);
    CHECK((!found || !shape_of_name(slice(text, found.name)).possible));
  }
}

TEST_CASE("what a name looks like") {
  for (auto const* name : {"Inès", "Anne-Marie Le Goff", "Charles de Gaulle", "Jean d'Ormesson", "Dr. Martin", "ÉLODIE",
                           "Ludwig van Beethoven", "Speaker 1", "SPEAKER_01", "Intervenant #2", "M. Dupont"}) {
    INFO(name);
    CHECK(shape_of_name(name).possible);
  }
  for (auto const* name : {"", "La question est simple", "L'inertie des grandes entreprises", "bonjour", "et puis", "2",
                           "Charles de", "Un Deux Trois Quatre Cinq Six", "Merci beaucoup", "12 mai"}) {
    INFO(name);
    CHECK_FALSE(shape_of_name(name).possible);
  }
  CHECK(shape_of_name("Speaker 1").numbered);
  CHECK(shape_of_name("SPEAKER_01").numbered);
  CHECK_FALSE(shape_of_name("Inès").numbered);
}

TEST_CASE("a name may stand before the time") {
  CHECK(named("Inès Marchand  0:12") == "Inès Marchand|12000|");
  CHECK(named("**Inès**  0:12  ") == "Inès|12000|");
  CHECK(named("Thomas (01:38.692)") == "Thomas|98692|");
  CHECK(named("Inès: 00:01:00") == "Inès|60000|");
  CHECK(named("**Inès** [00:00:30] Bonjour") == "Inès|30000|Bonjour");
  CHECK(named("Marc 00:00:00 \xE2\x80\x93 00:00:13 : Bonjour") == "Marc|0|Bonjour");
  CHECK(named("Speaker 1  0:12") == "Speaker 1|12000|");
  CHECK(named("0:12 Inès") == "no name");
  CHECK(named("Inès, 0:12") == "no name");
  CHECK(named("Inès") == "no name");
}

TEST_CASE("turn marks") {
  CHECK(read_turn_mark(">> Oui") == 3);
  CHECK(read_turn_mark(">>> Oui") == 4);
  CHECK(read_turn_mark(">>Oui") == 0);
  CHECK(read_turn_mark("> Oui") == 0);
  CHECK(read_turn_mark("") == 0);
}

TEST_CASE("any bytes will do") {
  for (int byte = 0; byte < 256; ++byte) {
    auto const c = static_cast<char>(byte);
    for (std::string const& text : {std::string(3, c), std::string("A") + c + ": b", std::string("A") + c + " 0:12"}) {
      CHECK_NOTHROW(read_label(text));
      CHECK_NOTHROW(read_speaker_clock(text));
      CHECK_NOTHROW(shape_of_name(text));
      CHECK_NOTHROW(read_turn_mark(text));
    }
  }
}
