// Names that recognisers misheard on French pages, each in a sentence of our own, in brackets; and sentences that hold
// nothing of the kind, but words that sound like some of these names.
#include "catch.hpp"

#include <mondegreen/names.hpp>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

using namespace mondegreen;

namespace {

struct misheard {
  std::string form;
  std::string type;
  std::string before; ///< the sentence as it was heard
  std::string after;  ///< and as it was said
};

std::vector<misheard> corpus() {
  std::vector<misheard> out;
  std::ifstream in(MONDEGREEN_TESTS "/names/misheard_fr.tsv");
  for (std::string line; std::getline(in, line);) {
    auto const type = line.find('\t');
    auto const sentence = line.find('\t', type + 1);
    auto const open = line.find('[');
    auto const close = line.find(']');
    auto const head = line.substr(sentence + 1, open - sentence - 1);
    auto const form = line.substr(0, type);
    out.push_back({form, line.substr(type + 1, sentence - type - 1),
                   head + line.substr(open + 1, close - open - 1) + line.substr(close + 1),
                   head + form + line.substr(close + 1)});
  }
  return out;
}

names all_of(std::vector<misheard> const& rows) {
  std::string file = "name\ttype\n";
  for (auto const& each : rows) file += each.form + '\t' + each.type + '\n';
  return names::parse(make_source(file, "names.tsv"));
}

} // namespace

TEST_CASE("of names misheard on French pages most are repaired or suggested, and none is made worse") {
  auto const rows = corpus();
  REQUIRE(rows.size() == 59);
  auto const known = all_of(rows);
  std::size_t mended = 0;
  std::size_t suggested = 0;
  for (auto const& each : rows) {
    auto const done = known.repair(each.before, {.language = "fr"});
    auto const may_be = known.repair(each.before, {.language = "fr", .apply = apply_policy::all});
    INFO(each.before << " -> " << done.text);
    CHECK((done.text == each.after || done.text == each.before));
    mended += done.text == each.after;
    suggested += done.text != each.after && may_be.text == each.after;
  }
  CHECK(mended >= 39);
  CHECK(mended + suggested >= 51);
}

TEST_CASE("what was said rightly stays, with all these names in the list") {
  auto const rows = corpus();
  auto const known = all_of(rows);
  for (auto const& each : rows) CHECK(known.repair(each.after, {.language = "fr"}).text == each.after);
  for (std::string_view const each :
       {"On va le faire demain, il faut le fer et le feu.", "Un brin de muguet, une petite maison, un petit chat.",
        "Il y a une ligne de tramway devant l'arène.", "Elle travaille en Europe, pour la paix en France.",
        "Le lama et la vigogne vivent dans les Andes.", "Bonjour, quelle est leur réponse à la question ?",
        "C'est un accord de principe, décerné par le jury.", "Les plages de Bretagne et les falaises d'Irlande.",
        "Il a fait maths sup puis une licence de physique.", "La faille de sécurité a été corrigée en route.",
        "J'ai un mail à envoyer, de quoi travailler ce soir.", "Nous avons vu les locataires du dessous."})
    CHECK(known.repair(each, {.language = "fr"}).text == each);
}
