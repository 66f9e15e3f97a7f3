#pragma once

#include <mondegreen/impl/names/given_names.hpp>
#include <mondegreen/lexicon.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

inline constexpr char given_names[] =
#include <mondegreen/impl/names/given.words>
    ;

MONDEGREEN_INLINE bool is_given_name(std::string_view word) {
  static lexicon const all({given_names, sizeof given_names - 1});
  return all.rank(word) != 0;
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl
