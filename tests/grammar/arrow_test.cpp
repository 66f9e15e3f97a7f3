#include "catch.hpp"

#include <mondegreen/impl/grammar/arrow.hpp>

#include <string>

using namespace mondegreen;
using impl::arrow_form;
using impl::read_arrow_line;

namespace {

std::int64_t start_of(std::string_view line) {
  auto const read = read_arrow_line(line);
  REQUIRE(read);
  return read->when.start.ms;
}

arrow_form form_of(std::string_view line) {
  auto const read = read_arrow_line(line);
  REQUIRE(read);
  return read->form;
}

} // namespace

TEST_CASE("the times of SubRip and of WebVTT") {
  auto const srt = read_arrow_line("01:02:03,004 --> 01:02:05,006");
  REQUIRE(srt);
  CHECK(srt->when == interval{{3'723'004}, {3'725'006}});
  CHECK(is_srt_form(srt->form));
  CHECK_FALSE(is_webvtt_form(srt->form));

  auto const vtt = read_arrow_line("02:03.004 --> 01:02:05.006 align:start line:0\t");
  REQUIRE(vtt);
  CHECK(vtt->when == interval{{123'004}, {3'725'006}});
  CHECK(is_webvtt_form(vtt->form));
  CHECK_FALSE(is_srt_form(vtt->form));
  CHECK(slice("02:03.004 --> 01:02:05.006 align:start line:0\t", vtt->settings) == "align:start line:0");
}

TEST_CASE("hours never wrap, and have a limit") {
  CHECK(start_of("100:00:00,000 --> 100:00:01,000") == 360'000'000);
  CHECK(start_of("2501999792:59:00,992 --> 2501999792:59:00,992") <= max_ms);
  CHECK_FALSE(read_arrow_line("2501999793:59:00,992 --> 2501999793:59:00,993"));
  CHECK_FALSE(read_arrow_line(std::string(100'000, '9') + ":00:00,000 --> 00:00:01,000"));
}

TEST_CASE("other forms that can mean only one thing") {
  CHECK(start_of("00:01,500 --> 00:02,000") == 1500);
  CHECK(any(form_of("00:01,500 --> 00:02,000"), arrow_form::no_hours));
  CHECK(start_of("00:00:01,5 --> 00:00:02,50") == 1500);
  CHECK(start_of("00:00:01,5009 --> 00:00:02,50") == 1500);
  CHECK(start_of("00:00:01 --> 00:00:02") == 1000);
  CHECK(start_of("00: 00: 01, 250 --> 00:00:02,000") == 1250);
  CHECK(any(form_of("00: 00: 01, 250 --> 00:00:02,000"), arrow_form::spaces));
  CHECK_FALSE(any(form_of("00:00:01,250   -->   00:00:02,000   "), arrow_form::spaces));
  CHECK(start_of("00:00:01,000 -> 00:00:02,000") == 1000);
  CHECK(any(form_of("00:00:01,000 – > 00:00:02,000"), arrow_form::arrow));
  CHECK(start_of("-00:00:01,000 --> 00:00:02,000") == -1000);
  CHECK(start_of("00:00:75,000 --> 00:02:00,000") == 75'000);
  CHECK(any(form_of("00:00:75,000 --> 00:02:00,000"), arrow_form::range));
}

TEST_CASE("what is no arrow line") {
  for (auto const* line : {"", "-->", "12:30 -> 14:00", "00:00:01,000", "00:00:01,000 -->", "--> 00:00:01,000",
                           "x --> y", "a 00:00:01,000 --> 00:00:02,000", "00:0x:01,000 --> 00:00:02,000", "1 --> 2",
                           "00:00:00:01,000 --> 00:00:02,000", "00:00:01,000 --> \xC3\xA9"})
    CHECK_FALSE(read_arrow_line(line));
}
