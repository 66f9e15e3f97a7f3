#include <mondegreen/impl/grammar/clock.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>

using namespace mondegreen;
using impl::clock_frame;
using impl::clock_gap;
using impl::read_clock;
using impl::read_clock_line;

namespace {

std::string rest(std::string_view line) {
  auto const found = read_clock_line(line);
  return found ? std::string(line.substr(found.text)) : "no clock";
}

std::int64_t ms(std::string_view line) {
  auto const found = read_clock_line(line);
  return found ? found.first.ms : -1;
}

} // namespace

TEST_CASE("a time is read with its hours and its fraction, never without them") {
  CHECK(read_clock("00:12").ms == 12'000);
  CHECK(read_clock("1:02:03").ms == 3'723'000);
  CHECK(read_clock("100:00:00").ms == 360'000'000);
  CHECK(read_clock("00:12.340").ms == 12'340);
  CHECK(read_clock("1:02:03,500").ms == 3'723'500);
  CHECK(read_clock("00:12.5").ms == 12'500);
  CHECK(read_clock("00:12,05").ms == 12'050);
  CHECK(read_clock("75:10").ms == 4'510'000);
  CHECK(read_clock("75:10").wide());
  CHECK(read_clock("1:02:03").fields == 3);
  CHECK(read_clock("00:12").padded);
  CHECK_FALSE(read_clock("12:00").padded);
}

TEST_CASE("what is no possible time is told apart from what is no time") {
  CHECK_FALSE(read_clock("99:99").possible);
  CHECK_FALSE(read_clock("1:60:00").possible);
  CHECK_FALSE(read_clock("0:00:60").possible);
  for (auto const* text : {"", "12", "12:", "12:3", ":12", "1234:00", "12:34:5", "1:02:03:04", "16:9", "a1:02"}) {
    INFO(text);
    CHECK_FALSE(read_clock(text));
  }
}

TEST_CASE("a fraction ends with its third digit") {
  CHECK(read_clock("00:12.3456").length == 5);
  CHECK(read_clock("00:12.").length == 5);
  CHECK(read_clock("00:12,5").length == 7);
}

TEST_CASE("times and text of a line part where they should") {
  CHECK(rest("00:12 Bonjour") == "Bonjour");
  CHECK(rest("00:12Bonjour") == "Bonjour");
  CHECK(rest("00:3326 minutes") == "26 minutes");
  CHECK(rest("1:02:03 Bonjour") == "Bonjour");
  CHECK(rest("[00:01:02] Bonjour") == "Bonjour");
  CHECK(rest("(1:02) Bonjour") == "Bonjour");
  CHECK(rest("00:12 - Bonjour") == "Bonjour");
  CHECK(rest("00:12 \xE2\x80\x93 Bonjour") == "Bonjour");
  CHECK(rest("**[00:12]** Bonjour") == "Bonjour");
  CHECK(rest("[00:12](#t=12) Bonjour") == "Bonjour");
  CHECK(rest("- 00:12 Bonjour") == "Bonjour");
  CHECK(rest("\t00:12\tBonjour") == "Bonjour");
  CHECK(rest("00:12") == "");
  CHECK(rest("00:12 ") == "");
  CHECK(read_clock_line("00:12 Bonjour").gap == clock_gap::space);
  CHECK(read_clock_line("00:12Bonjour").gap == clock_gap::glued);
  CHECK(read_clock_line("00:12 - Bonjour").gap == clock_gap::dash);
  CHECK(read_clock_line("00:12 -Bonjour").gap == clock_gap::space);
  CHECK(read_clock_line("[00:12]").gap == clock_gap::end);
  CHECK(read_clock_line("[00:12]").frame == clock_frame::brackets);
  CHECK(read_clock_line("(00:12)").frame == clock_frame::parentheses);
}

TEST_CASE("a range has two times") {
  for (auto const* line :
       {"0:12 - 0:15 Bonjour", "0:12-0:15 Bonjour", "0:12 \xE2\x80\x93 0:15 Bonjour", "0:12 --> 0:15 Bonjour",
        "[0:12 - 0:15] Bonjour", "(0:12 - 0:15) Bonjour", "0:12 \xE2\x80\x93 0:15 : Bonjour"}) {
    INFO(line);
    auto const found = read_clock_line(line);
    CHECK(found.first.ms == 12'000);
    CHECK(found.second.ms == 15'000);
    CHECK(rest(line) == "Bonjour");
  }
}

TEST_CASE("a line that only holds a time further on has no clock") {
  for (auto const* line :
       {"\xC3\xA0 12:30 on mange", "Bonjour 00:12", "[musique]", "[00:12", "(1:02 plus tard)", "12h30"}) {
    INFO(line);
    CHECK_FALSE(read_clock_line(line));
  }
}

TEST_CASE("only the head of a line is looked at") {
  CHECK(ms(std::string(1'000'000, ' ') + "00:12") == -1);
  CHECK(ms("00:12 " + std::string(1'000'000, '\xE9')) == 12'000);
  CHECK(rest("00:12" + std::string(300, ' ')).find_first_not_of(' ') == std::string::npos);
}

TEST_CASE("any byte may follow") {
  for (int byte = 0; byte < 256; ++byte) {
    std::string line = "00:12";
    line += static_cast<char>(byte);
    INFO(byte);
    CHECK((read_clock_line(line) || byte == ':' || (byte >= '0' && byte <= '9')));
    CHECK_NOTHROW(read_clock_line(line.substr(5) + "00:12"));
  }
}
