#include "catch.hpp"

#include <mondegreen/signs.hpp>

#include <string_view>

using namespace mondegreen;
using namespace std::string_view_literals;

TEST_CASE("a text has the signs that stand in it, and no others") {
  CHECK(sign_set::in("") == sign_set());
  CHECK(sign_set::in("Bonjour à tous") == sign_set());
  CHECK(sign_set::in("Vraiment ?").meets(sign::question));
  CHECK(sign_set::in("12 000").meets(sign::figure_end));
  CHECK(!sign_set::in("le 12").meets(sign::figure_end | sign::question));
  CHECK(sign_set::in("attends...").meets(sign::full_stops));
  CHECK(!sign_set::in("fin. Et. Oui.").meets(sign::full_stops));
  CHECK(sign_set::in("a -- b").meets(sign::loose_hyphen));
  CHECK(!sign_set::in("peut-être").meets(sign::loose_hyphen));
  CHECK(sign_set::in("a\0b"sv).meets(sign::control));
  CHECK(!sign_set::in("a\nb\tc\r").meets(sign::control));
}

TEST_CASE("before and behind a text a line end stands") {
  CHECK(sign_set::in(" mot").meets(sign::blank_line_start));
  CHECK(sign_set::in("a\n mot").meets(sign::blank_line_start));
  CHECK(sign_set::in("mot ").meets(sign::blank_before_low));
  CHECK(!sign_set::in("un mot").meets(sign::blank_before_low | sign::blank_line_start));
}

TEST_CASE("characters beyond ASCII are told by their bytes") {
  CHECK(sign_set::in("a\u00ADb").meets(sign::soft_hyphen));
  CHECK(sign_set::in("a\u200Bb").meets(sign::zero_width));
  CHECK(!sign_set::in("l’eau – oui…").meets(sign::zero_width));
  CHECK(sign_set::in("«non»").meets(sign::guillemet));
  CHECK(sign_set::in("привет").meets(sign::beyond_latin));
  CHECK(!sign_set::in("Łódź, œuvre").meets(sign::beyond_latin));
  CHECK(sign_set::in("Ã©tÃ©").meets(sign::accented_a | sign::neighbours));
}

TEST_CASE("sets are joined, and meet in what both have") {
  constexpr auto two = sign::colon | sign::question;
  static_assert(two.meets(sign::colon) && two.meets(sign::question) && !two.meets(sign::tab));
  static_assert(sign_set().empty() && !two.empty() && !two.meets({}));
  CHECK((two | sign::tab).meets(sign::tab));
}
