// The results of recognisers: one table of paths a vendor, one reader for all.
#include "catch.hpp"
#include "formats/recogniser_samples.hpp"

#include <mondegreen/format.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace mondegreen;

namespace {

reading read_as(std::string_view format, std::string_view text) {
  auto made = read_text(text, {.format = std::string(format), .encoding = "UTF-8"}, "talk.json");
  REQUIRE(made);
  return std::move(*made);
}

std::size_t count(reading const& in, code what) {
  return static_cast<std::size_t>(std::count_if(in.diagnostics.begin(), in.diagnostics.end(),
                                                [&](diagnostic const& each) { return each.what == what; }));
}

std::string spoken(cue const& each) {
  std::string words;
  for (auto const& one : each.words) words += (words.empty() ? "" : "|") + std::string(slice(each.text, one.where));
  return words;
}

} // namespace

TEST_CASE("every recogniser's result is detected and says the same") {
  for (auto const& sample : tests::recogniser_samples) {
    INFO(sample.format << "\n" << sample.text);
    auto const read = read_text(sample.text);
    REQUIRE(read);
    auto const& made = read->value;
    CHECK(made.format == sample.format);
    for (auto const& each : read->diagnostics) UNSCOPED_INFO(headline(each, *made.from));
    CHECK(read->diagnostics.empty());
    REQUIRE(made.cues.size() == 2);
    CHECK(made.cues[0].text == "Bonjour, Inès.");
    CHECK(made.cues[1].text == "On y va ?");
    CHECK(made.cues[0].when == interval{{500}, {1400}});
    CHECK(made.cues[1].when == interval{{2000}, {3100}});
    for (auto const& each : made.cues) CHECK(each.untouched());
    if (made.speakers.size() == 2) {
      CHECK(made.cues[0].speaker == speaker_id{0});
      CHECK(made.cues[1].speaker == speaker_id{1});
    }
    if (sample.format == "podcast-json") continue;
    auto const& words = made.cues[0].words;
    REQUIRE(words.size() == 2);
    CHECK(words[0].when == interval{{500}, {900}});
    CHECK(words[1].when == interval{{900}, {1400}});
    CHECK(slice(made.cues[0].text, words[1].where).substr(0, 5) == "Inès");
    bool const says_confidence =
        sample.format != "gentle" && sample.format != "digital-paper-edit" && sample.format != "youtube-json3";
    if (says_confidence) CHECK(std::lround(words[1].confidence * 100) == 50);
    // Where a text stands in the source.
    auto const place = made.cues[0].where.cover(words[1].where).source;
    auto const there = slice(made.from->text(), place);
    CHECK((there.substr(0, 5) == "Inès" || there.substr(0, 9) == "In\\u00e8s"));
  }
}

TEST_CASE("speakers and languages come from where each recogniser puts them") {
  for (auto const& sample : tests::recogniser_samples) {
    INFO(sample.text);
    auto const made = read_as(sample.format, sample.text).value;
    for (std::string_view const key : {"\"fr\"", "\"fr-FR\"", "\"fr-fr\""})
      if (sample.text.find(key) != sample.text.npos) CHECK(made.language.substr(0, 2) == "fr");
    bool const says_who = sample.text.find("peaker") != sample.text.npos;
    CHECK(made.speakers.size() == (says_who ? 2U : 0U));
  }
}

TEST_CASE("words that no segment holds are parted at pauses, sentences and turns") {
  std::string text = R"({"words": [)";
  auto const add = [&](std::string_view word, double start, double end, std::string_view speaker) {
    if (text.back() != '[') text += ',';
    text += R"({"text":")" + std::string(word) + R"(","start":)" + std::to_string(static_cast<int>(start)) +
            R"(,"end":)" + std::to_string(static_cast<int>(end)) + R"(,"confidence":1,"speaker":")" +
            std::string(speaker) + "\"}";
  };
  add("Bonjour", 0, 900, "A");
  add("tout", 900, 1500, "A");
  add("le", 1500, 1700, "A");
  add("monde.", 1700, 2000, "A");
  add("Bonjour", 2000, 2400, "A"); // a new sentence
  add("M.", 2400, 2600, "A");      // an abbreviation
  add("Petit,", 2600, 3900, "A");
  add("merci", 6000, 6400, "A"); // a pause
  add("Oui", 6400, 6600, "B");   // another voice
  text += "],\"status\":\"completed\"}";
  auto const made = read_as("assemblyai", text).value;
  REQUIRE(made.cues.size() == 4);
  CHECK(made.cues[0].text == "Bonjour tout le monde.");
  CHECK(made.cues[1].text == "Bonjour M. Petit,");
  CHECK(made.cues[1].when == interval{{2000}, {3900}});
  CHECK(made.cues[2].text == "merci");
  CHECK(made.cues[3].text == "Oui");
}

TEST_CASE("a stretch without a pause is no cue of a minute") {
  std::string text = R"({"result":[)";
  for (int i = 0; i < 200; ++i) {
    if (i != 0) text += ',';
    text += R"({"word":"mot)" + std::to_string(i) + R"(","start":)" + std::to_string(i * 0.3) + R"(,"end":)" +
            std::to_string(i * 0.3 + 0.3) + R"(,"conf":1})";
  }
  text += "]}";
  auto const made = read_as("kaldi", text).value;
  CHECK(made.cues.size() >= 7);
  std::size_t words = 0;
  for (auto const& each : made.cues) {
    CHECK(each.when.length().ms <= 8000);
    words += each.words.size();
  }
  CHECK(words == 200);
}

TEST_CASE("words of a service that lists them beside its segments find their segment") {
  auto const made =
      read_as("whisper",
              R"({"language":"french","words":[{"word":"Un","start":0,"end":0.4},{"word":"deux","start":0.4,"end":0.9},
    {"word":"trois","start":1.2,"end":1.5}],"segments":[{"start":0,"end":1,"text":" Un, deux."},{"start":1,"end":2,"text":" Trois."}]})");
  CHECK(made.value.language == "fr");
  REQUIRE(made.value.cues.size() == 2);
  CHECK(spoken(made.value.cues[0]) == "Un|deux");
  CHECK(spoken(made.value.cues[1]) == "Trois");
}

TEST_CASE("a segment of several voices is parted where they change, unless it has one of its own") {
  auto const made = read_as("whisper", R"({"segments":[{"start":0,"end":3,"text":" Oui. Non.","words":[
    {"word":"Oui.","start":0,"end":1,"speaker":"A"},{"word":"Non.","start":2,"end":3,"speaker":"B"}]}]})");
  REQUIRE(made.value.cues.size() == 2);
  CHECK(made.value.cues[0].text == "Oui.");
  CHECK(made.value.cues[1].when == interval{{2000}, {3000}});
}

TEST_CASE("a last result that repeats all words with their speakers is what counts") {
  auto const made = read_as("google-speech", R"({"results":[{"alternatives":[{"transcript":"oui","words":[
    {"startTime":"0s","endTime":"1s","word":"oui"}]}]},{"alternatives":[{"transcript":" non","words":[{"startTime":"2s","endTime":"3s","word":"non"}]}]},
    {"alternatives":[{"words":[{"startTime":"0s","endTime":"1s","word":"oui","speakerTag":1},{"startTime":"2s","endTime":"3s","word":"non","speakerTag":2}]}]}]})");
  REQUIRE(made.value.cues.size() == 2);
  CHECK(made.value.cues[1].text == "non");
  CHECK(made.value.speaker_name(made.value.cues[1].speaker) == "Speaker 2");
}

TEST_CASE("words without a place in the text are told once, with their number") {
  auto const made = read_as(
      "whisper", R"({"segments":[{"start":0,"end":3,"text":" Il a 22 ans.","words":[{"word":"il","start":0,"end":1},
    {"word":"a","start":1,"end":1.2},{"word":"vingt-deux","start":1.2,"end":2},{"word":"ans","start":2,"end":3}]}]})");
  CHECK(spoken(made.value.cues.at(0)) == "Il|a|ans");
  CHECK(count(made, code::asr_word) == 1);
}

TEST_CASE("where most words are not in the text, the words are the text") {
  auto const made =
      read_as("whisper", R"({"segments":[{"start":0,"end":3,"text":" *****","words":[{"word":" Oui","start":0,"end":1},
    {"word":"non","start":1,"end":1.2}]}]})");
  CHECK(made.value.cues.at(0).text == "Oui non");
}

TEST_CASE("scripts without spaces get none") {
  auto const made = read_as(
      "kaldi", R"({"result":[{"word":"東京","start":0,"end":1,"conf":1},{"word":"です","start":1,"end":2,"conf":1},
    {"word":"。","start":2,"end":2,"conf":1}]})");
  CHECK(made.value.cues.at(0).text == "東京です。");
  CHECK(made.value.cues.at(0).words.size() == 2);
}

TEST_CASE("a document that breaks off keeps what was read, and the rest as it is") {
  std::string const text = R"({"segments":[{"start":0,"end":1,"text":" Un."},
{"start":1,"end":2,"text":" Deux.","words":[{"word":" De)";
  auto const read = read_as("whisper", text);
  REQUIRE(read.value.cues.size() == 1);
  CHECK(count(read, code::json_syntax) == 1);
  REQUIRE_FALSE(read.value.kept.empty());
  CHECK(read.value.kept.back().kind == kept_kind::unknown);
  CHECK(read.value.kept.back().text.find("Deux") != std::string::npos);
  CHECK_FALSE(read_text(text, {.format = "whisper", .strict = true}));

  auto const words = read_as("kaldi", R"({"result":[{"word":"un","start":0,"end":1,"conf":1},{"word":"deux","st)");
  REQUIRE(words.value.cues.size() == 1);
  CHECK(words.value.cues[0].text == "un");
  CHECK(words.value.kept.back().text.find("deux") != std::string::npos);
}

TEST_CASE("times that are none, too large or going back are told, and the text is kept") {
  auto const odd =
      read_as("whisper", R"({"segments":[{"start":NaN,"end":Infinity,"text":" Un.","avg_logprob":-Infinity},
    {"start":1e300,"end":-1e300,"text":" Deux NaN."},{"start":3,"end":2,"text":" Trois."},{"start":"x","end":true,"text":" Quatre."}]})");
  REQUIRE(odd.value.cues.size() == 4);
  CHECK(odd.value.cues[0].text == "Un.");
  CHECK(odd.value.cues[1].text == "Deux NaN.");
  CHECK(odd.value.cues[1].when.start.ms == max_ms);
  CHECK(count(odd, code::json_not_a_number) == 1);
  CHECK(count(odd, code::json_type) == 2);
  CHECK(count(odd, code::time_order) == 1);
  CHECK(count(odd, code::time_backwards) == 2);
  CHECK(count(odd, code::asr_no_time) == 1);
}

TEST_CASE("without a single time there is no clock") {
  auto const made = read_as("kaldi", R"({"text":"rien que du texte"})");
  CHECK_FALSE(made.value.timed);
  CHECK(made.value.cues.at(0).text == "rien que du texte");
}

TEST_CASE("JSON without words is told and kept whole") {
  for (auto const* text : {"{}", "[]", "3", "{\"segments\":[]}", "{\"segments\":7}", "[[[[]]]]", "null"}) {
    auto const read = read_as("whisper", text);
    CHECK(read.value.cues.empty());
    CHECK(count(read, code::json_form) == 1);
    REQUIRE(read.value.kept.size() == 1);
    CHECK(read.value.kept[0].text == text);
  }
  CHECK(count(read_as("whisper", " \n"), code::input_empty) == 1);
}

TEST_CASE("deep nesting, long lists and many documents are only long") {
  std::string deep = R"({"x":)" + std::string(200'000, '[');
  CHECK(count(read_as("whisper", deep), code::json_syntax) == 1);
  deep += std::string(200'000, ']') + R"(,"segments":[{"start":0,"end":1,"text":"a"}]})";
  CHECK(read_as("whisper", deep).value.cues.size() == 1);

  std::string many;
  for (int i = 0; i < 20'000; ++i)
    many += R"({"text":"a b"})"
            "\n";
  CHECK(read_as("kaldi", many).value.cues.size() == 20'000);

  std::string strangers = R"({"segments":[{"start":0,"end":1,"text":")";
  for (int i = 0; i < 20'000; ++i) strangers += "a ";
  strangers += R"(","words":[)";
  for (int i = 0; i < 20'000; ++i) strangers += R"({"word":"b","start":0,"end":1},)";
  strangers += R"({"word":"b"}]}]})";
  CHECK(read_as("whisper", strangers).value.cues.size() >= 1);
}

TEST_CASE("other JSON is nobody's result") {
  for (auto const* text :
       {R"({"name":"x","segments":"none"})", R"([1,2,3])", R"({"words":["a","b"]})", R"({"text":"a"})"})
    CHECK(detect_format(*make_source(text)).id == "text");
}
