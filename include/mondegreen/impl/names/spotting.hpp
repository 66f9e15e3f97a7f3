// Spotting: where a text that nobody has marked up names somebody or something.
#pragma once

#include <mondegreen/impl/names/document.hpp>
#include <mondegreen/impl/names/tokens.hpp>
#include <mondegreen/language.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// A name as it stands in a text.
struct spotted {
  window where{};            ///< of the tokens
  std::string form{};        ///< its words, one space where any white space stood, plain apostrophes
  std::string_view type{};   ///< "person", "org", "event", "place"; empty: the text does not show it
  std::string_view clue{};   ///< what gave it away, in plain words
  std::uint32_t belongs = 0; ///< of a person with a role: index of the organisation + 1
  bool plain = false;        ///< nothing but its capital speaks for it
  bool cut = false;          ///< a word that opened the sentence was taken off: the name may begin with it
};

/// The names of a text, in its order. Capitals are the only mark names have in French and English, so a text without any
/// has none, and one all in capitals neither; in a headline that capitalises every word only unusual words count. A
/// person is known by a first name (given_names.hpp), an honorific or a role beside it, an organisation by its words, by
/// whom it employs, or as what a role belongs to ("président de Linagora"). O(words).
std::vector<spotted> spot_names(std::vector<document_part> const& parts, std::vector<token> const& words,
                                language const& speech);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/spotting.ipp>
#endif
