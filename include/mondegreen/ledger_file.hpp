// A ledger that was written to a file, read again: for whoever looked through it and struck out what is wrong.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/edit.hpp>
#include <mondegreen/result.hpp>
#include <mondegreen/source.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// The edits of `in` from lines of JSON as `to_json` writes them, for `replay` and `clean_options::reviewed`. Of each line
/// `line`, `column`, `before`, `after` and `status` are wanted, the rest may be missing; a status may be "rejected", too.
/// Lines about other files are left out: those with another `file`, or, if none has this one, another last part of it.
///
/// Fails, with the line of the ledger in the message, if a line is not such an object, if the text does not read
/// `before` at its place, or if two edits that are applied overlap. `name` is the ledger's in messages.
/// O(ledger + source), sorting aside.
result<ledger> read_ledger(std::string_view lines, source const& in, std::string_view name = "<ledger>");

/// Of edits that were looked through, those that a run did not follow: rejected ones whose words it changed all the same,
/// and applied ones it did not make. `done` is the ledger of that run. O(n log n).
std::vector<edit const*> not_followed(std::span<edit const> reviewed, std::span<edit const> done);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/ledger_file.ipp>
#endif
