// A passage of text that knows where it came from, and the cue: a passage with a time.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/source.hpp>
#include <mondegreen/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// One spoken word with its own time, where the input had one.
struct word {
  span where;              ///< in the passage's text
  interval when;           ///<
  float confidence = 1.0F; ///< 0-1, as the recogniser said it
};

enum class mark_kind : std::uint8_t {
  italic,
  bold,
  underline,
  font,      ///< value: the attributes, as written
  css_class, ///< value: class names joined by "."
  voice,     ///< value: the name
  language,  ///< value: BCP 47 tag
  ruby,
  ruby_text,
  time,      ///< value: as written; an empty span at the place it stands
  placement, ///< value: as written, "{\an8}"
  other,     ///< value: the tag as written
};

/// Markup beside the text: rules see plain words, writers see the marks.
struct mark {
  span where; ///< in the passage's text; may be empty
  mark_kind kind = mark_kind::other;
  std::string value;
  std::string classes{}; ///< WebVTT: class names on the tag, joined by "."; a `css_class` has them in `value`

  friend bool operator==(mark const&, mark const&) = default;
};

/// Where each byte of a passage stands in the source: runs in text order.
///
///     source  "00:12 Bonjour &amp; merci Signou"
///     text          "Bonjour & merci Signoux"
///     runs           ^8 verbatim ^1 for 5  ^7 verbatim  ^7 for 6
///
/// Inside a verbatim run byte maps to byte; any other run maps as a whole. Text that stands nowhere in the source has
/// a run with an empty source span, and what was taken out of the text a run with an empty text span: a writer that
/// puts the text back into its page has to know that it was no part of the page.
class origin {
public:
  struct run {
    span text;   ///< in the passage
    span source; ///< in the source
    bool verbatim = true;

    friend bool operator==(run const&, run const&) = default;
  };

  /// Appends the next run of the text; joins it to the last one where both continue. An empty text is given its place
  /// by a run of length 0. Amortised O(1).
  void append(std::uint32_t text_length, span from, bool verbatim);

  bool empty() const noexcept { return first_.text.empty() && runs_.empty(); }
  std::span<run const> runs() const noexcept {
    if (!runs_.empty()) return runs_;
    return {&first_, first_.text.empty() ? std::size_t{0} : std::size_t{1}};
  }

  /// The bytes of the source that the bytes `text` stand for, and how far `text` had to be widened so that no run is
  /// cut that only maps as a whole. O(log runs).
  run cover(span text) const noexcept;

  /// The text under `at` (as `cover` gave it) became `length` bytes: one run that maps as a whole. O(runs).
  void rewrite(span at, std::uint32_t length);

  /// The text under a span became that many bytes.
  struct change {
    span at;
    std::uint32_t length = 0;
  };

  /// The same for many, each `at` as `cover` gave it, in the order of the text and apart. O(runs + changes).
  void rewrite(std::span<change const> changes);

private:
  void assign(std::vector<run> runs);

  // Most passages have one run, and a file hundreds of thousands of passages.
  run first_{};           ///< the only run; of an empty text what it stands for
  std::vector<run> runs_; ///< all of them, if there are more than one
};

/// Plain UTF-8 text with its word times, its marks and its place in the source. Lines are separated by LF.
struct passage {
  std::string text{};
  std::vector<word> words{};
  std::vector<mark> marks{};
  origin where{};
};

/// Index into transcript::speakers.
enum class speaker_id : std::int32_t {
  none = -1
};

/// A passage with a time.
struct cue : passage {
  interval when{};
  speaker_id speaker = speaker_id::none;
  std::string id{};       ///< SRT number or WebVTT identifier, as written
  std::string settings{}; ///< what stood behind the times on the arrow line, as written
  span block{};           ///< all it occupies in the source, up to the next block; empty if it came from elsewhere

  /// `fingerprint()` as the reader left it; a writer of the same format copies `block` when nothing has changed since. 0 if
  /// its speaker has another name now (`editor::rename_speaker`): the block, with the old one, is not to be seen again.
  std::uint64_t as_read = 0;

  /// A hash of everything a writer would write: times, text, marks, words, speaker, id, settings. O(size).
  std::uint64_t fingerprint() const noexcept;

  /// True if the cue stands in the source and nobody has changed it since it was read.
  bool untouched() const noexcept { return !block.empty() && as_read != 0 && as_read == fingerprint(); }
};

/// Puts `with` in place of `at` in the text and moves words, marks and the origin with it: the one way to change text
/// so that everything that points into it still points right. A word that was cut keeps its time; one that was
/// swallowed goes. Prefer `editor::replace` (edit.hpp), which also records the change.
void splice(passage& in, span at, std::string_view with);

/// What is to stand in place of a span.
struct substitution {
  span at;
  std::string_view with;
};

/// The same for many, in the order of the text and apart, each counted in the text before all of them; no two may lie in
/// one run of the origin that maps as a whole. O(text + substitutions), where one by one would be their product.
void splice(passage& in, std::span<substitution const> all);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/cue.ipp>
#endif
