// Which "Word: text" of a document names a speaker.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/impl/grammar/speaker.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

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

  std::map<std::string, candidate, std::less<>> seen_;
  std::uint32_t heads_ = 0;
  bool any_ = false;
  bool carry_ = false;
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/formats/text_speakers.ipp>
#endif
