#include <mondegreen/impl/grammar/shortcode.hpp>

#include "catch.hpp"

#include <string>

using mondegreen::impl::is_shortcode;

TEST_CASE("a line that is a shortcode") {
  for (auto const* line : {"[ad_1]", " [ad_2] ", "[/vc_row]", "[et_pb_text label=\"Texte\"]"}) {
    INFO(line);
    CHECK(is_shortcode(line));
  }
}

TEST_CASE("brackets that are speech") {
  for (auto const* line : {"", "[musique]", "[SPEAKER_01]", "[speaker_01]", "[ad_1] Bonjour", "ad_1", "[00:12]",
                           "[rires]", "[_]", "[ad_1"}) {
    INFO(line);
    CHECK_FALSE(is_shortcode(line));
  }
  CHECK_FALSE(is_shortcode("[a_" + std::string(300, 'b') + "]"));
  for (int byte = 0; byte < 256; ++byte)
    CHECK_NOTHROW(is_shortcode(std::string("[a_") + static_cast<char>(byte) + "]"));
}
