// Which "Word: text" of a document names a speaker.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/impl/grammar/speaker.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// Counts what may be labels, then says which are: "Objectif : rassembler" is written once, a speaker speaks again.
/// A missed label stays in the text; a false one would put words into somebody's mouth.
class speaker_labels {
public:
  /// A text that stands where a label may stand.
  void see(std::string_view head);

  /// To be called when all are seen.
  void decide(bool timed);

  /// True if the document has labels at all.
  bool any() const noexcept { return any_; }

  /// True if so many texts have a label that one without goes on with the speaker above.
  bool carry() const noexcept { return carry_; }

  /// The label that `head` begins with, if the document uses it as one.
  speaker_label at(std::string_view head) const;

private:
  struct candidate {
    name_shape shape;
    std::uint32_t count = 0;
    bool bold = false;
    bool accepted = false;
  };

  struct totals {
    std::uint32_t names = 0;    ///< different labels that look like names
    std::uint32_t repeated = 0; ///< of them, those that stand more than once
    std::uint32_t shaped = 0;   ///< texts with such a label
  };

  bool convincing(candidate const& each, totals const& all, bool timed) const;

  std::map<std::string, candidate, std::less<>> seen_; ///< by key
  std::uint32_t heads_ = 0;
  bool any_ = false;
  bool carry_ = false;
};

/// "- Speaker #0" on a line of its own: the name, in the line; empty if it is none. Only recognisers number people.
span bare_label(std::string_view line);

/// What two ways to write one speaker have in common: lower case, no accents, no "M." or "Dr", "SPEAKER_01" as "speaker 1".
std::string speaker_key(std::string_view name);

/// The speakers of a document by their keys; a family name alone is that of the only one who bears it.
class speaker_list {
public:
  /// The number of the speaker of that name, in the order they were first named.
  std::size_t operator[](std::string_view name);

  /// To be called when all are named: the names to show, and for each number the one it has among them.
  std::vector<std::string> finish(std::vector<std::size_t>& numbers);

private:
  std::map<std::string, std::size_t, std::less<>> known_;
  std::vector<std::string> keys_;
  std::vector<std::string> names_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/text_speakers.ipp>
#endif
