// Where the page around a pasted transcript ends and the transcript begins.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/impl/formats/text_lines.hpp>

#include <cstddef>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Indices of lines: front matter, then the page, then the transcript, then the page again.
struct page_edges {
  std::size_t front = 0; ///< the page begins
  std::size_t first = 0; ///< the transcript begins
  std::size_t end = 0;   ///< and ends
  bool titled = false;   ///< the first line of text above the transcript is its title
};

/// O(text); the layout must have lines.
page_edges find_page_edges(std::string_view text, text_layout const& layout);

/// True for a line that ends without a mark of punctuation, as no sentence does.
bool looks_like_title(std::string_view line);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/text_page.ipp>
#endif
