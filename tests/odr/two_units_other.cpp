#include <mondegreen/mondegreen.hpp>

#include <string>

std::string subtitles_from_other_unit(std::string_view text) {
  auto talk = mondegreen::read_text(text);
  if (!talk) return {};
  mondegreen::clean(talk->value);
  auto const result = mondegreen::write_text(talk->value, "srt");
  return result ? result->bytes : std::string{};
}

void const* tables_of_other_unit(int which) {
  if (which == 0) return mondegreen::codes().data();
  if (which == 1) return mondegreen::rules().data();
  return mondegreen::find_format("srt");
}
