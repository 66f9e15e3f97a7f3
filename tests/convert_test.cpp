#include <mondegreen/convert.hpp>

#include <mondegreen/file.hpp>

#include "catch.hpp"
#include "laws/mutator.hpp"
#include "temporary_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace mondegreen;
namespace fs = std::filesystem;

namespace {

/// What a conversion makes, in a form that can be compared.
struct outcome {
  std::string bytes;
  std::vector<std::string> told;

  friend bool operator==(outcome const&, outcome const&) = default;
};

void note(std::vector<diagnostic> const& all, source const& in, outcome& into) {
  for (auto const& each : all) into.told.push_back(to_json(each, in));
}

outcome directly(std::string const& from, std::string const& to, read_options const& options) {
  auto const made = convert_file(from, to, {options, {}, {}, true, false});
  if (!made) return {{}, {made.failure().message}};
  outcome all{*read_bytes(to), {}};
  REQUIRE(made->fixed == made->from);
  note(made->met, *made->from, all);
  note(made->lost, *made->from, all);
  REQUIRE(made->bytes == all.bytes.size());
  return all;
}

outcome by_transcript(std::string const& from, std::string const& to, read_options const& options) {
  auto const read = read_file(from, options);
  if (!read) return {{}, {read.failure().message}};
  auto const* const format = find_format(fs::path(to).extension().string().substr(1));
  auto const made = write_text(read->value, format->id);
  REQUIRE(made);
  auto const& encoding = read->value.from->encoding();
  bool const marked = encoding.bom && encoding.name == "UTF-8" && format->id == read->value.format;
  outcome all{(marked ? "\xEF\xBB\xBF" : "") + made->bytes, {}};
  note(read->diagnostics, *read->value.from, all);
  note(made->diagnostics, *read->value.from, all);
  return all;
}

std::vector<std::string> const samples = {
    "1\n00:00:01,000 --> 00:00:02,500\nBonjour <i>à tous</i>\n\n2\n00:00:03,000 --> 00:00:04,000\n{\\an8}Oui &amp; "
    "non\n\n3\n00:00:05,000 --> 00:00:06,000\n<font color=\"#ff8800\" size=3>orange</font> <b>fin\n",
    "\xEF\xBB\xBF"
    "1\r\n00:00:01,000 --> 00:00:02,500 X1:40 X2:600\r\nDeux\r\n\r\nlignes\r\n\r\n00:3 -> 00:4\r\nsans numéro\r\n7\r\n",
    "WEBVTT - essai\nLanguage: fr\n\nSTYLE\n::cue { color: red }\n\nNOTE un mot\n\nintro\n00:01.000 --> 00:02.000 "
    "align:start\n<v Inès>Bonjour</v> à &lt;tous&gt;\n\n00:02.500 --> 01:00:03.000 line:0\n<c.red>oui</c>\n"
    "<ruby>漢<rt>kan</rt></ruby> --> non\n",
    "texte\n\n00:01.000 --> 00:02.000\nsans signature\n00:03.000 --> 00:04.000\nsans ligne vide\n",
    "",
    "\n \n",
    "WEBVTT",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n",
};

} // namespace

TEST_CASE("the straight way makes the bytes and the diagnostics of the long one") {
  temporary_folder const here;
  laws::dice fate(4);
  // Each file reaches the disk, which takes its time; the fuzz target goes on from here.
  for (int round = 0; round < 40; ++round) {
    auto const& sample = samples[static_cast<std::size_t>(round) % samples.size()];
    auto const text = round < 16 ? sample : laws::damage(sample, samples[fate.roll(samples.size())], fate);
    for (std::string const from : {"srt", "webvtt"}) {
      put(here / "in", text);
      for (std::string const to : {"srt", "vtt"}) {
        for (bool const strict : {false, true}) {
          INFO(from << " to " << to << (strict ? ", strict" : "") << "\n" << text);
          fs::remove(here / ("out." + to));
          read_options const options{.format = from, .strict = strict};
          auto const expected = by_transcript(here / "in", here / ("out." + to), options);
          REQUIRE(directly(here / "in", here / ("out." + to), options) == expected);
          REQUIRE((expected.bytes.empty() || fs::exists(here / ("out." + to))));
        }
      }
    }
  }
}

TEST_CASE("whatever a body is made of, it becomes the same both ways") {
  temporary_folder const here;
  laws::dice fate(11);
  std::string const nul("</\0>", 4);
  std::string const tags[] = {"<i>", "</i>", "<b>", "</b>", "<u>", "</u>", "<I>",
                              "<s>", "<i ",  nul,   "<",    ">",   "{",    "&"};
  std::string const texts[] = {
      "\n", "\n",    "\r\n", "\r", " ",   "\t",           "mot",
      "é",  "12:30", "- ",   "->", "7\n", "\xEF\xBB\xBF", "a line longer than a register of any machine, to be sure"};
  auto const piece = [&] {
    return fate.roll(2) == 0 ? tags[fate.roll(std::size(tags))] : texts[fate.roll(std::size(texts))];
  };
  for (auto const& [from, to] : {std::pair{"srt", "vtt"}, std::pair{"webvtt", "srt"}}) {
    std::string text = *from == 'w' ? "WEBVTT\n\n" : "";
    std::string const sign = *from == 'w' ? "." : ",";
    for (int i = 0; i < 3'000; ++i) {
      for (std::string const time : {"00:00:01", " --> 00:00:02"}) text += time + sign + "000";
      text += '\n';
      for (auto left = fate.roll(8); left != 0; --left) text += piece();
      text += "mot\n\n";
    }
    put(here / "in", text);
    read_options const options{.format = from};
    auto const expected = by_transcript(here / "in", here / (std::string("out.") + to), options);
    auto const made = directly(here / "in", here / (std::string("out.") + to), options);
    CHECK(made.told == expected.told);
    auto const [a, b] =
        std::mismatch(made.bytes.begin(), made.bytes.end(), expected.bytes.begin(), expected.bytes.end());
    auto const place = static_cast<std::size_t>(a - made.bytes.begin());
    auto const before = place - std::min<std::size_t>(place, 80);
    INFO(made.bytes.substr(before, 160) << "\n-- and not --\n" << expected.bytes.substr(before, 160));
    CHECK((a == made.bytes.end() && b == expected.bytes.end()));
  }
}

TEST_CASE("times are copied where they are the canonical ones, and written where they are not") {
  temporary_folder const here;
  for (std::string const times :
       {"00:01.000 --> 00:00:02.000", "00:00:01.000 --> 00:02.000", "   00:01.000 --> 00:00:02.000",
        "00:00:01.000 -->    00:02.000", "00:00:01.000-->00:00:02.000", "00:00:01.000\t-->\t00:00:02.000",
        "00:00:01.000 --> 00:00:02.000", "00:00:01.000 --> 00:00:02.000 \t"}) {
    put(here / "in", "WEBVTT\n\n" + times + "\nmot\n");
    auto const made = directly(here / "in", here / "out.srt", {.format = "webvtt"});
    CHECK(made.bytes == "1\n00:00:01,000 --> 00:00:02,000\nmot\n");
  }
  put(here / "in", "WEBVTT\n\n100:00:01.000 --> 100:00:02.000\nmot\n");
  CHECK(directly(here / "in", here / "out.srt", {.format = "webvtt"}).bytes ==
        "1\n100:00:01,000 --> 100:00:02,000\nmot\n");
}

TEST_CASE("parts are written as they fill, and stay whole") {
  temporary_folder const here;
  std::string text;
  for (int i = 1; text.size() < 1'500'000; ++i) {
    text += std::to_string(i) + "\n00:00:01,000 --> 00:00:02,000\nUne ligne <i>de plus</i>, la " + std::to_string(i) +
            (i % 7 == 0 ? "\n\n\n" : "\n\n");
    if (i == 20'000) text += "<font color='#123456'>une couleur</font>\n\n";
  }
  put(here / "in", text);
  for (std::string const to : {"srt", "vtt"}) {
    read_options const options{.format = "srt"};
    auto const expected = by_transcript(here / "in", here / ("out." + to), options);
    REQUIRE(directly(here / "in", here / ("out." + to), options) == expected);
    if (to == "srt") CHECK(expected.bytes == text);
  }
}

TEST_CASE("other formats take the way over a transcript") {
  CHECK(converts_directly("srt", "webvtt"));
  CHECK(converts_directly("vtt", "srt"));
  CHECK_FALSE(converts_directly("srt", "json"));
  CHECK_FALSE(converts_directly("text", "srt"));
  CHECK_FALSE(converts_directly("srt", "nothing"));
  temporary_folder const here;
  put(here / "in.txt", "0:00 Bonjour.\n0:04 Au revoir.\n");
  auto const made = convert_file(here / "in.txt", here / "out.srt");
  REQUIRE(made);
  auto const read = read_file(here / "out.srt");
  REQUIRE(read);
  CHECK(read->value.cues.size() == 2);
}

TEST_CASE("what cannot be converted is said, and nothing is written") {
  temporary_folder const here;
  put(here / "in.srt", "1\n0:0:1,5 -> 2\nOui\n");
  CHECK(convert_file(here / "in.srt", here / "out").failure().code == error_code::unknown_format);
  CHECK(convert_file(here / "in.srt", here / "out.docx").failure().code == error_code::unknown_format);
  CHECK(convert_file(here / "no.srt", here / "out.vtt").failure().code == error_code::not_found);
  CHECK(convert_file(here / "in.srt", here / "no/out.vtt").failure().code == error_code::not_writable);
  convert_options strict;
  strict.read.strict = true;
  CHECK(convert_file(here / "in.srt", here / "out.vtt", strict).failure().code == error_code::refused);
  CHECK_FALSE(fs::exists(here / "out.vtt"));
}

namespace {

/// What a viewer sees of a transcript.
std::vector<std::string> shown(transcript const& of) {
  std::vector<std::string> all;
  for (auto const& each : of.cues) {
    all.push_back(to_string(each.when.start) + " " + to_string(each.when.end) + " [" + each.settings + "] " +
                  each.text);
    for (auto const& mark : each.marks) all.back() += " <" + mark.value + ">";
  }
  return all;
}

std::string fixed(std::string const& text, std::string const& format) {
  auto const from = make_source(text);
  return std::string(fix_text(from, *find_format(format))->text());
}

} // namespace

TEST_CASE("a fixed text reads as it did, and has nothing left to fix") {
  laws::dice fate(11);
  for (int round = 0; round < 4000; ++round) {
    auto const& sample = samples[static_cast<std::size_t>(round) % samples.size()];
    auto const text = round < 16 ? sample : laws::damage(sample, samples[fate.roll(samples.size())], fate);
    for (std::string const format : {"srt", "webvtt"}) {
      INFO(format << "\n" << text);
      auto const from = make_source(text);
      auto const before = read(from, {.format = format});
      auto const whole = fix_text(from, *find_format(format));
      INFO("becomes\n" << whole->text());
      auto const after = read(whole, {.format = format});
      REQUIRE(shown(after->value) == shown(before->value));
      for (auto const& each : after->diagnostics) REQUIRE_FALSE(each.fix);
      if (std::none_of(before->diagnostics.begin(), before->diagnostics.end(), [](auto const& d) { return d.fix; }))
        REQUIRE(whole == from);
    }
  }
}

TEST_CASE("SubRip: what is certain is fixed") {
  CHECK(fixed("0:00:01.000 -> 0:00:02,000 X1:4\nUn\n3\n00:00:03,000 --> 00:00:04,000\nDeux\n", "srt") ==
        "1\n00:00:01,000 --> 00:00:02,000 X1:4\nUn\n\n3\n00:00:03,000 --> 00:00:04,000\nDeux\n");
  CHECK(fixed("1 00:00:01,000 --> 00:00:02,000\r\nUn\r\n\r\nsuite\r\n", "srt") ==
        "1\r\n00:00:01,000 --> 00:00:02,000\r\nUn\r\nsuite\r\n");
  CHECK(fixed("1\n\n00:00:01,000 --> 00:00:02,000\n\nUn\n", "srt") == "1\n00:00:01,000 --> 00:00:02,000\nUn\n");
  CHECK(fixed("1\n00:00:01,000 --> 00:00:02,000\nUn\n\xEF\xBB\xBF"
              "1\n00:00:03,000 --> 00:00:04,000\nDeux\n",
              "srt") == "1\n00:00:01,000 --> 00:00:02,000\nUn\n\n1\n00:00:03,000 --> 00:00:04,000\nDeux\n");
  // At the beginning two marks may stand, and each goes.
  for (std::string const marks : {"\xEF\xBB\xBF\xEF\xBB\xBF", "\xEF\xBB\xBF \n\xEF\xBB\xBF"})
    CHECK(fixed(marks + "00:00:01,000 --> 00:00:02,000\nUn\n", "srt")
              .ends_with("1\n00:00:01,000 --> 00:00:02,000\nUn\n"));
}

TEST_CASE("SubRip: what is not certain stays") {
  for (std::string const text : {
           "1\n00:00:01,5 --> 00:00:02,000\nUn\n",                    // half a second, or 5 ms
           "1\n00:75:01,000 --> 00:80:02,000\nUn\n",                  // a slip of the pen, perhaps
           "1\n12:30 --> 13:00\nUn\n",                                // hours and minutes, perhaps
           "1\n-00:00:01,000 --> 00:00:02.000\nUn\n",                 // SubRip has no negative times
           "1\n00:00:02,000 --> 00:00:01,000\nUn\n",                  // which of the two is wrong?
           "1\n00:00:01,000 --> 00:00:02,000\nUn\n2\n\n00:0x -> 3\n", // text under a number may be taken for times
           "1\n00:00:01,000 --> 00:00:02,000 hé\nUn\n",               // words behind the times
       })
    CHECK(fixed(text, "srt") == text);
}

TEST_CASE("WebVTT: what is certain is fixed") {
  CHECK(fixed("00:01,000 --> 00:02,000 line:0\nUn --> deux\n00:03.000 --> 00:04.000\nTrois\n", "webvtt") ==
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000 line:0\nUn --&gt; deux\n\n00:03.000 --> 00:04.000\nTrois\n");
  // In a tag an arrow ends the tag.
  std::string const tag = "WEBVTT\n\n00:01.000 --> 00:02.000\n<i-->Un\n";
  CHECK(fixed(tag, "webvtt") == tag);
}

TEST_CASE("a conversion that fixes tells of the text as the user has it") {
  temporary_folder const here;
  put(here / "in.srt", "0:00:01.000 --> 0:00:02.000\nUn\n");
  convert_options options;
  options.fix = true;
  auto const made = convert_file(here / "in.srt", here / "out.srt", options);
  REQUIRE(made);
  CHECK(*read_bytes(here / "out.srt") == "1\n00:00:01,000 --> 00:00:02,000\nUn\n");
  REQUIRE(made->met.size() == 2);
  CHECK(slice(made->from->text(), made->met[0].where) == "0:00:01.000 --> 0:00:02.000");
  CHECK(made->fixed->text() == *read_bytes(here / "out.srt"));
}
