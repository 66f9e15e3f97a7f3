#include <mondegreen/profile.hpp>

#include "catch.hpp"

#include <string>

using namespace mondegreen;

TEST_CASE("the library's profiles are whole") {
  REQUIRE(profiles().size() > 15);
  for (auto const& each : profiles()) {
    INFO(each.id);
    CHECK_FALSE(each.name.empty());
    CHECK_FALSE(each.source.empty());
    CHECK(each.characters > 0);
    CHECK((each.characters_a_second > 0 || each.words_a_minute > 0));
    CHECK((each.most_duration == 0 || each.least_duration < each.most_duration));
    CHECK(find_profile(each.id) == &each);
  }
}

TEST_CASE("what a profile says nothing of it inherits") {
  auto const* french = find_profile("netflix-fr");
  REQUIRE(french != nullptr);
  CHECK(french->characters_a_second == 17);
  CHECK(french->columns() == 42);
  CHECK(french->gap_frames == 2);
  CHECK(french->least_gap() == 83);
  CHECK(french->thin_space == "U+00A0");
  CHECK(find_profile("netflix-fr-children")->characters_a_second == 13);
  CHECK(find_profile("netflix-fr-children")->dialogue == "- ");
}

TEST_CASE("full-width characters count as two columns") { CHECK(find_profile("netflix-ja")->columns() == 26); }

TEST_CASE("a name with a profile for each language") {
  CHECK(find_profile("netflix", "fr") == find_profile("netflix-fr"));
  CHECK(find_profile("netflix", "fr-CA") == find_profile("netflix-fr"));
  CHECK(find_profile("netflix", "xx") == find_profile("netflix"));
  CHECK(find_profile("bbc", "fr") == find_profile("bbc"));
  CHECK(find_profile("nobody") == nullptr);
}

TEST_CASE("a profile of one's own") {
  auto const read =
      read_profile("inherits = \"netflix-fr\"\nname = \"Ours\"\n[lines]\ncharacters = 38\n", "house/ours.toml");
  REQUIRE(read.usable());
  CHECK(read.diagnostics.empty());
  CHECK(read.value.id == "ours");
  CHECK(read.value.columns() == 38);
  CHECK(read.value.characters_a_second == 17);
}

TEST_CASE("what does not fit is told with its place") {
  auto const read = read_profile("lines.charcters = 38\ngap.frames = 3\nlines = { most = 2 }\n");
  CHECK_FALSE(read.usable()); // a table cannot be opened twice: TOML itself
  auto const other = read_profile("[lines]\ncharcters = 38\nmost = \"two\"\n[duration]\nleast_ms = nan\n");
  REQUIRE(other.diagnostics.size() == 3);
  CHECK_FALSE(other.usable());
  CHECK(other.diagnostics[0].what == code::profile_key);
  CHECK(other.text->locate(other.diagnostics[0].where.offset).line == 2);
  CHECK(other.diagnostics[1].what == code::profile_value);
  CHECK(other.diagnostics[2].what == code::profile_value);
}

TEST_CASE("limits that contradict each other") {
  auto const read = read_profile("[duration]\nleast_ms = 5000\nmost_ms = 4000\n");
  REQUIRE(read.diagnostics.size() == 1);
  auto const& told = read.diagnostics[0];
  CHECK(told.what == code::profile_contradiction);
  CHECK(told.message.find("5000") != std::string::npos);
  CHECK(told.message.find("4000") != std::string::npos);
  CHECK(read.text->locate(told.where.offset).line == 2);
  // One of them inherited.
  auto const other = read_profile("inherits = \"netflix\"\n[duration]\nleast_ms = 9000\n");
  REQUIRE(other.diagnostics.size() == 1);
  CHECK(other.diagnostics[0].message.find("7000") != std::string::npos);
}

TEST_CASE("bytes that are no TOML") {
  for (std::string const text : {"= 3", "[a", "x = \"", "\xFF\xFE", "a = 1\na = 2", "\0"}) {
    auto const read = read_profile(text);
    CHECK((read.usable() || !read.diagnostics.empty()));
  }
  CHECK_FALSE(read_profile("x = \"").usable());
  CHECK_FALSE(read_profile("inherits = \"nobody\"").usable());
  CHECK(read_profile("").usable());
}

TEST_CASE("a file that is not there") { CHECK_FALSE(load_profile("/nowhere/ours.toml").ok()); }
