#include "catch.hpp"
#include "temporary_folder.hpp"

#include <mondegreen/file.hpp>
#include <mondegreen/impl/names/sections.hpp>
#include <mondegreen/names.hpp>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

constexpr auto list = "name\theard_as\ttype\tlang\tcontext\tnot_context\tpolicy\n"
                      "Ma\u00EBlle Kerguelen\tMa\u00EBl Kergu\u00E9lin\tperson\t\tphare\t\t\n"
                      "Linagora\t\torg\t\t\t\t\n"
                      "Wilbur Thistlewood\t\t\ten\t\t\treview\n"
                      "feuille d'\u00E9rable\tfoi d'\u00E9rable\t\t\t\tautomne\t\n"
                      "IA Grand Phare\t\tevent\t\t\t\tnever\n";

constexpr auto text = "Bonjour Ma\u00EBl Kergu\u00E9lin, dit l'Inagora.\nLa foi d'\u00E9rable de Kerguellen au phare.\n"
                      "Wilbeur Tistelwoud, pour l'AI Grand Phare et la Lina Gorah.\n";

names parsed() { return names::parse(make_source(list, "guests.tsv")); }

/// All that a repair does and says.
std::string outcome(names const& with, std::string const& language) {
  auto const done = with.repair(text, {.language = language, .apply = apply_policy::all});
  auto out = done.text;
  for (auto const& each : done.edits) out += to_json(each, "x") + '\n';
  for (auto const& each : with.explain(text, {.language = language})) out += to_json(each) + '\n';
  return out;
}

} // namespace

TEST_CASE("what is saved repairs as what was built, to the byte") {
  temporary_folder const here;
  auto const built = parsed();
  built.build({"fr", "en-GB"});
  CHECK(built.built() == std::vector<std::string>{"en", "fr"});
  auto const path = here / "guests.mgx";
  auto const size = built.save(path);
  REQUIRE(size);
  CHECK(*size == std::filesystem::file_size(path));
  auto const loaded = names::load(path);
  REQUIRE(loaded);
  CHECK(loaded->built() == std::vector<std::string>{"en", "fr"});
  for (auto const* language : {"fr", "en", "de"}) {
    INFO(language); // German was not saved: its index is built when it is needed
    CHECK(outcome(*loaded, language) == outcome(built, language));
  }
  CHECK(outcome(built, "fr").find("guests.tsv line 2") != std::string::npos);
  REQUIRE(loaded->all().size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    auto const& a = loaded->all()[i];
    auto const& b = built.all()[i];
    CHECK(a.form == b.form);
    CHECK(a.heard_as == b.heard_as);
    CHECK(a.context == b.context);
    CHECK(a.not_context == b.not_context);
    CHECK(a.type == b.type);
    CHECK(a.language == b.language);
    CHECK(a.policy == b.policy);
    CHECK(a.where == b.where);
  }
}

TEST_CASE("saving twice gives the same bytes, and so does saving what was loaded") {
  temporary_folder const here;
  auto const save = [&](names const& what, std::string const& path) {
    REQUIRE(what.save(path));
    return *read_bytes(path);
  };
  auto const built = parsed();
  built.build({"fr"});
  auto const other = parsed();
  other.build({"fr"});
  auto const bytes = save(built, here / "a.mgx");
  CHECK(bytes == save(other, here / "b.mgx"));
  CHECK(bytes == save(*names::load(here / "a.mgx"), here / "c.mgx"));
}

TEST_CASE("names without an index can be saved, and an empty list") {
  temporary_folder const here;
  REQUIRE(parsed().save(here / "bare.mgx"));
  auto const bare = names::load(here / "bare.mgx");
  REQUIRE(bare);
  CHECK(bare->built().empty());
  CHECK(outcome(*bare, "fr") == outcome(parsed(), "fr"));
  names none;
  none.build({"fr"});
  REQUIRE(none.save(here / "none.mgx"));
  CHECK(names::load(here / "none.mgx")->size() == 0);
}

TEST_CASE("a saved file is known by its first bytes or its ending") {
  temporary_folder const here;
  REQUIRE(parsed().save(here / "guests.dat"));
  CHECK(names::load(here / "guests.dat")->size() == 5);
  REQUIRE(write_atomically(here / "list.mgx", "Linagora\n"));
  auto const refused = names::load(here / "list.mgx");
  REQUIRE_FALSE(refused);
  CHECK(refused.failure().code == error_code::refused);
  CHECK(names::load(here / "none.mgx").failure().code == error_code::not_found);
  REQUIRE(write_atomically(here / "empty.mgx", ""));
  CHECK_FALSE(names::load(here / "empty.mgx"));
}

TEST_CASE("every single byte that is wrong is noticed") {
  temporary_folder const here;
  auto const small = names::parse(make_source("Linagora: Lina Gora\nMa\u00EBlle Kerguelen\n"));
  small.build({"fr"});
  auto const path = here / "small.mgx";
  REQUIRE(small.save(path));
  auto const bytes = *read_bytes(path);
  auto memory = std::vector<std::uint64_t>((bytes.size() + 7) / 8);
  auto* const at = reinterpret_cast<char*>(memory.data());
  std::memcpy(at, bytes.data(), bytes.size());
  std::string_view const view(at, bytes.size());
  REQUIRE(sections::open({}, view, "small"));
  std::size_t taken = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    for (int const bit : {0, 7}) {
      at[i] = static_cast<char>(bytes[i] ^ (1 << bit));
      taken += sections::open({}, view, "small").ok();
      at[i] = bytes[i];
    }
  CHECK(taken == 0);
  for (std::size_t cut = 0; cut < bytes.size(); cut += 1 + cut / 16)
    taken += sections::open({}, view.substr(0, cut), "small").ok();
  CHECK(taken == 0);
  for (std::size_t i : {std::size_t{0}, std::size_t{9}, std::size_t{13}, bytes.size() / 2}) {
    auto wrong = bytes;
    wrong[i] = static_cast<char>(wrong[i] ^ 1);
    REQUIRE(write_atomically(path, wrong));
    CHECK(names::load(path).failure().code == error_code::refused);
  }
}

TEST_CASE("a file from another kind of machine or version is told from a damaged one") {
  temporary_folder const here;
  auto const path = here / "other.mgx";
  auto const why = [&](std::size_t at, std::string_view put) {
    REQUIRE(parsed().save(path));
    auto bytes = *read_bytes(path);
    bytes.replace(at, put.size(), put);
    REQUIRE(write_atomically(path, bytes));
    return names::load(path).failure().message;
  };
  CHECK(why(8, std::string_view("\1\2\3\4", 4)).find("orders bytes the other way") != std::string::npos);
  CHECK(why(12, std::string_view("\11\0\0\0", 4)).find("version 9") != std::string::npos);
  CHECK(why(100, "x").find("checksum") != std::string::npos);
}

TEST_CASE("numbers in a file that lead astray lead nowhere") {
  // As a hostile file would have them: the checksum is right, what stands in the sections is not.
  auto const small = parsed();
  temporary_folder const here;
  small.build({"fr"});
  REQUIRE(small.save(here / "a.mgx"));
  auto const bytes = *read_bytes(here / "a.mgx");
  auto const saved = [&] {
    auto memory = std::make_shared<std::vector<std::uint64_t>>((bytes.size() + 7) / 8);
    std::memcpy(memory->data(), bytes.data(), bytes.size());
    return *sections::open(memory, {reinterpret_cast<char const*>(memory->data()), bytes.size()}, "a");
  }();
  auto const places = saved.all();
  for (std::size_t which = 0; which < places.size(); ++which)
    for (std::uint32_t const seed : {0U, 1U, 0xFFFFFFFFU, 0x7F3A91C5U}) {
      std::string wrong(saved.text(places[which]));
      auto value = seed;
      for (std::size_t i = 0; i < wrong.size(); ++i) {
        if (seed > 1 && seed != 0xFFFFFFFFU) value = value * 1664525U + 1013904223U;
        if (value % 3 != 1 || seed < 2) wrong[i] = static_cast<char>(value >> 24U);
      }
      sections_writer out;
      for (std::size_t i = 0; i < places.size(); ++i)
        out.add_bytes(places[i].what, places[i].group, i == which ? wrong : saved.text(places[i]));
      auto const path = here / "wrong.mgx";
      REQUIRE(write_atomically(path, out.finish().bytes()));
      // Refused or not, nothing is read that is not there.
      if (auto const loaded = names::load(path)) CHECK_FALSE(outcome(*loaded, "fr").empty());
    }
}
