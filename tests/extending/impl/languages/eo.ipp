#pragma once

#include <mondegreen/impl/languages/languages.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::languages {

// Tables only. Without pronunciation rules names are read as plain Latin; without a word list any word in lower case
// may be an ordinary one.
MONDEGREEN_INLINE language const eo{
    .code = "eo",
    .name = "Esperanto",
    .marker_words = "kaj|la|estas|ne|en|mi|vi|li|ŝi|ĝi|ni|ili|sed|ĉar|kun|tiu|kiu|kiel|ankaŭ|tro|pli|por|de|al",
    .transcript_headings = "transskribo",
    .reading_speed = 17,
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::languages
