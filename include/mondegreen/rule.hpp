// What a cleaning rule is; listing and finding rules.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/edit.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/names.hpp>
#include <mondegreen/signs.hpp>
#include <mondegreen/spelling.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

/// How much of the wording a run may change: the profiles of the command line, each with the rules of those before it.
enum class wording : std::uint8_t {
  strict, ///< every word that was said stays: page, encoding, names and typography only
  clean,  ///< and no stutters, sure fillers and words that nobody said
  fluent, ///< and no fillers and repetitions at all
};

std::string_view to_string(wording how) noexcept;

/// The wording of that name, or none.
std::optional<wording> find_wording(std::string_view name) noexcept;

/// Something of a rule that the user may set.
struct rule_option {
  std::string_view name{};
  std::string_view values{};  ///< what it may be, "|" between them, the first without a setting; empty: any text
  std::string_view summary{}; ///< one line
};

/// What the user has set: `typography.spaces`, `no-break`, `ascii`.
struct rule_setting {
  std::string rule;
  std::string option;
  std::string value;
};

/// What is wrong with a setting, for the user; empty if nothing is.
std::string check_setting(rule_setting const& what);

/// What a rule may know beside the text.
struct rule_context {
  language const& speech;          ///< the language of the speech; empty tables if unknown
  names const* known = nullptr;    ///< the user's names, or null
  std::string_view page{};         ///< text of the page around the transcript (`--context`)
  bool mine = true;                ///< names of the page are known, too
  mondegreen::spelling spelling{}; ///< the user's dictionaries
  std::string_view named{};        ///< the language the user named, a BCP 47 tag; there may be no tables for it
  wording how = wording::clean;
  std::span<rule_setting const> settings{};
  std::span<language const* const> by_cue{}; ///< of each cue, where the document has more than one; else empty

  /// The language of a passage: its own where the document mixes several, else that of the speech.
  language const& language_of(place where) const noexcept {
    return where.in == place::part::cue && where.index < by_cue.size() ? *by_cue[where.index] : speech;
  }

  /// The value of an option: the user's, else the first of its values. `rule` and `option` exist.
  std::string_view setting(std::string_view rule, std::string_view option) const noexcept;
};

/// A cleaning rule: a descriptor and one function. It sees the text through the editor, which records every change, and
/// cannot change it otherwise. To add one to the library write `impl/rules/foo.ipp` and a line in rules.def; one of your
/// own goes into `clean_options::own_rules`.
struct rule {
  std::string_view id{};        ///< "chrome": what `--skip` takes and the ledger shows
  std::string_view summary{};   ///< one line
  std::string_view languages{}; ///< codes separated by spaces; empty: any language
  bool on_by_default = true;    ///< false: only where the user asks for it by its id
  void (*apply)(editor& text, rule_context const& context, void* own) = nullptr;
  void* own = nullptr; ///< handed to `apply` as it is: state of a rule of your own

  std::string_view group{};               ///< "typography": what `--only` and `--skip` take for several rules at once
  std::string_view counted{};             ///< what its edits are called, one and many: "space|spaces"
  wording from = wording::strict;         ///< the first wording that runs it
  std::span<rule_option const> options{}; ///< what the user may set

  /// For a rule that looks at each passage by itself: what one must have for it to find anything there. It is not asked
  /// about others (`editor::settled`). Empty: it looks at all.
  sign_set needs{};

  /// For such a rule, the phrases of a language ("a|b c|d=e", sign_table::mark) one of which a passage must have if it has
  /// nothing of what `needs` says.
  std::string (*words)(language const& speech, wording how) = nullptr;
};

/// The library's rules in the order they run.
std::span<rule const> rules() noexcept;

/// The rule of that id, or null.
rule const* find_rule(std::string_view id) noexcept;

/// True if some rule has that id or is of that group.
bool names_rules(std::string_view id_or_group) noexcept;

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/rule.ipp>
#endif
