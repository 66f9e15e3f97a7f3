#include <mondegreen/format.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>

using namespace mondegreen;

namespace {

constexpr std::string_view srt_text = "1\n00:00:01,000 --> 00:00:02,000\nBonjour\n";

std::string detected(std::string text, std::string name = "<text>") {
  return std::string(detect_format(*make_source(std::move(text), std::move(name))).id);
}

reading read_shouting(source_ptr text, read_options const&) {
  reading made;
  made.value.cues.emplace_back().text = text->text();
  made.value.timed = false;
  return made;
}

std::string write_shouting(transcript const& text, write_options const&, std::vector<diagnostic>&) {
  std::string out;
  for (auto const& each : text.cues) out += each.text + "!\n";
  return out;
}

constexpr format shouting{.id = "shouting",
                          .name = "Shouting",
                          .extensions = "loud shout",
                          .carries = {},
                          .read = &read_shouting,
                          .write = &write_shouting};
constexpr format mute{.id = "mute", .name = "Mute", .extensions = "mute"};

} // namespace

TEST_CASE("formats are found by id and by extension, in any case") {
  REQUIRE(find_format("srt") != nullptr);
  CHECK(find_format("srt")->name == "SubRip");
  CHECK(find_format("SRT") == find_format("srt"));
  CHECK(find_format("vtt") == find_format("webvtt"));
  CHECK(find_format("VTT") == find_format("webvtt"));
  CHECK(find_format("docx") == nullptr);
  CHECK(find_format("") == nullptr);
}

TEST_CASE("every format says what it is and keeps its name to itself") {
  auto const all = formats();
  for (auto const* each : all) {
    CHECK_FALSE(each->name.empty());
    CHECK_FALSE(each->extensions.empty());
    CHECK(std::count_if(all.begin(), all.end(), [&](auto const* other) { return other->id == each->id; }) == 1);
  }
}

TEST_CASE("a format is detected by what the text holds, whatever its name") {
  CHECK(detected(std::string(srt_text)) == "srt");
  CHECK(detected(std::string(srt_text), "talk.vtt") == "srt");
  CHECK(detected("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n", "talk.srt") == "webvtt");
  CHECK(detected("WEBVTT") == "webvtt");
  CHECK(detected("{\"mondegreen\":1,\"cues\":[]}") == "json");
  CHECK(detected("<html>\n\n1\n00:00:01,000 --> 00:00:02,000\nBonjour\n") == "srt");
}

TEST_CASE("where the text says little the name counts") {
  CHECK(detected("", "talk.srt") == "srt");
  CHECK(detected("", "talk.VTT") == "webvtt");
  CHECK(detected("WEBVTTX", "a.b/talk") == "text");
  CHECK(detected("") == "text");
  CHECK(detected("La gare est à 12:30 --> à gauche") == "text");
}

TEST_CASE("own formats are known to everything once added") {
  REQUIRE(add_format(shouting));
  CHECK_FALSE(add_format(shouting));
  CHECK(find_format("shout") == &shouting);
  auto const read = read_text("Bonjour", {.format = "shouting"});
  REQUIRE(read);
  CHECK(read->value.format == "shouting");
  CHECK(read->value.from != nullptr);
  auto const written = write_text(read->value, "loud");
  REQUIRE(written);
  CHECK(written->bytes == "Bonjour!\n");

  REQUIRE(add_format(mute));
  CHECK(read_text("x", {.format = "mute"}).failure().code == error_code::cannot_read);
  CHECK(write_text({}, "mute").failure().code == error_code::cannot_write);
}

TEST_CASE("an id of the library's cannot be taken, nor can none") {
  format own = shouting;
  own.id = "SRT";
  CHECK_FALSE(add_format(own));
  own.id = "";
  CHECK_FALSE(add_format(own));
}

TEST_CASE("an unknown format is an error that names those there are") {
  auto const read = read_text(srt_text, {.format = "docx"});
  REQUIRE_FALSE(read);
  CHECK(read.failure().code == error_code::unknown_format);
  CHECK(read.failure().message.find("'docx'") != std::string::npos);
  CHECK(read.failure().message.find("webvtt") != std::string::npos);
  CHECK(write_text({}, "docx").failure().code == error_code::unknown_format);
}

TEST_CASE("strict reading refuses damage and names its place") {
  CHECK(read_text(srt_text, {.strict = true}));
  auto const refused = read_text("1\n00:00:01,000 -> 00:00:02,000\nx\n", {.format = "srt", .strict = true}, "a.srt");
  REQUIRE_FALSE(refused);
  CHECK(refused.failure().code == error_code::refused);
  CHECK(refused.failure().message.starts_with("a.srt:2:1: error: "));
  CHECK(refused.failure().message.ends_with("]"));
  auto const twice =
      read_text("1\n0:1 -> 0:2\nx\n\n2\n0:3 -> 0:4\ny\n", {.format = "srt", .strict = true}).failure().message;
  CHECK(twice.find("(and 1 more; lenient reading tells them all)") != twice.npos);
  CHECK(read_text("1\n00:00:01,000 -> 00:00:02,000\nx\n", {.format = "srt"}));
}

TEST_CASE("text without times gets estimated ones where the format needs them, and that is told") {
  transcript text;
  text.timed = false;
  text.cues.emplace_back().text = "Une phrase que l'on lit en un peu plus d'une seconde.";
  text.cues.emplace_back().text = "Et une autre.";
  auto const written = write_text(text, "srt");
  REQUIRE(written);
  REQUIRE(written->diagnostics.size() == 1);
  CHECK(written->diagnostics.front().what == code::time_estimated);
  CHECK(written->bytes.starts_with("1\n00:00:00,000 --> 00:00:0"));
  CHECK(text.timed == false);

  auto const json = write_text(text, "json");
  REQUIRE(json);
  CHECK(json->diagnostics.empty());
  CHECK(json->bytes.find("\"timed\":false") != std::string::npos);
}

TEST_CASE("files are read and written by their extension") {
  auto const folder = std::filesystem::temp_directory_path() / "mondegreen_format_test";
  std::filesystem::create_directories(folder);
  auto const path = (folder / "talk.vtt").string();
  auto const read = read_text(srt_text);
  REQUIRE(read);
  REQUIRE(write_file(read->value, path));
  auto const again = read_file(path);
  REQUIRE(again);
  CHECK(again->value.format == "webvtt");
  CHECK(again->value.cues.at(0).text == "Bonjour");
  CHECK(write_file(read->value, (folder / "talk").string()).failure().code == error_code::unknown_format);
  CHECK(write_file(read->value, (folder / "none" / "talk.srt").string()).failure().code == error_code::not_writable);
  CHECK(read_file((folder / "missing.srt").string()).failure().code == error_code::not_found);
  std::filesystem::remove_all(folder);
}
