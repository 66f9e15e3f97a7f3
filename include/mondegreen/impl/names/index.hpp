// The names, findable by their letters and by their sound.
#pragma once

#include <mondegreen/impl/names/entry_readings.hpp>
#include <mondegreen/impl/names/known_word.hpp>
#include <mondegreen/impl/names/near_keys.hpp>
#include <mondegreen/impl/names/near_windows.hpp>
#include <mondegreen/impl/names/rows.hpp>
#include <mondegreen/impl/names/tokens.hpp>
#include <mondegreen/impl/names/worked_out.hpp>
#include <mondegreen/names.hpp>
#include <mondegreen/phonetics.hpp>
#include <mondegreen/spelling.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
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
  std::uint32_t listed = 0;           ///< which mishearing, for `listed`
  std::string write{};                ///< what is to stand in the text
  std::string letters{};              ///< of the form that is looked for
  std::vector<std::string> words{};   ///< of `write`
  std::vector<std::string> spelled{}; ///< the letters of each of them
  std::vector<token> tokens{};        ///< the same words, where they stand in it; their texts are not set
  bool title = false;                 ///< an office: what it is in charge of takes a capital
  std::uint32_t words_heard = 1;      ///< how many words the form that is looked for has
  std::vector<phones> sounds{};       ///< none for `listed`
  std::uint32_t part_given = none;    ///< of a person: the entry of the first name
  std::uint32_t part_surname = none;  ///< and of the rest

  static constexpr std::uint32_t none = UINT32_MAX;
};

/// Keys shorter than this are only found whole: with one phone less they would be half of the language.
inline constexpr std::size_t shortest_edited_key = 4;
inline constexpr std::size_t shortest_edited_spelling = 5;

/// A word that more names than this share says nothing about which of them is meant.
inline constexpr std::size_t most_anchored = 64;

/// Of forms with the same letters the first so many are found.
inline constexpr std::size_t most_alike = near_keys::most_shared;

/// Forms of more words than this are not found: windows that long would cost more than such names are worth.
inline constexpr std::uint32_t longest_window = 16;

/// Windows by sound hold at most this many words: longer names keep enough letters.
inline constexpr std::uint32_t longest_sound_window = 4;

/// And so many where one of their words stands in its place in a name of as many.
inline constexpr std::uint32_t longest_anchored_window = 6;

/// The words of a name are read alike: all by the first reading, all by the second. Mixed ones are rare and many.
inline constexpr std::size_t most_readings = 3;

/// The arrays of an index: names for one language of the speech. Immutable, shared by all threads, made in memory or
/// mapped from a file. Entries 0 to names - 1 are the names whole; those of their parts and mishearings follow.
class name_arrays {
public:
  name_arrays() = default;

  /// O(letters of all names).
  static name_arrays build(name_rows const& rows, std::string_view language);

  /// A group of sections as an index of these names. Errors: refused, if the arrays do not fit together or were made by
  /// other pronunciation rules than this library has.
  static result<name_arrays> open(name_rows rows, sections from, std::uint16_t group, std::string const& shown);

  name_rows rows;
  sections memory{};
  std::uint16_t group = 0; ///< of its sections
  std::string language;

  /// An entry that is no whole name.
  struct part {
    std::uint32_t name_part; ///< the name, times 8, and which part
    std::uint32_t spoken;    ///< where its words begin in `spoken`
    std::uint16_t detail;    ///< of a person: first and last byte in the form; of the others: which mishearing or word
    std::uint8_t words;      ///< how many it has in `spoken`
    std::uint8_t between;    ///< from there to its words as the language of the name reads them; 0: none
  };

  std::span<std::uint32_t const> spoken_begin; ///< by whole name; and the end
  std::span<std::uint32_t const> spoken;       ///< words, by number
  std::span<std::uint32_t const> sounds_begin; ///< by word; and the end
  std::string_view sounds;                     ///< readings, each ended by a zero
  std::span<part const> parts;
  /// The entries of a person's first name and of the rest; `name_entry::none` where there is none.
  struct person {
    std::uint32_t given;
    std::uint32_t surname;
  };
  std::span<person const> persons;              ///< by whole name
  std::span<std::uint32_t const> bearers_begin; ///< by part; and the end
  std::span<std::uint32_t const> bearers;
  hash_table anchors;
  std::span<std::uint8_t const> anchor_words;
  std::span<std::uint64_t const> hint_hashes;
  std::span<std::uint32_t const> hints; ///< name, times 2; odd: it makes it likelier
  std::uint32_t most_words = 1;
  std::uint32_t most_letters = 0;

  /// Keys of names that begin with a small letter stand apart: words in lower case are compared with them alone.
  struct near_sets {
    near_keys sounds;
    near_keys letters;
  };
  std::array<near_sets, 2> near; ///< of names with a capital; of the others
};

/// The index as one thread works with it: `name_arrays`, and what has been worked out of them so far. Not safe to use
/// from two threads at once. References it gives hold until `forget`.
class name_index {
public:
  /// `spelling` says which words of texts are ordinary though no list has them.
  explicit name_index(std::shared_ptr<name_arrays const> of, mondegreen::spelling spelling = {});

  /// Builds it for a list of names; there are as many homes as names.
  name_index(std::span<name const> names, std::span<name_home const> homes, std::string_view language,
             mondegreen::spelling spelling = {});

  /// The names as a list.
  class list {
  public:
    explicit list(name_index const& of) : of_(&of) {}
    std::size_t size() const noexcept { return of_->of_->rows.size(); }
    bool empty() const noexcept { return size() == 0; }
    name const& operator[](std::uint32_t at) const { return of_->name_at(at); }

  private:
    name_index const* of_;
  };

  list names() const noexcept { return list(*this); }
  name_home home(std::uint32_t name) const { return of_->rows.home(name); } ///< null, too, if it was saved since
  std::optional<name_rows::listing> listed(std::uint32_t name) const noexcept { return of_->rows.listed(name); }
  name_entry const& entry(std::uint32_t at) const;
  name_entry const& whole(std::uint32_t name) const { return entry(name); }
  bool phrases() const noexcept { return !of_->near[1].letters.empty(); } ///< any name begins with a small letter
  std::string const& language() const noexcept { return of_->language; }
  mondegreen::spelling const& spelling() const noexcept { return spelling_; }
  std::uint32_t most_words() const noexcept { return of_->most_words; }   ///< of any form; at most `longest_window`
  std::size_t most_letters() const noexcept { return of_->most_letters; } ///< of any form

  /// Entries whose letters are exactly these; empty if none.
  std::span<std::uint32_t const> by_letters(std::string_view letters) const;

  /// False if there are none, by the hash of the letters: for nearly all windows that is the answer.
  bool may_be_written(key_hash const& letters) const noexcept {
    auto const mixed = letters.mixed();
    return of_->near[0].letters.may_hold(mixed) || of_->near[1].letters.may_hold(mixed);
  }

  /// Appends the entries of which a coarse key is this one or one edit away. With doubles, and a few that are not.
  void by_sound(std::string_view coarse, std::vector<std::uint32_t>& out, bool phrases_only = false) const;

  /// Appends the entries spelled with one letter more, less or other. With doubles; only for five letters or more.
  void by_spelling(std::string_view letters, std::vector<std::uint32_t>& out, bool phrases_only = false) const;

  /// The entries of several words that hold this one, with its place among them. A word of many names finds none.
  struct anchor {
    std::uint32_t entry = 0;
    std::uint32_t word = 0;
  };
  std::span<anchor const> by_word(std::string_view letters) const;

  /// False if it finds none.
  bool may_be_word(key_hash const& letters) const noexcept {
    bool any = false;
    of_->anchors.find(letters.mixed(), [&](std::uint32_t, std::size_t) { any = true; });
    return any;
  }

  /// How far a key of sounds, or letters, goes along with those of names.
  key_reach reach_of_sound(std::string_view coarse) const noexcept {
    return reach_of(&name_arrays::near_sets::sounds, coarse);
  }
  key_reach reach_of_letters(std::string_view letters) const noexcept {
    return reach_of(&name_arrays::near_sets::letters, letters);
  }

  /// False if none begins, or ends, as near_keys says.
  bool any_begins(bool letters, std::uint64_t hash, std::size_t which) const noexcept {
    auto const of = letters ? &name_arrays::near_sets::letters : &name_arrays::near_sets::sounds;
    return (of_->near[0].*of).any_begins(hash, which) || (of_->near[1].*of).any_begins(hash, which);
  }
  bool any_finishes(bool letters, std::uint64_t hash, std::size_t which) const noexcept {
    auto const of = letters ? &name_arrays::near_sets::letters : &name_arrays::near_sets::sounds;
    return (of_->near[0].*of).any_finishes(hash, which) || (of_->near[1].*of).any_finishes(hash, which);
  }

  /// The name of an entry, without all the rest of it.
  std::uint32_t name_of(std::uint32_t entry) const noexcept {
    auto const* part = part_at(entry);
    return part == nullptr ? entry : part->name_part / 8;
  }

  /// Which form of it an entry is, and its letters, without all the rest of it.
  name_part part_of(std::uint32_t entry) const noexcept {
    auto const* part = part_at(entry);
    return part == nullptr ? name_part::whole : static_cast<name_part>(part->name_part % 8);
  }
  std::string letters_at(std::uint32_t entry) const;

  /// How many words an entry has, without all the rest of it; 0 for a mishearing.
  std::size_t words_at(std::uint32_t entry) const noexcept;

  std::span<phones const> sounds_of(name_entry const& entry) const noexcept { return entry.sounds; }

  /// The sounds of an entry without all the rest of it; they hold until the next call.
  std::span<phones const> sounds_at(std::uint32_t entry) const;

  /// The same of several entries. O(readings).
  void gather_sounds(std::span<std::uint32_t const> entries, entry_readings& out) const;

  /// The first name and the surname of a whole name, without all the rest of it.
  name_arrays::person person_of(std::uint32_t whole) const noexcept;

  /// The sounds and letters of these will be asked for. Of a long list each lies elsewhere, and a look at one waits four times
  /// for memory that waits for another; here all wait together.
  void fetch(std::span<std::uint32_t const> entries) const noexcept;

  /// The persons who share a first name or a surname, by the entry of that part. Of very many the first are known.
  std::span<std::uint32_t const> bearers(std::uint32_t part) const;

  /// How the other parts of the names of those who share one sound: one behind the other, for a common first name has
  /// thousands of bearers, and all of them are compared with what stands beside it.
  struct bearer_sounds {
    std::vector<std::uint32_t> bearers{}; ///< whole names
    entry_readings others{};              ///< the other part of each
  };
  bearer_sounds const& bearers_by_sound(std::uint32_t part) const;

  /// Names that a word, or words joined, make likelier (true) or less likely (false) nearby.
  using hint = std::pair<std::uint32_t, bool>;
  std::span<hint const> hints(std::string_view letters) const;
  bool any_hints() const noexcept { return !of_->hints.empty(); }

  /// What is known of spellings, for all texts that this index has seen.
  known_words& words() const noexcept { return words_; }

  /// What sounds like runs of these words.
  near_windows& windows() const noexcept { return windows_; }

  /// Where a word stands in names of several words (anchor_places.hpp).
  std::uint32_t anchor_places(known_word const& word) const;

  /// First names and surnames that a word is or sounds like, by its number; nothing if that was not asked yet.
  std::optional<std::vector<std::uint32_t>>& parts_like(known_word const& word) const {
    if (parts_.size() <= word.number) parts_.resize(std::max<std::size_t>(words_.size(), word.number + std::size_t{1}));
    return parts_[word.number];
  }

  /// Drops what was worked out if it has become large. No reference may be in use.
  void forget() const;

private:
  std::uint32_t only_word(std::uint32_t entry) const noexcept;
  key_reach reach_of(near_keys name_arrays::near_sets::*of, std::string_view key) const noexcept {
    auto out = (of_->near[0].*of).reach(key);
    out.widen((of_->near[1].*of).reach(key));
    return out;
  }
  name const& name_at(std::uint32_t at) const;
  name_arrays::part const* part_at(std::uint32_t entry) const noexcept;
  std::string_view written(std::uint32_t entry) const;
  std::string heard(std::uint32_t entry) const;

  std::shared_ptr<name_arrays const> of_;
  mondegreen::spelling spelling_;
  mutable worked_out<name> names_;
  mutable worked_out<name_entry> entries_;
  mutable std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_letters_;
  mutable std::unordered_map<std::uint64_t, std::vector<anchor>> by_word_;
  mutable std::unordered_map<std::uint64_t, std::vector<hint>> hints_;
  mutable worked_out<bearer_sounds> bearer_sounds_;
  mutable std::size_t bearers_heard_ = 0; ///< in these
  mutable std::vector<phones> sounds_;
  mutable known_words words_;
  mutable near_windows windows_;
  mutable std::vector<std::optional<std::vector<std::uint32_t>>> parts_;
  mutable std::vector<std::uint32_t> anchor_places_; ///< by number of a word; 0: not asked yet
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/index.ipp>
#endif
