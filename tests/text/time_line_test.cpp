#include "catch.hpp"

#include <mondegreen/impl/text/time_line.hpp>

#include <string>
#include <string_view>

using namespace mondegreen;
using namespace mondegreen::impl::lines;

namespace {

time_line loose(std::string_view text, char sign = ',') {
  return loose_time_line(text.data(), text.data() + text.size(), sign);
}

struct times {
  std::int64_t start = -1, end = -1;
  bool read = false;
};

times canonical(std::string const& text) {
  times made;
  made.read = canonical_time_line<','>(text.data(), made.start, made.end);
  return made;
}

} // namespace

TEST_CASE("the canonical line") {
  auto const read = canonical("01:02:03,004 --> 99:59:59,999");
  REQUIRE(read.read);
  CHECK(read.start == 3'723'004);
  CHECK(read.end == 359'999'999);
}

TEST_CASE("no other byte passes for a canonical line") {
  std::string const good = "00:00:00,000 --> 00:00:00,000";
  for (std::size_t at = 0; at < good.size(); ++at)
    for (int value = 0; value < 256; ++value) {
      std::string text = good;
      text[at] = static_cast<char>(value);
      bool const digit = good[at] == '0';
      bool const tens = at == 3 || at == 6 || at == 20 || at == 23;
      bool const fits = digit ? value >= '0' && value <= (tens ? '5' : '9') : text[at] == good[at];
      CHECK(canonical(text).read == fits);
      if (fits && digit) {
        auto const careful = loose(text);
        CHECK(careful.start == canonical(text).start);
        CHECK(careful.end == canonical(text).end);
        CHECK(!careful.odd.without(damage::end_before_start).any());
      }
    }
}

TEST_CASE("times as people write them") {
  struct sample {
    std::string_view text;
    std::int64_t start, end;
    damages odd;
  };
  sample const samples[] = {
      {"00:01,000 --> 00:02,000", 1000, 2000, damage::no_hours},
      {"00:00:01.000 --> 00:00:02,000", 1000, 2000, damage::decimal_sign},
      {"00:00:01:000 --> 00:00:02:500", 1000, 2500, damage::decimal_sign},
      {"00:00:01,5 --> 00:00:02,50", 1500, 2500, damage::short_fraction},
      {"00:00:01,0009 --> 00:00:02,000", 1000, 2000, damage::long_fraction},
      {"00:00:01 --> 00:00:02", 1000, 2000, damage::no_fraction},
      {"0:0:1,000 --> 0:00:02,000", 1000, 2000, damage::digits},
      {"00: 00: 01, 000 --> 00: 00: 02, 000", 1000, 2000, damage::spaces},
      {" 0: 0:26, 26 --> 0: 0:28,  7", 26026, 28007, damage::spaces | damage::digits | damage::short_fraction},
      {"00:00:01,000-->00:00:02,000", 1000, 2000, damage::spaces},
      {"00:00:01,000 -> 00:00:02,000", 1000, 2000, damage::arrow},
      {"00:00:01,000 \u2192 00:00:02,000", 1000, 2000, damage::arrow},
      {"00:00:01,000 \u2013> 00:00:02,000", 1000, 2000, damage::arrow},
      {"00:00:01,000 - -> 00:00:02,000", 1000, 2000, damage::arrow},
      {"00:00:01,000 --&gt; 00:00:02,000", 1000, 2000, damage::arrow},
      {"-00:00:01,000 --> 00:00:02,000", -1000, 2000, damage::negative},
      {"00:00:75,000 --> 00:02:00,000", 75000, 120000, damage::out_of_range},
      {"00:00:05,000 --> 00:00:02,000", 5000, 2000, damage::end_before_start},
      {"100:00:01,000 --> 1000:00:02,000", 360001000, 3600002000, {}},
  };
  for (auto const& [text, start, end, odd] : samples) {
    CAPTURE(text);
    auto const read = loose(text);
    CHECK(read.complete());
    CHECK(read.start == start);
    CHECK(read.end == end);
    CHECK(read.odd == odd);
    CHECK(read.rest == text.data() + text.size());
  }
}

TEST_CASE("what is no time line") {
  for (std::string_view const text :
       {"", "-->", "x --> y", "12 --> 13", "00:00:01,000", "00:00:01,000 00:00:02,000", "00:00:01,000 > 00:00:02,000",
        "00:0x:01,000 --> 00:00:02,000", "00:00:01,000 -->", "--> 00:00:02,000", "00:00:01,000 --> 00:00:-2,000",
        "99999999999999999999:00:00,000 --> 00:00:01,000", "00:99999999999999999999:00 --> 00:00:01,000",
        "2562047788015:12:55,807 --> 00:00:01,000"}) {
    CAPTURE(text);
    CHECK(!loose(text).complete());
  }
}

TEST_CASE("a time too large is not read at all") {
  auto const read = loose("00:00:01,000 --> 144444444400:444404444044");
  CHECK(read.start == 1000);
  CHECK(!read.end_read);
  CHECK(read.end == 0);
}

TEST_CASE("minutes and seconds alone may be text") {
  CHECK(loose("12:30 --> 13:00").weak());
  CHECK(!loose("12:30,5 --> 13:00,0").weak());
  CHECK(!loose("0:12:30 --> 0:13:00").weak());
}

TEST_CASE("reading stops behind the end time") {
  std::string_view const text = "00:00:01,000 --> 00:00:02,000  X1:1";
  CHECK(loose(text).rest == text.data() + 29);
}
