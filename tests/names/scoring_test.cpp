#include "catch.hpp"

#include <mondegreen/impl/names/scoring.hpp>

#include <algorithm>

using namespace mondegreen;
using namespace mondegreen::impl;

namespace {

/// The best finding in the text for the first name.
impl::finding best(std::string_view text, std::vector<name> list, std::string_view page = {}) {
  std::vector<name_home> const homes(list.size());
  name_index const index(list, homes, "fr");
  document const whole({{text, {}}, {page, "page", false, true}}, index);
  impl::finding out;
  out.logit = -100;
  for (auto const& each : find_candidates(whole, true))
    if (auto scored = score(whole, each); scored.logit > out.logit) out = std::move(scored);
  return out;
}

bool says(impl::finding const& what, std::string_view part) {
  return std::any_of(what.evidence.begin(), what.evidence.end(),
                     [&](std::string const& each) { return each.find(part) != std::string::npos; });
}

std::vector<name> const signoux{{.form = "Martin Signoux", .type = "person", .context = {"Meta"}}};

} // namespace

TEST_CASE("each piece of evidence makes a finding likelier, and says so") {
  auto const alone = best("Nous recevons Martin Signon.", signoux);
  auto const hinted = best("Nous recevons Martin Signon de Meta.", signoux);
  auto const standing = best("Nous recevons Martin Signon.", signoux, "Avec Martin Signoux");
  CHECK(says(alone, "sounds alike in fr"));
  CHECK(says(alone, "first name"));
  CHECK(hinted.logit > alone.logit);
  CHECK(says(hinted, "'Meta' stands nearby"));
  CHECK(standing.logit > alone.logit);
  CHECK(says(standing, "'Martin Signoux' stands in the page"));
}

TEST_CASE("a closer sound is likelier") {
  CHECK(best("Nous recevons Martin Signou.", signoux).logit > best("Nous recevons Martin Signon.", signoux).logit);
}

TEST_CASE("an ordinary word is less likely than a rare one") {
  std::vector<name> const llama{{.form = "Llama"}};
  auto const lower = best("on a vu un llamat passer", llama);
  auto const capital = best("on a vu le Lama passer", llama);
  CHECK(capital.guarded);
  CHECK(lower.logit < 4);
}

TEST_CASE("listed pairs say where") {
  auto const text = make_source("Meta\nScaleway: Calaway\n", "names.txt");
  std::vector<name> list{{.form = "Scaleway", .heard_as = {"Calaway"}, .where = {5, 17}}};
  std::vector<name_home> const homes{text};
  name_index const index(list, homes, "fr");
  document const whole({{"On parle de Calaway ici", {}}}, index);
  auto const all = find_candidates(whole, true);
  REQUIRE_FALSE(all.empty());
  CHECK(says(score(whole, all[0]), "listed as misheard in names.txt line 2"));
}

TEST_CASE("a headline in capitals is left alone") {
  CHECK(best("LE PATRON DE LINAGORA PARLE", {{.form = "Linagora"}}).logit <= 0);
}

TEST_CASE("ordinary words that only run together into a name are no finding") {
  CHECK(best("il met \u00E0 jour le site", {{.form = "Meta"}}).pointless);
  CHECK(best("on a vu l'enfant hier", {{.form = "Paul Lenfant", .type = "person"}}).pointless);
  CHECK(best("c'est le gros lot", {{.form = "Paul Le Gros", .type = "person"}}).pointless);
  CHECK_FALSE(best("il parle de l'Inagora", {{.form = "Linagora"}}).pointless);
}

TEST_CASE("confidence is a probability") {
  impl::finding none;
  CHECK(none.confidence() == 0.5F);
  none.logit = 800;
  CHECK(none.confidence() == 1.0F);
  none.logit = -800;
  CHECK(none.confidence() == 0.0F);
}

TEST_CASE("beside another surname a first name is another person") {
  std::vector<name> const list{{.form = "Ma\u00EBla Kerguelen", .type = "person"}};
  auto const alone = best("On a vu Ma\u00EBlla hier soir.", list);
  auto const other = best("On a vu Ma\u00EBlla Dupont hier soir.", list);
  CHECK(other.logit < alone.logit);
  CHECK(says(other, "another person"));
}

TEST_CASE("a short form of a first name is no mishearing") {
  std::vector<name> const list{{.form = "Matthew Kerguelen", .type = "person"}};
  CHECK(best("On a vu Mathieu Kerguelen hier soir.", list).guarded);
  CHECK_FALSE(best("On a vu Mathiou Kerguelen hier soir.", list).guarded);
}
