#include <mondegreen/pull.hpp>

#include "catch.hpp"

#include <cstdint>
#include <string>

using namespace mondegreen;

namespace {

// Counts down; even numbers are cues.
class countdown {
public:
  enum class block_kind : std::uint8_t {
    cue,
    stray
  };
  struct view {
    block_kind kind = block_kind::cue;
    int number = 0;
  };

  explicit countdown(int from) noexcept : left_(from) {}

  bool next(view& block) noexcept {
    if (left_ == 0) return false;
    block = {left_ % 2 == 0 ? block_kind::cue : block_kind::stray, left_};
    --left_;
    return true;
  }

private:
  int left_;
};

std::string numbers(pull_range<countdown> range) {
  std::string all;
  for (auto const& each : range) all += std::to_string(each.number);
  return all;
}

} // namespace

TEST_CASE("a range gives what its reader gives") { CHECK(numbers({countdown(4), false}) == "4321"); }

TEST_CASE("the cues alone, also where the text ends with something else") {
  CHECK(numbers({countdown(5), true}) == "42");
}

TEST_CASE("an empty text has no block") {
  pull_range<countdown> none{countdown(0), false};
  CHECK(none.begin() == none.end());
}
