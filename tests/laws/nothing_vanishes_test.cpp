// Laws 4 and 5 for every reader there is: damaged text never throws and never vanishes, and what nobody touched is
// written back byte for byte. A reader added to formats.def is tested without a line here.
#include "catch.hpp"

#include "formats/recogniser_samples.hpp"
#include "mutator.hpp"

#include <mondegreen/mondegreen.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace mondegreen;

namespace {

std::vector<std::string> const& healthy() {
  static std::vector<std::string> const texts = [] {
    std::vector<std::string> all{
        "0:00 Bonjour à tous et bienvenue.\n0:04 Camille : merci de l'invitation\n1:02:03 À 12:30 on mange.\n",
        "Le vélo en ville\n\nIl y a 3 jours\nTranscription\n[00:01:02] On roule.\n[00:01:09] On s'arrête.\n"
        "Recommandations\nAutre vidéo\n",
        "Rémi  0:12\nVous venez d'où ?\n\nInès  0:15\nDe Brest, et vous ?\n>> Pareil.\n",
        "0:12 - 0:15 Un passage\n0:15.250 - 0:18,5 Un autre\n0:15 Encore un\n",
        "00:12\nL'heure seule sur sa ligne,\net le texte dessous.\n\n00:20\nSuite.\n",
        "Q : Que faites-vous ?\nR : Des cartes.\n\nUn paragraphe sans heure, qui suit les autres.\n",
        "1\n00:00:01,000 --> 00:00:02,500\nBonjour <i>à tous</i>\n\n2\n00:00:03,000 --> 00:00:04,000\n{\\an8}Oui &amp; "
        "non\n\n",
        "1\r\n00:00:01,000 --> 00:00:02,500 X1:40 X2:600\r\nDeux\r\nlignes\r\n\r\n",
        "WEBVTT - essai\n\nSTYLE\n::cue { color: red }\n\nNOTE un mot\n\nintro\n00:01.000 --> 00:02.000 align:start\n"
        "<v Inès>Bonjour</v> à &lt;tous&gt;\n\n00:02.500 --> 01:00:03.000\n- oui\n- non\n",
        "{\"mondegreen\":1,\"metadata\":{\"title\":\"Essai\"},\"speakers\":[\"Inès\"],\"cues\":[{\"id\":\"1\",\"start_"
        "ms\":0,"
        "\"end_ms\":800,\"speaker\":0,\"text\":\"Bonjour\",\"words\":[{\"text\":\"Bonjour\",\"start_ms\":0,\"end_ms\":"
        "800,"
        "\"confidence\":0.9}]}]}\n",
    };
    all.emplace_back(
        ";; essai\nfilm A 0.50 0.30 Bonjour 0.91 lex Inès\nfilm A 0.80 0.4 Inès 0.5\nfilm B * * <ALT_BEGIN>\n"
        "film B 4.0 .5 on\nfilm B * * <ALT_END>\nfilm B 1\n");
    all.emplace_back(
        "<?xml version=\"1.0\"?><timedtext format=\"3\"><head><pen id=\"1\" b=\"1\"/></head><body>\n<p t=\"500\" "
        "d=\"900\"><s ac=\"255\">Bonjour</s><s t=\"400\"> Inès</s></p>\n<p t=\"2000\" d=\"900\" p=\"1\">On y "
        "va &amp; vite\n!</p></body></timedtext>\n");
    all.emplace_back(
        "<transcript><text start=\"0.5\" dur=\"1\">c&amp;#39;est &lt;i&gt;bon&lt;/i&gt;</text></transcript>");
    for (auto const& each : tests::recogniser_samples) all.emplace_back(each.text);
    return all;
  }();
  return texts;
}

std::string shown(std::string_view text) {
  std::string result;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) {
      result += c;
    } else {
      constexpr std::string_view digits = "0123456789ABCDEF";
      result += {'\\', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
    }
  }
  return result;
}

/// The bytes of the source that lie in no cue, kept block or metadata entry.
std::string unaccounted(transcript const& text) {
  auto const all = text.from->text();
  std::vector<bool> seen(all.size(), false);
  bool inside = true;
  auto const mark = [&](span where) {
    if (where.offset > all.size() || where.length > all.size() - where.offset) {
      inside = false;
      return;
    }
    std::fill_n(seen.begin() + where.offset, where.length, true);
  };
  for (auto const& each : text.cues) mark(each.block);
  for (auto const& each : text.kept) mark(each.block);
  for (auto const& each : text.metadata)
    for (auto const& run : each.where.runs()) mark(run.source);
  if (!inside) return "a block lies outside of the source";
  std::string lost;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!seen[i]) lost += all[i];
  return lost;
}

/// The first cue whose block does not stand in the output as it stood in the source, in file order.
std::string_view first_missing(transcript const& text, std::string_view output) {
  std::size_t from = 0;
  for (auto const& each : text.cues) {
    auto const block = slice(text.from->text(), each.block);
    auto const at = output.find(block, from);
    if (at == std::string_view::npos) return block;
    from = at + block.size();
  }
  return {};
}

/// Each passage's map from text to source lies inside both.
bool maps_inside(transcript const& text) {
  auto const all = text.from->text().size();
  auto const inside = [&](passage const& each) {
    auto const size = each.text.size();
    for (auto const& run : each.where.runs())
      if (run.text.end() > size || run.source.end() > all) return false;
    for (auto const& mark : each.marks)
      if (mark.where.end() > size) return false;
    for (auto const& word : each.words)
      if (word.where.end() > size) return false;
    return true;
  };
  auto const all_inside = [&](auto const& list) { return std::all_of(list.begin(), list.end(), inside); };
  return all_inside(text.cues) && all_inside(text.kept) && all_inside(text.metadata);
}

std::vector<format const*> readable() {
  auto all = formats();
  std::erase_if(all, [](format const* each) { return each->read == nullptr; });
  return all;
}

/// Everything a program can do with a text, on damaged text.
void survive(std::string const& bytes, format const& as, bool mine = true) {
  INFO("format " << as.id << ", text " << shown(bytes));
  auto const text = decode(bytes, "damaged");
  REQUIRE(text);
  auto const got = read(text->text, {.format = std::string(as.id)});
  REQUIRE(got);
  // JSON is no run of blocks but a tree: there the values have to survive, not the braces and blanks between them.
  bool const tree = as.id == "json";
  if (!tree) REQUIRE(shown(unaccounted(got->value)).empty());
  REQUIRE(maps_inside(got->value));
  for (auto const& each : got->diagnostics) REQUIRE(each.where.end() <= text->text->text().size());

  if (tree) {
    auto const once = write_text(got->value, as.id);
    REQUIRE(once);
    auto const again = read_text(once->bytes, {.format = std::string(as.id)});
    REQUIRE(again);
    auto const twice = write_text(again->value, as.id);
    REQUIRE(twice);
    REQUIRE(shown(once->bytes) == shown(twice->bytes));
  } else if (as.write != nullptr) {
    auto const back = write_text(got->value, as.id);
    REQUIRE(back);
    REQUIRE(shown(first_missing(got->value, back->bytes)).empty());
    // A text that is not of the format gets what a valid file cannot do without: a signature, braces.
    if (detect_format(*text->text).id == as.id) REQUIRE(shown(back->bytes) == shown(text->text->text()));
  }

  auto cleaned = got->value;
  auto const edits = clean(cleaned, {.language = "fr", .mine = mine}); // an index of mined names for each is slow
  std::uint32_t end = 0;
  for (auto const& each : edits) {
    REQUIRE(shown(each.before) == shown(slice(text->text->text(), each.where)));
    if (each.status != edit_status::applied) continue;
    REQUIRE(each.where.offset >= end);
    end = each.where.end();
  }
  for (auto const* each : formats())
    if (each->write != nullptr) REQUIRE(write_text(cleaned, each->id));

  // Strict reading may refuse, and may do nothing worse.
  (void)read(text->text, {.format = std::string(as.id), .strict = true});
}

/// Takes out, puts in or changes words of a cue at random, and leaves it some.
void reword(cue& one, laws::dice& fate) {
  for (auto left = fate.roll(4); left > 0; --left) {
    auto const at = fate.roll(one.text.size());
    auto const from = one.text.find_first_not_of(" \n", one.text.find_first_of(" \n", at));
    if (from == std::string::npos) continue;
    auto const to = std::min(one.text.find_first_of(" \n", from), one.text.size());
    auto const blank = std::min(to + 1, one.text.size());
    span const word{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)};
    switch (fate.roll(3)) {
    case 0: splice(one, {word.offset, static_cast<std::uint32_t>(blank - from)}, ""); break;
    case 1: splice(one, word, "autre"); break;
    default: splice(one, {word.offset, 0}, "et "); break;
    }
  }
}

/// The words of all cues, a blank between each two.
std::string words_of(transcript const& text) {
  std::string all;
  for (auto const& each : text.cues) all.append(each.text).append(" ");
  std::replace(all.begin(), all.end(), '\n', ' ');
  all.erase(std::unique(all.begin(), all.end(), [](char a, char b) { return a == ' ' && b == ' '; }), all.end());
  return all.substr(0, all.find_last_not_of(' ') + 1);
}

} // namespace

TEST_CASE("words that change are written as they are now, by every writer") {
  laws::dice fate(20'261'126);
  for (auto const& source : healthy()) {
    for (int round = 0; round < 50; ++round) {
      auto made = read_text(source);
      REQUIRE(made);
      auto const* const as = find_format(made->value.format);
      if (as == nullptr || as->write == nullptr) continue;
      for (auto& each : made->value.cues) reword(each, fate);
      auto const written = write_text(made->value, as->id);
      REQUIRE(written);
      auto const again = read_text(written->bytes, {.format = std::string(as->id)});
      REQUIRE(again);
      INFO(shown(source) << "\n" << shown(written->bytes));
      CHECK(words_of(again->value) == words_of(made->value));
    }
  }
}

TEST_CASE("healthy texts are accounted for and written back, by every reader") {
  for (auto const* as : readable())
    for (auto const& text : healthy()) survive(text, *as);
}

TEST_CASE("tiny and odd texts are, too") {
  std::vector<std::string> texts{"",
                                 "\n",
                                 "\r",
                                 " ",
                                 "\xEF\xBB\xBF",
                                 "WEBVTT",
                                 "1",
                                 "-->",
                                 "0:00",
                                 "{",
                                 "[]",
                                 "null",
                                 std::string(3, '\0'),
                                 std::string(5000, '['),
                                 std::string(5000, '\n'),
                                 std::string(100'000, '1'),
                                 std::string(100'000, ':'),
                                 "{\"mondegreen\":1}"};
  for (auto const* as : readable())
    for (auto const& text : texts) survive(text, *as);
}

TEST_CASE("damaged texts are, too") {
  laws::dice fate(20'240'607);
  auto const& texts = healthy();
  for (auto const* as : readable()) {
    for (auto const& text : texts) {
      for (int round = 0; round < 250; ++round)
        survive(laws::damage(text, texts[fate.roll(texts.size())], fate), *as, round % 25 == 0);
    }
  }
}
