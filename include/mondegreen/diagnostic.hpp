// What a reader met in the text and what it did about it.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/source.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mondegreen::inline MONDEGREEN_ABI {

enum class severity : std::uint8_t {
  note,
  warning,
  error
};

/// Every code there is, from diagnostics.def, where each is explained.
enum class code : std::uint16_t {
#define MONDEGREEN_DIAGNOSTIC(id, ...) id,
#include <mondegreen/diagnostics.def>
#undef MONDEGREEN_DIAGNOSTIC
};

/// What stands in diagnostics.def about a code.
struct code_info {
  code what;
  std::string_view id;          ///< "transcript.order": what `[…]` shows and documentation is filed under
  severity level;               ///< how severe it is as a rule; a diagnostic carries its own
  std::string_view summary;     ///< one line, no full stop
  std::string_view explanation; ///< what it means, why it matters, what is done about it
};

/// All codes in the order of diagnostics.def.
std::span<code_info const> codes() noexcept;

/// What is known about a code. O(1).
code_info const& about(code what) noexcept;

/// A repair that leaves no doubt: what should stand in place of a span.
struct replacement {
  span where;       ///< an insertion has an empty one
  std::string with; ///<

  friend bool operator==(replacement const&, replacement const&) = default;
};

/// One thing that was wrong with, or worth knowing about, a text. Bad text gives diagnostics and never an exception.
struct diagnostic {
  severity level = severity::warning;
  code what{};
  span where;          ///< in the source it was found in
  std::string message; ///< what is there, what was expected, what was done
  std::string hint;    ///< what the user can do; may be empty

  /// Given where the repair is certain: a reader of the repaired text finds what it found, and nothing to complain of.
  std::optional<replacement> fix{};
};

/// A diagnostic with the severity its code has as a rule.
diagnostic make_diagnostic(code what, span where, std::string message, std::string hint = {});

std::string_view to_string(severity level) noexcept;

/// `talk.txt:12:9: warning: … [transcript.order]`, without the line it is about and without a line end.
std::string headline(diagnostic const& what, source const& in);

/// The headline, then the line of the source, a caret under the span, and the hint: for people, with a line end.
/// Long lines are cut around the caret to at most 100 code points; control characters are shown as U+FFFD, so no
/// input can send an escape sequence to the terminal.
std::string render(diagnostic const& what, source const& in, bool color = false);

/// One JSON object without a line end: file, line, column, end_line, end_column, severity, code, message, hint and, where
/// there is one, fix: line, column, end_line, end_column and replacement.
std::string to_json(diagnostic const& what, source const& in);

/// The text with all fixes made; of two that overlap the first. O(text + diagnostics).
std::string apply_fixes(std::string_view text, std::span<diagnostic const> told);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/diagnostic.ipp>
#endif
