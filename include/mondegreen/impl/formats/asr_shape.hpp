// What a recogniser's JSON looks like: a table of paths for each vendor, and one reader for all of them.
#pragma once

#include <mondegreen/format.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI::impl {

/// What stands at a path. A value belongs to the innermost segment, word or turn that is open there.
enum class asr_field : std::uint8_t {
  none,
  // objects and lists that are one of these
  segment, ///< a stretch of speech as the recogniser cut it
  word,    ///< inside of a segment its word; outside, one of a list of all words
  turn,    ///< who speaks from when on
  // strings
  text,      ///< of a segment or word; outside of both, the whole text
  best_text, ///< wins over `text`: with case and punctuation
  kind,      ///< of a word: "punctuation" ties it to the word before
  speaker,   ///< string or number
  language,
  title, ///< goes to the metadata under the last key of its path
  // times, in the unit of the rule; strings may be "1.5", "1.5s", "PT1.5S" or "00:00:01,500"
  start,
  end,
  length,
  start_part, ///< added to `start`: nanoseconds beside seconds
  end_part,
  offset, ///< start of a word counted from its segment's
  // 0 to 1
  confidence,
  word_confidence, ///< of a segment: one for each of its words, in a list beside them
};

/// `path`: keys parted by dots, "[]" any element of a list, "[0]" only the first. The empty path is the document.
struct asr_rule {
  std::string_view path;
  asr_field what = asr_field::none;
  double unit = 1000; ///< milliseconds; of times only
  int rank = 0;       ///< of segments: those of the highest rank present count
};

struct asr_shape {
  std::span<asr_rule const> rules;
  /// Paths, parted by blanks, that all stand near the beginning of such a document, or "|"-separated sets of them.
  std::string_view signature;
  bool tokens = false;       ///< what does not begin with a space goes on with the word before
  bool marks = false;        ///< marks of punctuation are items of the list of words, though nothing says so
  bool glued = false;        ///< the text of a segment is its words one behind the other, spaces and all
  bool last_repeats = false; ///< a last segment without text may hold the words of all, with their speakers
};

/// 90 if the text is JSON and has the paths of the signature, else 0. Looks at 64 KiB of structure; strings do not count.
int detect_asr(source const& text, asr_shape const& shape);

/// Segments with their words become cues; words without segments are parted at turns, pauses and sentence ends. Every
/// piece of text keeps its place in the source. O(text), memory O(text) whatever its nesting.
reading read_asr(source const& text, asr_shape const& shape);

/// The same as a format's functions.
template <asr_shape const& Shape> int detects_asr(source const& text) { return detect_asr(text, Shape); }
template <asr_shape const& Shape> reading reads_asr(source_ptr text, read_options const&) {
  return read_asr(*text, Shape);
}

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/asr_cues.ipp>
#include <mondegreen/impl/formats/asr_outline.ipp>
#include <mondegreen/impl/formats/asr_reader.ipp>
#endif
