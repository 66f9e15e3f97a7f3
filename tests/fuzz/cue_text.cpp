// The cue text tokenizer and the readers of markup: trees are well formed, marks lie inside the text, and what was
// written of a passage reads as the passage.
#include "check.hpp"

#include <mondegreen/cue_tree.hpp>
#include <mondegreen/format.hpp>

#include <cstddef>
#include <string>

namespace {

using namespace mondegreen;

passage read_markup(std::string_view text, impl::markup_dialect dialect) {
  passage made;
  impl::markup_reader reader(text, dialect);
  reader.begin(made);
  reader.read({0, static_cast<std::uint32_t>(text.size())});
  reader.finish();
  return made;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const tree = webvtt::cue_tree(text);
  std::uint32_t open = 0; // how deep the next node may stand
  for (auto const& node : tree) {
    fuzz::require(node.depth <= open && node.depth <= webvtt::max_tree_depth);
    bool const leaf = node.kind == webvtt::node_kind::text || node.kind == webvtt::node_kind::time;
    open = node.depth + (leaf ? 0 : 1);
  }
  fuzz::require(webvtt::tree_lines(tree).size() >= tree.size());
  for (auto const dialect : {impl::markup_dialect::plain, impl::markup_dialect::srt, impl::markup_dialect::webvtt}) {
    auto const read = read_markup(text, dialect);
    for (auto const& mark : read.marks) fuzz::require(mark.where.end() <= read.text.size());
    for (auto const& run : read.where.runs())
      fuzz::require(run.text.end() <= read.text.size() && run.source.end() <= size);
    if (dialect == impl::markup_dialect::plain) continue;
    std::string written;
    impl::markup_losses losses;
    impl::append_markup(written, read, dialect, "\n", {}, losses);
    if (losses.text_changed) continue;
    // Blank lines at the ends show nothing, and are not written.
    auto const trimmed = [](std::string_view whole) {
      auto const first = whole.find_first_not_of(" \t\n");
      if (first == whole.npos) return std::string_view();
      return whole.substr(first, whole.find_last_not_of(" \t\n") - first + 1);
    };
    fuzz::require(trimmed(read_markup(written, dialect).text) == trimmed(read.text));
  }
  return 0;
}
