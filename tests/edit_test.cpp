#include <mondegreen/edit.hpp>

#include "catch.hpp"

#include <random>
#include <string>
#include <vector>

using namespace mondegreen;

namespace {

// A transcript whose cues are the lines of a text behind a six-byte clock: "00:12 Bonjour".
transcript lines(std::string const& text) {
  transcript talk;
  talk.from = make_source(text, "essai.txt");
  std::uint32_t at = 0;
  std::int64_t clock = 0;
  while (at < text.size()) {
    auto const end = static_cast<std::uint32_t>(text.find('\n', at));
    cue next;
    next.text = text.substr(at + 6, end - at - 6);
    next.where.append(static_cast<std::uint32_t>(next.text.size()), {at + 6, end - at - 6}, true);
    next.when = {{clock}, {clock + 1000}};
    next.block = {at, end + 1 - at};
    talk.cues.push_back(std::move(next));
    clock += 1000;
    at = end + 1;
  }
  return talk;
}

std::string spoken(transcript const& talk) {
  std::string all;
  for (auto const& each : talk.cues) all += each.text + "\n";
  return all;
}

place cue_at(std::uint32_t index) { return {place::part::cue, index}; }

span find(editor const& in, place where, std::string_view what) {
  return {static_cast<std::uint32_t>(in.at(where).text.find(what)), static_cast<std::uint32_t>(what.size())};
}

} // namespace

TEST_CASE("an edit points into the file as the user has it") {
  auto talk = lines("00:08 Déjà midi.\n00:12 Bonjour Martin Signou.\n");
  editor edits(talk);
  edits.begin("names");
  CHECK(edits.replace(cue_at(1), find(edits, cue_at(1), "Signou"), "Signoux",
                      {.confidence = 0.98F, .evidence = {"sounds the same in fr"}}));
  CHECK(talk.cues[1].text == "Bonjour Martin Signoux.");
  auto const book = edits.finish();
  REQUIRE(book.size() == 1);
  CHECK(
      to_json(book[0], "essai.txt") ==
      R"({"file":"essai.txt","line":2,"column":22,"cue":1,"start_ms":1000,"end_ms":2000,"before":"Signou",)"
      R"("after":"Signoux","rule":"names","status":"applied","confidence":0.98,"evidence":["sounds the same in fr"]})");
  CHECK(replay(book, *talk.from) == "00:08 Déjà midi.\n00:12 Bonjour Martin Signoux.\n");
}

TEST_CASE("a rule that begins again need not look at what it has seen") {
  auto talk = lines("00:08 Déjà midi.\n00:12 Bonjour Martin Signou.\n");
  editor edits(talk);
  edits.begin("names");
  CHECK_FALSE(edits.settled(cue_at(0)));
  auto const since = edits.revision();
  edits.replace(cue_at(1), find(edits, cue_at(1), "Signou"), "Signoux");
  edits.begin("names", since);
  CHECK(edits.settled(cue_at(0)));
  CHECK_FALSE(edits.settled(cue_at(1)));
  edits.begin("typography");
  CHECK_FALSE(edits.settled(cue_at(0)));
}

TEST_CASE("a rule is led to the cues that have what it needs") {
  auto talk = lines("00:01 Oui.\n00:02 Non ?\n00:03 Vraiment ?\n00:04 Si.\n");
  editor edits(talk);
  edits.begin("all");
  CHECK(edits.next_unsettled(0) == 0);
  CHECK(edits.next_unsettled(4) == 4);
  edits.begin("questions", std::nullopt, sign::question);
  CHECK(edits.next_unsettled(0) == 1);
  CHECK(edits.next_unsettled(2) == 2);
  CHECK(edits.next_unsettled(3) == 4);
  auto const since = edits.revision();
  edits.replace(cue_at(3), find(edits, cue_at(3), "Si"), "Si ?");
  edits.remove(cue_at(1));
  CHECK(edits.next_unsettled(0) == 2);
  edits.begin("questions", since, sign::question);
  CHECK(edits.next_unsettled(0) == 3);

  sign_table words;
  auto const yes = words.add();
  words.mark("oui", yes);
  edits.look_for(words);
  edits.begin("words", std::nullopt, yes);
  CHECK(edits.next_unsettled(0) == 0);
  CHECK(edits.next_unsettled(1) == 4);
}

TEST_CASE("cues that open with other words cannot say the same") {
  auto talk = lines("00:01 L'été, oui.\n00:02 L’ETE\n00:03 Non.\n00:04 Łódź\n00:05 ...\n");
  editor edits(talk);
  CHECK(edits.may_open_alike(0, 1));
  CHECK_FALSE(edits.may_open_alike(0, 2));
  CHECK(edits.may_open_alike(2, 3)); // who knows what that folds to
  CHECK(edits.may_open_alike(2, 4));
  edits.begin("test");
  edits.replace(cue_at(2), find(edits, cue_at(2), "Non"), "L’été");
  CHECK(edits.may_open_alike(0, 2));
}

TEST_CASE("a second rule over the same words keeps the user's words in `before`") {
  auto talk = lines("00:12 le chef d'Opsy est la\n");
  editor edits(talk);
  edits.begin("names");
  edits.replace(cue_at(0), find(edits, cue_at(0), "Opsy"), "OPSCI");
  edits.begin("typography");
  edits.replace(cue_at(0), find(edits, cue_at(0), "d'OPSCI"), "d’OPSCI");
  CHECK(talk.cues[0].text == "le chef d’OPSCI est la");
  auto const book = edits.finish();
  REQUIRE(book.size() == 1);
  CHECK(book[0].before == "d'Opsy");
  CHECK(book[0].after == "d’OPSCI");
  CHECK(book[0].evidence == std::vector<std::string>{"after 'names' had written 'OPSCI'"});
  CHECK(replay(book, *talk.from) == "00:12 le chef d’OPSCI est la\n");
}

TEST_CASE("untimed text has no cue to point at") {
  auto talk = lines("00:12 Signou\n");
  talk.timed = false;
  editor edits(talk);
  edits.begin("names");
  edits.replace(cue_at(0), {0, 6}, "Signoux");
  CHECK(to_json(edits.finish()[0], "x").find(R"("cue":null,"before")") != std::string::npos);
}

TEST_CASE("edits side by side stay apart") {
  auto talk = lines("00:12 d'Opsy\n");
  editor edits(talk);
  edits.begin("names");
  edits.replace(cue_at(0), find(edits, cue_at(0), "Opsy"), "OPSCI");
  edits.begin("typography");
  edits.replace(cue_at(0), find(edits, cue_at(0), "'"), "’");
  auto const book = edits.finish();
  REQUIRE(book.size() == 2);
  CHECK(book[0].after == "’");
  CHECK(book[1].after == "OPSCI");
}

TEST_CASE("a change that is taken back leaves no edit") {
  auto talk = lines("00:12 Bonjour\n");
  editor edits(talk);
  edits.begin("a");
  edits.replace(cue_at(0), {0, 7}, "Bonsoir");
  edits.begin("b");
  edits.replace(cue_at(0), {0, 7}, "Bonjour");
  CHECK(edits.finish().empty());
}

TEST_CASE("a suggestion made again with more or less of the text around it stands once") {
  auto const suggested = [](editor& edits) {
    std::vector<std::string> out;
    for (auto const& each : edits.finish())
      if (each.status == edit_status::suggested) out.push_back(each.before + " > " + each.after);
    return out;
  };
  grounds const unsure{.status = edit_status::suggested, .confidence = 0.6F};
  auto talk = lines("00:12 le chef d'Opsy est la, Opsy\n");
  editor edits(talk);
  edits.begin("names");
  edits.replace(cue_at(0), find(edits, cue_at(0), "Opsy"), "OPSCI", unsure);
  edits.replace(cue_at(0), {23, 4}, "OPSCI", unsure);
  edits.begin("typography");
  edits.replace(cue_at(0), find(edits, cue_at(0), "d'Opsy"), "d’Opsy");
  edits.begin("names");
  edits.replace(cue_at(0), find(edits, cue_at(0), "Opsy"), "OPSCI", unsure);
  // Another suggestion for the same words, and one of another rule, are others.
  edits.replace(cue_at(0), find(edits, cue_at(0), "chef d’Opsy"), "chef de Topsy", unsure);
  edits.begin("pseudonyms");
  edits.replace(cue_at(0), find(edits, cue_at(0), "le chef d’Opsy"), "OPSCI", unsure);
  CHECK(suggested(edits) == std::vector<std::string>{"le chef d'Opsy > OPSCI", "chef d'Opsy > chef de Topsy",
                                                     "d'Opsy > d’OPSCI", "Opsy > OPSCI"});

  auto other = lines("00:12 le chef d'Opsy est la\n");
  editor later(other);
  later.begin("names");
  later.replace(cue_at(0), find(later, cue_at(0), "d'Opsy"), "d’OPSCI", unsure);
  later.begin("typography");
  later.replace(cue_at(0), find(later, cue_at(0), "'"), "’");
  later.begin("names");
  later.replace(cue_at(0), find(later, cue_at(0), "Opsy"), "OPSCI", unsure);
  CHECK(suggested(later) == std::vector<std::string>{"Opsy > OPSCI"});
}

TEST_CASE("suggestions and reports change nothing") {
  auto talk = lines("00:12 Bonjour Lama\n");
  editor edits(talk);
  edits.begin("names");
  CHECK_FALSE(edits.replace(cue_at(0), {8, 4}, "Llama", {.status = edit_status::suggested, .confidence = 0.6F}));
  edits.report(cue_at(0), {0, 7}, {.evidence = {"greeting"}});
  CHECK(talk.cues[0].text == "Bonjour Lama");
  auto const book = edits.finish();
  REQUIRE(book.size() == 2);
  CHECK(book[0].status == edit_status::reported);
  CHECK(book[0].after == "Bonjour");
  CHECK(book[1].status == edit_status::suggested);
  CHECK(book[1].after == "Llama");
  CHECK(replay(book, *talk.from) == talk.from->text());
}

TEST_CASE("the policy decides what is applied") {
  auto const run = [](apply_policy policy) {
    auto talk = lines("00:12 un deux\n");
    editor edits(talk, policy);
    edits.begin("r");
    edits.replace(cue_at(0), {0, 2}, "1");
    edits.replace(cue_at(0), find(edits, cue_at(0), "deux"), "2", {.status = edit_status::suggested});
    edits.finish();
    return talk.cues[0].text;
  };
  CHECK(run(apply_policy::sure) == "1 deux");
  CHECK(run(apply_policy::all) == "1 2");
  CHECK(run(apply_policy::none) == "un deux");
}

TEST_CASE("a removed cue is on the ledger with its whole text and goes at the end") {
  auto talk = lines("00:08 un\n00:12 deux\n00:16 trois\n");
  editor edits(talk);
  edits.begin("duplicates");
  CHECK(edits.remove(cue_at(1)));
  CHECK_FALSE(edits.remove(cue_at(1)));
  CHECK(edits.removed(cue_at(1)));
  CHECK(talk.cues.size() == 3);
  auto const book = edits.finish();
  REQUIRE(talk.cues.size() == 2);
  CHECK(talk.cues[1].text == "trois");
  REQUIRE(book.size() == 1);
  CHECK(book[0].before == "deux");
  CHECK(book[0].after.empty());
}

TEST_CASE("nothing is removed under a policy of suggestions") {
  auto talk = lines("00:08 un\n");
  editor edits(talk, apply_policy::none);
  edits.begin("duplicates");
  CHECK_FALSE(edits.remove(cue_at(0)));
  CHECK(edits.finish().size() == 1);
  CHECK(talk.cues.size() == 1);
}

TEST_CASE("insertions at one place keep their order") {
  auto talk = lines("00:12 ab\n");
  editor edits(talk);
  edits.begin("r");
  edits.replace(cue_at(0), {1, 0}, "1");
  edits.replace(cue_at(0), {2, 0}, "2");
  edits.replace(cue_at(0), {1, 0}, "0");
  CHECK(talk.cues[0].text == "a012b");
  CHECK(replay(edits.finish(), *talk.from) == "00:12 a012b\n");
}

TEST_CASE("a rule that came to rest need not be asked about its own changes") {
  auto talk = lines("00:12 un deux\n");
  editor edits(talk);
  edits.begin("first");
  edits.replace(cue_at(0), {0, 2}, "1");
  CHECK(edits.rested() == 0);
  edits.rest();
  CHECK(edits.rested() == edits.revision());
  edits.replace(cue_at(0), {2, 4}, "2");
  CHECK(edits.rested() < edits.revision());
  edits.begin("second");
  CHECK(edits.rested() == 0);
}

// Whatever rules do to a text, one after another over the same words: the ledger, replayed on the user's file, gives
// the words of the result.
TEST_CASE("replaying the ledger gives the text, however many rules touched it") {
  std::mt19937 random(5);
  auto const below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    auto const count = 1 + below(4);
    for (std::uint32_t i = 0; i < count; ++i) {
      text += "00:1" + std::to_string(i) + " ";
      auto const length = below(12);
      for (std::uint32_t k = 0; k < length; ++k) text += "abcdefgh "[below(9)];
      text += "\n";
    }
    auto talk = lines(text);
    editor edits(talk);
    auto const changes = 1 + below(12);
    for (std::uint32_t i = 0; i < changes; ++i) {
      edits.begin(i % 2 == 0 ? "even" : "odd");
      auto const where = cue_at(below(count));
      auto const size = static_cast<std::uint32_t>(edits.at(where).text.size());
      auto const offset = below(size + 1);
      span const what{offset, below(std::min(size - offset, 4U) + 1)};
      edits.replace(where, what, std::string(below(4), static_cast<char>('0' + i % 10)));
    }
    auto const book = edits.finish();
    std::uint32_t end = 0;
    for (auto const& each : book) {
      CHECK(each.where.offset >= end);
      CHECK(slice(talk.from->text(), each.where) == each.before);
      CHECK(talk.from->locate(each.where.offset) == each.at);
      end = each.where.end();
    }
    auto replayed = lines(replay(book, *talk.from));
    CHECK(spoken(replayed) == spoken(talk));
  }
}

TEST_CASE("a rule that begins again tells the same once, and the revision counts what was carried out") {
  auto talk = lines("00:08 un deux\n");
  editor edits(talk);
  CHECK(edits.revision() == 0);
  for (auto const confidence : {0.5F, 0.6F}) {
    edits.begin("names");
    edits.replace(cue_at(0), {0, 2}, "1", {.status = edit_status::suggested, .confidence = confidence});
    edits.report(cue_at(0), {3, 4}, {});
  }
  CHECK(edits.revision() == 0);
  edits.begin("other");
  edits.replace(cue_at(0), {0, 2}, "1", {.status = edit_status::suggested});
  CHECK(edits.replace(cue_at(0), {3, 4}, "2"));
  CHECK(edits.revision() == 1);
  auto const book = edits.finish();
  REQUIRE(book.size() == 4);
  CHECK(book[0].confidence == 0.6F); // what was known last
  CHECK(book[1].rule == "other");
}

TEST_CASE("the diff shows what changed, line by line") {
  auto talk = lines("00:08 un\n00:12 Bonjour Martin Signou.\n00:16 deux\n");
  editor edits(talk);
  edits.begin("names");
  edits.replace(cue_at(1), find(edits, cue_at(1), "Signou"), "Signoux");
  edits.replace(cue_at(2), {0, 4}, "2", {.status = edit_status::suggested});
  auto const book = edits.finish();
  CHECK(unified_diff(book, *talk.from) == "--- essai.txt\n+++ essai.txt\n@@ -2,1 +2,1 @@\n"
                                          "-00:12 Bonjour Martin Signou.\n+00:12 Bonjour Martin Signoux.\n"
                                          "# suggested 3:7 deux -> 2 [names]\n");
  auto const colored = unified_diff(book, *talk.from, true);
  CHECK(colored.find("\x1b[1;7;31mSignou\x1b[0m") != std::string::npos);
  CHECK(unified_diff({}, *talk.from).empty());
}
