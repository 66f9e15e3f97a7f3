#include "catch.hpp"

#include <mondegreen/impl/grammar/names_row.hpp>

using namespace mondegreen::impl;

namespace {

std::vector<std::string> plain(std::string_view row) {
  std::vector<names_cell> cells;
  if (!read_names_row(row, cells)) return {"<broken>"};
  std::vector<std::string> out;
  for (auto const& each : cells) out.push_back(each.text);
  return out;
}

std::vector<std::string> table(std::string_view row, char separator) {
  std::vector<names_cell> cells;
  if (!read_table_row(row, separator, cells)) return {"<broken>"};
  std::vector<std::string> out;
  for (auto const& each : cells) out.push_back(each.text);
  return out;
}

using list = std::vector<std::string>;

} // namespace

TEST_CASE("plain rows") {
  CHECK(plain("Scaleway") == list{"Scaleway"});
  CHECK(plain("  Yann LeCun : Yann Lequin |Yann Le Quin ") == list{"Yann LeCun", "Yann Lequin", "Yann Le Quin"});
  CHECK(plain("C# # a language") == list{"C#"});
  CHECK(plain("Llama 2: Lama 2 # not the animal: no | no") == list{"Llama 2", "Lama 2"});
  CHECK(plain("\u00C9tats-Unis: Etats-Unis") == list{"\u00C9tats-Unis", "Etats-Unis"});
  CHECK(plain("Veolia:") == list{"Veolia", ""});
  CHECK(plain(": Veolia") == list{"<broken>"});
  CHECK(plain("  : Veolia") == list{"<broken>"});
}

TEST_CASE("rows of a table") {
  CHECK(table("a\tb\t", '\t') == list{"a", "b", ""});
  CHECK(table("\"a, b\",c", ',') == list{"a, b", "c"});
  CHECK(table(R"("dit ""oui""" , c)", ',') == list{"dit \"oui\"", "c"});
  CHECK(table("5\" disk,c", ',') == list{"5\" disk", "c"});
  CHECK(table("\"a", ',') == list{"<broken>"});
  CHECK(table("\"a\"b,c", ',') == list{"<broken>"});
  CHECK(table("", ',') == list{""});
  CHECK(table("\xE9\xFF,b", ',') == list{"\xE9\xFF", "b"});
}

TEST_CASE("cells know where they stand") {
  std::vector<names_cell> cells;
  REQUIRE(read_table_row("ab,  cd ,\"e\"", ',', cells));
  REQUIRE(cells.size() == 3);
  CHECK(cells[1].where == mondegreen::span{5, 2});
  CHECK(cells[2].where == mondegreen::span{9, 3});
}
