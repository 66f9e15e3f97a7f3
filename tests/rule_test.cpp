#include <mondegreen/rule.hpp>

#include "catch.hpp"

#include <set>
#include <string_view>

using namespace mondegreen;

TEST_CASE("every rule has an id of its own, a summary and something to do") {
  std::set<std::string_view> ids;
  for (auto const& each : rules()) {
    CHECK(ids.insert(each.id).second);
    CHECK_FALSE(each.summary.empty());
    CHECK(each.apply != nullptr);
    CHECK(find_rule(each.id) == &each);
  }
  CHECK(ids.count("names") == 1);
  CHECK(ids.count("chrome") == 1);
  CHECK(find_rule("Names") == nullptr);
}
