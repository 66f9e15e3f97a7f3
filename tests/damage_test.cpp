#include <mondegreen/damage.hpp>

#include "catch.hpp"

using namespace mondegreen;

TEST_CASE("a set of damages") {
  damages odd;
  CHECK(!odd.any());
  odd |= damage::arrow;
  odd |= damage::negative;
  CHECK(odd == (damage::arrow | damage::negative));
  CHECK(odd.has(damage::arrow));
  CHECK(!odd.has(damage::spaces));
  CHECK(odd.without(damage::arrow) == damages(damage::negative));
  CHECK(odd.without(damage::spaces) == odd);
}
