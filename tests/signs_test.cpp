#include "catch.hpp"

#include <mondegreen/signs.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

using namespace mondegreen;
using namespace std::string_view_literals;

namespace {

/// Of signs.def and `repeated`; `any` always.
sign_set signs_in(std::string_view text) { return sign_table().in(text); }

} // namespace

TEST_CASE("a text has the signs that stand in it, and no others") {
  CHECK(signs_in("") == sign_set(sign::any));
  CHECK(signs_in("Bonjour à tous") == sign_set(sign::any));
  CHECK(signs_in("Vraiment ?").meets(sign::question));
  CHECK(signs_in("12 000").meets(sign::figure_end));
  CHECK(!signs_in("le 12").meets(sign::figure_end | sign::question));
  CHECK(signs_in("attends...").meets(sign::full_stops));
  CHECK(!signs_in("fin. Et. Oui.").meets(sign::full_stops));
  CHECK(signs_in("a -- b").meets(sign::loose_hyphen));
  CHECK(!signs_in("peut-être").meets(sign::loose_hyphen));
  CHECK(signs_in("a\0b"sv).meets(sign::control));
  CHECK(!signs_in("a\nb\tc\r").meets(sign::control));
}

TEST_CASE("before and behind a text a line end stands") {
  CHECK(signs_in(" mot").meets(sign::blank_line_start));
  CHECK(signs_in("a\n mot").meets(sign::blank_line_start));
  CHECK(signs_in("mot ").meets(sign::blank_before_low));
  CHECK(!signs_in("un mot").meets(sign::blank_before_low | sign::blank_line_start));
}

TEST_CASE("characters beyond ASCII are told by their bytes") {
  CHECK(signs_in("a\u00ADb").meets(sign::soft_hyphen));
  CHECK(signs_in("a\u200Bb").meets(sign::zero_width));
  CHECK(!signs_in("l’eau – oui…").meets(sign::zero_width));
  CHECK(signs_in("«non»").meets(sign::guillemet));
  CHECK(signs_in("привет").meets(sign::beyond_latin));
  CHECK(!signs_in("Łódź, œuvre").meets(sign::beyond_latin));
  CHECK(signs_in("Ã©tÃ©").meets(sign::accented_a | sign::neighbours));
}

TEST_CASE("sets are joined, and meet in what both have") {
  constexpr auto two = sign::colon | sign::question;
  static_assert(two.meets(sign::colon) && two.meets(sign::question) && !two.meets(sign::tab));
  static_assert(sign_set().empty() && !two.empty() && !two.meets({}));
  CHECK((two | sign::tab).meets(sign::tab));
}

TEST_CASE("a word or a phrase that stands twice in a row is told") {
  CHECK(signs_in("je je pense").meets(sign::repeated));
  CHECK(signs_in("Je… je pense").meets(sign::repeated));
  CHECK(signs_in("il y a, il y a").meets(sign::repeated));
  CHECK(signs_in("la vie la mort la vie la mort").meets(sign::repeated));
  CHECK_FALSE(signs_in("la vie la mort la vie").meets(sign::repeated));
  CHECK_FALSE(signs_in("un deux trois un quatre").meets(sign::repeated));
  std::string phrase;
  for (int i = 0; i < 32; ++i) phrase += std::string(1, static_cast<char>('a' + i % 26)) + (i < 26 ? " " : "x ");
  CHECK_FALSE(signs_in(phrase).meets(sign::repeated));
  CHECK(signs_in("Alors " + phrase + phrase + "voilà").meets(sign::repeated));
}

TEST_CASE("words that somebody asks for are signs") {
  sign_table table;
  auto const fillers = table.add();
  auto const elided = table.add();
  table.mark("euh|du coup=x", fillers);
  table.mark("que il", elided);
  CHECK(table.in("Oui, euh, non").meets(fillers));
  CHECK(table.in("EUH").meets(fillers));
  CHECK_FALSE(table.in("Oui, heuh, non. Du bon coup").meets(fillers | elided));
  CHECK(table.in("Du\n coup").meets(fillers));
  CHECK_FALSE(table.in("coup du").meets(fillers));
  CHECK(table.in("bien que il dise").meets(elided));
  CHECK_FALSE(table.in("bien que il dise").meets(fillers));
  // Of a longer phrase the last two words tell.
  auto const compound = table.add();
  table.mark("c'est à dire", compound);
  CHECK(table.in("C’EST A DIRE").meets(compound));
  CHECK_FALSE(table.in("c'est à voir").meets(compound));
  // Whatever may be folded in another way may be any word.
  CHECK(table.in("привет").meets(fillers));
}

TEST_CASE("the first word is told as a number") {
  auto const first = [](std::string_view text) {
    std::uint32_t word = 1;
    sign_table().in(text, &word);
    return word;
  };
  CHECK(first("« L’été »") == first("l"));
  CHECK(first("un mot") != first("deux mots"));
  CHECK(first("…") == 0);
  CHECK(first("Łódź") == 0);
}

TEST_CASE("when all signs are given away, the last ones are had by each text") {
  sign_table table;
  sign_set last;
  for (int i = 0; i < 100; ++i) last = table.add();
  CHECK(last == sign_set(sign::any));
  CHECK(table.in("").meets(last));
}

TEST_CASE("where only marks have changed, words need not be looked at again") {
  sign_table table;
  auto const fillers = table.add();
  table.mark("euh", fillers);
  for (auto const& [before, after] : {std::pair("Euh, l'eau ?", "Euh, l’eau\u00A0?"), std::pair("je je ...", "je je…"),
                                      std::pair("привет...", "привет…"), std::pair("a  b", "a b")})
    CHECK(table.again(after, table.in(before)) == table.in(after));
}
