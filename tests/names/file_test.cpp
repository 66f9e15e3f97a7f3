#include "catch.hpp"

#include <mondegreen/impl/names/file.hpp>

#include <algorithm>

using namespace mondegreen;
using impl::read_names;

namespace {

bool told(impl::names_file const& file, code what) {
  return std::any_of(file.diagnostics.begin(), file.diagnostics.end(),
                     [&](diagnostic const& d) { return d.what == what; });
}

diagnostic const& find(impl::names_file const& file, code what) {
  auto const at = std::find_if(file.diagnostics.begin(), file.diagnostics.end(),
                               [&](diagnostic const& d) { return d.what == what; });
  REQUIRE(at != file.diagnostics.end());
  return *at;
}

} // namespace

TEST_CASE("a plain file") {
  auto const file =
      read_names("# people\nYann LeCun: Yann Lequin | Yann Le Quin\r\n\r\nScaleway\rLlama 2 # the model\n");
  REQUIRE(file.list.size() == 3);
  CHECK(file.list[0].form == "Yann LeCun");
  CHECK(file.list[0].heard_as == std::vector<std::string>{"Yann Lequin", "Yann Le Quin"});
  CHECK(file.list[1].form == "Scaleway");
  CHECK(file.list[2].form == "Llama 2");
  CHECK(file.list[0].where == span{9, 38});
  CHECK(file.diagnostics.empty());
}

TEST_CASE("a table, tab-separated") {
  auto const file = read_names("name\theard_as\ttype\tlang\tcontext\tnot_context\tpolicy\n"
                               "FAIR\tle fer|Fair\torg\ten\tMeta|laboratoire\tfoire\treview\n"
                               "Albert\t\t\t\t\t\tnever\n"
                               "Veolia\n");
  REQUIRE(file.list.size() == 3);
  auto const& fair = file.list[0];
  CHECK(fair.heard_as == std::vector<std::string>{"le fer", "Fair"});
  CHECK(fair.type == "org");
  CHECK(fair.language == "en");
  CHECK(fair.context == std::vector<std::string>{"Meta", "laboratoire"});
  CHECK(fair.not_context == std::vector<std::string>{"foire"});
  CHECK(fair.policy == name_policy::review);
  CHECK(file.list[1].policy == name_policy::never);
  CHECK(file.list[2].policy == name_policy::automatic);
  CHECK(file.diagnostics.empty());
}

TEST_CASE("a table, comma- and semicolon-separated, in any order of columns") {
  auto const comma = read_names("type,name\nperson,\"Villani, C\u00E9dric\"\n");
  REQUIRE(comma.list.size() == 1);
  CHECK(comma.list[0].form == "Villani, C\u00E9dric");
  auto const semicolon = read_names("name;type\nOuessant;place\n");
  REQUIRE(semicolon.list.size() == 1);
  CHECK(semicolon.list[0].type == "place");
}

TEST_CASE("an unknown column is told where it stands, and the rest is read") {
  std::string const text = "name,colour,type\nLinagora,red,org\n";
  auto const file = read_names(text);
  REQUIRE(file.list.size() == 1);
  CHECK(file.list[0].type == "org");
  auto const& where = find(file, code::names_column).where;
  CHECK(slice(text, where) == "colour");
}

TEST_CASE("a broken row is an error with its line; the rest loads") {
  std::string const text = "name,type\nLinagora,org\n\"Scaleway,org\nVeolia,org,Paris\n,org\nOuessant,place\n";
  auto const file = read_names(text);
  REQUIRE(file.list.size() == 2);
  CHECK(file.list[1].form == "Ouessant");
  auto const made = make_source(text);
  std::vector<std::uint32_t> lines;
  for (auto const& each : file.diagnostics) {
    CHECK(each.what == code::names_row);
    CHECK(each.level == severity::error);
    lines.push_back(made->locate(each.where.offset).line);
  }
  CHECK(lines == std::vector<std::uint32_t>{3, 4, 5});
}

TEST_CASE("a plain row without a name is told") {
  auto const file = read_names("Linagora\n: Lina Gora\nVeolia\n");
  CHECK(file.list.size() == 2);
  CHECK(told(file, code::names_row));
}

TEST_CASE("doubles are joined and told") {
  auto const file = read_names("Meta: Metta\nScaleway\nMeta: M\u00E9ta | Metta\n");
  REQUIRE(file.list.size() == 2);
  CHECK(file.list[0].heard_as == std::vector<std::string>{"Metta", "M\u00E9ta"});
  CHECK(told(file, code::names_duplicate));
}

TEST_CASE("one mishearing of two names is told") {
  CHECK(told(read_names("Yann LeCun: Jean Lequin\nJean Lequint: Jean Lequin\n"), code::names_ambiguous));
  CHECK_FALSE(told(read_names("Yann LeCun: Jean Lequin | Jean Lequin\n"), code::names_ambiguous));
}

TEST_CASE("an unknown policy is the careful one") {
  auto const file = read_names("name\tpolicy\nMeta\talways\nVeolia\tauto\n");
  CHECK(file.list[0].policy == name_policy::review);
  CHECK(file.list[1].policy == name_policy::automatic);
  CHECK(told(file, code::names_policy));
}

TEST_CASE("a table whose header is missing") {
  auto const file = read_names("Meta\torg\nVeolia\torg\n");
  CHECK(told(file, code::names_header));
}

TEST_CASE("hostile input") {
  CHECK(told(read_names(""), code::names_empty));
  CHECK(told(read_names("\n\r\n# nothing\n"), code::names_empty));
  auto const file = read_names(std::string(100'000, 'x') + "\nMeta: " + std::string(1000, 'y') + "\n");
  REQUIRE(file.list.size() == 1);
  CHECK(file.list[0].heard_as.empty());
  CHECK(told(file, code::names_long));
  CHECK(read_names(std::string("a\0b\nc", 5)).list.size() == 2);
  CHECK(read_names("\xFF\xFE\n").list.size() == 1);
  CHECK(read_names(std::string(10'000, '|')).list.empty());
  CHECK(read_names("name," + std::string(10'000, ',')).diagnostics.size() == 1);
}
