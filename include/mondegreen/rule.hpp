// What a cleaning rule is; listing and finding rules.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/edit.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/names.hpp>

#include <span>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

/// What a rule may know beside the text.
struct rule_context {
  language const& speech;       ///< the language of the speech; empty tables if unknown
  names const* known = nullptr; ///< the user's names, or null
  std::string_view page{};      ///< text of the page around the transcript (`--context`)
  bool mine = true;             ///< names of the page are known, too
};

/// A cleaning rule: a descriptor and one function. It sees the text through the editor, which records every change, and
/// cannot change it otherwise. To add one to the library write `impl/rules/foo.ipp` and a line in rules.def; one of your
/// own goes into `clean_options::own_rules`.
struct rule {
  std::string_view id{};        ///< "chrome": what `--skip` takes and the ledger shows
  std::string_view summary{};   ///< one line
  std::string_view languages{}; ///< codes separated by spaces; empty: any language
  bool on_by_default = true;
  void (*apply)(editor& text, rule_context const& context, void* own) = nullptr;
  void* own = nullptr; ///< handed to `apply` as it is: state of a rule of your own
};

/// The library's rules in the order they run.
std::span<rule const> rules() noexcept;

/// The rule of that id, or null.
rule const* find_rule(std::string_view id) noexcept;

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/rule.ipp>
#endif
