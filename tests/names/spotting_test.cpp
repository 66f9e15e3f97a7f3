#include <mondegreen/impl/names/spotting.hpp>

#include "catch.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace mondegreen;

namespace {

/// "form (type), form"
std::string spotted_in(std::string_view text, std::string_view language, std::string_view role = "description") {
  std::vector<impl::document_part> const parts{{text, role, false, false}};
  std::string out;
  for (auto const& each : impl::spot_names(parts, impl::tokenize({{text, false}}), *find_language(language)))
    out += (out.empty() ? "" : ", ") + each.form + (each.type.empty() ? "" : " (" + std::string(each.type) + ")");
  return out;
}

} // namespace

TEST_CASE("persons are known by first name, title and role") {
  CHECK(spotted_in("On re\u00E7oit Odile Kerjean et Charles de Kergorlay.", "fr") ==
        "Odile Kerjean (person), Charles de Kergorlay (person)");
  CHECK(spotted_in("Merci \u00E0 M. Kerjean.", "fr") == "Kerjean (person)");
  CHECK(spotted_in("Avec Yannig Goazec, directeur du port.", "fr") == "Yannig Goazec (person)");
  CHECK(spotted_in("Avec Yannig Goazec, qui parle du port.", "fr") == "Yannig Goazec");
  CHECK(spotted_in("We met Dr. Halvorsen there.", "en") == "Halvorsen (person)");
}

TEST_CASE("organisations are known by their words, and by who works for them") {
  CHECK(spotted_in("Elle travaille chez Korrigan depuis peu.", "fr") == "Korrigan (org)");
  CHECK(spotted_in("Odile Kerjean, pr\u00E9sidente fondatrice d'Orangerie.", "fr") ==
        "Odile Kerjean (person), Orangerie (org)");
  CHECK(spotted_in("Voici l'Institut de Cornouaille.", "fr") == "Institut de Cornouaille (org)");
  CHECK(spotted_in("She left the Bank of Wessex, said the head of Brambletech.", "en") ==
        "Bank of Wessex (org), Brambletech (org)");
}

TEST_CASE("a person does not swallow the organisation behind") {
  CHECK(spotted_in("J'ai vu Odile Kerjean de Korrigan hier.", "fr") == "Odile Kerjean (person), Korrigan");
}

TEST_CASE("apostrophes, hyphens and numbers are parts of names, articles are not") {
  CHECK(spotted_in("On va \u00E0 Penmarc'h avec l'Arvorig 2 et Roz-ar-Gwin.", "fr") ==
        "Penmarc'h, Arvorig 2, Roz-ar-Gwin");
}

TEST_CASE("what is no name") {
  CHECK(spotted_in("Demain il pleut. Le Temps sera gris.", "fr").empty());
  CHECK(spotted_in("TOUT LE MONDE SE RETROUVE DEMAIN MATIN", "fr").empty());
  CHECK(spotted_in("On Monday we met in the House.", "en").empty());
  CHECK(spotted_in("voir https://Korrigan.bzh/Penmarch", "fr").empty());
  CHECK(spotted_in("", "fr").empty());
}

TEST_CASE("a list has a name a line") {
  CHECK(spotted_in("\u00C0 voir :\nOdile Kerjean\nKorrigan", "fr") == "Odile Kerjean (person), Korrigan");
}
