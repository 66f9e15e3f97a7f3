// A whole document: cues, speakers, metadata, and everything of the file that is none of these.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/cue.hpp>
#include <mondegreen/source.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// Something said about the document: "title", "description", "category", "date", "language", or what the format has.
struct metadata_entry : passage {
  std::string key{};
};

enum class kept_kind : std::uint8_t {
  chrome,  ///< words of the page around the transcript: "Transcription", "[ad_1]", recommendations
  header,  ///< what a format has before its first cue
  note,    ///< a comment
  style,   ///< a style sheet
  region,  ///< a region definition
  blank,   ///< white space between blocks
  unknown, ///< text no reader could place: kept, and told by a diagnostic
};

/// A part of the file that is no cue: kept with its place, so that nothing vanishes and an untouched file is written
/// back byte for byte.
struct kept_block : passage {
  kept_kind kind = kept_kind::unknown;
  span block{};         ///< all it occupies in the source, line ends included
  bool removed = false; ///< a rule took it out (it stands on the ledger); writers leave it out
};

/// Cues in file order with all that surrounds them. A plain value: copy it, build one by hand, change what you like.
///
/// Every byte of the source lies in the block of a cue or of a kept block, or in a metadata entry.
struct transcript {
  std::vector<cue> cues{};
  std::vector<std::string> speakers{};
  std::vector<metadata_entry> metadata{};
  std::vector<kept_block> kept{}; ///< in file order
  source_ptr from{};              ///< what it was read from; null if made by hand
  std::string format{};           ///< id of the format it was read as; empty if made by hand
  std::string language{};         ///< language of the speech, BCP 47; empty: not known
  bool timed = true; ///< false: no clock; until `estimate_times` all times are 0 but the starts that it had

  /// The id of the speaker of that name, added if new. O(speakers).
  speaker_id speaker(std::string_view name);

  /// The name behind an id; empty for `speaker_id::none`.
  std::string_view speaker_name(speaker_id id) const noexcept;

  /// The first metadata entry of that key, or null.
  metadata_entry const* find(std::string_view key) const noexcept;
};

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/transcript.ipp>
#endif
