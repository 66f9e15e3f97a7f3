// What a line is to the page around a transcript.
#pragma once

#include <mondegreen/config.hpp>

#include <cstdint>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

enum class page_line : std::uint8_t {
  text,           ///< anything else: speech, a title, a description
  transcript_top, ///< the transcript starts below
  transcript_end, ///< and ends above
  category_label, ///< a category stands below
  label,
  navigation,
  relative_date, ///< "• il y a 2 ans": without the day of the copy it dates nothing
  date,          ///< "- 19/06/2025"
  icon,          ///< symbols only
  shortcode,     ///< "[ad_1]"
  credit,        ///< "Transcribed by …", "English (auto-generated)"
};

/// What a whole line is, by the tables of all languages: a page need not be in the language of the speech.
/// A line of more than 120 bytes is text. O(line).
page_line classify_page_line(std::string_view line);

/// What to call it on the ledger.
std::string_view name_of(page_line kind) noexcept;

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/page.ipp>
#endif
