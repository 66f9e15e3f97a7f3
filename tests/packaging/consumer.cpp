// Reads, repairs and writes: every part of the library that has code of its own is linked.
#include <mondegreen/mondegreen.hpp>

#include <cstdio>

int main() {
  auto talk = mondegreen::read_text("0:00 Bonjour à tous\n0:04 Ici Maude Grine\n", {.language = "fr"});
  if (!talk) return 1;
  auto const known = mondegreen::names::parse(mondegreen::make_source("Maud Green: Maude Grine\n"));
  auto const edits = mondegreen::clean(talk->value, {.names = &known, .language = "fr"});
  auto const out = mondegreen::write_text(talk->value, "srt");
  if (!out || edits.size() != 1 || out->bytes.find("Ici Maud Green") == std::string::npos) return 1;
  std::fputs(out->bytes.c_str(), stdout);
}
