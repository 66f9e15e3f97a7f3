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

TEST_CASE("property: what is near never begins and ends too far apart") {
  std::vector<std::string> const stored{"katotakota", "ottakato", "aokt", "kakakakakakaka"};
  near_keys_builder keys;
  for (auto const& each : stored) keys.add(each, 7);
  auto const made = keys.build();
  near_keys const all(4, made);
  auto const holds = [&](std::string const& sought) {
    bool found = false;
    all.find(sought, [&](std::uint32_t) { found = true; });
    if (!found) return;
    // Cut in two words anywhere, the first one's beginning and the last one's end leave one edit between them.
    for (std::size_t cut = 0; cut <= sought.size(); ++cut) {
      auto const front = all.reach(std::string_view(sought).substr(0, cut)).front;
      auto const back = all.reach(std::string_view(sought).substr(cut)).back;
      auto const open = front == mondegreen::impl::key_reach::all || back == mondegreen::impl::key_reach::all;
      CHECK((open || std::size_t{front} + back + 1 >= sought.size()));
    }
  };
  for (auto const& key : stored) {
    holds(key);
    for (std::size_t i = 0; i < key.size(); ++i) {
      auto less = key;
      less.erase(i, 1);
      holds(less);
      for (char const c : std::string_view("akto")) {
        auto other = key;
        other[i] = c;
        holds(other);
        auto more = key;
        more.insert(i, 1, c);
        holds(more);
      }
    }
  }
  auto const far = all.reach("zzkatzz");
  CHECK(far.front == 1);
  CHECK(far.back == 1);
}
