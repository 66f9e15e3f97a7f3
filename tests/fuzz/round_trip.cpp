// Reading and writing: a file is written back byte for byte; what is written in the other format is valid and has the
// same cues, by the straight way the same bytes; a text that was fixed reads as before and has nothing left to fix.
#include "check.hpp"

#include <mondegreen/convert.hpp>
#include <mondegreen/decode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace {

using namespace mondegreen;

void require_same_cues(transcript const& before, transcript const& after, bool times_from_zero) {
  fuzz::require(before.cues.size() == after.cues.size());
  for (std::size_t i = 0; i < before.cues.size(); ++i) {
    auto when = before.cues[i].when;
    if (times_from_zero) when = {{std::max<std::int64_t>(when.start.ms, 0)}, {std::max<std::int64_t>(when.end.ms, 0)}};
    fuzz::require(when == after.cues[i].when);
    if (!times_from_zero) fuzz::require(before.cues[i].text == after.cues[i].text);
  }
}

/// Gives the writer what the reader finds, as `convert_file` does.
class straight_sink final : public impl::passing_sink {
public:
  explicit straight_sink(impl::block_writer& to) : to_(to) {}

  bool take(impl::raw_cue const& each) override { return to_.write(each); }
  void end_cue() override { to_.write(cue_, to_.same_format()); }
  void keep(kept_block block) override { to_.kept(block); }
  void add(metadata_entry entry) override { to_.metadata(entry); }

private:
  impl::block_writer& to_;
};

std::string converted(source const& text, format const& from, format const& to) {
  impl::color_search colors;
  from.read_blocks(text, {}, colors);
  auto const writer = to.block_writer({&text, from.id, nullptr, 0});
  straight_sink sink(*writer);
  writer->begin(false, colors.found.styles(writer->out().newline()));
  from.read_blocks(text, {}, sink);
  std::vector<diagnostic> lost;
  writer->finish(lost);
  return writer->out().finish();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const input(reinterpret_cast<char const*>(bytes), size);
  auto const text = decode(input, "fuzz", "UTF-8")->text;
  for (std::string const from : {"srt", "webvtt"}) {
    auto const read = mondegreen::read(text, {.format = from});
    auto const same = write_text(read->value, from);
    fuzz::require(same->bytes == text->text() || text->text().empty());
    std::string const to = from == "srt" ? "webvtt" : "srt";
    auto const other = write_text(read->value, to);
    fuzz::require(other->bytes == converted(*text, *find_format(from), *find_format(to)));
    // WebVTT of ours is what the specification says, to the letter.
    auto const again = mondegreen::read(make_source(other->bytes), {.format = to, .strict = to == "webvtt"});
    fuzz::require(again.ok());
    require_same_cues(read->value, again->value, true);
    auto const fixed = fix_text(text, *find_format(from));
    auto const whole = mondegreen::read(fixed, {.format = from});
    require_same_cues(read->value, whole->value, false);
    for (auto const& each : whole->diagnostics) fuzz::require(!each.fix);
  }
  return 0;
}
