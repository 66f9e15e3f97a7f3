// The text of the files.
#pragma once

#include <mondegreen/config.hpp>

#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl::profile_files {

inline constexpr std::string_view amazon =
#include <mondegreen/impl/profiles/amazon.toml>
    ;
inline constexpr std::string_view arcom =
#include <mondegreen/impl/profiles/arcom.toml>
    ;
inline constexpr std::string_view ard =
#include <mondegreen/impl/profiles/ard.toml>
    ;
inline constexpr std::string_view arte =
#include <mondegreen/impl/profiles/arte.toml>
    ;
inline constexpr std::string_view bbc =
#include <mondegreen/impl/profiles/bbc.toml>
    ;
inline constexpr std::string_view dcmp =
#include <mondegreen/impl/profiles/dcmp.toml>
    ;
inline constexpr std::string_view netflix =
#include <mondegreen/impl/profiles/netflix.toml>
    ;
inline constexpr std::string_view netflix_de =
#include <mondegreen/impl/profiles/netflix-de.toml>
    ;
inline constexpr std::string_view netflix_en =
#include <mondegreen/impl/profiles/netflix-en.toml>
    ;
inline constexpr std::string_view netflix_en_children =
#include <mondegreen/impl/profiles/netflix-en-children.toml>
    ;
inline constexpr std::string_view netflix_es =
#include <mondegreen/impl/profiles/netflix-es.toml>
    ;
inline constexpr std::string_view netflix_fr =
#include <mondegreen/impl/profiles/netflix-fr.toml>
    ;
inline constexpr std::string_view netflix_fr_children =
#include <mondegreen/impl/profiles/netflix-fr-children.toml>
    ;
inline constexpr std::string_view netflix_fr_sdh =
#include <mondegreen/impl/profiles/netflix-fr-sdh.toml>
    ;
inline constexpr std::string_view netflix_it =
#include <mondegreen/impl/profiles/netflix-it.toml>
    ;
inline constexpr std::string_view netflix_ja =
#include <mondegreen/impl/profiles/netflix-ja.toml>
    ;
inline constexpr std::string_view netflix_ko =
#include <mondegreen/impl/profiles/netflix-ko.toml>
    ;
inline constexpr std::string_view netflix_pt =
#include <mondegreen/impl/profiles/netflix-pt.toml>
    ;
inline constexpr std::string_view netflix_zh =
#include <mondegreen/impl/profiles/netflix-zh.toml>
    ;
inline constexpr std::string_view ted =
#include <mondegreen/impl/profiles/ted.toml>
    ;
inline constexpr std::string_view vertical =
#include <mondegreen/impl/profiles/vertical.toml>
    ;
inline constexpr std::string_view youtube =
#include <mondegreen/impl/profiles/youtube.toml>
    ;

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::profile_files
