// Cue, Word, Mark and CueNode.
#include "bindings.hpp"
#include "errors.hpp"
#include "rewrite.hpp"

#include <mondegreen/cue.hpp>
#include <mondegreen/cue_tree.hpp>
#include <mondegreen/impl/formats/cue_body.hpp>
#include <mondegreen/impl/text/utf8.hpp>

#include <nanobind/stl/chrono.h>
#include <nanobind/stl/optional.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mondegreen::python {

namespace {

using milliseconds = std::chrono::duration<std::int64_t, std::milli>;
using microseconds = std::chrono::duration<std::int64_t, std::micro>;

struct py_word {
  std::string text;
  interval when;
  float confidence;
};

struct py_mark {
  std::string_view kind;
  std::string value;
  std::string text;
  std::size_t start, end;
};

struct py_node {
  webvtt::cue_node node;
  nb::list children;
};

std::string_view name_of(mark_kind kind) {
  switch (kind) {
  case mark_kind::italic: return "italic";
  case mark_kind::bold: return "bold";
  case mark_kind::underline: return "underline";
  case mark_kind::font: return "font";
  case mark_kind::css_class: return "class";
  case mark_kind::voice: return "voice";
  case mark_kind::language: return "language";
  case mark_kind::ruby: return "ruby";
  case mark_kind::ruby_text: return "ruby_text";
  case mark_kind::time: return "time";
  case mark_kind::placement: return "placement";
  case mark_kind::other: return "other";
  }
  return "other";
}

std::string_view name_of(webvtt::node_kind kind) {
  switch (kind) {
  case webvtt::node_kind::text: return "text";
  case webvtt::node_kind::css_class: return "class";
  case webvtt::node_kind::italic: return "italic";
  case webvtt::node_kind::bold: return "bold";
  case webvtt::node_kind::underline: return "underline";
  case webvtt::node_kind::voice: return "voice";
  case webvtt::node_kind::language: return "language";
  case webvtt::node_kind::ruby: return "ruby";
  case webvtt::node_kind::ruby_text: return "ruby_text";
  case webvtt::node_kind::time: return "time";
  }
  return "text";
}

std::size_t index_of(py_cue const& c) {
  auto const index = c.of->find(c.key);
  if (index == c.of->read().cues.size())
    fail(error_code::bad_option, "this cue is no longer in its transcript: it was taken out");
  return index;
}

cue const& look(py_cue const& c) { return c.of->read().cues[index_of(c)]; }

cue& change(py_cue const& c) {
  auto const index = index_of(c);
  return c.of->change().cues[index];
}

void set_time(py_cue const& c, timestamp interval::*which, std::int64_t ms) {
  if (ms > max_ms || ms < -max_ms) fail(error_code::bad_option, "a time is at most 2**53 ms");
  if (!c.of->read().timed)
    fail(error_code::bad_option, "the transcript has no times: call estimate_times() before you set one");
  (change(c).when.*which).ms = ms;
}

std::int64_t to_ms(microseconds from) {
  auto const half = from.count() < 0 ? -500 : 500;
  return (from.count() + half) / 1000;
}

void set_text(py_cue const& c, utf8 const& to) {
  std::string with;
  with.reserve(to.text.size());
  for (std::size_t i = 0; i < to.text.size(); ++i) {
    bool const carriage_return = to.text[i] == '\r';
    if (carriage_return && i + 1 < to.text.size() && to.text[i + 1] == '\n') continue;
    with += carriage_return ? '\n' : to.text[i];
  }
  if (look(c).text != with) rewrite(change(c), with);
}

/// Where the text of a cue starts in the file; nothing if it came from elsewhere.
std::optional<position> place_of(py_cue const& c) {
  auto const& from = c.of->read().from;
  auto const& one = look(c);
  if (!from) return {};
  if (!one.where.empty()) return from->locate(one.where.runs().front().source.offset);
  if (!one.block.empty()) return from->locate(one.block.offset);
  return {};
}

nb::list words_of(py_cue const& c) {
  nb::list out;
  auto const& from = look(c);
  for (auto const& each : from.words)
    out.append(nb::cast(py_word{std::string(slice(from.text, each.where)), each.when, each.confidence}));
  return out;
}

nb::list marks_of(py_cue const& c) {
  nb::list out;
  auto const& from = look(c);
  for (auto const& each : from.marks) {
    auto const start = impl::count_code_points(std::string_view(from.text).substr(0, each.where.offset));
    auto const inside = slice(from.text, each.where);
    out.append(nb::cast(
        py_mark{name_of(each.kind), each.value, std::string(inside), start, start + impl::count_code_points(inside)}));
  }
  return out;
}

/// A node with the nodes in it: the library's list has them one after the other, each with its depth.
nb::list tree_of(py_cue const& c) {
  auto nodes = webvtt::cue_tree(impl::cue_text_of(c.of->read(), look(c)));
  std::vector<nb::list> open(1);
  for (auto& each : nodes) {
    open.resize(each.depth + 1);
    nb::list children;
    open.back().append(nb::cast(py_node{std::move(each), children}));
    open.push_back(children);
  }
  return open.front();
}

nb::str show(py_cue const& c) {
  auto const index = c.of->find(c.key);
  auto const& all = c.of->read();
  if (index == all.cues.size()) return nb::str("<Cue, taken out>");
  auto const& one = all.cues[index];
  auto const when = all.timed ? " " + to_string(one.when.start) + " --> " + to_string(one.when.end) : std::string();
  return to_str("<Cue " + std::to_string(index) + when + " " + nb::cast<utf8>(nb::repr(to_str(one.text))).text + ">");
}

} // namespace

void bind_cues(nb::module_& m) {
  nb::class_<py_word>(m, "Word", nb::is_final(), "One spoken word with its own time, where the input had one.")
      .def_prop_ro(
          "text", [](py_word const& w) { return to_str(w.text); }, "The word.")
      .def_prop_ro(
          "start_ms", [](py_word const& w) { return w.when.start.ms; }, "Start in milliseconds.")
      .def_prop_ro(
          "end_ms", [](py_word const& w) { return w.when.end.ms; }, "End in milliseconds.")
      .def_prop_ro(
          "start", [](py_word const& w) { return milliseconds(w.when.start.ms); }, "Start.")
      .def_prop_ro(
          "end", [](py_word const& w) { return milliseconds(w.when.end.ms); }, "End.")
      .def_prop_ro(
          "confidence", [](py_word const& w) { return w.confidence; }, "0 to 1, as the recogniser said it.")
      .def("__repr__",
           [](py_word const& w) { return to_str("<Word " + to_string(w.when.start) + " '" + w.text + "'>"); });

  nb::class_<py_mark>(m, "Mark", nb::is_final(), "Markup that stands beside the text of a cue.")
      .def_prop_ro(
          "kind", [](py_mark const& k) { return to_str(k.kind); },
          "``italic``, ``bold``, ``underline``, ``font``, ``class``, ``voice``, ``language``, ``ruby``, ``ruby_text``, "
          "``time``,\n``placement`` or ``other``.")
      .def_prop_ro(
          "value", [](py_mark const& k) { return to_str(k.value); },
          "What belongs to it: the voice's name, the language's tag, the attributes as written.")
      .def_prop_ro(
          "text", [](py_mark const& k) { return to_str(k.text); }, "The marked part of the text.")
      .def_prop_ro(
          "start", [](py_mark const& k) { return k.start; }, "Where it starts in the cue's text.")
      .def_prop_ro(
          "end", [](py_mark const& k) { return k.end; }, "Where it ends: ``cue.text[mark.start:mark.end]``.")
      .def("__repr__", [](py_mark const& k) { return to_str("<Mark " + std::string(k.kind) + " '" + k.text + "'>"); });

  nb::class_<py_node>(m, "CueNode", nb::is_final(), "A node of a cue's text as WebVTT has it: a tag, a time or text.")
      .def_prop_ro(
          "kind", [](py_node const& n) { return to_str(name_of(n.node.kind)); },
          "``text``, ``class``, ``italic``, ``bold``, ``underline``, ``voice``, ``language``, ``ruby``, ``ruby_text`` "
          "or ``time``.")
      .def_prop_ro(
          "value", [](py_node const& n) { return to_str(n.node.value); },
          "The text; of a voice its name, of a language its tag; else empty.")
      .def_prop_ro(
          "classes", [](py_node const& n) { return to_str(n.node.classes); },
          "The classes of the tag, with spaces between them.")
      .def_prop_ro(
          "time_ms",
          [](py_node const& n) -> std::optional<std::int64_t> {
            if (n.node.kind != webvtt::node_kind::time) return {};
            return n.node.when.ms;
          },
          "When what follows is spoken, in milliseconds; None for nodes that are no time.")
      .def_prop_ro(
          "children", [](py_node const& n) { return n.children; }, nb::sig("def children(self) -> list[CueNode]"),
          "The nodes in it.")
      .def("__repr__", [](py_node const& n) {
        auto const what = n.node.kind == webvtt::node_kind::time ? to_string(n.node.when) : n.node.value;
        return to_str("<CueNode " + std::string(name_of(n.node.kind)) + " '" + what + "'>");
      });

  nb::class_<py_cue>(m, "Cue", nb::is_final(),
                     "A cue of a transcript, live: what you set here, the transcript has. It stays the same cue when "
                     "others are\ntaken out; when it is taken out itself, using it raises mondegreen.Error.")
      .def_prop_rw(
          "text", [](py_cue const& c) { return to_str(look(c).text); }, &set_text,
          "Plain text without markup; lines are separated by LF. Marks, word times and the place in the file move\n"
          "along with what stays.")
      .def_prop_rw(
          "start", [](py_cue const& c) { return milliseconds(look(c).when.start.ms); },
          [](py_cue const& c, microseconds to) { set_time(c, &interval::start, to_ms(to)); },
          nb::for_setter(nb::sig("def start(self, arg: datetime.timedelta, /) -> None")),
          "Start on the media clock, to the millisecond.")
      .def_prop_rw(
          "end", [](py_cue const& c) { return milliseconds(look(c).when.end.ms); },
          [](py_cue const& c, microseconds to) { set_time(c, &interval::end, to_ms(to)); },
          nb::for_setter(nb::sig("def end(self, arg: datetime.timedelta, /) -> None")),
          "End on the media clock, to the millisecond.")
      .def_prop_rw(
          "start_ms", [](py_cue const& c) { return look(c).when.start.ms; },
          [](py_cue const& c, std::int64_t to) { set_time(c, &interval::start, to); }, "Start in milliseconds.")
      .def_prop_rw(
          "end_ms", [](py_cue const& c) { return look(c).when.end.ms; },
          [](py_cue const& c, std::int64_t to) { set_time(c, &interval::end, to); }, "End in milliseconds.")
      .def_prop_ro(
          "duration", [](py_cue const& c) { return milliseconds(look(c).when.length().ms); }, "End minus start.")
      .def_prop_rw(
          "speaker",
          [](py_cue const& c) -> std::optional<utf8> {
            auto const who = look(c).speaker;
            if (who == speaker_id::none) return {};
            return utf8{std::string(c.of->read().speaker_name(who))};
          },
          [](py_cue const& c, std::optional<utf8> const& name) {
            auto const index = index_of(c);
            auto& all = c.of->change();
            all.cues[index].speaker = !name || name->text.empty() ? speaker_id::none : all.speaker(name->text);
          },
          nb::for_setter(nb::arg("name").none()), "Name of who speaks; None: not known.")
      .def_prop_rw(
          "id", [](py_cue const& c) { return to_str(look(c).id); },
          [](py_cue const& c, utf8 const& to) { change(c).id = to.text; },
          "SRT number or WebVTT identifier as written; may be empty.")
      .def_prop_rw(
          "settings", [](py_cue const& c) { return to_str(look(c).settings); },
          [](py_cue const& c, utf8 const& to) { change(c).settings = to.text; },
          "What stands behind the times on the arrow line, as written; may be empty.")
      .def_prop_ro("words", &words_of, nb::sig("def words(self) -> list[Word]"),
                   "The words that have times of their own; empty where the input had none.")
      .def_prop_ro("marks", &marks_of, nb::sig("def marks(self) -> list[Mark]"), "The markup beside the text.")
      .def_prop_ro("tree", &tree_of, nb::sig("def tree(self) -> list[CueNode]"),
                   "The text with its markup as the tree browsers make of it, by the WebVTT specification.")
      .def_prop_ro("index", &index_of, "Index in the transcript as it is now, from 0.")
      .def_prop_ro(
          "line",
          [](py_cue const& c) -> std::optional<std::uint32_t> {
            auto const at = place_of(c);
            return at ? std::optional(at->line) : std::nullopt;
          },
          "Line of the file where the text starts, from 1; None for a cue that comes from no file.")
      .def_prop_ro(
          "column",
          [](py_cue const& c) -> std::optional<std::uint32_t> {
            auto const at = place_of(c);
            return at ? std::optional(at->column) : std::nullopt;
          },
          "Column where the text starts, from 1, in code points; None for a cue that comes from no file.")
      .def(
          "__eq__",
          [](py_cue const& a, nb::handle other) {
            if (!nb::isinstance<py_cue>(other)) return false;
            auto const& b = nb::cast<py_cue const&>(other);
            return a.of == b.of && a.key == b.key;
          },
          nb::sig("def __eq__(self, other: object, /) -> bool"), "True for the same cue of the same transcript.")
      .def("__hash__",
           [](py_cue const& c) {
             return (std::hash<document const*>()(c.of.get()) ^ std::hash<std::uint64_t>()(c.key)) >> 1U;
           })
      .def("__repr__", &show);
}

} // namespace mondegreen::python
