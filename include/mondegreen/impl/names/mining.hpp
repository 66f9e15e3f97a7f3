// Mining: what is spotted in a document, counted and sifted.
#pragma once

#include <mondegreen/names.hpp>
#include <mondegreen/transcript.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What `mine` does.
std::vector<mined_name> mine_names(transcript const& text, mine_options const& options);

/// The names of the page that may be repaired with unseen: of persons with their surname, and of what is no word of any
/// language we know. A lone first name or an acronym sounds like too much else.
std::vector<mined_name> page_names(transcript const& text, std::string_view language, std::string_view page);

/// The lines of a page that the transcript does not hold itself: a page that is the transcript would make a right form of
/// every mishearing. O(page + text).
std::string page_beside(transcript const& text, std::string_view page);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/mining.ipp>
#endif
