// Two units that include everything: a definition that is not inline is a double symbol for the linker, a table that is
// one a unit shows as two addresses.
#include <mondegreen/mondegreen.hpp>

#include <cstdio>
#include <string>

std::string subtitles_from_other_unit(std::string_view text);
void const* tables_of_other_unit(int which);

int main() {
  auto const text = "0:00 Bonjour à tous\n0:04 Merci d'être là\n";
  auto talk = mondegreen::read_text(text);
  if (!talk) return 1;
  mondegreen::clean(talk->value);
  auto const here = mondegreen::write_text(talk->value, "srt");
  if (!here || here->bytes != subtitles_from_other_unit(text)) {
    std::puts("the units disagree");
    return 1;
  }
  if (tables_of_other_unit(0) != mondegreen::codes().data() || tables_of_other_unit(1) != mondegreen::rules().data() ||
      tables_of_other_unit(2) != mondegreen::find_format("srt")) {
    std::puts("each unit has tables of its own");
    return 1;
  }
}
