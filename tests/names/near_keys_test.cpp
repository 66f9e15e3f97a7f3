#include "catch.hpp"

#include <mondegreen/impl/names/near_keys.hpp>

using mondegreen::impl::near_keys;
using mondegreen::impl::near_keys_builder;

namespace {

bool finds(std::string_view stored, std::string_view sought) {
  near_keys_builder keys;
  keys.add(stored, 7);
  auto const made = keys.build();
  bool found = false;
  near_keys(4, made).find(sought, [&](std::uint32_t entry) { found = found || entry == 7; });
  return found;
}

} // namespace

TEST_CASE("one edit away is found, two are not") {
  CHECK(finds("skalwe", "skalwe"));
  CHECK(finds("skalwe", "kalwe"));
  CHECK(finds("kalwe", "skalwe"));
  CHECK(finds("skalwe", "skalwo"));
  CHECK(finds("skalwe", "spalwe"));
  CHECK(finds("skalwe", "skalwen"));
  CHECK_FALSE(finds("skalwe", "spalwo"));
  CHECK_FALSE(finds("skalwe", "alw"));
  CHECK_FALSE(finds("skalwe", ""));
}

TEST_CASE("short keys are only found whole") {
  CHECK(finds("abc", "abc"));
  CHECK_FALSE(finds("abc", "ab"));
  CHECK_FALSE(finds("abc", "abd"));
}

TEST_CASE("doubled characters count as one deletion each") {
  CHECK(finds("aabbcc", "abbcc"));
  CHECK(finds("aabbcc", "aabbc"));
  CHECK(finds("aaaa", "aaa"));
}

TEST_CASE("an index without keys finds nothing") {
  near_keys_builder keys;
  auto const made = keys.build();
  bool found = false;
  near_keys(4, made).find("linagora", [&](std::uint32_t) { found = true; });
  CHECK_FALSE(found);
}

TEST_CASE("property: every single edit of every key is found") {
  std::string_view const alphabet = "akto";
  for (std::string const key : {"katota", "ottaka", "aokt"}) {
    for (std::size_t i = 0; i <= key.size(); ++i) {
      for (char const c : alphabet) {
        auto longer = key;
        longer.insert(i, 1, c);
        CHECK(finds(key, longer));
        if (i == key.size()) continue;
        auto other = key;
        other[i] = c;
        CHECK(finds(key, other));
        auto shorter = key;
        shorter.erase(i, 1);
        CHECK(finds(key, shorter));
      }
    }
  }
}
