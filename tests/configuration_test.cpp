#include <mondegreen/configuration.hpp>

#include "catch.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

using namespace mondegreen;

namespace {

std::string_view at(configuration_reading const& read, std::size_t which) {
  return slice(read.text->text(), read.diagnostics.at(which).where);
}

/// A folder that is gone afterwards.
struct folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / "mondegreen-configuration-test";
  folder() { std::filesystem::create_directories(path / "season" / "one"); }
  ~folder() { std::filesystem::remove_all(path); }
  void write(char const* name) const { std::ofstream(path / name) << "language = \"fr\"\n"; }
};

} // namespace

TEST_CASE("all that a configuration can say") {
  auto const read = read_configuration(R"(
names = ["names.tsv", "/srv/all.txt"]
context = "../page.txt"
language = "fr"
profile = ["fluent", "netflix-fr"]
only = "typography"
skip = ["turns", "typography.dashes"]
also = ["profanity"]
apply = "all"
mine = false
spelling = "dictionaries"
frame_rate = 25

[rules.typography.marks]
no-break = "ascii"
)",
                                       "shows/mondegreen.toml");
  CHECK(read.diagnostics.empty());
  REQUIRE(read.usable());
  auto const& it = read.value;
  CHECK(it.names == std::vector<std::string>{"shows/names.tsv", "/srv/all.txt"});
  CHECK(it.context == "page.txt");
  CHECK(it.language == "fr");
  CHECK(it.how == wording::fluent);
  CHECK(it.profile == "netflix-fr");
  CHECK(it.only == std::vector<std::string>{"typography"});
  CHECK(it.skip == std::vector<std::string>{"turns", "typography.dashes"});
  CHECK(it.also == std::vector<std::string>{"profanity"});
  CHECK(it.apply == apply_policy::all);
  CHECK(it.mine == false);
  CHECK(it.spelling == "shows/dictionaries");
  CHECK(it.frame_rate == 25);
  REQUIRE(it.settings.size() == 1);
  CHECK(it.settings[0].rule == "typography.marks");
  CHECK(it.settings[0].option == "no-break");
  CHECK(it.settings[0].value == "ascii");
}

TEST_CASE("an empty configuration says nothing") {
  auto const read = read_configuration("# nothing\n");
  CHECK(read.usable());
  CHECK(read.value.names.empty());
  CHECK_FALSE(read.value.how);
  CHECK_FALSE(read.value.apply);
  CHECK_FALSE(read.value.mine);
  CHECK(read.value.spelling.empty());
}

TEST_CASE("installed dictionaries are no path") {
  CHECK(read_configuration("spelling = \"installed\"\n", "shows/mondegreen.toml").value.spelling == "installed");
  CHECK(read_configuration("spelling = \"none\"\n", "shows/mondegreen.toml").value.spelling == "none");
}

TEST_CASE("a quoted rule is the same as one with dots") {
  auto const read = read_configuration("[rules.\"typography.marks\"]\nno-break = \"wide\"\n");
  REQUIRE(read.usable());
  REQUIRE(read.value.settings.size() == 1);
  CHECK(read.value.settings[0].rule == "typography.marks");
}

TEST_CASE("a misspelt key is named with the one that was likely meant, at its place") {
  auto const read = read_configuration("langage = \"fr\"\n\n  skp = [\"names\"]\nxyzzy = 1\n");
  CHECK_FALSE(read.usable());
  REQUIRE(read.diagnostics.size() == 3);
  CHECK(read.diagnostics[0].what == code::config_key);
  CHECK(read.diagnostics[0].hint == "did you mean 'language'?");
  CHECK(at(read, 0) == "langage");
  CHECK(read.diagnostics[1].hint == "did you mean 'skip'?");
  CHECK(at(read, 1) == "skp");
  CHECK(read.text->locate(read.diagnostics[1].where.offset).column == 3);
  CHECK(read.diagnostics[2].hint == "docs/configuration.md lists the keys");
}

TEST_CASE("values that are none") {
  auto const read =
      read_configuration("profile = [\"clean\", \"netflx-fr\"]\nskip = [\"turns\", \"nmes\"]\nlanguage = \"xx\"\n"
                         "mine = \"no\"\nframe_rate = 0\napply = \"some\"\nnames = 3\nalso = [1, 2]\n");
  CHECK_FALSE(read.usable());
  REQUIRE(read.diagnostics.size() == 8);
  CHECK(at(read, 0) == "\"netflx-fr\"");
  CHECK(read.diagnostics[0].hint == "did you mean 'netflix-fr'?");
  CHECK(at(read, 1) == "\"nmes\"");
  CHECK(read.diagnostics[1].hint == "did you mean 'names'?");
  CHECK(at(read, 2) == "\"xx\"");
  CHECK(read.diagnostics[3].message == "'mine' wants true or false");
  CHECK(read.diagnostics[4].message == "'frame_rate' wants a number from 1 to 1000");
  CHECK(read.diagnostics[5].message == "'apply' wants \"auto\", \"all\" or \"none\"");
  CHECK(read.diagnostics[6].message == "'names' wants a text in quotes, or a list of them");
  CHECK(read.diagnostics[7].message == "'also' wants a text in quotes, or a list of them");
}

TEST_CASE("a language without rules is a language") {
  auto const read = read_configuration("language = \"pt-BR\"\n");
  CHECK(read.usable());
  CHECK(read.value.language == "pt-BR");
}

TEST_CASE("options of rules that are none") {
  auto const read = read_configuration("[rules]\nnames = \"x\"\n[rules.typografy.marks]\nno-break = \"wide\"\n"
                                       "[rules.typography.marks]\nno-brake = \"wide\"\nno-break = \"thick\"\n"
                                       "[typography.marks]\nno-break = \"wide\"\n");
  CHECK_FALSE(read.usable());
  REQUIRE(read.diagnostics.size() == 5);
  CHECK(read.diagnostics[0].message == "'rules.names' names no option of a rule");
  CHECK(read.diagnostics[1].hint == "did you mean 'typography.marks'?");
  CHECK(read.diagnostics[2].hint == "did you mean 'no-break'?");
  CHECK(at(read, 2) == "no-brake");
  CHECK(read.diagnostics[3].what == code::config_value);
  CHECK(at(read, 3) == "\"thick\"");
  CHECK(read.diagnostics[4].hint == "options of rules stand in [rules]: rules.typography.marks.no-break");
}

TEST_CASE("what is no TOML is told with its place") {
  auto const read = read_configuration("skip = [\"turns\"\nlanguage = fr\n");
  CHECK_FALSE(read.usable());
  REQUIRE_FALSE(read.diagnostics.empty());
  CHECK(read.diagnostics[0].what == code::toml_syntax);
  CHECK(read.text->locate(read.diagnostics[0].where.offset).line == 2);
}

TEST_CASE("the nearest file above a transcript is found") {
  folder const in;
  auto const talk = (in.path / "season" / "one" / "talk.txt").string();
  auto const found = [&] {
    auto const path = find_configuration(talk);
    return path.empty()
               ? path
               : std::filesystem::canonical(path).lexically_relative(std::filesystem::canonical(in.path)).string();
  };
  in.write(".mondegreen.toml");
  CHECK(found() == ".mondegreen.toml");
  in.write("mondegreen.toml");
  CHECK(found() == "mondegreen.toml");
  in.write("season/.mondegreen.toml");
  CHECK(found() == "season/.mondegreen.toml");
  auto const read = load_configuration(find_configuration(talk));
  REQUIRE(read);
  CHECK(read->value.language == "fr");
  CHECK_FALSE(load_configuration((in.path / "none.toml").string()));
}
