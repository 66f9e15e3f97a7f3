#include "catch.hpp"

#include <mondegreen/impl/text/line_scan.hpp>

#include <string>
#include <string_view>

using namespace mondegreen::impl::lines;

namespace {

/// What a scan must find, byte by byte from the definition.
template <class Stop> std::size_t expected(std::string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    lanes::one const next{i + 1 < text.size() ? text[i + 1] : '\n'};
    if (Stop::holds(lanes::one{text[i]}, next).set) return i;
  }
  return text.size();
}

template <class Stop, class Lanes> void check_everywhere(std::string const& text) {
  auto const* const end = text.data() + text.size();
  for (std::size_t from = 0; from <= text.size(); ++from) {
    auto const found = static_cast<std::size_t>(scan<Stop, Lanes>(text.data() + from, end) - text.data());
    REQUIRE(found == expected<Stop>(text, from));
  }
}

template <class Lanes> void check_lanes() {
  std::uint32_t state = 1;
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (int i = 0; i < 20 + round * 3; ++i) {
      state = state * 1664525 + 1013904223;
      // Mostly letters, so that runs longer than a register occur; every byte value now and then.
      text += (state >> 24) % 8 != 0   ? 'e'
              : (state >> 20) % 3 == 0 ? "\n\r->9: \xC3\xFF"[(state >> 8) % 9]
                                       : static_cast<char>(state >> 12);
    }
    check_everywhere<at_line_end, Lanes>(text);
    check_everywhere<at_line_end_or_arrow, Lanes>(text);
    check_everywhere<at_line_end_before_low, Lanes>(text);
    check_everywhere<at_empty_line_or_arrow, Lanes>(text);
  }
}

} // namespace

TEST_CASE("every width finds what the definition says, from every byte") {
  check_lanes<lanes::swar>();
#if defined(__SSE2__)
  check_lanes<lanes::sse2>();
#endif
  check_lanes<lanes::widest>();
}

TEST_CASE("eight bytes in a register compare like eight bytes") {
  for (int value = 0; value < 256; ++value)
    for (char const limit : {'\n', '9', '\x7F'}) {
      std::string const text(8, static_cast<char>(value));
      auto const loaded = lanes::swar::load(text.data());
      CHECK(((loaded == limit).mask() != 0) == (text[0] == limit));
      CHECK(((loaded <= limit).mask() != 0) == (value <= limit));
    }
}

TEST_CASE("line ends") {
  std::string_view const text = "a\r\nb\rc\nd";
  auto const* const end = text.data() + text.size();
  CHECK(find_line_end(text.data(), end) == text.data() + 1);
  CHECK(skip_line_end(text.data() + 1, end) == text.data() + 3);
  CHECK(skip_line_end(text.data() + 4, end) == text.data() + 5);
  CHECK(skip_line_end(text.data(), end) == text.data());
  CHECK(skip_line_end(end, end) == end);
  CHECK(end_of_line_before(text.data() + 3, text.data()) == text.data() + 1);
  CHECK(end_of_line_before(text.data() + 5, text.data()) == text.data() + 4);
  CHECK(end_of_line_before(end, text.data()) == end);
  CHECK(end_of_line_before(text.data() + 3, text.data() + 3) == text.data() + 3);
}
