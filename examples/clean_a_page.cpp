// Clean a pasted video page: read it, repair names, write subtitles, show what was changed.
// Run it in the folder examples/.
#include <mondegreen/mondegreen.hpp>

#include <cstdio>

int main() {
  auto talk = mondegreen::read_file("demo/emission.txt");
  auto const names = mondegreen::names::load("demo/names.txt");
  if (!talk || !names) return 1;

  auto const edits = mondegreen::clean(talk->value, {.names = &*names, .language = "fr"});
  for (auto const& edit : edits)
    std::printf("%u:%u %s -> %s [%s]\n", edit.at.line, edit.at.column, edit.before.c_str(), edit.after.c_str(),
                edit.rule.c_str());

  auto const subtitles = mondegreen::write_text(talk->value, "srt");
  if (!subtitles) return 1;
  std::printf("\n%s", subtitles->bytes.c_str());
}
