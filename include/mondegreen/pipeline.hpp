// The main job in one call.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/edit.hpp>
#include <mondegreen/format.hpp>
#include <mondegreen/names.hpp>
#include <mondegreen/rule.hpp>
#include <mondegreen/spelling.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

struct clean_options {
  mondegreen::names const* names = nullptr; ///< null: no names known
  std::string language{};                   ///< of the speech; empty: the transcript's own, else detected
  std::string context{};                    ///< text of the page, whose names count as evidence
  bool mine = true;                         ///< names in title, description, labels, `context` repair too, with care
  mondegreen::spelling spelling{};          ///< what it knows is an ordinary word and hardly a misheard name
  wording how = wording::clean;             ///< how much of the wording may change
  std::vector<std::string> only{};          ///< ids or groups of rules; empty: those on by default of that wording.
  std::vector<std::string> skip{};          ///< Unknown ones do nothing: check them with `names_rules`
  std::vector<std::string> also{};          ///< rules that are off by default, by id
  std::vector<rule_setting> settings{};     ///< options of rules; check them with `check_setting`
  apply_policy apply = apply_policy::sure;
  std::span<edit const>
      reviewed{}; ///< what a person has said of an earlier run's edits (`editor::go_by`, `read_ledger`)
  std::span<rule const> own_rules{}; ///< run after the library's, also when `only` is set
};

/// Runs the cleaning rules over a transcript, in place, and returns the ledger. Cleaning the result again changes
/// nothing; the same input gives the same ledger, byte for byte.
ledger clean(transcript& text, clean_options const& options = {});

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/pipeline.ipp>
#endif
