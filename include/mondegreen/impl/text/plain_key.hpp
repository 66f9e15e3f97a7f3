// Text reduced to what is compared when case, accents and punctuation do not count.
#pragma once

#include <mondegreen/config.hpp>

#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// The words of a text in lower case and without accents, one space between them: "• Il y a 2 ans" is "il y a 2 ans".
/// O(text).
std::string plain_key(std::string_view text);

/// The same, behind what the key has already.
void append_plain_key(std::string& key, std::string_view text);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/text/plain_key.ipp>
#endif
