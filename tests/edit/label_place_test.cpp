#include <mondegreen/edit.hpp>
#include <mondegreen/impl/edit/label_place.hpp>

#include "../catch.hpp"

#include <string>
#include <string_view>

namespace {

/// The label that is found; empty if none is.
std::string found(std::string_view head, std::string_view label) {
  return std::string(mondegreen::slice(head, mondegreen::impl::label_place(head, label)));
}

} // namespace

TEST_CASE("a label as it is called") {
  CHECK(found("00:01 Paul Lestrade : ", "Paul Lestrade") == "Paul Lestrade");
  CHECK(found("<v Paul Lestrade>", "Paul Lestrade") == "Paul Lestrade");
}

TEST_CASE("a label that was joined with a fuller one") {
  CHECK(found("00:09 M. LESTRADE : ", "Paul Lestrade") == "M. LESTRADE");
  CHECK(found("[00:09] >> **Mme Hélène GRÉARD:** ", "Hélène Gréard") == "Mme Hélène GRÉARD");
  CHECK(found("- LESTRADE\n", "Paul Lestrade") == "LESTRADE");
  CHECK(found("00:09 lestrade (lestrade): ", "Paul Lestrade") == "lestrade");
}

TEST_CASE("a part of another word is no label") {
  CHECK(found("[live] 00:09 M. LI : ", "Paul Li") == "M. LI");
  CHECK(found("[live] 00:09 Oliver : ", "Paul Li").empty());
  CHECK(found("00:09 Speaker 1: ", "Paul Lestrade").empty());
}

TEST_CASE("nothing to find, and bytes that are no text") {
  CHECK(found("", "Paul").empty());
  CHECK(found("00:09 Paul: ", "").empty());
  CHECK(found("00:09 PAUL: ", "12 -").empty());
  CHECK(found("\xFF PAUL: ", "Paul").empty());
}
