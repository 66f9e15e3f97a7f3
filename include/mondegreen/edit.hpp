// Every change is an edit: the ledger, and the editor that is the only way for a rule to change text.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/cue.hpp>
#include <mondegreen/signs.hpp>
#include <mondegreen/source.hpp>
#include <mondegreen/transcript.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

enum class edit_status : std::uint8_t {
  applied,   ///< done
  suggested, ///< a person should look
  reported,  ///< seen, no sure remedy
  rejected,  ///< a person has said no (ledger_file.hpp)
};

/// One recorded change. `where`, `at` and `before` speak of the source file as the user has it, also when several
/// rules changed the same words; `before` is exactly the text that stands there. Applied edits of one source never
/// overlap: a rule that changes what another has written takes the earlier edit over and says so in the evidence.
struct edit {
  std::string rule;
  edit_status status = edit_status::applied;
  std::optional<std::uint32_t> cue; ///< 0-based index in the transcript as it was read; none for untimed text
  interval when;                    ///< of the cue; only when `cue` is set
  span where;                       ///< in the source; an insertion has an empty span
  position at;                      ///< the same as line and column
  std::string before;
  std::string after;
  float confidence = 1.0F; ///< 0-1, calibrated: of edits that claim 0.9, nine in ten are right
  std::vector<std::string> evidence;
};

/// All edits of one run, in the order of the source.
using ledger = std::vector<edit>;

std::string_view to_string(edit_status status) noexcept;

/// One JSON object without a line end, in the form the documentation gives (docs/ledger.md).
std::string to_json(edit const& what, std::string_view file);

/// The source's text with every applied edit carried out: replaying the ledger. O(source + edits).
std::string replay(std::span<edit const> edits, source const& in);

/// The applied edits as a unified diff of the source, changed words marked when `color`. Suggestions follow as
/// comments ("# suggested 12:22 …") when `suggestions`.
std::string unified_diff(std::span<edit const> edits, source const& in, bool color = false, bool suggestions = true);

/// Which of a rule's findings change the text.
enum class apply_policy : std::uint8_t {
  sure, ///< those the rule is sure of (`--apply auto`)
  all,  ///< suggestions too
  none, ///< nothing: every finding becomes a suggestion
};

/// A passage of a transcript that rules may look at and change.
struct place {
  enum class part : std::uint8_t {
    cue,
    metadata,
    kept
  };
  part in = part::cue;
  std::uint32_t index = 0;

  friend bool operator==(place, place) = default;
};

/// Why a change is made, for the ledger.
struct grounds {
  edit_status status = edit_status::applied; ///< as the rule sees it; the apply policy has the last word
  float confidence = 1.0F;
  std::vector<std::string> evidence{};
};

/// One of several changes of a passage.
struct change {
  span what; ///< in the passage's text before all of them
  std::string with;
  grounds why{};
};

/// Shows a transcript to rules and carries out, and records, what they find. Rules have no other way to change it.
class editor {
public:
  explicit editor(transcript& text, apply_policy policy = apply_policy::sure);

  transcript const& text() const noexcept { return *text_; }
  passage const& at(place where) const;

  /// Goes by what a person has said of an earlier run's edits of the same text: one that was rejected is not made, nor is
  /// another that changes some of its words; one that was applied is, as it stands there, also where a rule would only
  /// suggest it. The edits outlive the editor.
  void go_by(std::span<edit const> reviewed);

  /// What the rules that follow may ask passages for; at first the signs of signs.def alone.
  void look_for(sign_table signs);

  /// The rule that the following changes are recorded under. It may begin again: what it suggests or reports a second
  /// time stands on the ledger once. `since`: the revision at which it began the last time, if it has. `needs`: what a
  /// passage must have one of for the rule to find something in it; empty if that cannot be said.
  void begin(std::string_view rule, std::optional<std::size_t> since = std::nullopt, sign_set needs = {});

  /// True if the rule need not look at the passage, if it looks at each by itself: nothing has changed in it since the rule
  /// last began, or it has nothing of what the rule needs. O(1) until the passage changes.
  bool settled(place where) const noexcept;

  /// The first cue from this one on that is neither settled nor removed; the number of cues if there is none. What most
  /// rules have to look at is few of many, and this passes over the others within a nanosecond or two each.
  std::uint32_t next_unsettled(std::uint32_t cue) const noexcept;

  /// True if the passage has something of what the rule needs. O(1) until the passage changes.
  bool needed(place where) const noexcept;

  /// What a passage has. O(1) until it changes.
  sign_set signs(place where) const noexcept;

  /// False if two cues open with different words, so that they cannot say the same. O(1) until one changes.
  bool may_open_alike(std::uint32_t cue, std::uint32_t other) const noexcept;

  /// How many changes have been carried out so far: what a rule found is still all there is while this stays the same.
  std::size_t revision() const noexcept;

  /// Said by a rule that has gone on until it found nothing more: what it changed so far is no reason to ask it again.
  void rest() noexcept;

  /// The revision at which the rule that ran last said so; 0 if it has not.
  std::size_t rested() const noexcept;

  /// Puts `with` in place of the bytes `what` of the passage's text. Returns whether the text changed. Equal text is
  /// no edit; common first and last bytes are not trimmed, so say what a reader would call the changed words.
  bool replace(place where, span what, std::string_view with, grounds why = {});

  /// Many replacements in one passage, in the order of the text and apart: as if made one by one, but in O(text + changes).
  /// Those that touch each other, or what an earlier rule had written as a whole, become one edit. Returns whether the
  /// text changed.
  bool replace(place where, std::span<change> changes);

  /// Takes a whole cue or kept block out: an edit a line, with the whole line in `before`. A cue stays in the
  /// transcript, marked, until `finish`, so that the indices of other cues do not move under a running rule.
  bool remove(place where, grounds const& why = {});

  /// Moves a cue in time. On the ledger it is a change of the line of its times, where the source has one, so that
  /// replaying gives a file with the new times; elsewhere an edit without text, whose evidence says what moved. Returns
  /// whether the time changed.
  bool retime(std::uint32_t cue, interval when, grounds why = {});

  /// Gives a speaker another name, in the transcript, on the voice tags of the cues and in the labels of the source, an
  /// edit a label.
  void rename_speaker(speaker_id who, std::string_view name, grounds const& why = {});

  /// True if `remove` has taken it out.
  bool removed(place where) const;

  /// Records something seen at a place without a remedy.
  void report(place where, span what, grounds why);

  /// Erases what was removed and hands over the ledger, in the order of the source.
  ledger finish();

  editor(editor const&) = delete;
  editor& operator=(editor const&) = delete;
  ~editor();

private:
  struct book; ///< the edits so far; <map> would cost every user of this header some 20 ms
  bool record(place where, span what, std::string_view with, grounds&& why);
  void absorb(passage const& in, origin::run const& covered, std::vector<std::string>& evidence);
  bool wanted(place where, change& what) const;
  passage& changeable(place where) const noexcept;
  void substitute(place where, std::span<substitution const> all);

  transcript* text_;
  apply_policy policy_;
  std::unique_ptr<book> book_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/edit.ipp>
#include <mondegreen/impl/edit/unified_diff.ipp>
#endif
