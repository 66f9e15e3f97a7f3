#include <mondegreen/phonetics.hpp>

#include "catch.hpp"

#include <mondegreen/language.hpp>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

using namespace mondegreen;

namespace {

std::string first(std::string_view word, std::string_view language = "fr") {
  return ipa(readings(word, language).front());
}

std::vector<std::string> all(std::string_view word, std::string_view language = "fr") {
  std::vector<std::string> result;
  for (auto const& each : readings(word, language)) result.push_back(ipa(each));
  return result;
}

bool has(std::vector<std::string> const& list, std::string_view what) {
  return std::find(list.begin(), list.end(), what) != list.end();
}

phones say(std::string_view words, std::string_view language = "fr") {
  phones sound;
  for (std::size_t at = 0; at < words.size();) {
    auto const end = std::min(words.find(' ', at), words.size());
    phonetic_rules::of(language).read(words.substr(at, end - at), true, sound);
    at = end + 1;
  }
  return sound;
}

float apart(std::string_view a, std::string_view b) { return sound_distance(say(a), say(b)); }

struct compiled {
  source_ptr text;
  std::vector<diagnostic> diagnostics{};
  phonetic_rules rules;

  explicit compiled(std::string file)
      : text(make_source(std::move(file), "test.rules")), rules(phonetic_rules::compile(text, diagnostics)) {}

  std::string read(std::string_view word, bool as_name = false) const {
    phones sound;
    rules.read(word, as_name, sound);
    return ipa(sound);
  }
};

} // namespace

TEST_CASE("French words") {
  struct sample {
    char const* word;
    char const* sound;
  };
  auto const each = GENERATE(sample{"bonjour", "bɔ̃ʒuʁ"}, sample{"famille", "famij"}, sample{"tranquille", "tʁɑ̃kil"},
                             sample{"vient", "vjɛ̃"}, sample{"étudient", "etydi"}, sample{"client", "klijɑ̃"},
                             sample{"content", "kɔ̃tɑ̃"}, sample{"comment", "kɔmɑ̃"}, sample{"veulent", "vœl"},
                             sample{"monsieur", "məsjø"}, sample{"aujourd'hui", "oʒuʁdɥi"}, sample{"cœur", "kœʁ"},
                             sample{"dix", "dis"}, sample{"euros", "øʁo"}, sample{"faisait", "fəzɛ"},
                             sample{"longtemps", "lɔ̃tɑ̃"}, sample{"petite", "pətit"}, sample{"appeler", "aple"},
                             sample{"chœur", "kœʁ"}, sample{"agneau", "aɲo"}, sample{"l'été", "lete"});
  CHECK(first(each.word) == each.sound);
}

TEST_CASE("Case and the form of accents do not change the sound of a word") {
  phones lower;
  phones upper;
  phones decomposed;
  auto const& rules = phonetic_rules::of("fr");
  rules.read("été", false, lower);
  rules.read("ÉTÉ", false, upper);
  rules.read("e\u0301te\u0301", false, decomposed);
  CHECK(lower == upper);
  CHECK(lower == decomposed);
}

TEST_CASE("Letters the rules do not know are read as their base letter, other scripts are silent") {
  CHECK(first("Dvořák") == first("Dvorák"));
  CHECK(ipa(say("Nguyễn")) == ipa(say("Nguyen")));
  CHECK(ipa(say("мир")).empty());
  CHECK(readings("", "fr").size() == 1);
  CHECK(readings("…", "fr").front().empty());
}

TEST_CASE("Names have rules of their own") {
  CHECK(first("Boucher") == "buʃe");
  CHECK(first("Muller") == "mylɛʁ");
  CHECK(first("muller") == "myle");
}

TEST_CASE("Acronyms are read letter by letter, also as a word where they can be") {
  CHECK(first("OVH") == "oveaʃ");
  CHECK(first("LLM") == "ɛlɛlɛm");
  CHECK(first("IA") == "ia");
  CHECK(first("FAIR") == "fɛʁ");
  CHECK(has(all("FAIR"), "ɛfaiɛʁ"));
  CHECK(has(all("OVHcloud"), "oveaʃklu"));
  CHECK(first("O.V.H.") == "oveaʃ");
  CHECK(first("GPT4") == "ʒepetekatʁ");
  CHECK(first("2") == "dø");
}

TEST_CASE("Letters that begin no word are read by their names") {
  CHECK(first("BforBank") == "befɔʁbɑ̃k");
  CHECK(first("Qtai") == "kytɛ");
  CHECK(has(all("Bpifrance"), "bepeifʁɑ̃s"));
  CHECK(first("Dniepr").starts_with("dn"));
  CHECK(first("Qatar").starts_with("ka"));
  CHECK(first("Gdansk").starts_with("ɡd"));
  CHECK(first("Psychologies").starts_with("ps"));
}

TEST_CASE("What is no acronym is not spelled out") {
  CHECK_FALSE(has(all("fair"), "ɛfaiɛʁ"));
  CHECK_FALSE(has(all("Fair"), "ɛfaiɛʁ"));
  CHECK_FALSE(has(all("ATTENTION"), "ateteɛɛntieɔɛn"));
  CHECK(all("ATTENTION").front() == "atɑ̃sjɔ̃");
}

TEST_CASE("Readings: no doubles, the same for the same word, plain Latin among them") {
  for (auto const* word : {"Sumiko", "OVH", "ma", "Lucia", "l'Inagora"}) {
    auto const list = readings(word, "fr");
    CHECK(list == readings(word, "fr"));
    for (auto const& each : list) CHECK(std::count(list.begin(), list.end(), each) == 1);
  }
  CHECK(has(all("Sumiko"), "sumiko"));
  CHECK(readings("Sumiko", "xx") == readings("Sumiko", ""));
}

TEST_CASE("Plain Latin reads what several letters are for in the north and east of Europe") {
  auto const latin = [](char const* name) { return ipa(readings(name, "").front()); };
  CHECK(latin("Rijkaard") == "ʁɛikaʁd");
  CHECK(latin("Marija") == "maʁija");
  CHECK(latin("Sjoukje") == "ʃukje");
  CHECK(latin("Bjarne") == "bjaʁne");
  CHECK(latin("Zsófia") == latin("Žófia"));
  CHECK(latin("Kocsis") != latin("Koczis"));
  CHECK(latin("Koczis") == "kotʃis");
  CHECK(latin("Szilárd") == latin("Silárd"));
  CHECK(latin("Petsch") == "petʃ");
}

TEST_CASE("A name may be read as its own language reads it") {
  auto const own = readings("Guerini", "fr", "it");
  REQUIRE(own.size() >= 2);
  CHECK(own[0] == readings("Guerini", "fr")[0]);
  CHECK(ipa(own[1]) == "ɡwerini");
  CHECK(readings("Guerini", "fr", "xx") == readings("Guerini", "fr"));
  CHECK(readings("Guerini", "fr", "") == readings("Guerini", "fr"));
  CHECK(readings("Guerini", "fr", "fr") == readings("Guerini", "fr"));
  CHECK(ipa(readings("Michael", "fr", "en-US")[1]) == "maɪkəl");
}

TEST_CASE("A French name has a second reading where speakers differ, a word has not") {
  CHECK(has(all("Maurras"), "mɔʁa"));
  CHECK(has(all("Anubis"), "anybis"));
  CHECK(has(all("Barthès"), "baʁtɛ"));
  CHECK(has(all("Bach"), "bak"));
  CHECK(has(all("Jardins"), "ʒaʁdɛ̃s"));
  CHECK_FALSE(has(all("jardins"), "ʒaʁdɛ̃s"));
  CHECK_FALSE(has(all("Duval"), "dyva"));
}

TEST_CASE("Each language confuses sounds of its own") {
  auto const in = [](std::string_view a, std::string_view b, std::string_view language) {
    return sound_distance(say(a, "es"), say(b, "es"), language);
  };
  CHECK(in("caza", "casa", "es") == 0.0F);
  CHECK(in("caza", "casa", "fr") == Approx(0.3F));
  auto const english = [](std::string_view a, std::string_view b, std::string_view language) {
    return sound_distance(say(a, "en"), say(b, "en"), language);
  };
  CHECK(english("affect", "effect", "en") <= english("affect", "effect", "fr"));
  CHECK(english("three", "free", "en") < english("three", "glee", "en"));
  CHECK(english("right", "light", "en") > 0.4F);
  CHECK(english("heat", "eat", "en") > english("heat", "eat", "fr"));
  for (auto const* language : {"en", "es", "it", "de", "fr", "en-GB", "", "xx"}) {
    auto const a = say("Scaleway");
    auto const b = say("Kaleway");
    CHECK(sound_distance(a, a, language) == 0.0F);
    CHECK(sound_distance(a, b, language) == sound_distance(b, a, language));
    CHECK(sound_distance(a, b, 9.0F, language) == sound_distance(a, b, language));
    CHECK(sound_distance(a, b, 0.1F, language) > 0.1F);
  }
  CHECK(sound_distance(say("Scaleway"), say("Kaleway"), "fr") == apart("Scaleway", "Kaleway"));
  CHECK(sound_distance(say("caza", "es"), say("casa", "es"), "es-MX") == 0.0F);
}

TEST_CASE("Names and what recognisers made of them") {
  CHECK(apart("l'Inagora", "Linagora") == 0.0F);
  CHECK(apart("Lequin", "LeCun") <= 0.05F);
  CHECK(apart("Signou", "Signoux") == 0.0F);
  CHECK(apart("Kaleway", "Scaleway") == Approx(0.9F));
  CHECK(apart("Metal Lama", "Meta Llama") <= 0.2F);
  CHECK(apart("Signon", "Signoux") == Approx(1.0F));
  CHECK(apart("Slesguerini", "Guerini") > 2.0F);
}

TEST_CASE("How far sounds are apart") {
  CHECK(apart("pain", "bain") == Approx(0.3F));
  CHECK(apart("poule", "boule") < apart("poule", "moule"));
  CHECK(apart("été", "étais") <= 0.1F);
  CHECK(apart("brin", "brun") == 0.0F);
  CHECK(apart("agneau", "panneau") > 0.5F);
  CHECK(apart("chat", "maison") > 2.0F);
  CHECK(sound_distance("", "") == 0.0F);
  CHECK(sound_distance("", say("chat")) == Approx(1.7F));
}

TEST_CASE("The distance is symmetric, zero on itself, and told right up to a limit") {
  std::vector<phones> sounds;
  for (auto const* word : {"Scaleway", "Kaleway", "Linagora", "l'un agora", "Thomas Wolf", "toma volf", "le",
                           "anticonstitutionnellement", "x", ""})
    sounds.push_back(say(word));
  sounds.push_back(phones(500, sounds[0].front()) + sounds[2]);
  sounds.push_back(sounds[2] + phones(500, sounds[0].front()));
  sounds.emplace_back("\x01\xFF\x00\x7F", 4); // bytes that are no phones
  for (auto const& a : sounds) {
    CHECK(sound_distance(a, a) == 0.0F);
    for (auto const& b : sounds) {
      auto const whole = sound_distance(a, b);
      CHECK(whole == sound_distance(b, a));
      CHECK(whole >= 0.0F);
      for (float const limit : {0.0F, 0.1F, 0.3F, 0.9F, 1.0F, 3.0F}) {
        auto const limited = sound_distance(a, b, limit);
        if (whole <= limit) {
          CHECK(limited == whole);
        } else {
          CHECK(limited > limit);
        }
      }
    }
  }
}

TEST_CASE("Coarse keys: sounds that are confused are equal, others are not") {
  auto const key = [](std::string_view words) { return coarse_key(say(words)); };
  CHECK(key("pain") == key("bain"));
  CHECK(key("Lequin") == key("LeCun"));
  CHECK(key("Metal Lama") == key("metalama"));
  CHECK(key("rue") == key("rit"));
  CHECK(key("chat") != key("rat"));
  CHECK(key("Scaleway") != key("Linagora"));
  CHECK(coarse_key("").empty());
  CHECK(coarse_key("\xFF").empty());
}

TEST_CASE("The rule files of the library have no mistakes") {
  constexpr std::string_view latin =
#include <mondegreen/impl/languages/latin.rules>
      ;
  std::vector<std::string_view> files{latin};
  for (auto const* each : languages()) files.push_back(each->phonetic_rules);
  for (auto const file : files) {
    compiled const made{std::string(file)};
    for (auto const& mistake : made.diagnostics) FAIL(render(mistake, *made.text));
  }
}

TEST_CASE("The rule language") {
  compiled const made("// a comment\n"
                      "let V = [aeiou]\n"
                      "let Z = s?#\n"
                      "# { ab } Z > f   // the whole word\n"
                      "V { a } !V > e\n"
                      "!c { o } > o\n"
                      "{ co } > k\n"
                      "(be|[xy]z?) { o } > u\n"
                      "{ gn|ñ } > ɲ\n"
                      "{ us? } # > y\n"
                      "@N { t } # > t\n"
                      "@O { t } # > d\n"
                      "{ t } # >\n"
                      "{ t } > t\n"
                      "{ [ai] } > i\n");
  CHECK(made.diagnostics.empty());
  CHECK(made.read("ab") == "f");
  CHECK(made.read("abs") == "f");
  CHECK(made.read("aba") != "f");
  CHECK(made.read("ia") == "ie");
  CHECK(made.read("iaa") == "iie");
  CHECK(made.read("co") == "k");
  CHECK(made.read("to") == "to");
  CHECK(made.read("ñ") == "ɲ");
  CHECK(made.read("gn") == "ɲ");
  CHECK(made.read("us") == "y");
  CHECK(made.read("u") == "y");
  CHECK(made.read("it") == "i");
  CHECK(made.read("it", true) == "it");
  phones other;
  CHECK(made.rules.read_otherwise("it", other));
  CHECK(ipa(other) == "it"); // the rule for names stands above
  CHECK_FALSE(compiled("{ a } > a\n").rules.read_otherwise("a", other));
  CHECK(made.read("it-it") == "ii");
  CHECK(made.read("IT") == "i");
}

TEST_CASE("The first rule that fits wins") {
  CHECK(compiled("{ a } > e\n{ ab } > f\n").read("ab") == "e");
  CHECK(compiled("{ ab } > f\n{ a } > e\n").read("ab") == "f");
}

TEST_CASE("A bad rule costs a diagnostic with its place, and the rest is used") {
  struct sample {
    char const* line;
    code what;
    std::uint32_t column;
  };
  auto const each =
      GENERATE(sample{"a > b", code::rules_syntax, 1}, sample{"{ a > b", code::rules_syntax, 1},
               sample{"{ a } b", code::rules_syntax, 1}, sample{"{ a } > q", code::rules_phone, 9},
               sample{"{ } > a", code::rules_size, 2}, sample{"(b { a } > a", code::rules_syntax, 4},
               sample{"b) { a } > a", code::rules_syntax, 2}, sample{"[b { a } > a", code::rules_syntax, 3},
               sample{"Q { a } > a", code::rules_syntax, 1}, sample{"b !c { a } > a", code::rules_syntax, 3},
               sample{"{ a } !c b > a", code::rules_syntax, 10}, sample{"{ a } * > a", code::rules_syntax, 7},
               sample{"let v = [a]", code::rules_syntax, 5}, sample{"let V [a]", code::rules_syntax, 7},
               sample{"then whistle", code::rules_syntax, 6}, sample{"name > a", code::rules_syntax, 6},
               sample{"\xFF", code::rules_syntax, 1}, sample{"?", code::rules_syntax, 1});
  compiled const made("{ i } > i\n" + std::string(each.line) + "\n{ o } > o\n");
  REQUIRE(made.diagnostics.size() == 1);
  CHECK(made.diagnostics[0].what == each.what);
  auto const at = made.text->locate(made.diagnostics[0].where.offset);
  CHECK(at.line == 2);
  CHECK(at.column == each.column);
  CHECK(made.read("io") == "io");
}

TEST_CASE("Hostile rules cost bounded time") {
  std::string doubled = "let A = a?a?\n";
  for (char c = 'B'; c <= 'Z'; ++c)
    doubled += std::string("let ") + c + " = " + static_cast<char>(c - 1) + static_cast<char>(c - 1) + "\n";
  doubled += "Z { a } Z > a\n";
  std::string options;
  for (int i = 0; i < 60; ++i) options += "a?";
  std::string const rule = options + " { a } " + options + "b > a\n";
  std::string many;
  for (int i = 0; i < 6000; ++i) many += "[^x] { [^b][^c] } [^d] > a\n";
  std::string letters;
  for (int i = 0; i < 200; ++i)
    letters += "{ " + std::string{"\xC3", 1} + static_cast<char>(0xA0 + i % 32) + " } > a\n";
  for (auto const& text : {doubled, rule, many, letters, std::string(100'000, '('), std::string(100'000, '{'),
                           "{ " + std::string(100'000, 'a') + " } > a", "let V = " + std::string(100'000, '[')}) {
    compiled const made(text);
    made.read(std::string(2'000, 'a'));
    made.read(std::string(2'000, 'b'));
  }
  SUCCEED();
}

TEST_CASE("A word of any length is read in linear time") {
  std::string const word(200'000, 'e');
  phones sound;
  phonetic_rules::of("fr").read(word, true, sound);
  CHECK_FALSE(sound.empty());
  CHECK_FALSE(readings(word, "fr").empty());
}

TEST_CASE("An English word of a listed one and an ending is read as both") {
  auto const english = [](std::string_view word) { return ipa(say(word, "en")); };
  CHECK(english("yachtly") == english("yacht") + "li");
  CHECK(english("rendezvousness") == english("rendezvous") + "nəs");
  CHECK(english("colonelly") == english("colonel") + "i"); // one l
  CHECK(english("lingeries") == english("lingerie") + "z");
  CHECK(english("toughs") == english("tough") + "s");
  CHECK(english("fuselages") == english("fuselage") + "ɪz");
  // Too short a stem tells nothing, and a second s is no ending.
  CHECK(english("doly") != english("do") + "li");
  CHECK_FALSE(english("toughss").ends_with("ɪz"));
}

TEST_CASE("English words in no dictionary are read by words like them") {
  auto const english = [](std::string_view word) { return ipa(say(word, "en")); };
  CHECK(english("blorfing") == "blɔɹfɪŋ");
  CHECK(english("snackification").ends_with("keɪʃən"));
  CHECK(english("thrindle").starts_with("θɹɪnd"));
  CHECK(english(std::string(300, 'q')).size() < 4 * 300); // any length, any letters
}

TEST_CASE("Rules are safe to use from many threads at first use") {
  std::vector<std::string> heard(8);
  std::vector<std::thread> threads;
  for (auto& each : heard) threads.emplace_back([&each] { each = ipa(readings("Wojciech", "en").front()); });
  for (auto& each : threads) each.join();
  for (auto const& each : heard) CHECK(each == heard.front());
}

TEST_CASE("the steps between two sounds cost what the sounds are apart") {
  for (auto const& [a, b] :
       {std::pair{"Lequin", "LeCun"}, {"Kaleway", "Scaleway"}, {"Martin", "Philippe"}, {"", "eau"}}) {
    auto const x = a[0] == 0 ? phones() : readings(a, "fr").front();
    auto const y = readings(b, "fr").front();
    for (auto const* language : {"", "fr", "en"}) {
      float sum = 0;
      phones before, after;
      for (auto const& each : sound_steps(x, y, language)) {
        sum += each.cost;
        before += each.before;
        after += each.after;
      }
      CHECK(before == x);
      CHECK(after == y);
      CHECK(sum == Approx(sound_distance(x, y, language)).margin(0.001));
    }
  }
  CHECK(sound_steps("", "").empty());
}
