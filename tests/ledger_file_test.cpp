#include <mondegreen/ledger_file.hpp>

#include "catch.hpp"

#include <mondegreen/pipeline.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace mondegreen;

namespace {

std::string line(std::uint32_t at_line, std::uint32_t column, std::string_view before, std::string_view after,
                 std::string_view status, std::string_view rule = "names", std::string_view file = "talk.txt") {
  edit one;
  one.at = {at_line, column};
  one.before = before;
  one.after = after;
  one.rule = rule;
  auto out = to_json(one, file) + "\n";
  out.replace(out.find("\"applied\""), 9, "\"" + std::string(status) + "\"");
  return out;
}

std::string lines_of(ledger const& edits, std::string_view file) {
  std::string out;
  for (auto const& each : edits) out += to_json(each, file) + "\n";
  return out;
}

struct cleaned {
  std::string text;
  ledger edits;
};

constexpr std::string_view page = "00:12 Bonjour Martin Signou .\n00:15 Oui, oui, je je suis à l'Inagora.\n";

cleaned clean_page(std::span<edit const> reviewed) {
  auto const list = names::parse(make_source("Martin Signoux: Signou\nLinagora\n", "names.txt"));
  auto talk = read(make_source(std::string(page), "talk.txt"))->value;
  cleaned out;
  out.edits = clean(talk, {.names = &list, .language = "fr", .reviewed = reviewed});
  for (auto const& each : talk.cues) out.text += each.text + "\n";
  return out;
}

} // namespace

TEST_CASE("a ledger is read as it was written") {
  auto const first = clean_page({});
  REQUIRE(first.edits.size() > 3);
  auto const from = make_source(std::string(page), "talk.txt");
  auto const again = read_ledger(lines_of(first.edits, "talk.txt"), *from);
  REQUIRE(again);
  CHECK(lines_of(*again, "talk.txt") == lines_of(first.edits, "talk.txt"));
  CHECK(replay(*again, *from) == replay(first.edits, *from));
  for (std::size_t i = 0; i < first.edits.size(); ++i) CHECK((*again)[i].where == first.edits[i].where);
}

TEST_CASE("edits come in any order, with blank lines between, from another folder") {
  auto const from = make_source("ça va\nété\n", "here/talk.txt");
  auto const read = read_ledger("\n" + line(2, 2, "té", "lu", "applied", "x", "there/talk.txt") + " \r\n" +
                                    line(1, 4, "va", "ira", "suggested", "x", "there/talk.txt"),
                                *from);
  REQUIRE(read);
  REQUIRE(read->size() == 2);
  CHECK((*read)[0].where == span{4, 2});
  CHECK((*read)[1].where == span{9, 3});
  CHECK((*read)[0].status == edit_status::suggested);
  // Where one line names this very file, the others are about others.
  auto const two = read_ledger(line(1, 1, "no", "", "applied", "x", "there/talk.txt") +
                                   line(1, 4, "va", "ira", "applied", "x", "here/talk.txt"),
                               *from);
  REQUIRE(two);
  CHECK(two->size() == 1);
  CHECK(read_ledger("", *from)->empty());
}

TEST_CASE("a ledger of many files is read once and asked about each") {
  auto const file = ledger_file::parse(line(1, 1, "un", "1", "applied", "x", "a/one.txt") +
                                       line(1, 1, "deux", "2", "applied", "x", "b/one.txt") +
                                       line(1, 1, "trois", "3", "applied", "x", "two.txt") +
                                       R"({"line":1,"column":1,"before":"","after":"- ","status":"suggested"})");
  REQUIRE(file);
  auto const after = [&](std::string_view text, std::string_view name) {
    std::string all;
    auto const edits = file->edits_of(*make_source(std::string(text), std::string(name)));
    REQUIRE(edits);
    for (auto const& each : *edits) all += each.after + "|";
    return all;
  };
  CHECK(after("un", "a/one.txt") == "1|- |");
  CHECK(after("deux", "b/one.txt") == "2|- |");
  CHECK(after("trois", "elsewhere/two.txt") == "3|- |");
  CHECK(after("quatre", "three.txt") == "- |");
  // Of the two in other folders neither can be preferred, and the text has the words of one at most.
  CHECK_FALSE(file->edits_of(*make_source("un", "c/one.txt")));
}

TEST_CASE("times of a ledger may be before 0, and what is no time is none") {
  auto const from = make_source("un\n", "talk.txt");
  auto const when = [&](std::string const& start) {
    auto const read = read_ledger(
        R"({"line":1,"column":1,"before":"un","after":"1","status":"rejected","cue":0,"end_ms":5,"start_ms":)" + start +
            "}",
        *from);
    REQUIRE(read);
    return (*read)[0].when.start.ms;
  };
  CHECK(when("-250") == -250);
  CHECK(when("5000000000") == 5'000'000'000);
  CHECK(when("18446744073709551615") <= max_ms);
  CHECK(when("\"soon\"") == 0);
  CHECK(when("1.5") == 0);
}

TEST_CASE("what is wrong with a ledger is told with its line") {
  auto const from = make_source("un deux trois\r\n", "talk.txt");
  auto const told = [&](std::string const& lines) {
    auto const read = read_ledger(lines, *from, "talk.jsonl");
    REQUIRE_FALSE(read);
    CHECK(read.failure().code == error_code::bad_option);
    return read.failure().message;
  };
  CHECK(told("{}\n") == "talk.jsonl:1: \"line\" and \"column\" are wanted, numbers from 1");
  CHECK(told("\n[1]\n").starts_with("talk.jsonl:2: this is no edit"));
  CHECK(told("{\"line\":1").starts_with("talk.jsonl:1: this is no edit"));
  CHECK(told(std::string(100'000, '[')).starts_with("talk.jsonl:1: this is no edit"));
  CHECK(told(R"({"line":1,"column":1,"before":1,"after":""})").find("\"before\"") != std::string::npos);
  CHECK(told(line(1, 1, "un", "1", "aplied")).find("'aplied'") != std::string::npos);
  CHECK(told(line(1, 1, "deux", "2", "applied")).find("talk.txt:1:1 does not read 'deux'") != std::string::npos);
  CHECK(told(line(7, 1, "", "2", "applied")).find("talk.txt:7:1") != std::string::npos);
  CHECK(told(line(1, 99, "", "2", "applied")).find("talk.txt:1:99") != std::string::npos);
  CHECK(told(line(1, 4'000'000'000U, "", "2", "applied")).find("does not read") != std::string::npos);
  CHECK(told(line(1, 4, "deux trois", "2 3", "applied") + line(1, 9, "trois", "3", "applied"))
            .find("talk.jsonl:2: this edit changes words that the one in line 1 changes") != std::string::npos);
  CHECK(read_ledger(line(1, 4, "deux trois", "2 3", "applied") + line(1, 9, "trois", "3", "rejected"), *from));
}

TEST_CASE("what was rejected is not done, what was accepted is") {
  auto const first = clean_page({});
  CHECK(first.text == "Bonjour Martin Signoux.\nOui, oui, je suis à Linagora.\n");
  SECTION("each edit by itself, and all of them") {
    for (std::size_t i = 0; i <= first.edits.size(); ++i) {
      auto said = first.edits;
      for (std::size_t k = 0; k < said.size(); ++k)
        if (k == i || i == said.size()) said[k].status = edit_status::rejected;
      auto const second = clean_page(said);
      INFO(i);
      CHECK(not_followed(said, second.edits).empty());
      CHECK(lines_of(second.edits, "talk.txt") == lines_of(said, "talk.txt"));
      auto const from = make_source(std::string(page), "talk.txt");
      if (i == said.size()) CHECK(replay(second.edits, *from) == page);
    }
  }
  SECTION("as the person wrote it") {
    auto said = first.edits;
    for (auto& each : said)
      if (each.after == "Signoux") each.after = "SIGNOUX";
    auto const second = clean_page(said);
    CHECK(second.text == "Bonjour Martin SIGNOUX.\nOui, oui, je suis à Linagora.\n");
    CHECK(not_followed(said, second.edits).empty());
  }
  SECTION("what no rule does is told") {
    auto said = first.edits;
    edit own;
    own.rule = "names";
    own.where = {6, 7};
    own.before = "Bonjour";
    own.after = "Bonsoir";
    said.insert(said.begin(), own);
    auto const second = clean_page(said);
    auto const left = not_followed(said, second.edits);
    REQUIRE(left.size() == 1);
    CHECK(left[0]->after == "Bonsoir");
  }
}

TEST_CASE("of two suggestions for one place the accepted one is made, and rejected edits may overlap") {
  auto talk = read(make_source("00:12 un deux trois quatre\n", "talk.txt"))->value;
  auto const said = [](std::uint32_t offset, std::string_view before, std::string_view after, edit_status status) {
    edit one;
    one.rule = "essai";
    one.status = status;
    one.where = {offset, static_cast<std::uint32_t>(before.size())};
    one.before = before;
    one.after = after;
    return one;
  };
  ledger const reviewed{said(6, "un", "1", edit_status::suggested), said(6, "un", "I", edit_status::applied),
                        said(9, "deux trois", "", edit_status::rejected), said(14, "trois", "3", edit_status::rejected),
                        said(9, "", "- ", edit_status::rejected)};
  editor edits(talk);
  edits.go_by(reviewed);
  edits.begin("essai");
  place const first{place::part::cue, 0};
  CHECK(edits.replace(first, {14, 6}, "4"));
  CHECK_FALSE(edits.replace(first, {8, 5}, "3"));
  CHECK_FALSE(edits.replace(first, {3, 4}, "2"));
  CHECK_FALSE(edits.replace(first, {7, 0}, ","));
  CHECK_FALSE(edits.replace(first, {3, 0}, "- "));
  CHECK(edits.replace(first, {0, 2}, "1", {edit_status::suggested}));
  CHECK(talk.cues[0].text == "I deux trois 4");
  edits.begin("another"); // beside what is to stay, and at the place of another rule's insertion
  CHECK(edits.replace(first, {2, 0}, "« "));
  CHECK(not_followed(reviewed, edits.finish()).empty());
}

TEST_CASE("a suggestion that was accepted is made, in many changes at once, too") {
  auto talk = read(make_source("00:12 un deux trois quatre\n", "talk.txt"))->value;
  auto const suggest = [](transcript& text, std::span<edit const> reviewed, bool at_once) {
    editor edits(text);
    edits.go_by(reviewed);
    edits.begin("essai");
    std::vector<change> all{{{0, 2}, "1", {edit_status::suggested}},
                            {{3, 4}, "2", {}},
                            {{8, 5}, "3", {edit_status::suggested}},
                            {{14, 6}, "4", {}}};
    if (at_once)
      edits.replace({place::part::cue, 0}, all);
    else
      for (auto i = all.size(); i-- > 0;) edits.replace({place::part::cue, 0}, all[i].what, all[i].with, all[i].why);
    return edits.finish();
  };
  for (bool const at_once : {true, false}) {
    auto first = talk;
    auto said = suggest(first, {}, at_once);
    CHECK(first.cues[0].text == "un 2 trois 4");
    REQUIRE(said.size() == 4);
    said[0].status = edit_status::applied;
    said[1].status = edit_status::rejected;
    auto second = talk;
    auto const done = suggest(second, said, at_once);
    CHECK(second.cues[0].text == "1 deux trois 4");
    CHECK(not_followed(said, done).empty());
    CHECK(lines_of(done, "talk.txt") == lines_of(said, "talk.txt"));
  }
}
