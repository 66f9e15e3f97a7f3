// Name and Names.
#include "bindings.hpp"
#include "errors.hpp"

#include <mondegreen/decode.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/names.hpp>
#include <mondegreen/phonetics.hpp>
#include <mondegreen/spelling.hpp>

#include <nanobind/stl/optional.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mondegreen::python {

namespace {

std::string_view name_of(name_policy policy) {
  switch (policy) {
  case name_policy::automatic: return "auto";
  case name_policy::review: return "review";
  case name_policy::never: return "never";
  }
  return "auto";
}

name_policy name_policy_of(std::string_view text) {
  if (text == "auto") return name_policy::automatic;
  if (text == "review") return name_policy::review;
  if (text == "never") return name_policy::never;
  fail(error_code::bad_option, "a name's policy is 'auto', 'review' or 'never', not '" + std::string(text) + "'");
}

void make_name(name* at, utf8 const& form, nb::handle heard_as, utf8 const& type, utf8 const& language,
               nb::handle context, nb::handle not_context, utf8 const& policy) {
  name made;
  made.form = form.text;
  if (made.form.find_first_not_of(" \t\n") == std::string::npos) fail(error_code::bad_option, "a name cannot be empty");
  made.heard_as = strings(heard_as, "heard_as");
  made.type = type.text;
  made.language = language.text;
  made.context = strings(context, "context");
  made.not_context = strings(not_context, "not_context");
  made.policy = name_policy_of(policy);
  new (at) name(std::move(made));
}

void make_names(names* at, nb::handle list) {
  if (PyUnicode_Check(list.ptr()))
    throw nb::type_error("Names takes several names, as Names([\"Scaleway\"]); for the text of a names file there is "
                         "Names.parse, for a file Names.load");
  std::vector<name> all;
  for (nb::handle each : nb::iter(list)) {
    if (nb::isinstance<name>(each)) {
      all.push_back(nb::cast<name const&>(each));
      continue;
    }
    all.emplace_back().form = text_of(each);
    if (all.back().form.find_first_not_of(" \t\n") == std::string::npos)
      fail(error_code::bad_option, "a name cannot be empty");
  }
  new (at) names(std::move(all));
}

names parse(nb::handle text, utf8 const& called) {
  auto decoded_as = [&](std::string_view bytes, std::string_view encoding) {
    return value_of(without_gil([&]() -> result<names> {
      auto read = decode(bytes, called, encoding);
      if (!read) return read.failure();
      return names::parse(read->text);
    }));
  };
  if (nb::isinstance<nb::bytes>(text)) {
    auto const bytes = nb::cast<nb::bytes>(text);
    return decoded_as({static_cast<char const*>(bytes.data()), bytes.size()}, {});
  }
  return decoded_as(text_of(text), "UTF-8");
}

/// A text repaired, with the source its edits speak of.
struct outcome {
  repaired what;
  source_ptr in;
};

outcome repair_one(names const& known, std::string const& text, repair_options const& options) {
  return {known.repair(text, options), make_source(text)};
}

repair_options options_of(std::optional<utf8> const& lang, utf8 const& context, utf8 const& apply,
                          std::optional<spelling> const& dictionaries) {
  return {.language = lang ? lang->text : std::string(),
          .context = context.text,
          .apply = policy_of(apply),
          .spelling = dictionaries.value_or(spelling())};
}

utf8 repair(names const& known, utf8 const& text, std::optional<utf8> const& lang, utf8 const& context,
            utf8 const& apply, std::optional<spelling> const& dictionaries) {
  // A copy shares the immutable state: `merge` on another thread cannot change it under a repair.
  auto const with = known;
  auto const options = options_of(lang, context, apply, dictionaries);
  return without_gil([&] { return utf8{with.repair(text.text, options).text}; });
}

nb::list repair_all(names const& known, nb::handle texts, std::optional<utf8> const& lang, utf8 const& context,
                    utf8 const& apply, std::optional<spelling> const& dictionaries) {
  auto const with = known;
  auto const options = options_of(lang, context, apply, dictionaries);
  auto const from = strings(texts, "repair");
  return to_list(without_gil([&] {
    std::vector<std::string> done;
    done.reserve(from.size());
    for (auto const& each : from) done.push_back(with.repair(each, options).text);
    return done;
  }));
}

nb::list find_edits(names const& known, utf8 const& text, std::optional<utf8> const& lang, utf8 const& context,
                    utf8 const& apply, std::optional<spelling> const& dictionaries) {
  auto const with = known;
  auto const options = options_of(lang, context, apply, dictionaries);
  auto done = without_gil([&] { return repair_one(with, text.text, options); });
  return to_list(std::move(done.what.edits), done.in);
}

std::vector<mined_name> mined(py_transcript const& talk, std::optional<utf8> const& lang, utf8 const& context,
                              bool speech) {
  mine_options options{.language = lang ? lang->text : std::string(), .speech = speech};
  if (!context.text.empty()) options.page = make_source(context.text, "<context>");
  auto const from = talk.of->snapshot();
  return without_gil([&] { return mine(*from, options); });
}

nb::list mine_python(py_transcript const& talk, std::optional<utf8> const& lang, utf8 const& context, bool speech) {
  nb::list out;
  for (auto& each : mined(talk, lang, context, speech)) out.append(nb::cast(std::move(each)));
  return out;
}

names mine_names(py_transcript const& talk, std::optional<utf8> const& lang, utf8 const& context, bool speech) {
  std::vector<name> all;
  for (auto& each : mined(talk, lang, context, speech)) all.push_back(std::move(each.what));
  return names(std::move(all));
}

utf8 names_file(nb::handle list, utf8 const& form) {
  if (form.text != "tsv" && form.text != "plain")
    fail(error_code::bad_option, "a names file is 'tsv' or 'plain', not '" + form.text + "'");
  std::vector<mined_name> all;
  for (nb::handle each : nb::iter(list)) all.push_back(nb::cast<mined_name const&>(each));
  return {write_names(all, form.text == "plain" ? names_form::plain : names_form::table)};
}

nb::list explain(names const& known, nb::handle text, std::optional<utf8> const& name, std::optional<utf8> const& lang,
                 utf8 const& context, bool mine, std::optional<spelling> const& dictionaries) {
  auto const with = known;
  auto options = options_of(lang, context, {"auto"}, dictionaries);
  options.mine = mine;
  auto const only = name ? name->text : std::string();
  std::vector<name_case> cases;
  if (nb::isinstance<py_transcript>(text)) {
    auto const from = nb::cast<py_transcript const&>(text).of->snapshot();
    cases = without_gil([&] { return with.explain(*from, options, only); });
  } else {
    auto const plain = text_of(text);
    cases = without_gil([&] { return with.explain(std::string_view(plain), options, only); });
  }
  nb::list out;
  for (auto& each : cases) out.append(nb::cast(std::move(each)));
  return out;
}

nb::list all_names(names const& known) {
  nb::list out;
  for (auto const& each : known.all()) out.append(nb::cast(each));
  return out;
}

} // namespace

void bind_names(nb::module_& m) {
  nb::class_<name>(m, "Name", nb::is_final(),
                   "One name: how it is written, and what is known about it. ``heard_as`` lists known mishearings, "
                   "which are always\nrepaired; ``type`` is free text (person, org, place …); ``language`` says how to "
                   "read it aloud; ``context`` and\n``not_context`` are words that make it likely or unlikely nearby; "
                   "``policy`` is ``auto`` (repair what is sure),\n``review`` (only suggest) or ``never``.")
      .def("__init__", &make_name, nb::arg("form"), nb::arg("heard_as") = nb::tuple(), nb::kw_only(),
           nb::arg("type") = "", nb::arg("language") = "", nb::arg("context") = nb::tuple(),
           nb::arg("not_context") = nb::tuple(), nb::arg("policy") = "auto",
           nb::sig("def __init__(self, form: str, heard_as: collections.abc.Iterable[str] = (), *, type: str = '', "
                   "language: str = '', context: collections.abc.Iterable[str] = (), not_context: "
                   "collections.abc.Iterable[str] = (), policy: typing.Literal['auto', 'review', 'never'] = 'auto') -> "
                   "None"))
      .def_prop_ro(
          "form", [](name const& n) { return to_str(n.form); }, "As it is to be written.")
      .def_prop_ro(
          "heard_as", [](name const& n) { return nb::tuple(to_list(n.heard_as)); },
          nb::sig("def heard_as(self) -> tuple[str, ...]"), "Known mishearings.")
      .def_prop_ro(
          "type", [](name const& n) { return to_str(n.type); }, "What it is a name of.")
      .def_prop_ro(
          "language", [](name const& n) { return to_str(n.language); }, "Its language; empty: the text's.")
      .def_prop_ro(
          "context", [](name const& n) { return nb::tuple(to_list(n.context)); },
          nb::sig("def context(self) -> tuple[str, ...]"), "Words that make it likely nearby.")
      .def_prop_ro(
          "not_context", [](name const& n) { return nb::tuple(to_list(n.not_context)); },
          nb::sig("def not_context(self) -> tuple[str, ...]"), "Words that make it unlikely nearby.")
      .def_prop_ro(
          "policy", [](name const& n) { return to_str(name_of(n.policy)); },
          nb::sig("def policy(self) -> typing.Literal['auto', 'review', 'never']"), "What may be done.")
      .def("__repr__", [](name const& n) { return to_str("<Name '" + n.form + "'>"); });

  nb::class_<mined_name>(m, "MinedName", nb::is_final(),
                         "A name that a page or a transcript shows by itself, and what speaks for it.")
      .def_prop_ro(
          "name", [](mined_name const& n) { return n.what; },
          "Form, type and context; under review where only the speech has it.")
      .def_prop_ro(
          "form", [](mined_name const& n) { return to_str(n.what.form); }, "As it stands there.")
      .def_prop_ro(
          "type", [](mined_name const& n) { return to_str(n.what.type); },
          "person, org, event or place; empty where the text does not show it.")
      .def_prop_ro(
          "found_in", [](mined_name const& n) { return to_str(n.found_in); },
          "title, description, speaker, page …; text: only in the speech.")
      .def_prop_ro(
          "file", [](mined_name const& n) { return to_str(n.in ? n.in->name() : std::string()); },
          "What its line counts in; empty for a transcript made by hand.")
      .def_prop_ro(
          "line", [](mined_name const& n) { return n.at.line; }, "Of its first place, from 1.")
      .def_prop_ro(
          "column", [](mined_name const& n) { return n.at.column; }, "The same, in code points, from 1.")
      .def_prop_ro(
          "on_page", [](mined_name const& n) { return n.on_page; }, "How often it stands in what people wrote.")
      .def_prop_ro(
          "in_text", [](mined_name const& n) { return n.in_text; }, "How often in the speech, spelled so.")
      .def_prop_ro(
          "why", [](mined_name const& n) { return to_str(n.why); }, "What gave it away.")
      .def_prop_ro(
          "alike", [](mined_name const& n) { return nb::tuple(to_list(n.alike)); },
          nb::sig("def alike(self) -> tuple[str, ...]"), "Other spellings of the speech with its letters or its sound.")
      .def("__repr__", [](mined_name const& n) { return to_str("<MinedName '" + n.what.form + "'>"); });

  nb::class_<name_case>(
      m, "NameCase", nb::is_final(),
      "Words that may be a misheard name, and all that decided about them; ``str()`` tells it in words.")
      .def_prop_ro(
          "line", [](name_case const& c) { return c.at.line; }, "Of the first word, from 1.")
      .def_prop_ro(
          "column", [](name_case const& c) { return c.at.column; }, "The same, in code points, from 1.")
      .def_prop_ro(
          "cue", [](name_case const& c) { return c.cue; }, nb::sig("def cue(self) -> int | None"),
          "Index of the cue; None for plain text and metadata.")
      .def_prop_ro(
          "before", [](name_case const& c) { return to_str(c.before); }, "What stands there.")
      .def_prop_ro(
          "after", [](name_case const& c) { return to_str(c.after); }, "The name as it would be written.")
      .def_prop_ro(
          "name", [](name_case const& c) { return to_str(c.name); }, "The name it comes from.")
      .def_prop_ro(
          "outcome", [](name_case const& c) { return to_str(to_string(c.outcome)); },
          "applied, suggested, unlikely, outdone, dropped; of one name also standing and nearest.")
      .def_prop_ro(
          "confidence", [](name_case const& c) { return c.confidence; }, "0 to 1.")
      .def_prop_ro(
          "distance", [](name_case const& c) { return c.distance; }, "Of the sounds, per phone; 0 for the same.")
      .def_prop_ro(
          "phones",
          [](name_case const& c) {
            nb::list out;
            for (auto const& each : c.phones)
              out.append(nb::make_tuple(to_str(each.heard), to_str(each.name), each.cost));
            return out;
          },
          nb::sig("def phones(self) -> list[tuple[str, str, float]]"),
          "Both sounds phone by phone: heard, name, cost. Empty: that side has nothing.")
      .def_prop_ro(
          "gates",
          [](name_case const& c) {
            nb::list out;
            for (auto const& each : c.gates) out.append(nb::make_tuple(to_str(each.what), each.passed));
            return out;
          },
          nb::sig("def gates(self) -> list[tuple[str, bool]]"), "What it had to pass, and whether it did.")
      .def_prop_ro(
          "clues",
          [](name_case const& c) {
            nb::list out;
            for (auto const& each : c.clues) out.append(nb::make_tuple(to_str(each.id), to_str(each.why), each.worth));
            return out;
          },
          nb::sig("def clues(self) -> list[tuple[str, str, float]]"),
          "What speaks for and against it: id, in words, worth in logits.")
      .def(
          "to_json", [](name_case const& c) { return to_str(to_json(c)); },
          "One JSON object, as the command prints it.")
      .def("__str__", [](name_case const& c) { return to_str(describe(c)); })
      .def("__repr__", [](name_case const& c) {
        return to_str("<NameCase '" + c.before + "' as '" + c.after + "': " + std::string(to_string(c.outcome)) + ">");
      });

  m.def("mine", &mine_python, nb::arg("talk"), nb::arg("lang").none(), nb::arg("context"), nb::arg("speech"),
        nb::sig("def mine(talk: Transcript, lang: str | None, context: str, speech: bool) -> list[MinedName]"));
  m.def("names_file", &names_file, nb::arg("mined"), nb::arg("form"),
        nb::sig("def names_file(mined: collections.abc.Iterable[MinedName], form: str) -> str"));

  m.def(
      "sound",
      [](utf8 const& word, utf8 const& lang) {
        std::vector<std::string> out;
        for (auto const& each : readings(word, lang)) out.push_back(ipa(each));
        return to_list(out);
      },
      nb::arg("word"), nb::arg("lang"), nb::sig("def sound(word: str, lang: str) -> list[str]"));

  nb::class_<names>(m, "Names", nb::is_final(),
                    "Names to repair a transcript with: ``Names([\"Scaleway\", Name(\"Yann LeCun\", [\"Yann "
                    "Lequin\"])])``, or\n``Names.load(\"names.tsv\")``. Safe to use from many threads.")
      .def("__init__", &make_names, nb::arg("names") = nb::tuple(),
           nb::sig("def __init__(self, names: collections.abc.Iterable[str | Name] = ()) -> None"))
      .def_static(
          "load",
          [](path const& from) { return value_of(without_gil([&] { return names::load(from.bytes); }), from.bytes); },
          nb::arg("path"),
          "Reads a names file: plain text (``Right: wrong | wrong``, a name a line, ``#`` comments) or TSV/CSV with a "
          "header;\nor what ``save`` wrote, which opens at once.\n\nMistakes in it are ``diagnostics``, the rest "
          "loads. Raises OSError where it cannot be read, Error where a saved "
          "file is\ndamaged or from another version.")
      .def_static("parse", &parse, nb::arg("text"), nb::arg("name") = "<names>",
                  nb::sig("def parse(text: str | bytes, name: str = '<names>') -> Names"),
                  "The same from the text of a names file; ``name`` is what diagnostics call it.")
      .def_static("mine", &mine_names, nb::arg("talk"), nb::kw_only(), nb::arg("lang") = nb::none(),
                  nb::arg("context") = "", nb::arg("speech") = true,
                  nb::sig("def mine(talk: Transcript, *, lang: str | None = None, context: str = '', speech: bool = "
                          "True) -> Names"),
                  "The names a transcript and its page show: see the function ``mine``, which also says where. Look "
                  "through them\nbefore you repair with them.")
      .def(
          "build",
          [](nb::handle self, nb::args const& lang) {
            auto const with = nb::cast<names const&>(self);
            auto codes = strings(lang, "build");
            for (auto const& each : codes)
              if (find_language(each) == nullptr)
                fail(error_code::unknown_language, "'" + each + "' is no language we know");
            without_gil([&] {
              with.build(codes);
              return true;
            });
            return nb::borrow(self);
          },
          nb::arg("lang"), nb::sig("def build(self, *lang: str) -> Names"),
          "Builds the index for these languages of the speech now, not at the first text; returns the same names. A "
          "million names\ntake some seconds a language.")
      .def(
          "save",
          [](names const& known, path const& to) {
            auto const with = known;
            value_of(without_gil([&] { return with.save(to.bytes); }), to.bytes);
          },
          nb::arg("path"), nb::sig("def save(self, path: str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> None"),
          "Writes the names with every index built so far, for ``load`` to open at once: "
          "``Names.load(\"names.tsv\")\n.build(\"fr\").save(\"names.mgx\")``. The file appears whole or not at all.")
      .def("repair", &repair, nb::arg("text"), nb::kw_only(), nb::arg("lang") = nb::none(), nb::arg("context") = "",
           nb::arg("apply") = "auto", nb::arg("spelling") = nb::none(),
           nb::sig("def repair(self, text: str, *, lang: str | None = None, context: str = '', apply: "
                   "typing.Literal['auto', 'all', 'none'] = 'auto', spelling: Spelling | None = None) -> str"),
           "A text with its names repaired. ``lang`` is the language of the speech (None: detected), ``context`` text "
           "of the\npage, whose names count as evidence. What ``spelling`` knows is an ordinary word; in a language "
           "without a list of\nordinary words, as Portuguese, names in lower case are repaired only with it.")
      .def("repair", &repair_all, nb::arg("texts"), nb::kw_only(), nb::arg("lang") = nb::none(),
           nb::arg("context") = "", nb::arg("apply") = "auto", nb::arg("spelling") = nb::none(),
           nb::sig("def repair(self, texts: collections.abc.Iterable[str], *, lang: str | None = None, context: str = "
                   "'', apply: typing.Literal['auto', 'all', 'none'] = 'auto', spelling: Spelling | None = None) -> "
                   "list[str]"),
           "A list of texts, each repaired for itself.")
      .def("edits", &find_edits, nb::arg("text"), nb::kw_only(), nb::arg("lang") = nb::none(), nb::arg("context") = "",
           nb::arg("apply") = "auto", nb::arg("spelling") = nb::none(),
           nb::sig("def edits(self, text: str, *, lang: str | None = None, context: str = '', apply: "
                   "typing.Literal['auto', 'all', 'none'] = 'auto', spelling: Spelling | None = None) -> list[Edit]"),
           "What ``repair`` does to a text and why, and what it only suggests.")
      .def("explain", &explain, nb::arg("text"), nb::arg("name") = nb::none(), nb::kw_only(),
           nb::arg("lang") = nb::none(), nb::arg("context") = "", nb::arg("mine") = false,
           nb::arg("spelling") = nb::none(),
           nb::sig("def explain(self, text: str | Transcript, name: str | None = None, *, lang: str | None = None, "
                   "context: str = '', mine: bool = False, spelling: Spelling | None = None) -> list[NameCase]"),
           "Every place that may be a misheard name, with what decided about it, those left alone too. With ``name``, "
           "in the list\nor not, of that one: also where it stands as it should and, if nothing was taken for it, what "
           "comes nearest.\nWith ``mine`` names of the page of a transcript, too, as ``clean`` repairs with them.")
      .def("merge", &names::merge, nb::arg("other"),
           "Adds the names of another list; the first entry of a form wins, mishearings are joined.")
      .def_prop_ro(
          "diagnostics",
          [](names const& n) {
            auto const found = n.diagnostics();
            return to_list(std::vector<diagnostic>(found.begin(), found.end()), n.from());
          },
          nb::sig("def diagnostics(self) -> list[Diagnostic]"), "What was wrong with the names file.")
      .def("__len__", [](names const& n) { return n.size(); })
      .def(
          "__iter__", [](names const& n) { return nb::iter(all_names(n)); },
          nb::sig("def __iter__(self) -> collections.abc.Iterator[Name]"))
      .def(
          "__contains__",
          [](names const& n, utf8 const& form) {
            return std::any_of(n.all().begin(), n.all().end(),
                               [&](name const& each) { return each.form == form.text; });
          },
          nb::arg("form"), "True for a name written exactly so.")
      .def("__repr__", [](names const& n) { return to_str("<Names, " + std::to_string(n.size()) + ">"); });
}

} // namespace mondegreen::python
