// The names, findable by their letters and by their sound.
#pragma once

#include <mondegreen/names.hpp>
#include <mondegreen/phonetics.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Which form of a name an entry of the index is.
enum class name_part : std::uint8_t {
  whole,
  listed,  ///< a mishearing the user listed
  surname, ///< of a person with a first name
  turned,  ///< an acronym in it read the other way round: AI Act, IA Act
};

/// A form a text may hold, and what is to be written for it.
struct name_entry {
  std::uint32_t name = 0; ///< index of the name
  name_part part = name_part::whole;
  std::uint32_t listed = 0;         ///< which mishearing, for `listed`
  std::string write{};              ///< what is to stand in the text
  std::string letters{};            ///< of the form that is looked for
  std::vector<std::string> words{}; ///< of `write`
  std::uint32_t words_heard = 1;    ///< how many words the form that is looked for has
};

/// One way an entry sounds.
struct name_sound {
  std::uint32_t entry = 0;
  phones sound{};
};

/// The file a name was read from; null if it was made by hand.
using name_home = source_ptr;

/// All of it for one language of the speech. Immutable once built. O(letters of all names).
class name_index {
public:
  /// The names and their homes must outlive the index; there are as many homes as names.
  name_index(std::span<name const> names, std::span<name_home const> homes, std::string_view language);

  std::span<name const> names() const noexcept { return names_; }
  source const* home(std::uint32_t name) const noexcept { return homes_[name].get(); }
  name_entry const& entry(std::uint32_t at) const noexcept { return entries_[at]; }
  std::string const& language() const noexcept { return language_; }
  std::uint32_t most_words() const noexcept { return most_words_; } ///< of any form, mishearings included

  /// Entries whose letters are exactly these; empty if none.
  std::span<std::uint32_t const> by_letters(std::string_view letters) const;

  /// Appends the sounds whose coarse key is this one or one edit away. Without doubles, in order of the index.
  void by_sound(std::string_view coarse, std::vector<std::uint32_t>& out) const;
  name_sound const& sound(std::uint32_t at) const noexcept { return sounds_[at]; }

  /// Names that a word, or words joined, make likelier (true) or less likely (false) nearby.
  using hint = std::pair<std::uint32_t, bool>;
  std::span<hint const> hints(std::string_view letters) const;

private:
  void add(name_entry entry, std::string_view form);
  void add_sounds(std::uint32_t entry, std::string_view form, std::string_view origin);
  void add_person(std::uint32_t at);
  void add_turned(std::uint32_t at);

  std::span<name const> names_;
  std::span<name_home const> homes_;
  std::string language_;
  std::vector<name_entry> entries_;
  std::vector<name_sound> sounds_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_letters_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> by_key_; ///< hash of a key or of a key less one phone -> sound
  std::unordered_map<std::string, std::vector<hint>> hints_;
  std::uint32_t most_words_ = 1;
};

/// Keys shorter than this are only found whole: with one phone less they would be half of the language.
inline constexpr std::size_t shortest_edited_key = 4;

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/index.ipp>
#endif
