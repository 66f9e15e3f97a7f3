// clean, the rules, and rules written in Python.
#include "bindings.hpp"
#include "errors.hpp"

#include <mondegreen/impl/text/utf8.hpp>
#include <mondegreen/ledger_file.hpp>
#include <mondegreen/pipeline.hpp>
#include <mondegreen/rule.hpp>
#include <mondegreen/spelling.hpp>

#include <nanobind/stl/optional.h>

#include <algorithm>
#include <deque>
#include <exception>
#include <optional>
#include <string>

namespace mondegreen::python {

namespace {

/// A rule written in Python, as `rule::own`.
struct own_rule {
  std::string id;
  nb::object apply;
  std::exception_ptr& failure; ///< of all rules of a run: what one has raised; the others then do nothing
};

/// What a rule in Python wants changed: code points of the text it saw.
struct finding {
  std::size_t start, end;
  std::string with;
  edit_status status = edit_status::applied;
};

edit_status status_of(std::string const& name, std::string const& rule) {
  for (auto const each : {edit_status::applied, edit_status::suggested, edit_status::reported})
    if (to_string(each) == name) return each;
  fail(error_code::bad_option,
       "rule '" + rule + "': a status is 'applied', 'suggested' or 'reported', not '" + name + "'");
}

Py_ssize_t index_of(nb::handle from) {
  Py_ssize_t out = 0;
  if (!nb::try_cast(from, out)) throw nb::type_error("the start and end of a finding are int");
  return out;
}

std::vector<finding> findings_of(own_rule const& rule, std::string const& text) {
  std::vector<finding> out;
  for (nb::handle each : nb::iter(rule.apply(to_str(text)))) {
    nb::tuple const one(nb::borrow(each));
    if (one.size() != 3 && one.size() != 4)
      fail(error_code::bad_option,
           "rule '" + rule.id + "': a finding is (start, end, replacement) or (start, end, replacement, status)");
    auto const start = index_of(one[0]);
    auto const end = index_of(one[1]);
    auto const length = static_cast<Py_ssize_t>(impl::count_code_points(text));
    if (start < 0 || start > end || end > length)
      fail(error_code::bad_option, "rule '" + rule.id + "': " + std::to_string(start) + ":" + std::to_string(end) +
                                       " is not in the text, which has " + std::to_string(length) + " characters");
    finding found{static_cast<std::size_t>(start), static_cast<std::size_t>(end), text_of(one[2])};
    if (one.size() == 4) found.status = status_of(text_of(one[3]), rule.id);
    out.push_back(std::move(found));
  }
  std::stable_sort(out.begin(), out.end(), [](finding const& a, finding const& b) {
    return a.start != b.start ? a.start < b.start : a.end < b.end;
  });
  for (std::size_t i = 1; i < out.size(); ++i)
    if (out[i].start < out[i - 1].end)
      fail(error_code::bad_option,
           "rule '" + rule.id + "': two findings overlap at character " + std::to_string(out[i].start));
  return out;
}

void run_at(editor& text, place where, own_rule const& rule) {
  auto const before = text.at(where).text;
  auto const findings = findings_of(rule, before);
  // Code points to bytes, in one walk.
  std::vector<span> bytes(findings.size());
  std::size_t at = 0, count = 0;
  auto const reach = [&](std::size_t code_point) {
    for (; count < code_point; ++count) at += impl::decode_at(before, at).length;
    return static_cast<std::uint32_t>(at);
  };
  for (std::size_t i = 0; i < findings.size(); ++i) {
    auto const start = reach(findings[i].start);
    bytes[i] = {start, reach(findings[i].end) - start};
  }
  // From the end, so that what stands before keeps its place.
  for (std::size_t i = findings.size(); i-- > 0;) {
    if (findings[i].status == edit_status::reported)
      text.report(where, bytes[i], {.status = edit_status::reported});
    else
      text.replace(where, bytes[i], findings[i].with, {.status = findings[i].status});
  }
}

void run_own_rule(editor& text, rule_context const&, void* own) {
  auto& rule = *static_cast<own_rule*>(own);
  if (rule.failure) return;
  nb::gil_scoped_acquire const held;
  try {
    for (std::uint32_t i = 0; i < text.text().metadata.size(); ++i) run_at(text, {place::part::metadata, i}, rule);
    for (std::uint32_t i = 0; i < text.text().cues.size(); ++i)
      if (place const here{place::part::cue, i}; !text.removed(here)) run_at(text, here, rule);
  } catch (...) {
    rule.failure = std::current_exception();
  }
}

/// Runs last and notes which cues the rules took out; changes nothing.
void note_removed(editor& text, rule_context const&, void* own) {
  auto& gone = *static_cast<std::vector<bool>*>(own);
  gone.resize(text.text().cues.size());
  for (std::uint32_t i = 0; i < gone.size(); ++i) gone[i] = text.removed({place::part::cue, i});
}

void check_ids(std::vector<std::string> const& asked, std::deque<own_rule> const& own) {
  for (auto const& id : asked) {
    auto const mine = std::any_of(own.begin(), own.end(), [&](own_rule const& each) { return each.id == id; });
    if (mine || names_rules(id)) continue;
    std::string known;
    for (auto const& each : rules()) known.append(known.empty() ? "" : ", ").append(each.id);
    fail(error_code::unknown_rule, "no rule is called '" + id + "'; there are: " + known);
  }
}

wording wording_of(utf8 const& profile) {
  if (auto const found = find_wording(profile.text)) return *found;
  fail(error_code::bad_option, "profile is 'strict', 'clean' or 'fluent', not '" + profile.text + "'");
}

/// {"typography.marks": {"no-break": "ascii"}}
std::vector<rule_setting> settings_of(nb::handle from) {
  std::vector<rule_setting> out;
  for (auto const& [rule, options] : nb::cast<nb::dict>(from))
    for (auto const& [option, value] : nb::cast<nb::dict>(options)) {
      out.push_back({text_of(rule), text_of(option), text_of(value)});
      auto const wrong = check_setting(out.back());
      if (!wrong.empty()) fail(error_code::bad_option, "settings: " + wrong);
    }
  return out;
}

/// Edits that were looked through, from the lines of a ledger, as places in the text of a transcript.
ledger reviewed_edits(transcript const& of, std::string_view lines) {
  if (!of.from) {
    if (lines.empty()) return {};
    fail(error_code::bad_option, "the transcript was made by hand: there is no text that edits could be of");
  }
  auto reviewed = read_ledger(lines, *of.from, "<review>");
  if (!reviewed) fail(reviewed.failure().code, reviewed.failure().message);
  return std::move(*reviewed);
}

nb::list not_followed_python(py_transcript const& talk, utf8 const& review, nb::handle done) {
  auto const from = talk.of->snapshot();
  auto const reviewed = reviewed_edits(*from, review.text);
  ledger edits;
  for (nb::handle each : nb::iter(done)) {
    if (!nb::isinstance<py_edit>(each)) throw nb::type_error("expected edits");
    edits.push_back(nb::cast<py_edit const&>(each).what);
  }
  ledger out;
  for (auto const* each : not_followed(reviewed, edits)) out.push_back(*each);
  return to_list(std::move(out), from->from);
}

std::pair<py_transcript, nb::list> clean_python(py_transcript const& talk, std::optional<names> const& known,
                                                std::optional<utf8> const& lang, utf8 const& context, nb::handle only,
                                                nb::handle skip, nb::handle also, utf8 const& profile,
                                                nb::handle settings, utf8 const& apply, nb::handle rules, bool inplace,
                                                bool mine, utf8 const& review,
                                                std::optional<spelling> const& dictionaries) {
  std::exception_ptr failure;
  std::deque<own_rule> own; // a deque, for `rule::own` points into it
  for (nb::handle each : nb::iter(rules)) {
    auto const id = text_of(each.attr("id"));
    if (id.empty() || find_rule(id) != nullptr)
      fail(error_code::bad_option, id.empty() ? "a rule needs an id" : "there is a rule called '" + id + "' already");
    own.push_back({id, each.attr("apply"), failure});
  }
  clean_options options;
  options.names = known ? &*known : nullptr;
  if (lang) options.language = lang->text;
  options.context = context.text;
  options.mine = mine;
  if (dictionaries) options.spelling = *dictionaries;
  options.only = strings(only, "only");
  options.skip = strings(skip, "skip");
  options.also = strings(also, "also");
  options.how = wording_of(profile);
  options.settings = settings_of(settings);
  options.apply = policy_of(apply);
  check_ids(options.only, own);
  check_ids(options.skip, own);
  check_ids(options.also, own);
  std::vector<rule> all;
  all.reserve(own.size() + 1);
  for (auto& each : own) all.push_back({.id = each.id, .apply = run_own_rule, .own = &each});
  std::vector<bool> gone;
  all.push_back({.id = "mondegreen.removed", .apply = note_removed, .own = &gone});
  options.own_rules = all;

  auto const before = talk.of->snapshot();
  auto const reviewed = reviewed_edits(*before, review.text);
  options.reviewed = reviewed;
  transcript after;
  auto edits = without_gil([&] {
    after = *before;
    return clean(after, options);
  });
  if (failure) std::rethrow_exception(failure);
  auto done = talk;
  if (inplace)
    talk.of->replace(std::move(after), gone);
  else
    done = {std::make_shared<document>(std::move(after), *talk.of->diagnostics)};
  return {done, to_list(std::move(edits), before->from)};
}

} // namespace

void bind_cleaning(nb::module_& m) {
  nb::class_<rule>(m, "RuleInfo", nb::is_final(), "A cleaning rule of the library.")
      .def_prop_ro(
          "id", [](rule const& r) { return to_str(r.id); }, "What ``only=``, ``skip=`` and ``also=`` take.")
      .def_prop_ro(
          "group", [](rule const& r) { return to_str(r.group); },
          "The group it is of; ``only=`` and ``skip=`` take that, too.")
      .def_prop_ro(
          "profile", [](rule const& r) { return to_str(to_string(r.from)); }, "The first profile that runs it.")
      .def_prop_ro(
          "summary", [](rule const& r) { return to_str(r.summary); }, "What it does, in a line.")
      .def_prop_ro(
          "languages", [](rule const& r) { return to_str(r.languages); },
          "Codes of the languages it is for, separated by spaces; empty: any.")
      .def_prop_ro(
          "on_by_default", [](rule const& r) { return r.on_by_default; }, "Whether it runs unless asked not to.")
      .def("__repr__", [](rule const& r) { return to_str("<RuleInfo " + std::string(r.id) + ">"); });

  m.def(
      "rules",
      [] {
        nb::list out;
        for (auto const& each : rules()) out.append(nb::cast(each));
        return out;
      },
      nb::sig("def rules() -> list[RuleInfo]"));
  m.def(
      "not_followed", &not_followed_python, nb::arg("talk"), nb::arg("review"), nb::arg("edits"),
      nb::sig("def not_followed(talk: Transcript, review: str, edits: collections.abc.Iterable[Edit]) -> list[Edit]"));
  m.def(
      "clean",
      [](py_transcript const& talk, std::optional<names> const& known, std::optional<utf8> const& lang,
         utf8 const& context, nb::handle only, nb::handle skip, nb::handle also, utf8 const& profile,
         nb::handle settings, utf8 const& apply, nb::handle rules, bool inplace, bool mine, utf8 const& review,
         std::optional<spelling> const& dictionaries) {
        auto [cleaned, edits] = clean_python(talk, known, lang, context, only, skip, also, profile, settings, apply,
                                             rules, inplace, mine, review, dictionaries);
        return nb::make_tuple(std::move(cleaned), edits);
      },
      nb::arg("talk"), nb::arg("names").none(), nb::arg("lang").none(), nb::arg("context"), nb::arg("only"),
      nb::arg("skip"), nb::arg("also"), nb::arg("profile"), nb::arg("settings"), nb::arg("apply"), nb::arg("rules"),
      nb::arg("inplace"), nb::arg("mine"), nb::arg("review"), nb::arg("spelling").none(),
      nb::sig("def clean(talk: Transcript, names: Names | None, lang: str | None, context: str, only: object, skip: "
              "object, also: object, profile: str, settings: object, apply: str, rules: object, inplace: bool, mine: "
              "bool, review: str, spelling: Spelling | None) -> "
              "tuple[Transcript, list[Edit]]"));
}

} // namespace mondegreen::python
