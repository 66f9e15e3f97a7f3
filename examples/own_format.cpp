// A format of your own: karaoke lines, "seconds|text", read and written like any other.
#include <mondegreen/mondegreen.hpp>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string>

using namespace mondegreen;

// A reader never throws and loses nothing: a line it cannot place is kept, and a diagnostic says where.
reading read_karaoke(source_ptr from, read_options const&) {
  reading result;
  auto& song = result.value;
  song.from = from;
  song.format = "karaoke";
  auto const text = from->text();
  for (std::uint32_t n = 1; n <= from->line_count() && !text.empty(); ++n) {
    auto const line = from->line(n);
    auto const next = n < from->line_count() ? from->line(n + 1).offset : static_cast<std::uint32_t>(text.size());
    span const block{line.offset, next - line.offset};
    auto const content = slice(text, line);
    auto const bar = content.find('|');
    std::int64_t seconds = 0;
    auto const parsed = std::from_chars(content.data(), content.data() + content.size(), seconds);
    if (bar == std::string_view::npos || parsed.ptr != content.data() + bar || seconds < 0 || seconds > 86'400) {
      kept_block odd;
      odd.kind = kept_kind::unknown;
      odd.text = content;
      odd.where.append(line.length, line, true);
      odd.block = block;
      song.kept.push_back(std::move(odd));
      result.diagnostics.push_back(make_diagnostic(code::time_range, line, "expected 'seconds|text'; kept as it is"));
      continue;
    }
    cue sung;
    sung.when = {{seconds * 1000}, {seconds * 1000 + 2000}};
    sung.text = content.substr(bar + 1);
    auto const at = static_cast<std::uint32_t>(bar + 1);
    sung.where.append(line.length - at, {line.offset + at, line.length - at}, true);
    sung.block = block;
    sung.as_read = sung.fingerprint();
    song.cues.push_back(std::move(sung));
  }
  return result;
}

std::string write_karaoke(transcript const& song, write_options const&, std::vector<diagnostic>&) {
  std::string out;
  for (auto const& each : song.cues) out += std::to_string(each.when.start.ms / 1000) + "|" + each.text + "\n";
  return out;
}

int main() {
  static constexpr format karaoke{.id = "karaoke",
                                  .name = "Karaoke lines",
                                  .extensions = "kar",
                                  .carries = {.times = true},
                                  .read = read_karaoke,
                                  .write = write_karaoke};
  add_format(karaoke);

  auto song = read_text("0|Au clair de la lune\nrefrain\n3|Mon ami Pierrot\n", {.format = "karaoke"}, "chanson.kar");
  if (!song) return 1;
  for (auto const& odd : song->diagnostics) std::printf("%s\n", headline(odd, *song->value.from).c_str());
  std::printf("%s", write_text(song->value, "webvtt")->bytes.c_str());
  std::printf("\n%s", write_text(song->value, "karaoke")->bytes.c_str());
}
