// Which names are persons', and how else their names are said.
#pragma once

#include <mondegreen/impl/names/tokens.hpp>
#include <mondegreen/lexicon.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Splits a person into first name and the rest; both empty if the form is none. `words` are those of the form.
std::pair<std::string_view, std::string_view> person_parts(std::string_view form, std::string_view type,
                                                           std::vector<token> const& words, lexicon const& ordinary);

/// True for a word that may be an acronym with another order in another language: IA and AI, OTAN and NATO.
bool turns(std::string_view word);

/// The form with its word number `word` read the other way round; empty if there is no such word.
std::string turned(std::string_view form, std::uint32_t word);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/persons.ipp>
#endif
