// The text of a WebVTT cue as the tree that browsers make of it.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/timestamp.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::webvtt {

enum class node_kind : std::uint8_t {
  text,
  css_class, ///< <c>
  italic,
  bold,
  underline,
  voice,
  language,
  ruby,
  ruby_text,
  time, ///< <00:01.000>: what follows belongs to the time after it
};

/// One node of the tree.
struct cue_node {
  node_kind kind = node_kind::text;
  std::uint32_t depth = 0; ///< 0 for what stands in no other node
  std::string value{};     ///< the text; of a voice its name, of a language its tag
  std::string classes{};   ///< with spaces between them
  timestamp when{};        ///< of a time
};

/// Deeper nodes than this are left out, their text is not: browsers have such a limit too.
inline constexpr std::uint32_t max_tree_depth = 256;

/// Parses cue text by the W3C cue text parsing rules (https://www.w3.org/TR/webvtt1/#cue-text-parsing-rules). The nodes
/// come in the order of the document: those behind a node that are deeper stand in it. `payload` has its line ends as
/// LF. Never fails; O(payload).
std::vector<cue_node> cue_tree(std::string_view payload);

/// The tree as the web platform's tests write it, a line a node or attribute: `| <span>`, `|   title="Ana"`,
/// `|   "text"`, `| <?timestamp 00:00:01.000>`. O(nodes * depth).
std::vector<std::string> tree_lines(std::vector<cue_node> const& tree);

} // namespace mondegreen::inline MONDEGREEN_ABI::webvtt

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/cue_tree.ipp>
#endif
