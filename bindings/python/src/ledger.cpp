// Edit, replay and diff.
#include "bindings.hpp"
#include "errors.hpp"

#include <mondegreen/edit.hpp>

#include <nanobind/operators.h>
#include <nanobind/stl/optional.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace mondegreen::python {

namespace {

std::string_view name_of(py_edit const& e) { return e.in ? std::string_view(e.in->name()) : "<transcript>"; }

std::optional<std::int64_t> time_of(py_edit const& e, timestamp interval::*which) {
  if (!e.what.cue) return {};
  return (e.what.when.*which).ms;
}

/// The edits of an iterable in the order of the source, and the source they share.
struct gathered {
  ledger edits;
  source_ptr in;
};

gathered gather(nb::handle iterable) {
  gathered out;
  for (nb::handle each : nb::iter(iterable)) {
    if (!nb::isinstance<py_edit>(each)) throw nb::type_error("expected edits");
    auto const& one = nb::cast<py_edit const&>(each);
    if (!one.in) fail(error_code::bad_option, "the edits are of a transcript made by hand: there is no text to replay");
    if (out.in && out.in != one.in) fail(error_code::bad_option, "the edits are of more than one text");
    out.in = one.in;
    out.edits.push_back(one.what);
  }
  std::stable_sort(out.edits.begin(), out.edits.end(), [](edit const& a, edit const& b) {
    return a.where.offset != b.where.offset ? a.where.offset < b.where.offset : a.where.length < b.where.length;
  });
  std::uint32_t end = 0;
  for (auto const& each : out.edits) {
    if (each.status != edit_status::applied) continue;
    if (each.where.offset < end) fail(error_code::bad_option, "two of the edits change the same words");
    end = each.where.end();
  }
  return out;
}

utf8 replay_on(nb::handle edits, utf8 const& text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  auto const asked = gather(edits);
  // Edits count from behind a byte order mark, as columns do.
  auto const mark = text.text.starts_with(byte_order_mark) ? byte_order_mark : std::string_view();
  auto const in = make_source(text.text.substr(mark.size()));
  for (auto const& each : asked.edits)
    if (each.where.end() > in->text().size() || slice(in->text(), each.where) != each.before)
      fail(error_code::bad_option, "line " + std::to_string(each.at.line) + ", column " +
                                       std::to_string(each.at.column) + " of the text does not read '" + each.before +
                                       "': these are edits of another text (or its line ends were translated: open "
                                       "files with newline='')");
  return without_gil([&] { return utf8{std::string(mark) + replay(asked.edits, *in)}; });
}

} // namespace

nb::list to_list(ledger&& edits, source_ptr const& in) {
  nb::list out;
  for (auto& each : edits) out.append(nb::cast(py_edit{std::move(each), in}));
  return out;
}

apply_policy policy_of(std::string_view name) {
  if (name == "auto") return apply_policy::sure;
  if (name == "all") return apply_policy::all;
  if (name == "none") return apply_policy::none;
  fail(error_code::bad_option, "apply is 'auto', 'all' or 'none', not '" + std::string(name) + "'");
}

void bind_ledger(nb::module_& m) {
  nb::class_<py_edit>(m, "Edit", nb::is_final(),
                      "One change, made or proposed. Places speak of the file as you have it, however many rules "
                      "changed the\nsame words; ``before`` is exactly the text that stands there.")
      .def_prop_ro(
          "file", [](py_edit const& e) { return to_path(name_of(e)); }, "Name of the file, as it was given.")
      .def_prop_ro(
          "line", [](py_edit const& e) { return e.what.at.line; }, "Line of the file, from 1.")
      .def_prop_ro(
          "column", [](py_edit const& e) { return e.what.at.column; }, "Column in the line, from 1, in code points.")
      .def_prop_ro(
          "cue", [](py_edit const& e) { return e.what.cue; },
          "Index of the cue in the transcript as it was read, from 0; None for text outside of cues.")
      .def_prop_ro(
          "start_ms", [](py_edit const& e) { return time_of(e, &interval::start); },
          "Start of the cue in milliseconds; None where there is no time.")
      .def_prop_ro(
          "end_ms", [](py_edit const& e) { return time_of(e, &interval::end); },
          "End of the cue in milliseconds; None where there is no time.")
      .def_prop_ro(
          "before", [](py_edit const& e) { return to_str(e.what.before); }, "The text in the file.")
      .def_prop_ro(
          "after", [](py_edit const& e) { return to_str(e.what.after); }, "What it becomes.")
      .def_prop_ro(
          "rule", [](py_edit const& e) { return to_str(e.what.rule); }, "Id of the rule: ``\"names\"``.")
      .def_prop_ro(
          "status", [](py_edit const& e) { return to_str(to_string(e.what.status)); },
          nb::sig("def status(self) -> typing.Literal['applied', 'suggested', 'reported', 'rejected']"),
          "``applied``: done; ``suggested``: a person should look; ``reported``: seen, no sure remedy; "
          "``rejected``: somebody said no (``review`` of ``clean``).")
      .def_prop_ro(
          "confidence", [](py_edit const& e) { return std::round(static_cast<double>(e.what.confidence) * 1e6) / 1e6; },
          "0 to 1: of edits that claim 0.9, nine in ten are right.")
      .def_prop_ro(
          "evidence", [](py_edit const& e) { return nb::tuple(to_list(e.what.evidence)); },
          nb::sig("def evidence(self) -> tuple[str, ...]"), "Why, in words.")
      .def(
          "to_json", [](py_edit const& e) { return to_str(to_json(e.what, name_of(e))); },
          "One line of the ledger, as the command line's --edits writes it, without the line end.")
      .def(
          "to_dict", [](py_edit const& e) { return from_json(to_json(e.what, name_of(e))); },
          nb::sig("def to_dict(self) -> dict[str, typing.Any]"), "The same as a dict.")
      .def(
          "__eq__",
          [](py_edit const& a, nb::handle other) {
            if (!nb::isinstance<py_edit>(other)) return false;
            auto const& b = nb::cast<py_edit const&>(other);
            return a.what.where == b.what.where && to_json(a.what, name_of(a)) == to_json(b.what, name_of(b));
          },
          nb::sig("def __eq__(self, other: object, /) -> bool"))
      .def("__hash__", [](py_edit const& e) { return std::hash<std::string>()(to_json(e.what, name_of(e))) >> 1U; })
      .def("__repr__", [](py_edit const& e) {
        return to_str("<Edit " + std::to_string(e.what.at.line) + ":" + std::to_string(e.what.at.column) + " '" +
                      e.what.before + "' -> '" + e.what.after + "' [" + e.what.rule + ", " +
                      std::string(to_string(e.what.status)) + "]>");
      });

  m.def("replay", &replay_on, nb::arg("edits"), nb::arg("text"));
  m.def(
      "diff",
      [](nb::handle edits, bool color, bool suggestions) {
        auto const asked = gather(edits);
        if (!asked.in) return utf8{};
        return without_gil([&] { return utf8{unified_diff(asked.edits, *asked.in, color, suggestions)}; });
      },
      nb::arg("edits"), nb::arg("color"), nb::arg("suggestions"));
}

} // namespace mondegreen::python
