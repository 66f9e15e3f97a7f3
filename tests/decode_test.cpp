#include <mondegreen/decode.hpp>

#include <mondegreen/impl/decode/utf.hpp>

#include "catch.hpp"
#include "laws/mutator.hpp"

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace mg = mondegreen;
using namespace std::string_literals;

namespace {

/// The text in the code units of UTF-16 or UTF-32; for text of the basic plane.
std::string wide(std::u16string_view text, std::size_t width, bool big) {
  std::string bytes;
  for (char16_t const c : text) {
    for (std::size_t i = 0; i < width; ++i) {
      auto const place = big ? width - 1 - i : i;
      bytes += place > 1 ? '\0' : static_cast<char>(static_cast<unsigned char>(c >> (8 * place)));
    }
  }
  return bytes;
}

mg::decoded decoded(std::string_view bytes, std::string_view encoding = {}) {
  auto made = mg::decode(bytes, "talk.txt", encoding);
  REQUIRE(made);
  return *made;
}

std::size_t count(mg::decoded const& in, mg::code what) {
  std::size_t found = 0;
  for (auto const& each : in.diagnostics) found += each.what == what;
  return found;
}

} // namespace

TEST_CASE("UTF-8 is taken as it is, with nothing to tell") {
  for (auto const* text : {"", "a", "Été à la ferme, 5 €.\n", "日本語 ✓ 🎬", "eight by\xC3\xA9tes, and more"}) {
    auto const one = decoded(text);
    CHECK(one.text->text() == text);
    CHECK(one.text->encoding().name == "UTF-8");
    CHECK_FALSE(one.text->encoding().bom);
    CHECK(one.diagnostics.empty());
    CHECK(one.text->name() == "talk.txt");
  }
}

TEST_CASE("byte order marks decide, and are no part of the text") {
  std::u16string const text = u"00:12 L’été\n";
  auto const expected = "00:12 L’été\n"s;
  struct {
    std::string bytes;
    char const* name;
  } const cases[] = {
      {"\xEF\xBB\xBF" + expected, "UTF-8"},
      {"\xFF\xFE" + wide(text, 2, false), "UTF-16LE"},
      {"\xFE\xFF" + wide(text, 2, true), "UTF-16BE"},
      {"\xFF\xFE\0\0"s + wide(text, 4, false), "UTF-32LE"},
      {"\0\0\xFE\xFF"s + wide(text, 4, true), "UTF-32BE"},
  };
  for (auto const& each : cases) {
    auto const one = decoded(each.bytes);
    CHECK(one.text->text() == expected);
    CHECK(one.text->encoding().name == each.name);
    CHECK(one.text->encoding().bom);
    CHECK(one.text->encoding().confidence == 100);
    CHECK(one.diagnostics.empty());
  }
}

TEST_CASE("UTF-16 without a mark is known by its zero bytes") {
  std::u16string const text = u"00:12 Bonjour à tous et bienvenue.\n00:15 On commence.\n";
  for (bool const big : {false, true}) {
    auto const one = decoded(wide(text, 2, big));
    CHECK(one.text->text() == "00:12 Bonjour à tous et bienvenue.\n00:15 On commence.\n");
    CHECK(one.text->encoding().name == (big ? "UTF-16BE" : "UTF-16LE"));
    CHECK(count(one, mg::code::encoding_guessed) == 1);
  }
  // Text with a stray NUL here and there is not UTF-16.
  auto const stray = decoded("00:12 Bonjour\0 à tous\n00:15 On commence.\0\n"s);
  CHECK(stray.text->encoding().name == "UTF-8");
  CHECK(count(stray, mg::code::encoding_nul) == 1);
}

TEST_CASE("surrogates: pairs are one character, a lone one is told") {
  auto const one = decoded("\xFF\xFE\x3D\xD8\x00\xDE"
                           "a\0\x3D\xD8"
                           "b\0"s);
  CHECK(one.text->text() == "😀a\xEF\xBF\xBD"
                            "b");
  REQUIRE(count(one, mg::code::encoding_bad_byte) == 1);
  CHECK(one.diagnostics[0].where == mg::span{5, 3});
  CHECK(decoded("\xFF\xFE"
                "a\0b"s)
            .text->text() == "a\xEF\xBF\xBD");
}

TEST_CASE("a bad byte in UTF-8 costs itself and says where it was") {
  auto const bytes = "00:12 C'était déjà prêt.\n00:15 Un caf\xE9 bien serré, s'il vous plaît, pour la salle "
                     "d'à côté où l'on répète.\n"s;
  auto const one = decoded(bytes);
  CHECK(one.text->encoding().name == "UTF-8");
  REQUIRE(one.diagnostics.size() == 1);
  CHECK(one.diagnostics[0].what == mg::code::encoding_bad_byte);
  CHECK(mg::slice(one.text->text(), one.diagnostics[0].where) == "\xEF\xBF\xBD");
  CHECK(one.text->locate(one.diagnostics[0].where.offset) == mg::position{2, 13});
  CHECK(one.diagnostics[0].message.find("0xE9") != std::string::npos);
}

TEST_CASE("a bad byte is found wherever it stands between others") {
  for (std::string const around : {"a", "é", "aé", "€", "é🎬"}) {
    std::string before;
    for (std::size_t i = 0; i < 40; ++i, before += around) {
      auto const good = before + "éé" + before;
      CHECK(decoded(good).diagnostics.empty());
      for (std::string const bad : {"\x80", "\xC3", "\xC1\x80", "\xFF"}) {
        // Behind accents enough for the rest to be sure.
        auto const one = decoded("ééééé" + before + bad + "e" + before);
        REQUIRE_FALSE(one.diagnostics.empty());
        CHECK(one.diagnostics[0].where.offset == 10 + before.size());
      }
    }
  }
}

TEST_CASE("whole registers and one code point after the other agree on what is UTF-8") {
  std::string const pieces[] = {"a",
                                "plain text of some length, longer than a register and than two of them\n",
                                "é",
                                "ß",
                                "€",
                                "한",
                                "\xED\x9F\xBF",
                                "\xEE\x80\x80",
                                "🎬",
                                "\xF4\x8F\xBF\xBF",
                                "\xF0\x90\x80\x80",
                                "\xE0\xA0\x80",
                                "\xC2\x80",
                                "\x7F"};
  std::string const bad[] = {"\x80",
                             "\xC3",
                             "\xE2\x82",
                             "\xF0\x9F\x8E",
                             "\xC0\x80",
                             "\xC1\xBF",
                             "\xE0\x9F\xBF",
                             "\xED\xA0\x80",
                             "\xF0\x8F\xBF\xBF",
                             "\xF4\x90\x80\x80",
                             "\xF5\x80\x80\x80",
                             "\xFF",
                             std::string(1, '\0')};
  auto const slowly = [](std::string_view text) {
    auto const all = mg::impl::count_utf8(text);
    return all.bad == 0 && !all.any_nul;
  };
  laws::dice fate(8);
  for (int round = 0; round < 4'000; ++round) {
    std::string text;
    auto const size = fate.roll(300);
    while (text.size() < size) text += pieces[fate.roll(std::size(pieces))];
    CHECK(mg::impl::is_plain_utf8(text));
    // Between any two bytes, so that it may cut a code point as well.
    auto const place = fate.roll(text.size() + 1);
    auto const damaged = text.substr(0, place) + bad[fate.roll(std::size(bad))] + text.substr(place);
    CHECK_FALSE(mg::impl::is_plain_utf8(damaged));
    auto const cut = std::string_view(text).substr(fate.roll(text.size() + 1));
    CHECK(mg::impl::is_plain_utf8(cut) == slowly(cut));
    auto const front = std::string_view(text).substr(0, fate.roll(text.size() + 1));
    CHECK(mg::impl::is_plain_utf8(front) == slowly(front));
  }
  // A part of a file is looked at before the next one.
  std::string large(300'000, 'x');
  CHECK(mg::impl::is_plain_utf8(large));
  for (std::size_t const at :
       {std::size_t{0}, std::size_t{65'535}, std::size_t{65'536}, std::size_t{65'600}, large.size() - 1}) {
    auto damaged = large;
    damaged[at] = '\xE9';
    CHECK_FALSE(mg::impl::is_plain_utf8(damaged));
  }
}

TEST_CASE("a few bad bytes in a file of two lines: one accent that is right makes it UTF-8") {
  auto const one = decoded("00:12 caf\xC3\xA9 \xFF\xE9.\n");
  CHECK(one.text->encoding().name == "UTF-8");
  CHECK(one.text->text() == "00:12 café \xEF\xBF\xBD\xEF\xBF\xBD.\n");
  CHECK(count(one, mg::code::encoding_bad_byte) == 2);
  // In windows-1252 a capital may stand before a quotation mark, which two bytes of UTF-8 look like.
  CHECK(decoded("00:12 \xAB LIBERT\xC9\xBB, dit-elle \xE0 Zo\xE9.\n").text->text() ==
        "00:12 « LIBERTÉ», dit-elle à Zoé.\n");
}

TEST_CASE("overlong forms, surrogates and values past the last are no UTF-8") {
  for (auto const* bad : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80"}) {
    auto const one = decoded("é"s + bad, "UTF-8");
    CHECK(one.text->text().find(bad) == std::string::npos);
    CHECK(count(one, mg::code::encoding_bad_byte) == std::string_view(bad).size());
  }
}

TEST_CASE("a sequence that was cut short is one bad byte, as in browsers") {
  CHECK(decoded("\xE4\xB4z \xF0\x9F\x8E", "UTF-8").text->text() == "\xEF\xBF\xBDz \xEF\xBF\xBD");
}

TEST_CASE("text in a prescribed encoding is no binary for its bad bytes") {
  auto const read = mg::decode("WEBVTT \xE9\xE9\xE9\xE9\n", "a.vtt", "UTF-8");
  REQUIRE(read);
  CHECK(count(*read, mg::code::encoding_binary) == 0);
}

TEST_CASE("at most a hundred bad bytes are told one by one") {
  std::string bytes;
  for (int i = 0; i < 250; ++i) bytes += "é, à, ù, ê et tout le reste de la phrase qui continue encore\xFF";
  for (int i = 0; i < 200; ++i) bytes += "une ligne sans accent ni rien de particulier, pour la longueur du texte\n";
  auto const one = decoded(bytes);
  CHECK(one.text->encoding().name == "UTF-8");
  REQUIRE(count(one, mg::code::encoding_bad_byte) == 101);
  CHECK(one.diagnostics[100].message.find("150 more") != std::string::npos);
}

TEST_CASE("legacy encodings are guessed, and the guess is told") {
  // windows-1252: a sample with an apostrophe and an oe that ISO-8859-1 lacks.
  auto const french = "Aujourd\x92hui, le ma\xEEtre d\x92\x9Cuvre est tr\xE8s \xE9tonn\xE9 : la derni\xE8re r\xE9union "
                      "n\x92\x61 pas dur\xE9 plus d\x92une heure, et tout le monde est reparti content.\n"s;
  auto const one = decoded(french);
  CHECK(one.text->encoding().name == "windows-1252");
  CHECK(one.text->text().find("Aujourd’hui, le maître d’œuvre est très étonné") == 0);
  REQUIRE(count(one, mg::code::encoding_guessed) == 1);
  CHECK(one.diagnostics[0].message.find("windows-1252") != std::string::npos);

  // One accent is too little for statistics: windows-1252, in which every byte means something.
  auto const short_one = decoded("caf\xE9");
  CHECK(short_one.text->text() == "café");
  CHECK(count(short_one, mg::code::encoding_guessed) == 1);

  // Russian in windows-1251.
  auto const russian =
      "\xCF\xF0\xE8\xE2\xE5\xF2, \xEA\xE0\xEA \xE4\xE5\xEB\xE0? \xD1\xE5\xE3\xEE\xE4\xED\xFF \xEC\xFB \xE3\xEE\xE2\xEE\xF0\xE8\xEC \xEE \xEF\xEE\xE3\xEE\xE4\xE5 \xE8 \xEE \xF0\xE0\xE1\xEE\xF2\xE5, \xE0 \xEF\xEE\xF2\xEE\xEC \xEE \xF2\xEE\xEC, \xF7\xF2\xEE \xE1\xF3\xE4\xE5\xF2 \xE7\xE0\xE2\xF2\xF0\xE0. \xDD\xF2\xEE \xED\xE5 \xF2\xE0\xEA \xEF\xF0\xEE\xF1\xF2\xEE, \xEA\xE0\xEA \xEA\xE0\xE6\xE5\xF2\xF1\xFF, \xED\xEE \xEC\xFB \xEF\xEE\xF1\xF2\xE0\xF0\xE0\xE5\xEC\xF1\xFF \xE2\xF1\xB8 \xEE\xE1\xFA\xFF\xF1\xED\xE8\xF2\xFC \xF1 \xF1\xE0\xEC\xEE\xE3\xEE \xED\xE0\xF7\xE0\xEB\xE0.\n"s;
  CHECK(decoded(russian).text->text().find("Привет, как дела?") == 0);
}

TEST_CASE("an encoding that is named overrides what the bytes look like") {
  auto const one = decoded("caf\xE9", "latin1");
  CHECK(one.text->text() == "café");
  CHECK(one.text->encoding().name == "ISO-8859-1");
  CHECK(one.diagnostics.empty());
  CHECK(decoded("\xC3\xA9", "windows-1252").text->text() == "Ã©");
  CHECK(decoded("\xEF\xBB\xBF\xC3\xA9", "UTF-8").text->text() == "é");
  CHECK(decoded("\xFF\xFE"
                "a\0"s,
                "UTF-16")
            .text->text() == "a");
  CHECK(decoded("\0a"s, "UTF-16").text->text() == "a");
  auto const wrong = mg::decode("a", "talk.txt", "klingon");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.failure().code == mg::error_code::unknown_encoding);
  CHECK(wrong.failure().message.find("klingon") != std::string::npos);
}

TEST_CASE("NUL and binary are told once, and lose nothing") {
  auto const nul = decoded("un\0deux\0trois"s);
  CHECK(nul.text->text() == "un\0deux\0trois"s);
  REQUIRE(count(nul, mg::code::encoding_nul) == 1);
  CHECK(nul.diagnostics[0].where == mg::span{2, 1});
  CHECK(count(nul, mg::code::encoding_binary) == 1);

  std::string noise;
  std::uint32_t state = 7;
  for (int i = 0; i < 5000; ++i) noise += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
  auto const binary = decoded(noise);
  CHECK(count(binary, mg::code::encoding_binary) == 1);
  CHECK(binary.diagnostics.size() <= 103);
  // A text with an escape here and there is none.
  CHECK(count(decoded("00:12 Bonjour\x1B[0m à tous et bienvenue dans cette émission."), mg::code::encoding_binary) ==
        0);
}

TEST_CASE("no bytes are refused, whatever they are") {
  std::uint32_t state = 1;
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = 0; i < round; ++i) bytes += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
    for (auto const* encoding : {"", "UTF-8", "UTF-16LE", "UTF-32BE", "windows-1252", "Shift_JIS", "ISO-2022-JP"}) {
      auto const one = decoded(bytes, encoding);
      CHECK(mg::decode(one.text->text(), "again", "UTF-8")->text->text() == one.text->text());
      for (auto const& each : one.diagnostics) CHECK(each.where.end() <= one.text->text().size());
    }
  }
}

TEST_CASE("bytes that may be moved give the same text") {
  for (auto const& bytes : {""s, "déjà vu"s, "\xEF\xBB\xBF"s + "déjà", "caf\xE9"s}) {
    auto const moved = mg::decode_owned(bytes, "talk.txt");
    REQUIRE(moved);
    CHECK(moved->text->text() == decoded(bytes).text->text());
    CHECK(moved->diagnostics.size() == decoded(bytes).diagnostics.size());
  }
}

TEST_CASE("encoding for output") {
  std::vector<mg::diagnostic> told;
  CHECK(*mg::encode("L’été", "", false, told) == "L’été");
  CHECK(*mg::encode("été", "UTF-8", true, told) == "\xEF\xBB\xBFété");
  CHECK(*mg::encode("L’été", "windows-1252", false, told) == "L\x92\xE9t\xE9");
  CHECK(*mg::encode("été", "UTF-16LE", true, told) == "\xFF\xFE\xE9\0t\0\xE9\0"s);
  CHECK(told.empty());
  CHECK(*mg::encode("œuvre à 5 € ✓", "ISO-8859-1", false, told) == "?uvre \xE0 5 ? ?");
  REQUIRE(told.size() == 1);
  CHECK(told[0].what == mg::code::encoding_unmappable);
  CHECK(told[0].message.find("3 characters") != std::string::npos);
  CHECK(mg::encode("a", "klingon", false, told).failure().code == mg::error_code::unknown_encoding);

  std::string const page = "Ça alors ! « L’œuvre » de l’été, 5 €.\n";
  std::string text;
  for (int i = 0; i < 2000; ++i) text += page;
  for (auto const* name : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "windows-1252"}) {
    auto const bytes = mg::encode(text, name, true, told);
    REQUIRE(bytes);
    CHECK(decoded(*bytes).text->text() == text);
  }
}
