// Writes a subtitle file of a given size: the same bytes on every machine, French to the eye, no text of anybody's.
//
//     generate srt|vtt SIZE FILE      size in bytes, or in cues with a "c" behind it
#include <array>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::array words = {
    "le",          "la",      "les",      "un",        "une",      "des",       "du",        "et",       "mais",
    "donc",        "alors",   "on",       "nous",      "vous",     "ils",       "elle",      "je",       "ça",
    "ce",          "qui",     "que",      "dont",      "où",       "dans",      "sur",       "sous",     "pour",
    "avec",        "sans",    "chez",     "est",       "était",    "sera",      "fait",      "va",       "peut",
    "doit",        "faut",    "voit",     "dit",       "maison",   "rivière",   "montagne",  "forêt",    "jardin",
    "fenêtre",     "chemin",  "village",  "marché",    "hiver",    "printemps", "été",       "automne",  "matin",
    "soirée",      "élève",   "écriture", "lumière",   "histoire", "musique",   "ingénieur", "atelier",  "logiciel",
    "serveur",     "données", "réseau",   "écran",     "clavier",  "mémoire",   "système",   "toujours", "jamais",
    "souvent",     "bientôt", "vraiment", "peut-être", "ensemble", "déjà",      "encore",    "enfin",    "grand",
    "petit",       "vieux",   "neuf",     "rouge",     "bleu",     "précis",    "rapide",    "libre",    "ouvert",
    "aujourd'hui", "l'eau",   "l'idée",   "qu'il",     "d'abord",  "n'est",     "c'est",     "s'il",     "jusqu'à",
    "œuvre",
};

// The generator of Numerical Recipes: enough for text, and the same everywhere.
struct dice {
  std::uint64_t state = 42;
  std::uint32_t throw_below(std::uint32_t n) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>((state >> 33) % n);
  }
};

void append_line(std::string& out, dice& random) {
  std::size_t const until = out.size() + 22 + random.throw_below(18);
  auto const dice_for_style = random.throw_below(20);
  if (dice_for_style == 0) out += "- ";
  if (dice_for_style == 1) out += "<i>";
  bool capital = true;
  while (out.size() < until) {
    std::string_view const word = words[random.throw_below(words.size())];
    if (!capital) out += random.throw_below(9) == 0 ? ", " : " ";
    auto const first = out.size();
    out += word;
    if (capital && out[first] >= 'a' && out[first] <= 'z') out[first] = static_cast<char>(out[first] - 'a' + 'A');
    capital = false;
  }
  if (dice_for_style == 2) out += " " + std::to_string(1900 + random.throw_below(125));
  out += random.throw_below(12) == 0 ? " ?" : ".";
  if (dice_for_style == 1) out += "</i>";
  out += '\n';
}

void append_time(std::string& out, std::uint64_t ms, char sign) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%02" PRIu64 ":%02u:%02u%c%03u", ms / 3'600'000,
                static_cast<unsigned>(ms / 60'000 % 60), static_cast<unsigned>(ms / 1000 % 60), sign,
                static_cast<unsigned>(ms % 1000));
  out += text.data();
}

void append_cue(std::string& out, std::uint64_t number, std::uint64_t start, std::uint64_t length, bool vtt,
                dice& random) {
  if (!vtt) out += std::to_string(number) + '\n';
  append_time(out, start, vtt ? '.' : ',');
  out += " --> ";
  append_time(out, start + length, vtt ? '.' : ',');
  if (vtt && random.throw_below(10) == 0) out += " align:start line:0";
  out += '\n';
  append_line(out, random);
  if (random.throw_below(3) != 0) append_line(out, random);
  out += '\n';
}

/// A segment as Whisper writes it, with its words.
void append_segment(std::string& out, std::uint64_t number, std::uint64_t start, std::uint64_t length, dice& random) {
  std::array<char, 160> text{};
  auto const put = [&](char const* form, auto... values) {
    std::snprintf(text.data(), text.size(), form, values...);
    out += text.data();
  };
  auto const seconds = [](std::uint64_t ms) { return static_cast<double>(ms) / 1000; };
  std::vector<std::string_view> said(6 + random.throw_below(8));
  for (auto& each : said) each = words[random.throw_below(words.size())];
  put("%s{\"id\": %" PRIu64 ", \"start\": %.3f, \"end\": %.3f, \"text\": \"", number == 1 ? "" : ",\n", number,
      seconds(start), seconds(start + length));
  for (auto const each : said) (out += ' ') += each;
  out += ".\", \"avg_logprob\": -0.21, \"words\": [";
  for (std::size_t i = 0; i < said.size(); ++i) {
    out += i == 0 ? "{\"word\": \" " : ", {\"word\": \" ";
    out += said[i];
    put("%s\", \"start\": %.3f, \"end\": %.3f, \"probability\": 0.%02u}", i + 1 == said.size() ? "." : "",
        seconds(start + length * i / said.size()), seconds(start + length * (i + 1) / said.size()),
        50 + random.throw_below(50));
  }
  out += "]}";
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::fputs("usage: generate srt|vtt|whisper SIZE[c] FILE\n", stderr), 2;
  bool const vtt = std::string_view(argv[1]) == "vtt";
  bool const whisper = std::string_view(argv[1]) == "whisper";
  char* unit = nullptr;
  auto const size = std::strtoull(argv[2], &unit, 10);
  bool const in_cues = *unit == 'c';
  std::FILE* const file = std::fopen(argv[3], "wb");
  if (file == nullptr) return std::perror(argv[3]), 1;
  dice random;
  std::string out = vtt ? "WEBVTT\n\n" : whisper ? "{\"language\": \"fr\", \"segments\": [\n" : "";
  std::uint64_t written = 0;
  std::uint64_t ms = 0;
  for (std::uint64_t n = 1; in_cues ? n <= size : written + out.size() < size; ++n) {
    ms += 40 + random.throw_below(160);
    auto const length = 700 + random.throw_below(600);
    // Films do not last for months: the clock starts again, as in a file of many episodes.
    if (ms + length >= 360'000'000) ms = 0;
    if (whisper) {
      append_segment(out, n, ms, length * 4, random);
      ms += length * 4;
    } else {
      append_cue(out, n, ms, length, vtt, random);
      ms += length;
    }
    if (out.size() > 1U << 20) {
      written += std::fwrite(out.data(), 1, out.size(), file);
      out.clear();
    }
  }
  if (whisper) out += "\n]}\n";
  std::fwrite(out.data(), 1, out.size(), file);
  return std::fclose(file) == 0 ? 0 : (std::perror(argv[3]), 1);
}
