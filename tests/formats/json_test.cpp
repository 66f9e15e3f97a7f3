#include "catch.hpp"
#include "formats/generated.hpp"

#include <mondegreen/format.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace mondegreen;

namespace {

reading read_json(std::string_view text) {
  auto read = read_text(text, {.format = "json", .encoding = "UTF-8"}, "talk.json");
  REQUIRE(read);
  return std::move(*read);
}

reading read_webvtt(std::string_view text) {
  auto read = read_text(text, {.format = "webvtt"});
  REQUIRE(read);
  return std::move(*read);
}

std::string to(std::string_view format, transcript const& text) {
  auto made = write_text(text, format);
  REQUIRE(made);
  return made->bytes;
}

std::size_t count(std::vector<diagnostic> const& all, code what) {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](diagnostic const& each) { return each.what == what; }));
}

void touch(transcript& text) {
  for (auto& each : text.cues) each.as_read = ~each.fingerprint();
}

} // namespace

TEST_CASE("the documented form is read") {
  auto const read = read_json(R"({"mondegreen":1,"metadata":{"title":"Un soir"},"speakers":["Delphine"],
 "cues":[{"id":"1","start_ms":0,"end_ms":8000,"speaker":0,"text":"plain text\nsecond line",
          "payload":"<i>plain</i> text\nsecond line","settings":{"line":80,"snap_to_lines":false},
          "words":[{"text":"plain","start_ms":0,"end_ms":320,"confidence":0.93}]}]})");
  CHECK(read.diagnostics.empty());
  REQUIRE(read.value.find("title") != nullptr);
  CHECK(read.value.find("title")->text == "Un soir");
  auto const& cue = read.value.cues.at(0);
  CHECK(cue.id == "1");
  CHECK(cue.when == interval{{0}, {8000}});
  CHECK(read.value.speaker_name(cue.speaker) == "Delphine");
  CHECK(cue.text == "plain text\nsecond line");
  REQUIRE(cue.marks.size() == 1);
  CHECK(cue.marks[0] == mark{{0, 5}, mark_kind::italic, ""});
  CHECK(cue.settings == "line:80%");
  REQUIRE(cue.words.size() == 1);
  CHECK(cue.words[0].where == span{0, 5});
  CHECK(cue.words[0].when == interval{{0}, {320}});
  CHECK(cue.words[0].confidence == 0.93F);
  CHECK(cue.untouched());
}

TEST_CASE("text in JSON keeps its place, escapes and all") {
  auto const read = read_json(R"({"mondegreen":1,"cues":[{"text":"d\u00e9j\u00E0 \"vu\" \ud83c\udfac à\n\\ fin"}]})");
  auto const& cue = read.value.cues.at(0);
  CHECK(cue.text == "déjà \"vu\" 🎬 à\n\\ fin");
  auto const source = read.value.from->text();
  auto const at = [&](std::string_view what) {
    auto const covered =
        cue.where.cover({static_cast<std::uint32_t>(cue.text.find(what)), static_cast<std::uint32_t>(what.size())});
    return slice(source, covered.source);
  };
  CHECK(at("déjà") == "d\\u00e9j\\u00E0");
  CHECK(at("vu") == "vu");
  CHECK(at("🎬") == "\\ud83c\\udfac");
  CHECK(at("fin") == "fin");
}

TEST_CASE("everything a WebVTT file has comes back from JSON") {
  std::string const text =
      "WEBVTT - titre\n\nSTYLE\n::cue{color:red}\n\nREGION\nid:bas\nwidth:40%\n\nNOTE un\n\n"
      "a\n00:00:01.000 --> 00:00:02.000 position:10%,line-left align:end region:bas\n<v Léa>Oui &amp; non</v>\n\n"
      "NOTE deux\n\n00:00:03.000 --> 00:00:04.000 foo:bar\ntrois\n";
  auto const first = read_webvtt(text);
  auto const bytes = to("json", first.value);
  CHECK(bytes.find(R"("settings":{"position":10,"position_align":"line-left","align":"end","region":"bas"})") !=
        std::string::npos);
  CHECK(bytes.find(R"("settings_text":"foo:bar")") != std::string::npos);
  CHECK(bytes.find(R"("payload":"<v Léa>Oui &amp; non</v>")") != std::string::npos);
  CHECK(bytes.find(R"("styles":["::cue{color:red}"])") != std::string::npos);
  CHECK(bytes.find(R"("regions":[{"id":"bas","width":40,)") != std::string::npos);
  auto read = read_json(bytes);
  CHECK(read.diagnostics.empty());
  REQUIRE(read.value.cues.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(read.value.cues[i].text == first.value.cues[i].text);
    CHECK(read.value.cues[i].marks == first.value.cues[i].marks);
    CHECK(read.value.cues[i].settings == first.value.cues[i].settings);
  }
  CHECK(to("json", read.value) == bytes);
  touch(read.value);
  CHECK(to("json", read.value) == bytes);
  // "foo:bar" is no setting, and is not written.
  auto expected = text;
  expected.erase(expected.find(" foo:bar"), 8);
  CHECK(to("webvtt", read.value) == expected);
}

TEST_CASE("SubRip's tags and coordinates come back from JSON") {
  std::string const text =
      "1\n00:00:01,000 --> 00:00:02,000  X1:1 X2:2 Y1:3 Y2:4\n{\\an8}<font color=\"red\">a</font> &amp; <z\n";
  auto const first = read_text(text, {.format = "srt"});
  REQUIRE(first);
  auto read = read_json(to("json", first->value));
  CHECK(read.value.cues.at(0).text == "a &amp; <z");
  CHECK(read.value.cues.at(0).marks == first->value.cues.at(0).marks);
  touch(read.value);
  CHECK(to("srt", read.value) == text);
}

TEST_CASE("reading and writing JSON again gives the same bytes") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    tests::generator random(seed);
    auto text = random.plain(true);
    text.timed = random.below(4) != 0;
    for (auto count = random.below(4); count > 0; --count) {
      auto& entry = text.metadata.emplace_back();
      entry.key = random.below(2) == 0 ? "note" : random.line(true);
      entry.text = random.text(true);
    }
    for (auto& each : text.cues) {
      if (random.below(3) == 0) each.speaker = text.speaker(random.line(true));
      if (random.below(3) == 0) each.id = random.line(true);
      auto const first_word = static_cast<std::uint32_t>(std::min(each.text.find_first_of(" \n"), each.text.size()));
      if (random.below(3) == 0) each.words.push_back({{0, first_word}, random.times(), 0.125F});
      if (random.below(3) == 0) each.marks.push_back({{0, first_word}, mark_kind::italic, ""});
    }
    for (auto count = random.below(3); count > 0; --count) {
      auto& kept = text.kept.emplace_back();
      kept.kind = kept_kind::chrome;
      kept.text = random.text(true);
    }
    auto const bytes = to("json", text);
    auto read = read_json(bytes);
    CHECK(count(read.diagnostics, code::json_type) == 0);
    CHECK(to("json", read.value) == bytes);
    touch(read.value);
    CHECK(to("json", read.value) == bytes);
    REQUIRE(read.value.cues.size() == text.cues.size());
    for (std::size_t i = 0; i < text.cues.size(); ++i) {
      CHECK(read.value.cues[i].text == text.cues[i].text);
      CHECK(read.value.cues[i].marks == text.cues[i].marks);
      CHECK(read.value.cues[i].when == text.cues[i].when);
    }
  }
}

TEST_CASE("unknown keys are passed over, told once; null is nothing") {
  auto const read = read_json(R"({"x":[{"cues":[{"text":"non"}]}],"mondegreen":1,"language":null,
    "cues":[{"text":"a","mood":{"text":"non"}},{"mood":1,"text":"b","speaker":null}]})");
  REQUIRE(read.value.cues.size() == 2);
  CHECK(read.value.cues[0].text == "a");
  CHECK(read.value.cues[1].text == "b");
  CHECK(count(read.diagnostics, code::json_unknown_key) == 2);
  CHECK(read.diagnostics.size() == 2);
}

TEST_CASE("values of the wrong kind are told, the rest is read") {
  auto const read = read_json(R"({"mondegreen":1,"speakers":[1,"A"],"cues":[{"text":5,"start_ms":"1"},
    {"text":"b","speaker":7,"start_ms":1e300,"end_ms":99999999999999999999},{"text":"a b","payload":"<i>c</i>","words":[{"text":"z"}]}, 3]})");
  CHECK(read.value.cues.size() == 3);
  CHECK(read.value.cues.at(1).text == "b");
  CHECK(read.value.cues.at(1).speaker == speaker_id::none);
  CHECK(read.value.cues.at(1).when.start.ms == max_ms);
  CHECK(read.value.cues.at(2).text == "a b");
  CHECK(read.value.cues.at(2).marks.empty());
  for (auto const& each : read.diagnostics) UNSCOPED_INFO(headline(each, *read.value.from));
  CHECK(count(read.diagnostics, code::json_type) == 9);
}

TEST_CASE("broken JSON: what stands before the error is read, the rest is kept") {
  std::string const text = R"({"mondegreen":1,"cues":[{"text":"a"},
{"text":"b",}]})";
  auto const read = read_json(text);
  REQUIRE(read.value.cues.size() == 1);
  CHECK(count(read.diagnostics, code::json_syntax) == 1);
  CHECK(read.value.from->locate(read.diagnostics.front().where.offset) == position{2, 13});
  REQUIRE(read.value.kept.size() == 1);
  CHECK(read.value.kept[0].text.find("\"b\"") != std::string::npos);
  CHECK_FALSE(read_text(text, {.format = "json", .strict = true}));
}

TEST_CASE("JSON that is no transcript is kept whole and told") {
  for (auto const* text :
       {"[]", "[1,2]", "3", "\"x\"", "{}", "{\"cues\":[]}", "{\"mondegreen\":2,\"cues\":[]}", "{", "x"}) {
    auto const read = read_json(text);
    CHECK(read.value.cues.empty());
    CHECK(count(read.diagnostics, code::json_form) + count(read.diagnostics, code::json_syntax) == 1);
    REQUIRE(read.value.kept.size() == 1);
    CHECK(read.value.kept[0].text == text);
  }
  CHECK(count(read_json("").diagnostics, code::input_empty) == 1);
}

TEST_CASE("deep nesting is only depth") {
  std::string text = R"({"mondegreen":1,"x":)" + std::string(200'000, '[');
  CHECK(count(read_json(text).diagnostics, code::json_syntax) == 1);
  text += std::string(200'000, ']') + ",\"cues\":[{\"text\":\"a\"}]}";
  CHECK(read_json(text).value.cues.size() == 1);
}
