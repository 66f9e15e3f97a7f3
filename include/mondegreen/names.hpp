// Names: the names file, and repairing what a recogniser made of them.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/edit.hpp>
#include <mondegreen/result.hpp>
#include <mondegreen/source.hpp>

#include <cstdint>
#include <memory>
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
  span where{}; ///< of the row, in the names file
};

/// What is known about a text beside the text.
struct repair_options {
  std::string language{}; ///< of the speech; empty: detected
  std::string context{};  ///< text of the page, whose names count as evidence
  apply_policy apply = apply_policy::sure;
};

/// A repaired text and the ledger of it.
struct repaired {
  std::string text;
  ledger edits;
};

/// Names to repair with. Cheap to copy and safe to use from many threads once built; the phonetic index of a language is
/// built at its first use.
class names {
public:
  names();

  /// A names file, plain (`Right: wrong | wrong`, a name a line, `#` comments) or TSV/CSV with a header; the form is
  /// found from its first line. Errors: as `read_bytes`; mistakes in the file are diagnostics.
  static result<names> load(std::string const& path);

  /// The same from text in memory. Never fails: a broken row is a diagnostic with its line, the rest loads.
  static names parse(source_ptr text);

  explicit names(std::vector<name> list);

  std::span<name const> all() const noexcept;
  std::span<diagnostic const> diagnostics() const noexcept;
  source_ptr from() const noexcept; ///< what it was parsed from; null if made by hand

  /// Adds the names of another file; the first entry of a form wins, mishearings are joined.
  void merge(names const& other);

  /// Repairs plain text. Deterministic; repairing the result again changes nothing.
  repaired repair(std::string_view text, repair_options const& options = {}) const;

  /// Repairs every cue and the metadata of a transcript: the `names` rule. Windows of one to four words run across cues.
  void repair(editor& in, repair_options const& options = {}) const;

  struct state;

private:
  std::shared_ptr<state const> state_;
};

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/names.ipp>
#endif
