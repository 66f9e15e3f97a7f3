#include <mondegreen/config.hpp>

#include "catch.hpp"

#include <string>

TEST_CASE("the version is one version") {
  CHECK(std::string(MONDEGREEN_VERSION) == std::to_string(MONDEGREEN_VERSION_MAJOR) + "." +
                                               std::to_string(MONDEGREEN_VERSION_MINOR) + "." +
                                               std::to_string(MONDEGREEN_VERSION_PATCH));
}
