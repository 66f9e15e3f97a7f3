// One input on its way through a command.
#pragma once

#include "arguments.hpp"
#include "console.hpp"
#include "outputs.hpp"

#include <mondegreen/edit.hpp>
#include <mondegreen/format.hpp>
#include <mondegreen/result.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mondegreen::cli {

/// The name an input has in messages: its path, or "<stdin>".
std::string shown_name(std::string const& path);

/// True for the encoding that needs no naming.
bool is_utf8(std::string const& encoding);

/// What the user asked of readers and writers.
read_options reading_options(arguments const& typed);
write_options writing_options(arguments const& typed);

/// Makes the folder of an output that the user named as one; writing tells what is wrong.
void make_folder_of(output const& where);

/// Reads and decodes an input and lets its format read it.
result<reading> load(std::string const& path, arguments const& typed);

/// Bytes ready to be written, and what could not be carried.
struct made_output {
  output where;
  std::string bytes;
  std::vector<diagnostic> diagnostics; ///< of the format
  std::vector<diagnostic> encoding;    ///< of the output encoding: about no place in the text
  bool is_written = false;             ///< it was written while it was made
};

/// Writes a transcript into memory. An output without a format gets the one the transcript was read as.
result<made_output> make_output(transcript const& text, output where, arguments const& typed);

/// What a command makes of one input.
struct document {
  std::optional<error> failed{};
  source_ptr from{}; ///< what the reader's diagnostics speak of, if it is not the source of the transcript
  reading read{};
  ledger edits{};
  std::vector<diagnostic> layout{};
  std::string laid_out{};                ///< what layout did, for the user
  std::string note{};                    ///< for the user, before the summary
  std::vector<std::string> unfollowed{}; ///< of the ledger gone by, for the user
  std::vector<made_output> outputs{};
};

/// An input that was read, or failed.
document load_document(std::string const& path, arguments const& typed);

/// Makes all outputs of a transcript that was read; fails with the first that cannot be made.
void make_outputs(document& one, std::vector<output> const& outputs, arguments const& typed);

/// Tells what was met and writes what was made. True if all of it could be written.
bool deliver(document const& one, console& out);

/// Makes a document of each input, on as many threads as the user allows, and delivers them in order; `delivered` is
/// called with those of which all could be written.
void deliver_each(arguments const& typed, console& out, std::function<document(std::size_t input)> const& make,
                  std::function<void(document const& one)> const& delivered = {});

} // namespace mondegreen::cli
