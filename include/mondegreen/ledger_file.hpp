// A ledger that was written to a file, read again: for whoever looked through it and struck out what is wrong.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/edit.hpp>
#include <mondegreen/result.hpp>
#include <mondegreen/source.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

/// Lines of JSON as `to_json` writes them, about any number of files. Immutable and thread-safe.
class ledger_file {
public:
  /// Of each line `line`, `column`, `before`, `after` and `status` are wanted, the rest may be missing; a status may be
  /// "rejected", too. Fails, with the line in the message, if one is not such an object. `name` is the ledger's in messages.
  /// O(lines), sorting aside.
  static result<ledger_file> parse(std::string_view lines, std::string_view name = "<ledger>");

  bool empty() const noexcept { return lines_.empty(); }

  /// The edits of a text, for `replay` and `clean_options::reviewed`: those of lines that name its file or none, or, if none
  /// has this one, a file of the same name in another folder. Fails, with the line of the ledger in the message, if the
  /// text does not read `before` at its place, or if two edits that are applied overlap. O(edits + source), sorting aside.
  result<ledger> edits_of(source const& in) const;

private:
  struct line {
    std::size_t number = 0; ///< from 1
    std::string file{};
    edit what{}; ///< its place is not yet looked up
  };

  error failed(std::size_t number, std::string const& what) const;
  std::vector<line const*> lines_of(std::string_view file) const;

  std::string name_;
  std::vector<line> lines_{}; ///< by the last part of the file, and by the file
};

/// Both at once, for one text.
result<ledger> read_ledger(std::string_view lines, source const& in, std::string_view name = "<ledger>");

/// Of edits that were looked through, those that a run did not follow: rejected ones whose words it changed all the same,
/// and applied ones it did not make. `done` is the ledger of that run. O(n log n).
std::vector<edit const*> not_followed(std::span<edit const> reviewed, std::span<edit const> done);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/ledger_file.ipp>
#endif
