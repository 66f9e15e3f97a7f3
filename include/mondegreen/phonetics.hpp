// How words sound: text to phones by rules, and how far two sounds are apart.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/source.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// A phone string: one byte a phone, values of the inventory in impl/phonetics/inventory.def. Compare, hash and slice
/// it like any string; `ipa` shows it.
using phones = std::string;

/// The phones in the International Phonetic Alphabet.
std::string ipa(std::string_view sound);

/// Compiled pronunciation rules: `left { graph } right > phones`, first match wins, as docs/phonetic-rules.md describes.
/// Immutable and thread-safe; reading allocates nothing but what it appends.
class phonetic_rules {
public:
  /// The rules of a language, compiled at first use; those of plain Latin (each letter as its usual sound) if it has
  /// none.
  static phonetic_rules const& of(std::string_view language);

  /// Compiles rules. Never fails: a bad rule is left out with a diagnostic at its line and column.
  static phonetic_rules compile(source_ptr rules, std::vector<diagnostic>& diagnostics);

  /// Appends the phones of a word. The word may hold apostrophes and hyphens; anything that is no letter is silent.
  /// `as_name` also admits the rules for names only. O(letters x rules of the letter).
  void read(std::string_view word, bool as_name, phones& out) const;

  /// Appends the phones of a name as it may be said too, by the rules for a second reading; false if there are none.
  bool read_otherwise(std::string_view word, phones& out) const;

  /// Appends the names of the letters and digits one by one: OVH is "o v e a ʃ". False, and nothing appended, if the
  /// rules name none of them or not all.
  bool spell(std::string_view word, phones& out) const;

  phonetic_rules(phonetic_rules&&) noexcept;
  phonetic_rules& operator=(phonetic_rules&&) noexcept;
  ~phonetic_rules();

private:
  struct compiled;
  explicit phonetic_rules(std::unique_ptr<compiled> rules) noexcept;
  std::unique_ptr<compiled> rules_;
};

/// All readings of a word, the likeliest first, without doubles: as the language reads it, as plain Latin, for a name the
/// second way some have in the language (Barthès with and without s), and, where it is written like an acronym, letter by letter ("OVH"; "FAIR" as a word too; "OVHcloud" letters first). A word with a
/// capital first is read as a name. A single digit is read by its name. Never empty; a text without sound has one empty
/// reading.
std::vector<phones> readings(std::string_view word, std::string_view language);

/// As above, and as its own language reads a name, second: `origin` is a code ("en"); unknown or empty adds nothing.
std::vector<phones> readings(std::string_view word, std::string_view language, std::string_view origin);

/// What replacing, dropping and adding phones costs: 0 for the same, about 0.3 for sounds often confused, 1 for unlike
/// ones. Symmetric. Weights: impl/phonetics/costs.def, with their origin.
float sound_distance(std::string_view a, std::string_view b);

/// As above, but gives up and returns a value above `limit` as soon as the distance must exceed it. No allocation.
/// O(|a| x |b|); strings of more than 64 phones are compared 64 by 64, so the time stays linear and the distance may come
/// out too large.
float sound_distance(std::string_view a, std::string_view b, float limit);

/// As above, with what listeners to a language confuse: in English weak vowels are nearly free, in Spanish s and z are
/// one. A language without a table of its own is heard as French is.
float sound_distance(std::string_view a, std::string_view b, std::string_view language);
float sound_distance(std::string_view a, std::string_view b, float limit, std::string_view language);

/// One step from one sound to another: a phone for a phone, one left out, one for two. A side may be empty.
struct sound_step {
  phones before{};
  phones after{};
  float cost = 0;
};

/// The cheapest way from `a` to `b`, of which `sound_distance` is the sum of the costs. O(|a| x |b|) time and memory,
/// strings of more than 64 phones 64 by 64.
std::vector<sound_step> sound_steps(std::string_view a, std::string_view b, std::string_view language = {});

/// A key under which sounds that are easily confused are equal: voicing, nasals, close vowels and glides merged, schwa
/// and geminates dropped. For retrieval; score with `sound_distance`.
std::string coarse_key(std::string_view sound);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/phonetics.ipp>
#endif
