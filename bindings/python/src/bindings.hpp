// The parts of the module, in the order they are bound.
#pragma once

#include "document.hpp"
#include "strings.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::python {

void bind_diagnostics(nb::module_& m);
void bind_ledger(nb::module_& m);
void bind_cues(nb::module_& m);
void bind_transcripts(nb::module_& m);
void bind_spelling(nb::module_& m);
void bind_names(nb::module_& m);
void bind_formats(nb::module_& m);
void bind_cleaning(nb::module_& m);
void bind_layout(nb::module_& m);
void bind_configurations(nb::module_& m);

/// A list of Python Diagnostics; null source: of text made by hand.
nb::list to_list(std::vector<diagnostic> const& from, source_ptr const& in);

/// A list of Python Edits; moves the edits.
nb::list to_list(ledger&& edits, source_ptr const& in);

/// A list of str.
nb::list to_list(std::vector<std::string> const& from);

/// The text of `json.loads`: what a JSON object becomes in Python.
nb::object from_json(std::string_view text);

/// Writes a file in the format named, else that of its extension, and tells what was lost. The text must not change
/// meanwhile: it is read without the GIL.
std::vector<diagnostic> write_to(path const& to, transcript const& text, std::string const& format,
                                 std::string const& encoding, bool bom);

/// "auto", "all" or "none"; raises mondegreen.Error for anything else.
apply_policy policy_of(std::string_view name);

} // namespace mondegreen::python
