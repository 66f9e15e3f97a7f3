#include <mondegreen/impl/rules/protected.hpp>
#include <mondegreen/mondegreen.hpp>

#include "../catch.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace mondegreen;
using impl::rules::protected_kind;

namespace {

std::vector<std::string> found(std::string_view text, protected_kind kind, std::string_view language = "fr") {
  std::vector<std::string> out;
  for (auto const& each : impl::rules::find_protected(text, *find_language(language)))
    if (each.kind == kind) out.emplace_back(slice(text, each.where));
  return out;
}

using list = std::vector<std::string>;

} // namespace

TEST_CASE("addresses") {
  CHECK(found("Voir https://exemple.fr/a?b=1;c, ou www.exemple.org.", protected_kind::address) ==
        list{"https://exemple.fr/a?b=1;c", "www.exemple.org"});
  CHECK(found("Sur exemple.co, écrivez à ana.b@exemple.fr (ou @ana, #pain).", protected_kind::address) ==
        list{"exemple.co", "ana.b@exemple.fr", "@ana", "#pain"});
  CHECK(found("« exemple.chat »", protected_kind::address) == list{"exemple.chat"});
}

TEST_CASE("the end of a sentence is no address") {
  CHECK(found("Il dort.Elle lit. Fin.", protected_kind::address).empty());
  CHECK(found("Bonjour... à vous", protected_kind::address).empty());
}

TEST_CASE("files and paths") {
  CHECK(found("Ouvrez C:\\talks\\a.txt ou /usr/bin et mon_fichier", protected_kind::file) ==
        list{"C:\\talks\\a.txt", "/usr/bin", "mon_fichier"});
  CHECK(found("le fichier notes.txt est là", protected_kind::address) == list{"notes.txt"});
}

TEST_CASE("times") {
  CHECK(found("à 10:30, à 10h30 et de 00:01:02 à 8h", protected_kind::time) ==
        list{"10:30", "10h30", "00:01:02", "8h"});
}

TEST_CASE("numbers reach to their unit") {
  CHECK(found("5 mm, 140 000 km/h et 99,99 % de 12/10/2024", protected_kind::number) ==
        list{"5 mm", "140 000 km/h", "99,99 %", "12/10/2024"});
  CHECK(found("en 2024 des gens", protected_kind::number) == list{"2024"});
  CHECK(found("vingt ans", protected_kind::number).empty());
}

TEST_CASE("inclusive writing") {
  CHECK(found("les professionnel.le.s, étudiant·e·s et auteur(e)s", protected_kind::inclusive) ==
        list{"professionnel.le.s", "étudiant·e·s", "auteur(e)s"});
  CHECK(found("Il est parti (hier).", protected_kind::inclusive).empty());
}

TEST_CASE("code, and quotations in another language") {
  CHECK(found("tapez `ls -l ; pwd` ici", protected_kind::code) == list{"`ls -l ; pwd`"});
  CHECK(found("Il dit : « what is it that you want from them? » et sort.", protected_kind::foreign) ==
        list{"what is it that you want from them?"});
  CHECK(found("Il dit : « qu'est-ce que vous voulez de nous ? » et sort.", protected_kind::foreign).empty());
}

TEST_CASE("a shield covers what would enter a span, not what stands beside it") {
  std::string_view const text = "voir exemple.fr : oui";
  impl::rules::shield guard(text, *find_language("fr"));
  CHECK(guard.covers({12, 1}));
  CHECK(guard.covers({7, 0}));
  CHECK_FALSE(guard.covers({15, 1}));
  CHECK_FALSE(guard.covers({5, 0}));
  constexpr auto own = protected_kind::address;
  CHECK_FALSE(guard.covers({12, 1}, &own));
}

TEST_CASE("any bytes will do") {
  for (std::string_view const text :
       {"", ".", "...", "@", "a.", ".b", "\xC2", "\xE2\x80", "5", "5 ", "(", "a(", "`", "«", "\"\""})
    CHECK_NOTHROW(impl::rules::find_protected(text, no_language()));
}
