// What holds for all rules together, on texts put together at random from pieces that rules look for.
#include "rewritten.hpp"

#include <random>
#include <string>
#include <vector>

using namespace mondegreen;
using tests::cues_of;
using tests::run_rules;

namespace {

std::vector<std::string> const safe = {
    "https://exemple.fr/a?b=1;c:d",
    "stationf.co",
    "ana.b@exemple.fr",
    "10:30",
    "professionnel.le.s",
    "étudiant·e·s",
    "auteur(e)s",
    "notes.txt",
    "C:\\talks\\a.txt",
    "`ls -l ; pwd`",
    "@ana",
    "#pain",
    "12/10/2024",
};

std::vector<std::string> const pieces = {
    "l'eau",
    "\"mot",
    "mot\"",
    "« oui »",
    "«non»",
    "?",
    "!",
    " ?",
    ":",
    ";",
    "...",
    " …",
    " - ",
    "--",
    "  ",
    "\u00A0",
    "\u202F",
    ".",
    ",",
    ".Son",
    "Etat",
    "A partir",
    "Ca va",
    "coeur",
    "par dessus",
    "que il",
    "15 000",
    "90 %",
    "5 mm",
    "30 millions",
    "1ère",
    "2ème",
    "n°5",
    "euh",
    "euh,",
    "Euh,",
    "bah",
    "je je",
    "de de la",
    "nous nous",
    "très très",
    "du coup",
    "en fait",
    "hein ?",
    "&amp;",
    "&#39;",
    "\u200B",
    "\u00AD",
    "Ã©tÃ©",
    "[Musique]",
    "(rires)",
    "♪ la ♪",
    "(",
    ")",
    "Merci d'avoir regardé cette vidéo !",
    "Sous-titres réalisés par la communauté d'Amara.org",

    "putain",
    "Martin",
    "\n",
    "…",
    "etc",
    "O",
    "é",
    "M.",
    "«",
    "»",
    "“",
    "'",
    "\t",
    "ça, ça",
    "um,",
    "uh",
    "I I",
    "had had",
    "ok",
    "<",
    "&lt;",
    "日本語",
    "привет",
    "ПpиBet",
    "😀",
    "1 234 567",
    "12 h",
    "%",
};

/// The last: whatever is detected.
std::vector<std::string> const spoken = {"fr", "en", "es", "de", "it", ""};

std::string a_text(std::mt19937& random) {
  std::string text;
  auto const one = [&](auto const& from) { return from[random() % from.size()]; };
  auto const size = random() % 14;
  for (std::size_t i = 0; i < size; ++i) {
    if (random() % 3 != 0) text += ' ';
    text += random() % 5 == 0 ? " " + one(safe) + " " : one(pieces);
  }
  return text;
}

transcript made_of(std::vector<std::string> const& texts) {
  // Made by hand but for its source, so that a text may hold anything.
  std::string all;
  transcript talk;
  for (auto const& each : texts) {
    cue next;
    next.text = each;
    auto const length = static_cast<std::uint32_t>(each.size());
    next.where.append(length, {static_cast<std::uint32_t>(all.size()), length}, true);
    next.when = {{static_cast<std::int64_t>(talk.cues.size()) * 2000},
                 {static_cast<std::int64_t>(talk.cues.size()) * 2000 + 1500}};
    talk.cues.push_back(std::move(next));
    all += each + "\x1E";
  }
  talk.from = make_source(std::move(all));
  return talk;
}

std::string joined(transcript const& talk) {
  std::string all;
  for (auto const& each : talk.cues) all += each.text + "\x1E";
  return all;
}

clean_options every_rule(wording how, apply_policy policy) {
  clean_options options;
  options.how = how;
  options.apply = policy;
  for (auto const& each : rules())
    if (!each.on_by_default) options.also.emplace_back(each.id);
  return options;
}

} // namespace

TEST_CASE("all rules together: the ledger replays, a second run changes nothing, protected spans stay") {
  std::mt19937 random(5489);
  for (int round = 0; round < 1500; ++round) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < 1 + random() % 4; ++i) texts.push_back(a_text(random));
    for (auto const how : {wording::strict, wording::clean, wording::fluent}) {
      // Those on request, too, in every second text.
      auto options = round % 2 == 0 ? clean_options() : every_rule(how, apply_policy::sure);
      options.how = how;
      options.language = spoken[random() % spoken.size()];
      auto talk = made_of(texts);
      auto const before = joined(talk);
      auto const edits = clean(talk, options);
      INFO("text: " << before);
      INFO("cleaned: " << joined(talk));
      // The words of the result are the replayed ones; a cue that was taken out leaves its end.
      auto const replayed = replay(edits, *talk.from);
      std::string kept;
      for (std::size_t at = 0; at < replayed.size();) {
        auto const end = replayed.find('\x1E', at);
        auto const piece = replayed.substr(at, end - at);
        kept += piece.find_first_not_of('\n') == piece.npos ? "" : piece + "\x1E";
        at = end + 1;
      }
      std::string left;
      for (auto const& each : talk.cues)
        if (each.text.find_first_not_of('\n') != std::string::npos) left += each.text + "\x1E";
      CHECK(kept == left);
      if (options.also.empty()) // on request songs go, whatever is sung
        for (auto const& each : safe)
          for (auto const& part : texts) {
            auto const count = [&](std::string const& in) {
              std::size_t n = 0;
              for (auto at = in.find(each); at != in.npos; at = in.find(each, at + 1)) ++n;
              return n;
            };
            // A cue may go as a whole; what stays keeps them.
            if (count(part) != 0 && talk.cues.size() == texts.size()) CHECK(count(joined(talk)) >= count(part));
          }
      auto const once = joined(talk);
      for (auto const& each : clean(talk, options)) {
        INFO(to_json(each, "second run"));
        CHECK(each.status != edit_status::applied);
      }
      CHECK(joined(talk) == once);
    }
  }
}

TEST_CASE("texts of any kind go through all rules") {
  auto options = every_rule(wording::fluent, apply_policy::sure);
  for (std::string const text : {"", " ", "\n", "mot", "?", "...", "?!?!?!;:;:", "\"\"\"\"", "''''", "----", "«««»»»",
                                 "((((", "[[[[]]]]", "é", "\xC2\xA0", "&&&&", "♪", "12", "\xE2\x80\xAF"}) {
    auto talk = made_of({text});
    CHECK_NOTHROW(clean(talk, options));
  }
}

TEST_CASE("a huge text takes linear time") {
  std::string text;
  for (int i = 0; text.size() < (std::size_t{1} << 18U); ++i)
    text += "l'eau numéro " + std::to_string(i) + " \"mot\" - euh, je je 15 000 que il  dit... ? Ã© ";
  auto talk = made_of({text});
  auto const edits = clean(talk, every_rule(wording::fluent, apply_policy::sure));
  CHECK(edits.size() > 1000);
}

TEST_CASE("a rule that says what it needs finds nothing where that is missing") {
  std::mt19937 random(1709);
  // Asked about every passage, whatever it has.
  std::vector<rule> unasked;
  for (auto const& each : rules())
    if (!each.needs.empty() || each.words != nullptr) unasked.push_back(each);
  REQUIRE(unasked.size() > 10);
  for (auto& each : unasked) {
    each.needs = {};
    each.words = nullptr;
  }
  for (int round = 0; round < 1500; ++round) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < 1 + random() % 3; ++i) {
      auto text = a_text(random);
      // A few bytes less: signs stand at the edges of texts and beside each other.
      text.erase(0, random() % 3);
      while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0U) == 0x80) text.erase(0, 1);
      texts.push_back(std::move(text));
    }
    for (auto const& each : unasked) {
      clean_options options;
      options.only = {"none of the library"};
      options.language = spoken[random() % spoken.size()];
      options.own_rules = {&each, 1};
      auto all = made_of(texts);
      auto const edits = clean(all, options);
      auto const* const declared = find_rule(each.id);
      options.own_rules = {declared, 1};
      auto few = made_of(texts);
      INFO(each.id << " in " << joined(made_of(texts)));
      CHECK(clean(few, options).size() == edits.size());
      CHECK(joined(few) == joined(all));
    }
  }
}
