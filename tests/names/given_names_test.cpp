#include "catch.hpp"

#include <mondegreen/impl/names/given_names.hpp>
#include <mondegreen/impl/names/introductions.hpp>
#include <mondegreen/impl/names/person_words.hpp>

#include <string_view>

using namespace mondegreen::impl;

TEST_CASE("common first names, in any case") {
  for (std::string_view const each : {"Marie", "marie", "JOHN", "Chlo\u00E9"}) CHECK(is_given_name(each));
  for (std::string_view const each : {"Scaleway", "table", "", "love"}) CHECK_FALSE(is_given_name(each));
}

TEST_CASE("words of companies and particles of surnames") {
  for (std::string_view const each : {"Academy", "Bank", "Group", "World"}) CHECK(is_company_word(each));
  for (std::string_view const each : {"Kerguelen", "", "bank"}) CHECK_FALSE(is_company_word(each));
  for (std::string_view const each : {"al", "van", "zu"}) CHECK(is_particle(each));
  CHECK_FALSE(is_particle("Van"));
}

TEST_CASE("words beside which a person is named") {
  for (std::string_view const each : {"mr", "thanks", "by"}) CHECK(introduces_person(each, "en"));
  for (std::string_view const each : {"madame", "merci"}) CHECK(introduces_person(each, "fr"));
  CHECK_FALSE(introduces_person("merci", "en"));
  CHECK_FALSE(introduces_person("mr", "de"));
  CHECK(leads_to_employer("from", "en"));
  CHECK(leads_to_employer("chez", "fr"));
  CHECK_FALSE(leads_to_employer("from", "fr"));
}
