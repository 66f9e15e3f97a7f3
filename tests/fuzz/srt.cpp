// The SubRip reader: blocks cover the text, views stay inside their blocks, the same bytes read alone say the same.
#include "check.hpp"

#include <mondegreen/srt.hpp>

#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  using namespace mondegreen;
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  std::uint64_t at = 0;
  for (auto const& block : srt::blocks(text)) {
    fuzz::require(block.offset == at && block.length > 0);
    fuzz::require_inside(text, block.offset, block.length, block.id);
    fuzz::require_inside(text, block.offset, block.length, block.coordinates);
    fuzz::require_inside(text, block.offset, block.length, block.body);
    fuzz::require_trimmed(block.body);
    for (auto const time : {block.when.start.ms, block.when.end.ms}) fuzz::require(time >= -max_ms && time <= max_ms);
    fuzz::require(block.kind != srt::block_kind::stray || at == 0);
    fuzz::require(block.odd.has(damage::bad_time) == (block.kind == srt::block_kind::broken));
    at += block.length;
    if (block.kind != srt::block_kind::cue) continue;
    // A block cut out of its file is the same cue, but for what stood above it.
    auto const alone = text.substr(block.offset, block.length);
    auto again = srt::cues(alone);
    auto const first = again.begin();
    if (block.odd.has(damage::blank_line_inside)) continue;
    fuzz::require(first != end_of_text() && first->when == block.when && first->body == block.body);
  }
  fuzz::require(at == size);
  return 0;
}
