// A transcript as the document the matcher walks over.
#pragma once

#include <mondegreen/edit.hpp>
#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/transcript.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A piece of a transcript that is small enough to be looked at as one document: some passages, metadata first, or a part
/// of one that is larger.
struct stretch {
  std::uint32_t first = 0;
  std::uint32_t last = UINT32_MAX; ///< behind the last passage
  std::size_t from = 0;            ///< bytes of a passage that is cut
  std::size_t to = SIZE_MAX;
};

/// The passages of a transcript as parts of a document, and where each stands.
struct names_view {
  std::vector<document_part> parts;
  std::vector<place> places;
  std::uint32_t offset = 0; ///< where the part of a cut passage begins

  /// `in` knows which cues have been removed; null if none can be.
  names_view(transcript const& text, editor const* in, std::string_view page, stretch of = {})
      : offset(static_cast<std::uint32_t>(of.from)), of_(of) {
    auto const metadata = static_cast<std::uint32_t>(text.metadata.size());
    for (std::uint32_t i = of.first; i < std::min(metadata, of.last); ++i) {
      auto const& entry = text.metadata[i];
      // One line of plain text after the other may be one sentence; a title and a description are not, nor are two
      // paragraphs.
      bool const goes_on = i > 0 && entry.key.empty() && text.metadata[i - 1].key.empty() && !blank(entry.text) &&
                           !blank(text.metadata[i - 1].text);
      add({entry.text, entry.key, goes_on, false}, {place::part::metadata, i});
    }
    cue const* before = nullptr;
    auto const cues = static_cast<std::uint32_t>(text.cues.size());
    for (auto i = std::max(of.first, metadata) - metadata; i < cues && i + metadata < of.last; ++i) {
      place const here{place::part::cue, i};
      if (in != nullptr && in->removed(here)) continue;
      auto const& each = text.cues[i];
      bool const goes_on = text.timed && before != nullptr && before->speaker == each.speaker;
      add({each.text, {}, goes_on, false}, here);
      before = &each;
    }
    of_ = {};
    if (!page.empty()) add({page, "page", false, true}, {});
  }

private:
  static bool blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

  void add(document_part part, place where) {
    part.text = part.text.substr(std::min(of_.from, part.text.size()), of_.to - of_.from);
    parts.push_back(part);
    places.push_back(where);
  }

  stretch of_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
