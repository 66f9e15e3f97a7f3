// Line breaks, profiles, layout and check.
#include "bindings.hpp"
#include "errors.hpp"

#include <mondegreen/check.hpp>
#include <mondegreen/layout.hpp>
#include <mondegreen/profile.hpp>

#include <nanobind/stl/optional.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mondegreen::python {

namespace {

profile profile_named(std::string const& name, std::string const& language) {
  if (name.ends_with(".toml") || name.find('/') != std::string::npos) {
    auto read = value_of(load_profile(name), name);
    for (auto const& each : read.diagnostics)
      if (each.level == severity::error) fail(error_code::bad_option, headline(each, *read.text));
    return read.value;
  }
  if (auto const* found = find_profile(name, language)) return *found;
  std::string known;
  for (auto const& each : profiles()) known.append(known.empty() ? "" : ", ").append(each.id);
  fail(error_code::bad_option, "no profile is called '" + name + "'; there are: " + known);
}

std::vector<timestamp> cuts_of(nb::handle from) {
  std::vector<timestamp> cuts;
  for (nb::handle each : nb::iter(from)) {
    double ms = 0;
    if (!nb::try_cast(each, ms) || !(std::abs(ms) < 9e15))
      throw nb::type_error("shot changes are numbers of milliseconds");
    cuts.push_back({static_cast<std::int64_t>(std::llround(ms))});
  }
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

/// A finding, and the text it was found in, which it may outlive.
struct py_check_finding {
  finding what;
  source_ptr in;
};

position place(py_check_finding const& of) { return of.in ? of.in->locate(of.what.where.offset) : position{}; }

report_form form_of(std::string const& name) {
  constexpr std::pair<char const*, report_form> forms[] = {{"text", report_form::text},   {"json", report_form::json},
                                                           {"csv", report_form::csv},     {"sarif", report_form::sarif},
                                                           {"junit", report_form::junit}, {"html", report_form::html}};
  for (auto const& [known, form] : forms)
    if (name == known) return form;
  fail(error_code::bad_option, "a report is text, json, csv, sarif, junit or html, not '" + name + "'");
}

std::string language_for(transcript const& text, std::optional<utf8> const& asked) {
  return asked ? asked->text : text.language;
}

std::vector<finding> checked_by(transcript const& text, profile const& rules, std::string const& language,
                                std::vector<timestamp> cuts, double rate, std::vector<diagnostic> const& met) {
  check_options options;
  options.rules = &rules;
  options.language = language;
  options.shot_changes = std::move(cuts);
  options.frame_rate = rate;
  options.met = met;
  return check(text, options);
}

void bind_profiles(nb::module_& m) {
  nb::class_<profile>(m, "Profile", nb::is_final(),
                      "Rules of a client or broadcaster for subtitles; 0 and \"\": no such rule.")
      .def_prop_ro(
          "id", [](profile const& p) { return to_str(p.id); }, "What ``profile=`` takes.")
      .def_prop_ro(
          "name", [](profile const& p) { return to_str(p.name); }, "For people.")
      .def_prop_ro(
          "inherits", [](profile const& p) { return to_str(p.inherits); }, "The profile it is based on, or \"\".")
      .def_prop_ro(
          "language", [](profile const& p) { return to_str(p.language); }, "BCP 47; \"\": any.")
      .def_prop_ro(
          "source", [](profile const& p) { return to_str(p.source); }, "Where the rules are written.")
      .def_ro("characters", &profile::characters, "Of a line; full-width ones if ``full_width``.")
      .def_ro("full_width", &profile::full_width, "Whether ``characters`` are full-width ones of East Asia.")
      .def_ro("lines", &profile::lines, "Of a cue.")
      .def_ro("characters_a_second", &profile::characters_a_second, "The fastest that is read.")
      .def_ro("words_a_minute", &profile::words_a_minute, "The same in words.")
      .def_ro("least_duration_ms", &profile::least_duration, "A cue is shown at least so long.")
      .def_ro("most_duration_ms", &profile::most_duration, "And at most so long.")
      .def_prop_ro(
          "least_gap_ms", [](profile const& p) { return p.least_gap(); }, "Between two cues.")
      .def("__repr__", [](profile const& p) { return to_str("<Profile " + p.id + ">"); });
  m.def(
      "profiles",
      [] {
        nb::list out;
        for (auto const& each : profiles()) out.append(nb::cast(each));
        return out;
      },
      nb::sig("def profiles() -> list[Profile]"));
}

void bind_findings(nb::module_& m) {
  nb::class_<py_check_finding>(m, "CheckFinding", nb::is_final(),
                               "A place where a transcript breaks a rule of its profile.")
      .def_prop_ro(
          "rule", [](py_check_finding const& f) { return to_str(f.what.rule->id); }, "\"lines.length\".")
      .def_prop_ro(
          "severity", [](py_check_finding const& f) { return to_str(to_string(f.what.rule->level)); },
          "\"error\", \"warning\" or \"note\".")
      .def_prop_ro(
          "cue", [](py_check_finding const& f) { return f.what.cue; }, "0-based.")
      .def_prop_ro(
          "start_ms", [](py_check_finding const& f) { return f.what.when.start.ms; }, "Of the cue.")
      .def_prop_ro(
          "end_ms", [](py_check_finding const& f) { return f.what.when.end.ms; }, "Of the cue.")
      .def_prop_ro(
          "line", [](py_check_finding const& f) { return place(f).line; }, "In the file it was read from, from 1.")
      .def_prop_ro(
          "column", [](py_check_finding const& f) { return place(f).column; }, "In code points, from 1.")
      .def_prop_ro(
          "message", [](py_check_finding const& f) { return to_str(f.what.message); }, "What is wrong.")
      .def_prop_ro(
          "value", [](py_check_finding const& f) { return to_str(f.what.value); }, "\"54\"; may be \"\".")
      .def_prop_ro(
          "limit", [](py_check_finding const& f) { return to_str(f.what.limit); }, "\"> 42\"; may be \"\".")
      .def_prop_ro(
          "fix", [](py_check_finding const& f) { return to_str(f.what.fix); }, "What to do about it.")
      .def_prop_ro(
          "mended_by_layout", [](py_check_finding const& f) { return f.what.rule->mended; },
          "Whether ``lay_out`` can mend it.")
      .def("__repr__", [](py_check_finding const& f) {
        return to_str("<CheckFinding " + std::string(f.what.rule->id) + ": " + f.what.message + ">");
      });
}

} // namespace

void bind_layout(nb::module_& m) {
  bind_profiles(m);
  bind_findings(m);
  m.def(
      "break_lines",
      [](utf8 const& text, std::optional<utf8> const& lang, std::optional<utf8> const& rules,
         std::optional<int> columns, std::optional<int> lines) {
        auto const language = lang ? lang->text : std::string();
        line_limits limits;
        if (rules) {
          auto const chosen = profile_named(rules->text, language);
          limits = {chosen.columns(), static_cast<std::uint32_t>(chosen.lines), chosen.one_line};
        }
        if ((columns && *columns < 1) || (lines && (*lines < 1 || *lines > 16)))
          fail(error_code::bad_option, "a line has at least 1 character, a cue 1 to 16 lines");
        if (columns) limits.columns = static_cast<std::uint32_t>(*columns);
        if (lines) limits.lines = static_cast<std::uint32_t>(*lines);
        return to_str(without_gil([&] { return line_breaker(limits, language).mark(text.text); }));
      },
      nb::arg("text"), nb::arg("lang").none(), nb::arg("profile").none(), nb::arg("max_cpl").none(),
      nb::arg("max_lines").none(),
      nb::sig("def break_lines(text: str, lang: str | None, profile: str | None, max_cpl: int | None, max_lines: int | "
              "None) -> str"));
  m.def(
      "lay_out",
      [](py_transcript const& talk, utf8 const& rules, std::optional<utf8> const& lang, nb::handle shots, double rate,
         bool inplace) {
        auto const before = talk.of->snapshot();
        layout_options options;
        options.language = language_for(*before, lang);
        auto const chosen = profile_named(rules.text, options.language);
        options.rules = &chosen;
        options.shot_changes = cuts_of(shots);
        options.frame_rate = rate;
        transcript after;
        static_cast<void>(without_gil([&] {
          after = *before;
          return lay_out(after, options).cues_after;
        }));
        if (inplace) {
          talk.of->replace(std::move(after));
          return talk;
        }
        return py_transcript{std::make_shared<document>(std::move(after), *talk.of->diagnostics)};
      },
      nb::arg("talk"), nb::arg("profile"), nb::arg("lang").none(), nb::arg("shot_changes"), nb::arg("frame_rate"),
      nb::arg("inplace"),
      nb::sig("def lay_out(talk: Transcript, profile: str, lang: str | None, shot_changes: object, frame_rate: float, "
              "inplace: bool) "
              "-> Transcript"));
  m.def(
      "check",
      [](py_transcript const& talk, utf8 const& rules, std::optional<utf8> const& lang, nb::handle shots, double rate) {
        auto const text = talk.of->snapshot();
        auto const language = language_for(*text, lang);
        auto const chosen = profile_named(rules.text, language);
        auto cuts = cuts_of(shots);
        auto const met = talk.of->diagnostics;
        auto found = without_gil([&] { return checked_by(*text, chosen, language, std::move(cuts), rate, *met); });
        nb::list out;
        for (auto& each : found) out.append(nb::cast(py_check_finding{std::move(each), text->from}));
        return out;
      },
      nb::arg("talk"), nb::arg("profile"), nb::arg("lang").none(), nb::arg("shot_changes"), nb::arg("frame_rate"),
      nb::sig("def check(talk: Transcript, profile: str, lang: str | None, shot_changes: object, frame_rate: float) -> "
              "list[CheckFinding]"));
  m.def(
      "check_report",
      [](py_transcript const& talk, utf8 const& form, utf8 const& rules, std::optional<utf8> const& lang,
         nb::handle shots, double rate) {
        auto const text = talk.of->snapshot();
        auto const language = language_for(*text, lang);
        auto const chosen = profile_named(rules.text, language);
        auto const wanted = form_of(form.text);
        auto cuts = cuts_of(shots);
        auto const met = talk.of->diagnostics;
        return to_str(without_gil([&] {
          auto const found = checked_by(*text, chosen, language, std::move(cuts), rate, *met);
          std::vector<checked> const files{{text->from ? text->from->name() : "<text>", text.get(), &chosen, found}};
          return report(files, wanted);
        }));
      },
      nb::arg("talk"), nb::arg("form"), nb::arg("profile"), nb::arg("lang").none(), nb::arg("shot_changes"),
      nb::arg("frame_rate"),
      nb::sig("def check_report(talk: Transcript, form: str, profile: str, lang: str | None, shot_changes: object, "
              "frame_rate: "
              "float) -> str"));
}

} // namespace mondegreen::python
