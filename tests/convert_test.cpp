#include <mondegreen/convert.hpp>

#include <mondegreen/file.hpp>

#include "catch.hpp"
#include "laws/mutator.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

using namespace mondegreen;
namespace fs = std::filesystem;

namespace {

class folder {
public:
  folder() {
    std::string pattern = (fs::temp_directory_path() / "mondegreen-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  folder(folder const&) = delete;
  folder& operator=(folder const&) = delete;
  ~folder() { fs::remove_all(path_); }

  std::string operator/(std::string const& name) const { return (path_ / name).string(); }

private:
  fs::path path_;
};

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
  auto const made = convert_file(from, to, {options, {}, {}});
  if (!made) return {{}, {made.failure().message}};
  outcome all{*read_bytes(to), {}};
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
  folder const here;
  laws::dice fate(4);
  for (int round = 0; round < 400; ++round) {
    auto const& sample = samples[static_cast<std::size_t>(round) % samples.size()];
    auto const text = round < 16 ? sample : laws::damage(sample, samples[fate.roll(samples.size())], fate);
    for (std::string const from : {"srt", "webvtt"}) {
      REQUIRE(write_atomically(here / "in", text));
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

TEST_CASE("parts are written as they fill, and stay whole") {
  folder const here;
  std::string text;
  for (int i = 1; text.size() < 1'500'000; ++i) {
    text += std::to_string(i) + "\n00:00:01,000 --> 00:00:02,000\nUne ligne <i>de plus</i>, la " + std::to_string(i) +
            (i % 7 == 0 ? "\n\n\n" : "\n\n");
    if (i == 20'000) text += "<font color='#123456'>une couleur</font>\n\n";
  }
  REQUIRE(write_atomically(here / "in", text));
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
  folder const here;
  REQUIRE(write_atomically(here / "in.txt", "0:00 Bonjour.\n0:04 Au revoir.\n"));
  auto const made = convert_file(here / "in.txt", here / "out.srt");
  REQUIRE(made);
  auto const read = read_file(here / "out.srt");
  REQUIRE(read);
  CHECK(read->value.cues.size() == 2);
}

TEST_CASE("what cannot be converted is said, and nothing is written") {
  folder const here;
  REQUIRE(write_atomically(here / "in.srt", "1\n0:0:1,5 -> 2\nOui\n"));
  CHECK(convert_file(here / "in.srt", here / "out").failure().code == error_code::unknown_format);
  CHECK(convert_file(here / "in.srt", here / "out.docx").failure().code == error_code::unknown_format);
  CHECK(convert_file(here / "no.srt", here / "out.vtt").failure().code == error_code::not_found);
  CHECK(convert_file(here / "in.srt", here / "no/out.vtt").failure().code == error_code::not_writable);
  convert_options strict;
  strict.read.strict = true;
  CHECK(convert_file(here / "in.srt", here / "out.vtt", strict).failure().code == error_code::refused);
  CHECK_FALSE(fs::exists(here / "out.vtt"));
}
