// A transcript as the document the matcher walks over.
#pragma once

#include <mondegreen/edit.hpp>
#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/transcript.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The passages of a transcript as parts of a document, and where each stands.
struct names_view {
  std::vector<document_part> parts;
  std::vector<place> places;

  /// `in` knows which cues have been removed; null if none can be.
  names_view(transcript const& text, editor const* in, std::string_view page) {
    for (std::uint32_t i = 0; i < text.metadata.size(); ++i) {
      auto const& entry = text.metadata[i];
      // One line of plain text after the other may be one sentence; a title and a description are not, nor are two
      // paragraphs.
      bool const goes_on = i > 0 && entry.key.empty() && text.metadata[i - 1].key.empty() && !blank(entry.text) &&
                           !blank(text.metadata[i - 1].text);
      add({entry.text, entry.key, goes_on, false}, {place::part::metadata, i});
    }
    cue const* before = nullptr;
    for (std::uint32_t i = 0; i < text.cues.size(); ++i) {
      place const here{place::part::cue, i};
      if (in != nullptr && in->removed(here)) continue;
      auto const& each = text.cues[i];
      bool const goes_on = text.timed && before != nullptr && before->speaker == each.speaker;
      add({each.text, {}, goes_on, false}, here);
      before = &each;
    }
    if (!page.empty()) add({page, "page", false, true}, {});
  }

private:
  static bool blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

  void add(document_part part, place where) {
    parts.push_back(part);
    places.push_back(where);
  }
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
