// The Hunspell library, found at run time. Its licences are the MPL, the LGPL and the GPL, so nothing here links it or
// includes its header: four functions of its C interface, which has been the same since version 1.3 (2011).
#pragma once

#include <mondegreen/config.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

struct hunspell_library;

/// The library, loaded at the first call; null if it is not installed.
hunspell_library const* find_hunspell();

/// A dictionary. Not safe to use from two threads at once.
class hunspell_dictionary {
public:
  /// None if it knows not one of its own first words: a damaged file, or an encoding nobody knows. Both files exist.
  static std::optional<hunspell_dictionary> open(hunspell_library const& with, std::string const& affixes,
                                                 std::string const& words);

  bool knows(std::string_view word) const;

private:
  hunspell_dictionary(hunspell_library const& with, void* opened);
  bool knows_itself(std::string const& words) const;

  struct closer {
    hunspell_library const* with;
    void operator()(void* opened) const noexcept;
  };
  hunspell_library const* with_;
  std::unique_ptr<void, closer> opened_;
  std::string charset_; ///< empty: UTF-8
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/spelling/hunspell.ipp>
#endif
