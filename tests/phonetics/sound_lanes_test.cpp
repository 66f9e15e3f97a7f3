#include "catch.hpp"

#include <mondegreen/impl/phonetics/inventory.hpp>
#include <mondegreen/impl/phonetics/sound_lanes.hpp>
#include <mondegreen/phonetics.hpp>

#include <array>
#include <cmath>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace mondegreen;
using namespace mondegreen::impl;

TEST_CASE("property: lanes give the costs that sound_distance gives") {
  std::mt19937 dice(7);
  auto const made = [&](std::size_t most) {
    std::string out(dice() % (most + 1), '\0');
    for (auto& each : out) each = to_byte(static_cast<phone>(1 + dice() % (phone_count - 1)));
    if (out.size() > 2 && dice() % 2 == 0) out[1] = out[0]; // a double says less
    return out;
  };
  auto const near = [&](std::string text) {
    if (!text.empty()) text[dice() % text.size()] = to_byte(static_cast<phone>(1 + dice() % (phone_count - 1)));
    return text;
  };
  for (std::string_view const language : {"", "fr", "en", "de"})
    for (int round = 0; round < 200; ++round) {
      auto const mine = made(round % 10 == 0 ? distance_block : 9);
      sound_lanes const lanes(costs_of(language), mine);
      std::vector<std::string> others;
      for (std::size_t i = 0; i < 1 + dice() % sound_lanes::width; ++i)
        others.push_back(dice() % 2 == 0 ? near(mine) : made(round % 20 == 0 ? distance_block : 9));
      std::array<std::string_view, sound_lanes::width> some;
      std::array<sound_cost, sound_lanes::width> limits{};
      std::array<sound_cost, sound_lanes::width> costs{};
      for (std::size_t i = 0; i < others.size(); ++i) {
        some[i] = others[i];
        limits[i] = static_cast<sound_cost>(dice() % 500);
      }
      lanes.costs(std::span(some).first(others.size()), limits, costs);
      for (std::size_t i = 0; i < others.size(); ++i) {
        auto const right = std::lround(sound_distance(mine, others[i], language) * 100);
        if (right <= limits[i])
          CHECK(costs[i] == right);
        else
          CHECK(costs[i] > limits[i]);
      }
    }
}

TEST_CASE("sounds that are heard as two, and a name of none, side by side") {
  auto const spelled = [](auto const&... symbols) { return std::string{to_byte(find_phone(symbols))...}; };
  auto const nasal = spelled("\u0251\u0303");
  auto const two = spelled("a", "n");
  sound_lanes const lanes(costs_of("fr"), two);
  std::array<std::string_view, 3> const others{nasal, two, ""};
  std::array<sound_cost, 3> const limits{1000, 1000, 1000};
  std::array<sound_cost, 3> costs{};
  lanes.costs(others, limits, costs);
  CHECK(costs[0] == 20);
  CHECK(costs[1] == 0);
  CHECK(costs[2] == 170);
}
