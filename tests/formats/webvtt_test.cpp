#include "catch.hpp"
#include "formats/generated.hpp"

#include <mondegreen/format.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace mondegreen;

namespace {

reading read_webvtt(std::string_view text) {
  auto read = read_text(text, {.format = "webvtt", .encoding = "UTF-8"}, "talk.vtt");
  REQUIRE(read);
  return std::move(*read);
}

std::string to(std::string_view format, transcript const& text) {
  auto made = write_text(text, format);
  REQUIRE(made);
  return made->bytes;
}

bool told(std::vector<diagnostic> const& all, code what) {
  return std::any_of(all.begin(), all.end(), [&](diagnostic const& each) { return each.what == what; });
}

cue only_cue(std::string_view body) {
  auto read = read_webvtt("WEBVTT\n\n00:01.000 --> 00:02.000\n" + std::string(body));
  REQUIRE(read.value.cues.size() == 1);
  return std::move(read.value.cues.front());
}

bool covers(transcript const& text) {
  std::vector<span> all;
  for (auto const& each : text.cues) all.push_back(each.block);
  for (auto const& each : text.kept) all.push_back(each.block);
  std::sort(all.begin(), all.end(), [](span a, span b) { return a.offset < b.offset; });
  std::uint32_t at = 0;
  for (auto const& each : all) {
    if (each.offset != at) return false;
    at = each.end();
  }
  return at == text.from->text().size();
}

constexpr std::string_view full =
    "WEBVTT - le titre\nKind: captions\nLanguage: fr\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n"
    "NOTE un mot\nsur deux lignes\n\nSTYLE\n::cue(.fort){color:red}\n\nREGION\nid:bas\nwidth:40%\n\n"
    "premier\n00:01.000 --> 00:02.000 align:start  line:0\n<v Élodie>Salut &amp; merci</v>\n\n\n"
    "NOTE fin\n\n01:00:03.000 --> 100:00:04.000\nsans identifiant\n";

} // namespace

TEST_CASE("all blocks of a file") {
  auto const read = read_webvtt(full);
  CHECK(read.diagnostics.empty());
  REQUIRE(read.value.cues.size() == 2);
  auto const& first = read.value.cues[0];
  CHECK(first.id == "premier");
  CHECK(first.settings == "align:start  line:0");
  CHECK(first.text == "Salut & merci");
  CHECK(read.value.speaker_name(first.speaker) == "Élodie");
  CHECK(read.value.cues[1].when == interval{{3'603'000}, {360'004'000}});
  CHECK(read.value.cues[1].speaker == speaker_id::none);
  std::vector<kept_kind> kinds;
  for (auto const& each : read.value.kept) kinds.push_back(each.kind);
  CHECK(kinds == std::vector{kept_kind::header, kept_kind::note, kept_kind::style, kept_kind::region, kept_kind::note});
  CHECK(read.value.kept[2].text == "STYLE\n::cue(.fort){color:red}");
  CHECK(read.value.language == "fr");
  REQUIRE(read.value.find("language") != nullptr);
  CHECK(read.value.find("language")->text == "fr");
  CHECK(covers(read.value));
  CHECK(to("webvtt", read.value) == full);
}

TEST_CASE("cue text: tags, classes, annotations and times become marks") {
  auto const cue = only_cue("<v.loud.far  Anne   &amp; Bob>un <c.a.b>deux</c> <00:01.500>trois <lang en-GB>four</lang> "
                            "<ruby>漢<rt>kan</rt></ruby></v>\n");
  CHECK(cue.text == "un deux trois four 漢kan");
  REQUIRE(cue.marks.size() == 6);
  CHECK(cue.marks[0].kind == mark_kind::voice);
  CHECK(cue.marks[0].value == "Anne & Bob");
  CHECK(cue.marks[0].classes == "loud.far");
  CHECK(cue.marks[0].where == span{0, static_cast<std::uint32_t>(cue.text.size())});
  CHECK(cue.marks[1] == mark{{3, 4}, mark_kind::css_class, "a.b"});
  CHECK(cue.marks[2] == mark{{8, 0}, mark_kind::time, "00:01.500"});
  CHECK(cue.marks[3] == mark{{14, 4}, mark_kind::language, "en-GB"});
  CHECK(cue.marks[4] == mark{{19, 6}, mark_kind::ruby, ""});
  CHECK(cue.marks[5] == mark{{22, 3}, mark_kind::ruby_text, ""});
}

TEST_CASE("character references are text, and map as a whole") {
  auto const text =
      std::string("WEBVTT\n\n00:01.000 --> 00:02.000\na &lt;b&gt;&nbsp;&#233;&#x1F3AC;&lrm; &amp;amp; &foo; & x\n");
  auto const read = read_webvtt(text);
  auto const& cue = read.value.cues.at(0);
  CHECK(cue.text == "a <b>\xC2\xA0é🎬\xE2\x80\x8E &amp; &foo; & x");
  auto const at = static_cast<std::uint32_t>(cue.text.find("é"));
  auto const covered = cue.where.cover({at, 2});
  CHECK(slice(read.value.from->text(), covered.source) == "&#233;");
  CHECK(only_cue("a&#13;b&#10;c").text == "a b\nc");
}

TEST_CASE("tags that mean nothing are no text, and are kept") {
  auto const cue = only_cue("<x>a</x> <rt>b</rt> </c>c <00:99.000>d <i>e</b></i> <z");
  CHECK(cue.text == "a b c d e ");
  CHECK(std::count_if(cue.marks.begin(), cue.marks.end(), [](mark const& m) { return m.kind == mark_kind::other; }) ==
        8);
  auto const italic =
      std::find_if(cue.marks.begin(), cue.marks.end(), [](mark const& m) { return m.kind == mark_kind::italic; });
  REQUIRE(italic != cue.marks.end());
  CHECK(slice(cue.text, italic->where) == "e");
}

TEST_CASE("what the specification drops is kept and told") {
  std::string const text =
      "WEBVTT\n\n00:01,000 --> 00:02.000\nvirgule\n\nid\n00:xx.000 --> 00:02.000\nillisible\n\nperdu\nici\n\n"
      "00:03.000 --> 00:04.000\nA\n00:05.000 --> 00:06.000\nB\n\nSTYLE\n::cue{}\n";
  auto const read = read_webvtt(text);
  REQUIRE(read.value.cues.size() == 3);
  CHECK(read.value.cues[0].text == "virgule");
  CHECK(told(read.diagnostics, code::vtt_clock_form));
  CHECK(read.value.cues[1].text == "A");
  CHECK(read.value.cues[2].text == "B");
  CHECK(told(read.diagnostics, code::vtt_clock));
  CHECK(told(read.diagnostics, code::vtt_stray_text));
  CHECK(told(read.diagnostics, code::vtt_misplaced));
  CHECK(covers(read.value));
  CHECK(to("webvtt", read.value) == text);

  auto const strict = read_text(text, {.format = "webvtt", .strict = true});
  REQUIRE(strict);
  CHECK(strict->value.cues.size() == 2);
}

TEST_CASE("a file without its signature is read, unless reading is strict") {
  for (std::string const start : {"", "WEBVTTX\n\n", "webvtt\n\n"}) {
    auto const text = start + "00:01.000 --> 00:02.000\nA\n";
    auto read = read_webvtt(text);
    CHECK(read.value.cues.size() == 1);
    CHECK(told(read.diagnostics, code::vtt_signature));
    // As it was while nobody touches it; what is made anew is valid.
    CHECK(to("webvtt", read.value) == text);
    read.value.cues.front().text = "B";
    CHECK(to("webvtt", read.value).starts_with("WEBVTT\n\n"));
    CHECK(read_text(text, {.format = "webvtt", .strict = true}).failure().code == error_code::refused);
  }
}

TEST_CASE("text is escaped, and nothing in it ends a cue") {
  transcript text;
  auto& cue = text.cues.emplace_back();
  cue.when = {{1000}, {2000}};
  cue.text = "a & b <c> --> d\n\ne";
  auto const made = write_text(text, "webvtt");
  REQUIRE(made);
  CHECK(made->bytes == "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\na &amp; b &lt;c&gt; --&gt; d\ne\n");
  CHECK(told(made->diagnostics, code::format_text_changed));
}

TEST_CASE("speakers become voices, once") {
  transcript text;
  auto& cue = text.cues.emplace_back();
  cue.text = "Bonjour";
  cue.speaker = text.speaker("Anne <3 & Bob");
  auto const bytes = to("webvtt", text);
  CHECK(bytes == "WEBVTT\n\n00:00:00.000 --> 00:00:00.000\n<v Anne &lt;3 &amp; Bob>Bonjour\n");
  auto read = read_webvtt(bytes);
  CHECK(read.value.speaker_name(read.value.cues.at(0).speaker) == "Anne <3 & Bob");
  read.value.cues[0].when.end.ms = 1;
  CHECK(to("webvtt", read.value).find("\n<v Anne &lt;3 &amp; Bob>Bonjour</v>\n") != std::string::npos);
  auto const srt = write_text(text, "srt");
  REQUIRE(srt);
  CHECK(srt->bytes.find("\nBonjour\n") != std::string::npos);
  CHECK(told(srt->diagnostics, code::format_lost));
}

TEST_CASE("marks that cross each other are written as tags that nest") {
  transcript text;
  auto& cue = text.cues.emplace_back();
  cue.text = "abcdef";
  cue.marks = {{{0, 4}, mark_kind::bold, ""}, {{2, 4}, mark_kind::italic, ""}, {{3, 0}, mark_kind::time, "00:00.500"}};
  CHECK(to("webvtt", text).ends_with("<b>ab<i>c<00:00.500>d</i></b><i>ef</i>\n"));
  CHECK(to("srt", text).ends_with("<b>ab<i>cd</i></b><i>ef</i>\n"));
}

TEST_CASE("what SubRip cannot carry is told, each kind once") {
  auto const read = read_webvtt(full);
  auto const made = write_text(read.value, "srt");
  REQUIRE(made);
  CHECK(made->bytes == "1\n00:00:01,000 --> 00:00:02,000\n{\\an7}Salut & merci\n\n2\n01:00:03,000 --> "
                       "100:00:04,000\nsans identifiant\n");
  CHECK(std::all_of(made->diagnostics.begin(), made->diagnostics.end(),
                    [](diagnostic const& each) { return each.what == code::format_lost; }));
  std::vector<std::string> messages;
  for (auto const& each : made->diagnostics) messages.push_back(each.message);
  std::sort(messages.begin(), messages.end());
  CHECK(std::adjacent_find(messages.begin(), messages.end()) == messages.end());
}

TEST_CASE("transcripts survive WebVTT, awkward text and all") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    auto const text = tests::generator(seed).plain(true);
    auto const bytes = to("webvtt", text);
    auto const read = read_webvtt(bytes);
    CHECK(read.diagnostics.empty());
    REQUIRE(read.value.cues.size() == text.cues.size());
    for (std::size_t i = 0; i < text.cues.size(); ++i) {
      CHECK(read.value.cues[i].text == text.cues[i].text);
      CHECK(read.value.cues[i].when == text.cues[i].when);
    }
    CHECK(to("webvtt", read.value) == bytes);
  }
}

TEST_CASE("whatever the bytes, all are kept, and written back as they were") {
  static constexpr std::string_view pieces[] = {
      "NOTE", "STYLE",  "REGION\n", "\n",   "\r\n",    "\r",    " ", "00:01.000 --> 00:02.000",
      "-->",  "été",    "<i>",      "</i>", "<v Léa>", "&amp;", "&", "<",
      "\n\n", "<ruby>", "<rt>",     "id"};
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    tests::generator random(seed);
    std::string text = "WEBVTT\n";
    for (auto count = random.below(30); count > 0; --count) text += random.one_of(pieces);
    auto read = read_webvtt(text);
    CHECK(covers(read.value));
    CHECK(to("webvtt", read.value) == text);
    // Written anew, each cue still says the same.
    auto fresh = read.value;
    for (auto& each : fresh.cues) each.as_read = ~each.fingerprint();
    auto const again = read_webvtt(to("webvtt", fresh));
    REQUIRE(again.value.cues.size() == read.value.cues.size());
    for (std::size_t i = 0; i < read.value.cues.size(); ++i)
      if (read.value.cues[i].text.find_first_not_of("\n ") != std::string::npos)
        CHECK(again.value.cues[i].when == read.value.cues[i].when);
  }
}
