// Is this a word at all? Spelling dictionaries, as Hunspell reads them.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/result.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// Spelling dictionaries, which know rare words and all their forms where a list by frequency has the thirty thousand
/// most frequent (lexicon.hpp). They are asked only where you say so: what is installed differs from machine to machine,
/// and so would the results.
///
/// Cheap to copy and safe to use from many threads. Copies share their dictionaries, which are opened when a word of
/// their language is first asked about (a tenth of a second, some ten megabytes) and stay open as long as one of them.
class spelling {
public:
  /// No dictionaries.
  spelling() noexcept;

  /// Says whether a word is one of the language with that BCP 47 tag; nothing if it knows nothing of that language.
  /// `own` is handed to it as it is.
  using answer = std::optional<bool> (*)(std::string_view word, std::string_view language, void const* own);

  /// Words from elsewhere. It is asked by one thread at a time, and of any text that stands where a word is.
  explicit spelling(answer ask, std::shared_ptr<void const> own = {});

  /// Dictionaries for the Hunspell library, which is looked for at run time and of which nothing is linked in: "installed",
  /// those where the system keeps them, also in the folders of the environment's DICPATH; a folder; or a file `x.dic` with
  /// `x.aff` beside it. A dictionary is for the language its name begins with (`fr.dic`, `pt_BR.dic`), for any if that is
  /// none (`chemistry.dic`); "none" for no dictionaries. They are trusted as programs are: Hunspell reads them.
  ///
  /// Errors: not_found (no Hunspell, no dictionary there), refused (a file of which Hunspell knows no word).
  static result<spelling> load(std::string const& where);

  /// True if there are any.
  explicit operator bool() const noexcept { return state_ != nullptr; }

  /// True if a word, written as in the middle of a sentence, is one of the language; none if there is no dictionary for
  /// that. With a region ("pt-BR") by that of the region, if there is one, else by all of the language. Words of more
  /// than 100 bytes and what is no single word are unknown. Some microseconds.
  std::optional<bool> knows(std::string_view word, std::string_view language) const;

  /// The tags of the languages there are dictionaries for, in order, as their files are named ("fr", "pt_BR"); an empty
  /// one stands for any. Empty for words from elsewhere.
  std::vector<std::string> languages() const;

  /// Copies of the same dictionaries are equal.
  friend bool operator==(spelling const&, spelling const&) = default;

private:
  struct state;
  std::shared_ptr<state> state_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/spelling.ipp>
#endif
