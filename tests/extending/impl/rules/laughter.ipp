#pragma once

#include <mondegreen/impl/rules/rules.hpp>

#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::rules {

/// The editor is all a rule gets: it shows the text as constants and writes down what it is told to change.
inline void drop_laughter(editor& text, rule_context const&, void*) {
  constexpr std::string_view noise = "[rires] ";
  for (std::uint32_t i = 0; i < text.text().cues.size(); ++i) {
    place const here{place::part::cue, i};
    for (auto at = text.at(here).text.find(noise); at != std::string::npos; at = text.at(here).text.find(noise)) {
      span const what{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(noise.size())};
      // A finding that does not change the text (a suggestion) would be found again and again.
      if (!text.replace(here, what, "", {.evidence = {"a sound and no speech"}})) break;
    }
  }
}

MONDEGREEN_INLINE rule const laughter{.id = "laughter", .summary = "removes [rires]", .apply = drop_laughter};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::rules
