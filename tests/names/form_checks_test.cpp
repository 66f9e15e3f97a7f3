#include <mondegreen/impl/names/form_checks.hpp>

#include "catch.hpp"

#include <string>

using namespace mondegreen;

namespace {

std::string tidied(std::string text) {
  impl::tidy_form(text);
  return text;
}

} // namespace

TEST_CASE("control and zero-width characters go, spaces become plain") {
  CHECK(tidied("Odile\x07 Kerjean") == "Odile Kerjean");
  CHECK(tidied("\u200BOdile\u00A0Kerjean\uFEFF") == "Odile Kerjean");
  CHECK(tidied("Ker\u00ADjean") == "Kerjean");
  CHECK(tidied("\x01\x02").empty());
  std::string plain = "Zo\u00E9 L'H\u00E9r";
  CHECK_FALSE(impl::tidy_form(plain));
  CHECK(plain == "Zo\u00E9 L'H\u00E9r");
}

TEST_CASE("only Latin letters are read aloud") {
  CHECK(impl::has_sound("Zo\u00E9 L'H\u00E9r 2"));
  CHECK(impl::has_sound("Nguy\u1EC5n"));
  CHECK(impl::has_sound("3M"));
  CHECK_FALSE(impl::has_sound("\u041C\u0430\u0440\u0438\u044F"));
  CHECK_FALSE(impl::has_sound("\u6771\u4EAC"));
}

TEST_CASE("names that only case, accents and spaces tell apart") {
  impl::name_rows_builder rows;
  for (auto const* each : {"Meta", "OpenLLM", "META", "Open LLM", "M\u00E9ta", "Metal"}) rows.add({.form = each});
  auto const list = rows.finish();
  using pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  CHECK(impl::similar_forms(list) == pairs{{2, 0}, {3, 1}, {4, 0}});
}
