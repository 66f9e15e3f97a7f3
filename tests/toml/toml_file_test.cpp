#include <mondegreen/impl/toml/toml_file.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>

using namespace mondegreen;
using namespace mondegreen::impl;

TEST_CASE("keys with their values and places") {
  std::string_view const text =
      "name = \"é\"\n[lines]\nmost = 2\nwide = true\nlist = [\"a\", \"b\"]\n[gap]\nms = 8.5\nwhen = 1979-05-27\n";
  auto const read = read_toml(text);
  CHECK(read.diagnostics.empty());
  REQUIRE(read.entries.size() == 6);
  CHECK(read.entries[0].key == "name");
  CHECK(std::get<std::string>(read.entries[0].value) == "é");
  CHECK(slice(text, read.entries[0].where) == "\"é\"");
  CHECK(read.entries[1].key == "lines.most");
  CHECK(slice(text, read.entries[1].where) == "2");
  double number = 0;
  CHECK(read.entries[1].number(number));
  CHECK(number == 2);
  CHECK(std::get<bool>(read.entries[2].value));
  CHECK(std::get<std::vector<std::string>>(read.entries[3].value).size() == 2);
  CHECK(read.entries[4].number(number));
  CHECK_FALSE(read.entries[5].number(number));
  CHECK(read.entries[5].value.index() == 0);
}

TEST_CASE("what is no TOML has one diagnostic with its place") {
  auto const read = read_toml("a = 1\nb = \nc = 2\n");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.entries.empty());
  CHECK(read.diagnostics[0].what == code::toml_syntax);
  CHECK(read.diagnostics[0].where.offset >= 6);
  CHECK(read.diagnostics[0].where.offset <= 11);
}

TEST_CASE("depth and size are bounded") {
  CHECK(read_toml(std::string(100'000, '[')).entries.empty());
  CHECK(read_toml("a = " + std::string(5000, '[')).entries.empty());
}
