// Retrieval: which windows of a text might be which name. It finds much and decides nothing.
#pragma once

#include <mondegreen/impl/names/document.hpp>

#include <cstdint>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// How a window came to be a candidate.
enum class match : std::uint8_t {
  listed,  ///< a mishearing the user listed
  letters, ///< the letters of the name, written otherwise
  sound,   ///< it sounds like the name
};

/// Which part of a person's name stands in the window as it should, and gives the rest away.
enum class anchor : std::uint8_t {
  none,
  given,
  surname
};

/// A window that may be a name.
struct candidate {
  window where{};
  std::uint32_t entry = 0; ///< of the index
  std::uint32_t name = 0;  ///< of which the entry is a form
  match how = match::sound;
  anchor by = anchor::none;
  std::uint32_t part = 0;       ///< the entry of the part that gives it away, unless `by` is none
  std::uint32_t part_words = 1; ///< words of the window that are that part
  bool part_heard = false;      ///< that part is not written as it should be either
  bool nothing = false;         ///< it has been weighed, and need not be again (comes_to_nothing.hpp)
  bool hopeless = false;        ///< nothing in the text speaks for it, and it is too unlikely without
  float distance = 0;           ///< of the sounds beside the anchor, per phone of the longer; 0 unless found by sound
  std::uint32_t phones = 0;     ///< of the name, as it was matched, beside the anchor; 0 unless found by sound
};

/// Of more names that sound like one window, only the nearest so many are candidates, and those that something else in the
/// text speaks for: of a million names hundreds sound like any short word, and none of them can be told from the others.
inline constexpr std::size_t most_near = 32;

/// Candidates in text order. Windows that already hold the right form, cut one or touch shielded text are left out, and so
/// are, unless asked for, candidates that scoring would call unlikely whatever stands around them. O(words) look-ups.
std::vector<candidate> find_candidates(document const& in, bool hopeless_too = false);

class last_round;

/// The same, where nothing has changed since the round before as it was found then, and weighed. They are kept there for
/// the next round.
std::vector<candidate>& find_candidates(document const& in, last_round& before);

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names/candidates.ipp>
#endif
