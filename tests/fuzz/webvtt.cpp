// The WebVTT reader, strict and lenient: blocks cover the text, views stay inside their blocks.
#include "check.hpp"

#include <mondegreen/webvtt.hpp>

#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  using namespace mondegreen;
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  for (auto const mode : {webvtt::reading_mode::strict, webvtt::reading_mode::lenient}) {
    std::uint64_t at = 0;
    bool first = true;
    for (auto const& block : webvtt::blocks(text, mode)) {
      fuzz::require(block.offset == at && (block.length > 0 || first));
      fuzz::require_inside(text, block.offset, block.length, block.id);
      fuzz::require_inside(text, block.offset, block.length, block.settings);
      fuzz::require_inside(text, block.offset, block.length, block.body);
      for (auto const time : {block.when.start.ms, block.when.end.ms}) {
        fuzz::require(time <= max_ms && time >= (mode == webvtt::reading_mode::strict ? 0 : -max_ms));
      }
      if (block.kind == webvtt::block_kind::cue) {
        fuzz::require_trimmed(block.body);
        if (mode == webvtt::reading_mode::strict) {
          fuzz::require(block.body.find("-->") == block.body.npos && block.id.find("-->") == block.id.npos);
          fuzz::require(block.body.find("\n\n") == block.body.npos && block.body.find("\r\r") == block.body.npos);
        }
      }
      at += block.length;
      first = false;
    }
    fuzz::require(at == size);
  }
  return 0;
}
