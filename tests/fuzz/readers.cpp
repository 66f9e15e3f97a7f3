// Every reader that makes a transcript, by the first byte: no crash, nothing outside of the source, every byte accounted
// for, and whatever was read can be written as JSON and as Markdown.
#include "check.hpp"

#include <mondegreen/mondegreen.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace mondegreen;

void require_accounted(transcript const& in, std::size_t size) {
  std::vector<bool> seen(size, false);
  auto const mark = [&](span where) {
    fuzz::require(where.offset <= size && where.length <= size - where.offset);
    std::fill_n(seen.begin() + where.offset, where.length, true);
  };
  for (auto const& each : in.cues) mark(each.block);
  for (auto const& each : in.kept) mark(each.block);
  for (auto const& each : in.metadata)
    for (auto const& run : each.where.runs()) mark(run.source);
  if (in.format != "json") fuzz::require(std::find(seen.begin(), seen.end(), false) == seen.end());
}

void require_places(passage const& in, std::size_t size) {
  std::uint64_t end = 0;
  for (auto const& run : in.where.runs()) {
    fuzz::require(run.text.offset == end || in.text.empty());
    end = run.text.end();
    fuzz::require(run.text.end() <= in.text.size() && run.source.end() <= size);
    fuzz::require(!run.verbatim || run.text.length == run.source.length);
  }
  for (auto const& each : in.words) fuzz::require(each.where.end() <= in.text.size());
  for (auto const& each : in.marks) fuzz::require(each.where.end() <= in.text.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  if (size == 0) return 0;
  static auto const readers = [] {
    auto all = formats();
    std::erase_if(all, [](format const* each) { return each->read == nullptr; });
    return all;
  }();
  auto const& reader = *readers[bytes[0] % readers.size()];
  std::string_view const text(reinterpret_cast<char const*>(bytes) + 1, size - 1);
  auto const made = read_text(text, {.format = std::string(reader.id), .encoding = "UTF-8"});
  if (!made) return 0;
  auto const length = made->value.from->text().size();
  require_accounted(made->value, length);
  for (auto const& each : made->value.cues) require_places(each, length);
  for (auto const& each : made->value.kept) require_places(each, length);
  for (auto const& each : made->diagnostics) fuzz::require(each.where.end() <= length);
  fuzz::require(bool(write_text(made->value, "json")));
  fuzz::require(bool(write_text(made->value, "markdown")));
  (void)detect_format(*made->value.from);
  return 0;
}
