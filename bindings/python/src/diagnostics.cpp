// Diagnostic, and small conversions that everything uses.
#include "bindings.hpp"
#include "errors.hpp"

#include <mondegreen/diagnostic.hpp>

#include <nanobind/stl/optional.h>

#include <optional>

namespace mondegreen::python {

nb::list to_list(std::vector<diagnostic> const& from, source_ptr const& in) {
  nb::list out;
  auto const text = in ? in : make_source({}, "<transcript>");
  for (auto const& each : from) out.append(nb::cast(py_diagnostic{each, text}));
  return out;
}

nb::list to_list(std::vector<std::string> const& from) {
  nb::list out;
  for (auto const& each : from) out.append(to_str(each));
  return out;
}

nb::object from_json(std::string_view text) { return nb::module_::import_("json").attr("loads")(to_str(text)); }

void bind_diagnostics(nb::module_& m) {
  nb::class_<py_fix>(m, "Fix", nb::is_final(),
                     "A repair that leaves no doubt: what should stand in place of a part of the file.")
      .def_prop_ro(
          "line", [](py_fix const& f) { return f.in->locate(f.what.where.offset).line; }, "Line of the file, from 1.")
      .def_prop_ro(
          "column", [](py_fix const& f) { return f.in->locate(f.what.where.offset).column; },
          "Column in the line, from 1, in code points.")
      .def_prop_ro(
          "end_line", [](py_fix const& f) { return f.in->locate(f.what.where.end()).line; }, "Line of the end, from 1.")
      .def_prop_ro(
          "end_column", [](py_fix const& f) { return f.in->locate(f.what.where.end()).column; },
          "Column behind the end, from 1; an insertion ends where it begins.")
      .def_prop_ro(
          "replacement", [](py_fix const& f) { return to_str(f.what.with); }, "What should stand there.")
      .def("__repr__", [](py_fix const& f) { return to_str("<Fix '" + f.what.with + "'>"); });

  nb::class_<py_diagnostic>(m, "Diagnostic", nb::is_final(),
                            "Something that was wrong with, or worth knowing about, a text.\n\n"
                            "Bad text gives diagnostics and never an exception. ``str()`` is the line a compiler would "
                            "print:\n``talk.txt:12:9: warning: this cue starts before the one above it [time.order]``.")
      .def_prop_ro(
          "file", [](py_diagnostic const& d) { return to_path(d.in->name()); }, "Name of the file, as it was given.")
      .def_prop_ro(
          "line", [](py_diagnostic const& d) { return d.in->locate(d.what.where.offset).line; },
          "Line of the file, from 1.")
      .def_prop_ro(
          "column", [](py_diagnostic const& d) { return d.in->locate(d.what.where.offset).column; },
          "Column in the line, from 1, in code points: ``text.splitlines()[line - 1][column - 1]``.")
      .def_prop_ro(
          "end_line", [](py_diagnostic const& d) { return d.in->locate(d.what.where.end()).line; },
          "Line of the end, from 1.")
      .def_prop_ro(
          "end_column", [](py_diagnostic const& d) { return d.in->locate(d.what.where.end()).column; },
          "Column behind the end, from 1.")
      .def_prop_ro(
          "severity", [](py_diagnostic const& d) { return to_str(to_string(d.what.level)); },
          nb::sig("def severity(self) -> typing.Literal['note', 'warning', 'error']"), "How bad it is.")
      .def_prop_ro(
          "code", [](py_diagnostic const& d) { return to_str(about(d.what.what).id); },
          "What it is, as documented: ``\"time.order\"``.")
      .def_prop_ro(
          "message", [](py_diagnostic const& d) { return to_str(d.what.message); },
          "What is there, what was expected, what was done.")
      .def_prop_ro(
          "hint", [](py_diagnostic const& d) { return to_str(d.what.hint); }, "What you can do about it; may be empty.")
      .def_prop_ro(
          "fix",
          [](py_diagnostic const& d) -> std::optional<py_fix> {
            if (!d.what.fix) return {};
            return py_fix{*d.what.fix, d.in};
          },
          "The repair, where it is certain; else None.")
      .def_prop_ro(
          "explanation", [](py_diagnostic const& d) { return to_str(about(d.what.what).explanation); },
          "What the code means in general.")
      .def(
          "render", [](py_diagnostic const& d, bool color) { return to_str(render(d.what, *d.in, color)); },
          nb::kw_only(), nb::arg("color") = false,
          "The headline, the line of the file with a caret under the place, and the hint.")
      .def(
          "to_dict", [](py_diagnostic const& d) { return from_json(to_json(d.what, *d.in)); },
          nb::sig("def to_dict(self) -> dict[str, typing.Any]"), "The same as the command line's --diagnostics writes.")
      .def("__str__", [](py_diagnostic const& d) { return to_str(headline(d.what, *d.in)); })
      .def("__repr__", [](py_diagnostic const& d) { return to_str("<Diagnostic " + headline(d.what, *d.in) + ">"); });
}

} // namespace mondegreen::python
