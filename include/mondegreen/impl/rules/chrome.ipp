#pragma once

#include <mondegreen/impl/formats/page.hpp>
#include <mondegreen/impl/rules/rules.hpp>

#include <cstdint>
#include <string>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// The reader has already told the page from the transcript; this takes the page out and says so, line by line.
inline void remove_chrome(editor& text, rule_context const&, void*) {
  auto const& kept = text.text().kept;
  for (std::uint32_t i = 0; i < kept.size(); ++i) {
    if (kept[i].kind != kept_kind::chrome || kept[i].removed) continue;
    text.remove({place::part::kept, i}, {.evidence = {std::string(name_of(classify_page_line(kept[i].text)))}});
  }
}

MONDEGREEN_INLINE rule const chrome{
    .id = "chrome",
    .summary = "takes out the words of the page around the transcript",
    .apply = remove_chrome,
    .group = "page",
    .counted = "line of page chrome|lines of page chrome",
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
