#include <mondegreen/diagnostic.hpp>

#include "catch.hpp"

#include <set>
#include <string>

using namespace mondegreen;

TEST_CASE("every code is documented, once") {
  std::set<std::string_view> ids;
  for (auto const& each : codes()) {
    CHECK(ids.insert(each.id).second);
    CHECK(each.id.find('.') != std::string_view::npos);
    CHECK_FALSE(each.summary.empty());
    CHECK_FALSE(each.summary.ends_with('.'));
    CHECK(each.explanation.ends_with('.'));
    CHECK(&about(each.what) == &each);
  }
}

TEST_CASE("a diagnostic is shown with its line and a caret") {
  auto const text = make_source("00:12 Bonjour.\n00:08 Déjà là ?\n", "essai.txt");
  auto const odd = make_diagnostic(code::time_order, {15, 5}, "00:08 comes after 00:12", "check the clock");
  CHECK(headline(odd, *text) == "essai.txt:2:1: warning: 00:08 comes after 00:12 [time.order]");
  CHECK(render(odd, *text) == "essai.txt:2:1: warning: 00:08 comes after 00:12 [time.order]\n"
                              " 2 | 00:08 Déjà là ?\n"
                              "   | ^^^^^\n"
                              "   = check the clock\n");
  CHECK(to_json(odd, *text) == R"({"file":"essai.txt","line":2,"column":1,"end_line":2,"end_column":6,)"
                               R"("severity":"warning","code":"time.order","message":"00:08 comes after 00:12",)"
                               R"("hint":"check the clock"})");
}

TEST_CASE("the caret stands under the right column behind accents") {
  auto const text = make_source("Déjà là ?");
  auto const shown = render(make_diagnostic(code::time_order, {10, 1}, "here"), *text);
  CHECK(shown.find("\n   |        ^\n") != std::string::npos);
}

TEST_CASE("a message without words is the code's summary") {
  auto const text = make_source("x");
  CHECK(headline(make_diagnostic(code::input_empty, {}, ""), *text) ==
        "<text>:1:1: warning: there is no text in the file [input.empty]");
}

TEST_CASE("no text from outside reaches the terminal as an escape sequence") {
  auto const text = make_source("a\x1b[2Jb\xE2\x80\xAE"
                                "c",
                                "na\x1b]0;me");
  auto const shown = render(make_diagnostic(code::time_order, {1, 3}, "see \x07"), *text);
  CHECK(shown.find('\x1b') == std::string::npos);
  CHECK(shown.find('\x07') == std::string::npos);
  CHECK(shown.find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("of a very long line only the neighbourhood is shown") {
  std::string line(5'000'000, 'x');
  line.replace(2'000'000, 3, "ici");
  auto const text = make_source(line);
  auto const shown = render(make_diagnostic(code::time_order, {2'000'000, 3}, "here"), *text);
  CHECK(shown.size() < 600);
  CHECK(shown.find("ici") != std::string::npos);
  CHECK(shown.find("…") != std::string::npos);
}

TEST_CASE("colour only on request") {
  auto const text = make_source("x");
  auto const odd = make_diagnostic(code::time_order, {0, 1}, "here");
  CHECK(render(odd, *text, false).find('\x1b') == std::string::npos);
  CHECK(render(odd, *text, true).find('\x1b') != std::string::npos);
}

TEST_CASE("fixes are made from the front, of two that overlap the first, insertions before what they stand before") {
  auto const fix = [](std::uint32_t at, std::uint32_t length, std::string with) {
    auto made = make_diagnostic(code::srt_number, {at, length}, "");
    made.fix = replacement{{at, length}, std::move(with)};
    return made;
  };
  std::vector<diagnostic> const told{fix(4, 2, "EF"), fix(5, 3, "x"),
                                     fix(0, 1, "A"),  fix(0, 0, "+"),
                                     fix(8, 0, "."),  make_diagnostic(code::srt_number, {2, 1}, "none")};
  CHECK(apply_fixes("abcdefgh", told) == "+AbcdEFgh.");
  CHECK(apply_fixes("", {}).empty());
}

TEST_CASE("a fix stands in the JSON form") {
  auto const text = make_source("un\ndeux", "a.srt");
  auto told = make_diagnostic(code::srt_number, {3, 4}, "m");
  told.fix = replacement{{3, 0}, "1\n"};
  CHECK(to_json(told, *text) ==
        R"({"file":"a.srt","line":2,"column":1,"end_line":2,"end_column":5,"severity":"note","code":"srt.number",)"
        R"("message":"m","fix":{"line":2,"column":1,"end_line":2,"end_column":1,"replacement":"1\n"}})");
}
