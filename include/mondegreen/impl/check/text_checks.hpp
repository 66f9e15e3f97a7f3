// What is wrong with the text of a cue, line by line: characters, spaces, marks.
#pragma once

#include <mondegreen/cue.hpp>
#include <mondegreen/impl/check/rules.hpp>
#include <mondegreen/profile.hpp>
#include <mondegreen/source.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Something about a part of a cue's text.
struct text_fault {
  checks rule{};
  span where{}; ///< in the cue's text
  std::string message{};
  std::string value{};
  std::string fix{};
};

/// Checks the text of a cue by what the profile says of spelling. `goes_on`: the next cue goes on with the sentence.
void check_text(cue const& of, profile const& rules, std::string_view language, bool goes_on,
                std::vector<text_fault>& into);

/// True if the glyph list of Netflix for Latin scripts has the character: Latin-1, Latin Extended-A, the punctuation of
/// these languages, the music sign; U+00A0 but neither U+202F nor U+2009 nor U+2011.
bool on_latin_glyph_list(char32_t c) noexcept;

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/check/text_checks.ipp>
#endif
