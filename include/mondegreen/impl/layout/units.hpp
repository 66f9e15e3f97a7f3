// A text as layout sees it: the pieces between which a line may end.
#pragma once

#include <mondegreen/impl/layout/break_table.hpp>
#include <mondegreen/language.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A word with its punctuation, or what stands between two places where text without spaces may be broken. No-break
/// spaces are part of it; marks that stand alone ("?" after a space, an opening quote, a dash) belong to their neighbour.
struct unit {
  std::uint32_t begin = 0; ///< bytes of the text
  std::uint32_t end = 0;
  std::uint32_t columns = 0;
  std::uint32_t space = 0; ///< columns between it and the next one on the same line; 0: there is no space
  word_entry first{};      ///< what stands first in it, the article of "l'école"
  word_entry last{};       ///< and last, the noun
  stop after = stop::none; ///< its punctuation
  opening before = opening::none;
  bool cut = false; ///< it and the next one are parts of one word that was too long for a line
};

/// The units of a text in order; what is between them is white space or nothing. Words longer than `limit` columns are
/// cut where the line breaking rules of Unicode (UAX #14) allow it, and only there. `begins`: a sentence begins with the
/// text, so that a capital says nothing there. O(bytes).
void find_units(std::string_view text, language const& speech, break_table const& table, std::uint32_t limit,
                std::vector<unit>& into, bool begins = true);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/layout/units.ipp>
#endif
