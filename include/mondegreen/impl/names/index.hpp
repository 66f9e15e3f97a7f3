// The names, findable by their letters and by their sound.
#pragma once

#include <mondegreen/impl/names/near_keys.hpp>
#include <mondegreen/names.hpp>
#include <mondegreen/phonetics.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
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
  given,   ///< the first name of a person
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
  bool title = false;               ///< an office: what it is in charge of takes a capital
  std::uint32_t words_heard = 1;    ///< how many words the form that is looked for has
  std::uint32_t first_sound = 0;
  std::uint32_t sounds = 0;          ///< how many, from the first; none for `listed`
  std::uint32_t part_given = none;   ///< of a person: the entry of the first name
  std::uint32_t part_surname = none; ///< and of the rest

  static constexpr std::uint32_t none = UINT32_MAX;
};

/// The file a name was read from; null if it was made by hand.
using name_home = source_ptr;

/// Keys shorter than this are only found whole: with one phone less they would be half of the language.
inline constexpr std::size_t shortest_edited_key = 4;
inline constexpr std::size_t shortest_edited_spelling = 5;

/// A word that more names than this share says nothing about which of them is meant.
inline constexpr std::size_t most_anchored = 64;

/// Of forms with the same letters the first so many are found.
inline constexpr std::size_t most_alike = 64;

/// Forms of more words than this are not found: windows that long would cost more than such names are worth.
inline constexpr std::uint32_t longest_window = 16;

/// Hashes strings and views alike, so that a look-up copies nothing.
struct letters_hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view letters) const noexcept { return std::hash<std::string_view>{}(letters); }
};

template <class Value> using by_string = std::unordered_map<std::string, Value, letters_hash, std::equal_to<>>;

/// All of it for one language of the speech. Immutable once built. O(letters of all names).
class name_index {
public:
  /// The names and their homes must outlive the index; there are as many homes as names.
  name_index(std::span<name const> names, std::span<name_home const> homes, std::string_view language);

  std::span<name const> names() const noexcept { return names_; }
  source const* home(std::uint32_t name) const noexcept { return homes_[name].get(); }
  name_entry const& entry(std::uint32_t at) const noexcept { return entries_[at]; }
  name_entry const& whole(std::uint32_t name) const noexcept { return entries_[whole_[name]]; }
  bool phrases() const noexcept { return phrases_; } ///< any name begins with a small letter
  std::string const& language() const noexcept { return language_; }
  std::uint32_t most_words() const noexcept { return most_words_; }   ///< of any form; at most `longest_window`
  std::size_t most_letters() const noexcept { return most_letters_; } ///< of any form

  /// Entries whose letters are exactly these; empty if none.
  std::span<std::uint32_t const> by_letters(std::string_view letters) const;

  /// Appends the entries of which a coarse key is this one or one edit away. With doubles.
  void by_sound(std::string_view coarse, std::vector<std::uint32_t>& out) const;

  /// Appends the entries spelled with one letter more, less or other. With doubles; only for five letters or more.
  void by_spelling(std::string_view letters, std::vector<std::uint32_t>& out) const;

  /// The entries of several words that hold this one, with its place among them. A word of many names finds none.
  struct anchor {
    std::uint32_t entry = 0;
    std::uint32_t word = 0;
  };
  std::span<anchor const> by_word(std::string_view letters) const;

  std::span<phones const> sounds_of(name_entry const& entry) const noexcept {
    return std::span(sounds_).subspan(entry.first_sound, entry.sounds);
  }

  /// The persons who share a first name or a surname, by the entry of that part. Of very many the first are known.
  std::span<std::uint32_t const> bearers(std::uint32_t part) const;

  /// Names that a word, or words joined, make likelier (true) or less likely (false) nearby.
  using hint = std::pair<std::uint32_t, bool>;
  std::span<hint const> hints(std::string_view letters) const;

private:
  void add(name_entry entry, std::string_view form);
  void add_sounds(std::string_view form, std::string_view origin);
  std::vector<phones> const& read(std::string const& word, std::string_view speech);
  void add_person(std::uint32_t at);
  std::uint32_t add_part(std::uint32_t person, name_part part, std::string_view form);
  void add_turned(std::uint32_t at);

  std::span<name const> names_;
  std::span<name_home const> homes_;
  std::string language_;
  std::vector<name_entry> entries_;
  std::vector<std::uint32_t> whole_; ///< by name: its entry
  std::vector<phones> sounds_;
  by_string<std::vector<std::uint32_t>> by_letters_;
  near_keys by_key_{shortest_edited_key};
  near_keys by_spelling_{shortest_edited_spelling};
  by_string<std::vector<anchor>> by_word_;
  by_string<std::vector<hint>> hints_;
  by_string<std::uint32_t> parts_; ///< first names and surnames: a person's is another's too
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> bearers_; ///< by part: entries of persons
  by_string<std::vector<phones>> read_; ///< while it is built: the readings of words, as many names share them
  std::uint32_t most_words_ = 1;
  bool phrases_ = false;
  std::size_t most_letters_ = 0;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/index.ipp>
#endif
