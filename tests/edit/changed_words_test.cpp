#include <mondegreen/impl/edit/changed_words.hpp>

#include "../catch.hpp"

#include <string>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

/// Changed pieces in brackets.
std::string shown(std::vector<diff_piece> const& side) {
  std::string made;
  for (std::size_t i = 0; i < side.size(); ++i) {
    if (side[i].changed && (i == 0 || !side[i - 1].changed)) made += '[';
    made += side[i].text;
    if (side[i].changed && (i + 1 == side.size() || !side[i + 1].changed)) made += ']';
  }
  return made;
}

std::string shown(std::string_view before, std::string_view after) {
  auto const words = changed_words(before, after);
  return shown(words.before) + " -> " + shown(words.after);
}

} // namespace

TEST_CASE("of a changed passage the changed words are marked") {
  CHECK(shown("Yann Lequin", "Yann LeCun") == "Yann [Lequin] -> Yann [LeCun]");
  CHECK(shown("a b c d e", "a x c y e") == "a [b] c [d] e -> a [x] c [y] e");
  CHECK(shown("a b c d", "a x y d") == "a [b c] d -> a [x y] d");
  CHECK(shown("one two", "") == "[one two] -> ");
  CHECK(shown("", "one") == " -> [one]");
  CHECK(shown("same", "same") == "same -> same");
  CHECK(shown("je je suis", "je suis") == "je [je ]suis -> je suis");
}

TEST_CASE("passages too long for a table keep their beginning and end") {
  std::string before = "start ";
  std::string after = before;
  for (int i = 0; i < 2000; ++i) {
    before += "a ";
    after += "b c ";
  }
  auto const words = changed_words(before + "end", after + "end");
  CHECK_FALSE(words.before.front().changed);
  CHECK_FALSE(words.after.back().changed);
  CHECK(words.before.size() == 3);
}
