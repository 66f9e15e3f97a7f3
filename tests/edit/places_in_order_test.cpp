#include <mondegreen/impl/edit/places_in_order.hpp>

#include "../catch.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace mondegreen;

TEST_CASE("places in order are those that a source tells one by one") {
  std::mt19937 random(9);
  std::vector<std::string> const pieces{"a", "mot ", "é", "…", "\n", "\n\n", "\r\n", "\r", "une ligne plus longue"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    // Every other text has no CR, as most files.
    for (std::size_t i = random() % 60; i > 0; --i) text += pieces[random() % (round % 2 == 0 ? 6 : pieces.size())];
    source const in("essai.txt", text);
    std::vector<std::uint32_t> offsets;
    for (std::uint32_t i = 0; i <= text.size(); ++i)
      if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80)
        if (random() % 3 == 0) offsets.push_back(i);
    impl::places_in_order places(in);
    for (auto const each : offsets) {
      INFO(text << "|" << each);
      CHECK(places.locate(each) == in.locate(each));
    }
  }
}
