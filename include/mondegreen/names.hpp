// Names: the names file, proposing one, and repairing what a recogniser made of them.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/edit.hpp>
#include <mondegreen/result.hpp>
#include <mondegreen/source.hpp>
#include <mondegreen/spelling.hpp>
#include <mondegreen/transcript.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// What may be done when a name is found misheard.
enum class name_policy : std::uint8_t {
  automatic, ///< repair what is sure, suggest the rest
  review,    ///< only suggest, but for the user's own "heard as" pairs that can be nothing else
  never,     ///< leave alone; the name still counts as context and competes with others
};

/// One row of a names file.
struct name {
  std::string form{};                     ///< as it is to be written
  std::vector<std::string> heard_as{};    ///< known mishearings: repaired wherever they are no ordinary words in place
  std::string type{};                     ///< person, org, place, product, event, …; free text
  std::string language{};                 ///< origin: how to read it aloud; empty: as the text
  std::vector<std::string> context{};     ///< words that make it likely nearby
  std::vector<std::string> not_context{}; ///< words that make it unlikely nearby
  name_policy policy = name_policy::automatic;
  span where{}; ///< of the row, in the names file; of a mined name, its place there
};

/// What is known about a text beside the text.
struct repair_options {
  std::string language{}; ///< of the speech; empty: detected
  std::string context{};  ///< text of the page, whose names count as evidence
  apply_policy apply = apply_policy::sure;
  bool mine = false;               ///< names that stand on the page, and in no names file, are repaired too, with care
  mondegreen::spelling spelling{}; ///< what it knows is an ordinary word, however rare; names keep it open
};

/// A repaired text and the ledger of it.
struct repaired {
  std::string text;
  ledger edits;
};

/// One piece of evidence for or against a repair.
struct name_clue {
  std::string id;  ///< as in the table of weights
  std::string why; ///< the same in plain words
  float times = 0; ///< how often, or how far, it applies
  float worth = 0; ///< in logits: what it adds to the sum of which 1 / (1 + exp(-sum)) is the confidence
};

/// What became of a finding.
enum class name_outcome : std::uint8_t {
  applied,   ///< repaired
  suggested, ///< shown to a person
  unlikely,  ///< below the confidence of a suggestion
  outdone,   ///< another name is likelier for the same words
  dropped,   ///< a rule says it is nothing: see `gate`
  standing,  ///< it stands there as it should (asked about one name)
  nearest,   ///< was not even taken for it, but nothing comes nearer (asked about one name): see `gate`
};

/// A step of the comparison of two sounds, in the International Phonetic Alphabet.
struct heard_phone {
  std::string heard; ///< empty: nothing was heard for it
  std::string name;  ///< empty: the name has nothing for it
  float cost = 0;    ///< 0 for the same, 1 for nothing alike
};

/// Something a finding has to pass before it is repaired, in plain words.
struct name_gate {
  std::string what;
  bool passed = false;
};

/// Words that may be a misheard name, and all that decided about them.
struct name_case {
  position at;              ///< of the first word that would change
  std::string before;       ///< what stands there, all words of the name
  std::string after;        ///< the name as it would be written
  std::string name;         ///< the form in the names file that it comes from
  std::string sound_before; ///< in the International Phonetic Alphabet, as the language reads it
  std::string sound_after;
  std::vector<heard_phone> phones{};  ///< the two sounds, phone by phone
  std::optional<std::uint32_t> cue{}; ///< 0-based; none for untimed text and metadata
  interval when{};                    ///< of the cue
  float distance = 0;                 ///< of the sounds, 0 to 1 per phone; 0 unless found by sound
  name_outcome outcome = name_outcome::unlikely;
  float confidence = 0;           ///< 0-1
  std::string gate;               ///< what keeps it from being done whatever the evidence says; empty: nothing
  std::vector<name_gate> gates{}; ///< in the order they are met; the last one failed, if any, is what kept it
  std::vector<name_clue> clues;
  std::vector<std::string> evidence; ///< as in the ledger
};

std::string_view to_string(name_outcome outcome) noexcept;

/// One JSON object without a line end.
std::string to_json(name_case const& what);

/// The same for people: several lines, each ended.
std::string describe(name_case const& what);

/// Names to repair with. Cheap to copy and safe to use from many threads. The index of a language of the speech is built at
/// its first use (a million names: some seconds), by `build`, or comes from a file that `save` made.
class names {
public:
  names();

  /// A names file, plain (`Right: wrong | wrong`, a name a line, `#` comments) or TSV/CSV with a header; the form is
  /// found from its first line; or names with their indexes, as `save` writes them. Errors: as `read_bytes`; mistakes in
  /// the file are diagnostics. A saved file is mapped: a million names open in some 30 ms. One that is damaged, cut, of
  /// another version of the library or of a machine with another byte order is `refused`.
  static result<names> load(std::string const& path);

  /// The same from text in memory. Never fails: a broken row is a diagnostic with its line, the rest loads.
  static names parse(source_ptr text);

  explicit names(std::vector<name> const& list);

  /// The same for names that stand in a text: `where` of each speaks of it.
  names(std::vector<name> const& list, source_ptr from);

  /// The names one by one. They are kept flat, so the first call makes them, O(n).
  std::span<name const> all() const;
  std::size_t size() const noexcept;
  std::span<diagnostic const> diagnostics() const noexcept;
  source_ptr from() const noexcept; ///< what it was parsed from; null if made by hand

  /// Adds the names of another file; the first entry of a form wins, mishearings are joined.
  void merge(names const& other);

  /// Builds the index for each of these languages of the speech now. O(letters of all names) each; a code we know nothing
  /// of is read as plain Latin.
  void build(std::vector<std::string> const& languages) const;

  /// The languages that have an index by now, in order.
  std::vector<std::string> built() const;

  /// Writes the names with every index built so far, for `load`; docs/names-files.md describes the file. It appears whole
  /// or not at all. The value is the number of bytes. Errors: as `write_atomically`.
  result<std::size_t> save(std::string const& path) const;

  /// Repairs plain text. Deterministic; repairing the result again changes nothing.
  repaired repair(std::string_view text, repair_options const& options = {}) const;

  /// Every place that may be a misheard name with the evidence, in text order, also those that `repair` leaves alone.
  /// As each repair is evidence for others, a place that is repaired is told as the round saw it that repaired it, and
  /// the others as the last round did: the text then has all repairs, with `options.mine` those by names of the page, too.
  /// With `only`, of this one name, in the list or not: then also where it stands as it should and, if nothing was taken
  /// for it, the three places that come nearest and what kept them.
  std::vector<name_case> explain(std::string_view text, repair_options const& options = {},
                                 std::string_view only = {}) const;

  /// The same of a transcript, its cues and its metadata.
  std::vector<name_case> explain(transcript const& text, repair_options const& options = {},
                                 std::string_view only = {}) const;

  /// Repairs every cue and the metadata of a transcript: the `names` rule. Windows of one to four words run across cues.
  void repair(editor& in, repair_options const& options = {}) const;

  struct state;

private:
  std::shared_ptr<state const> state_;
};

/// What to mine.
struct mine_options {
  std::string language{}; ///< of the text; empty: the transcript's own, else detected
  source_ptr page{};      ///< text of the page, where the transcript does not hold it; may be null
  bool speech = true;     ///< also names that only the speech has; false: only what people wrote around it
};

/// A name, and what speaks for it.
struct mined_name {
  name what;                        ///< form, type, context; under review where only the speech has it
  std::string found_in;             ///< "title", "description", "speaker", "page", …; "text": only in the speech
  source_ptr in;                    ///< the source `at` speaks of; null if the transcript was made by hand
  position at;                      ///< of its first place there
  std::uint32_t on_page = 0;        ///< how often it stands in what people wrote: title, description, labels, page
  std::uint32_t in_text = 0;        ///< how often in the speech, by this spelling
  std::string why;                  ///< what gave it away, in plain words
  std::vector<std::string> alike{}; ///< other spellings of the speech with its letters or its sound
};

/// The names of a transcript: those of its title, description, other metadata and speaker labels, and those that the
/// speech spells the same way at least twice (a name with its role once, where there is no clock: somebody wrote that
/// text). A transcript without page of which nothing is known but capitals: French and English write names with them,
/// and a text without any has none. In order of their places, the page first. Deterministic; O(text).
///
/// A spelling of the speech that sounds like a name of the page is no name of its own but stands in `alike` of that one.
std::vector<mined_name> mine(transcript const& text, mine_options const& options = {});

/// How a names file is written.
enum class names_form : std::uint8_t {
  table, ///< TSV with a header; where each name came from stands in the column "note"
  plain, ///< a name a line, where it came from behind a "#"
};

/// The names file of mined names: `names::parse` reads it back, notes aside.
std::string write_names(std::span<mined_name const> list, names_form form = names_form::table);

/// Joins the names of several documents: of a form that is there already the counts are added up.
void merge(std::vector<mined_name>& into, std::vector<mined_name> more);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names.ipp>
#endif
