// Transcript and KeptBlock.
#include "bindings.hpp"
#include "errors.hpp"
#include "retiming.hpp"

#include <mondegreen/format.hpp>
#include <mondegreen/layout.hpp>

#include <nanobind/stl/optional.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

namespace mondegreen::python {

namespace {

struct py_kept {
  kept_block what;
  source_ptr in;
};

std::string_view name_of(kept_kind kind) {
  switch (kind) {
  case kept_kind::chrome: return "chrome";
  case kept_kind::header: return "header";
  case kept_kind::note: return "note";
  case kept_kind::style: return "style";
  case kept_kind::region: return "region";
  case kept_kind::blank: return "blank";
  case kept_kind::unknown: return "unknown";
  }
  return "unknown";
}

std::size_t checked(py_transcript const& t, Py_ssize_t index) {
  auto const size = static_cast<Py_ssize_t>(t.of->read().cues.size());
  if (index < 0) index += size;
  if (index < 0 || index >= size) throw nb::index_error("there is no cue of that index");
  return static_cast<std::size_t>(index);
}

nb::list all_cues(py_transcript const& t) {
  nb::list out;
  for (std::size_t i = 0; i < t.of->read().cues.size(); ++i) out.append(nb::cast(py_cue{t.of, t.of->key(i)}));
  return out;
}

/// The cues of a slice with what belongs to the whole document, and what stands between them.
py_transcript sliced(py_transcript const& t, nb::slice const& which) {
  auto const& from = t.of->read();
  auto const [start, stop, step, length] = which.compute(from.cues.size());
  transcript part;
  part.speakers = from.speakers;
  part.metadata = from.metadata;
  part.from = from.from;
  part.format = from.format;
  part.language = from.language;
  part.timed = from.timed;
  auto index = start;
  for (std::size_t i = 0; i < length; ++i, index += step)
    part.cues.push_back(from.cues[static_cast<std::size_t>(index)]);
  auto const belongs = [&](kept_block const& block) {
    if (block.kind == kept_kind::header || block.kind == kept_kind::style || block.kind == kept_kind::region)
      return true;
    if (step != 1 || part.cues.empty()) return false;
    return block.block.offset >= part.cues.front().block.offset && block.block.end() <= part.cues.back().block.end();
  };
  std::copy_if(from.kept.begin(), from.kept.end(), std::back_inserter(part.kept), belongs);
  return {std::make_shared<document>(std::move(part), *t.of->diagnostics)};
}

void remove(py_transcript const& t, nb::slice const& which) {
  std::vector<bool> gone(t.of->read().cues.size());
  auto const [start, stop, step, length] = which.compute(gone.size());
  auto index = start;
  for (std::size_t i = 0; i < length; ++i, index += step) gone[static_cast<std::size_t>(index)] = true;
  t.of->remove(gone);
}

py_cue add(py_transcript const& t, utf8 const& text, std::optional<std::int64_t> start, std::optional<std::int64_t> end,
           std::optional<utf8> const& speaker, utf8 const& id) {
  if (start.has_value() != end.has_value()) fail(error_code::bad_option, "give both start_ms and end_ms, or neither");
  for (auto const ms : {start.value_or(0), end.value_or(0)})
    if (ms > max_ms || ms < -max_ms) fail(error_code::bad_option, "a time is at most 2**53 ms");
  auto const empty = t.of->read().cues.empty();
  if (!empty && t.of->read().timed != start.has_value())
    fail(error_code::bad_option, start ? "the transcript has no times: call estimate_times() first"
                                       : "the transcript has times: give start_ms and end_ms");
  auto& all = t.of->change();
  if (empty) all.timed = start.has_value();
  cue added;
  added.text = text.text;
  added.when = {{start.value_or(0)}, {end.value_or(0)}};
  added.id = id.text;
  if (speaker && !speaker->text.empty()) added.speaker = all.speaker(speaker->text);
  t.of->add(std::move(added));
  return {t.of, t.of->key(t.of->read().cues.size() - 1)};
}

nb::object metadata_of(py_transcript const& t) {
  nb::dict out;
  for (auto const& each : t.of->read().metadata) {
    auto const key = to_str(each.key);
    if (!out.contains(key)) out[key] = to_str(each.text);
  }
  return nb::module_::import_("types").attr("MappingProxyType")(out);
}

void set_metadata(py_transcript const& t, nb::handle mapping) {
  auto const asked = nb::cast<nb::dict>(nb::borrow(reinterpret_cast<PyObject*>(&PyDict_Type))(mapping));
  std::vector<std::pair<std::string, std::string>> entries;
  for (auto const [key, text] : asked) entries.emplace_back(text_of(key), text_of(text));
  auto& metadata = t.of->change().metadata;
  auto const wanted = [&](metadata_entry const& entry) {
    return std::any_of(entries.begin(), entries.end(), [&](auto const& each) { return each.first == entry.key; });
  };
  std::erase_if(metadata, [&](metadata_entry const& entry) { return !wanted(entry); });
  for (auto& [key, text] : entries) {
    auto const found =
        std::find_if(metadata.begin(), metadata.end(), [&](auto const& entry) { return entry.key == key; });
    if (found == metadata.end()) {
      metadata_entry fresh;
      fresh.key = key;
      fresh.text = text;
      metadata.push_back(std::move(fresh));
    } else if (found->text != text) {
      splice(*found, {0, static_cast<std::uint32_t>(found->text.size())}, text);
    }
  }
}

nb::list kept_of(py_transcript const& t) {
  nb::list out;
  for (auto const& each : t.of->read().kept)
    if (!each.removed && each.kind != kept_kind::blank) out.append(nb::cast(py_kept{each, t.of->read().from}));
  return out;
}

/// Where text and Markdown have time stamps: a word, or a number of minutes.
void set_stamps(write_options& options, nb::handle typed) {
  if (typed.is_none()) return;
  if (nb::isinstance<nb::int_>(typed)) {
    options.stamps = time_stamps::minutes;
    options.stamp_minutes = nb::cast<int>(typed);
    if (options.stamp_minutes >= 1) return;
    fail(error_code::bad_option, "stamps: a number of minutes is 1 or more");
  }
  static std::pair<char const*, time_stamps> const known[] = {{"none", time_stamps::none},
                                                              {"cue", time_stamps::cue},
                                                              {"paragraph", time_stamps::paragraph},
                                                              {"speaker", time_stamps::speaker}};
  std::string const word = nb::str(typed).c_str();
  for (auto const& [name, where] : known) {
    if (word != name) continue;
    options.stamps = where;
    return;
  }
  fail(error_code::bad_option, "stamps: none, cue, paragraph, speaker or a number of minutes");
}

written write(py_transcript const& t, utf8 const& format, bool cue_tree, nb::handle stamps = nb::none()) {
  auto const text = t.of->snapshot();
  write_options options;
  options.cue_tree = cue_tree;
  set_stamps(options, stamps);
  return value_of(without_gil([&] { return write_text(*text, format, options); }));
}

nb::list save(py_transcript const& t, path const& to, std::optional<utf8> const& format,
              std::optional<utf8> const& encoding, bool bom) {
  auto const text = t.of->snapshot();
  return to_list(write_to(to, *text, format ? format->text : "", encoding ? encoding->text : "", bom), text->from);
}

nb::str show(py_transcript const& t) {
  auto const& all = t.of->read();
  auto out = std::string("<Transcript");
  if (all.from) out += " of '" + all.from->name() + "'";
  if (!all.format.empty()) out += ", " + all.format;
  if (!all.language.empty()) out += ", " + all.language;
  out += ", " + std::to_string(all.cues.size()) + (all.cues.size() == 1 ? " cue" : " cues");
  if (all.timed && !all.cues.empty()) out += " to " + to_string(all.cues.back().when.end);
  return to_str(out + ">");
}

py_transcript copy(py_transcript const& t) { return {std::make_shared<document>(t.of->read(), *t.of->diagnostics)}; }

} // namespace

void bind_transcripts(nb::module_& m) {
  nb::class_<py_kept>(m, "KeptBlock", nb::is_final(),
                      "A part of the file that is no cue: kept with its place, so that nothing of the input vanishes.")
      .def_prop_ro(
          "kind", [](py_kept const& k) { return to_str(name_of(k.what.kind)); },
          nb::sig("def kind(self) -> typing.Literal['chrome', 'header', 'note', 'style', 'region', 'unknown']"),
          "``chrome`` is what stood around the transcript on its page, ``unknown`` what no reader could place.")
      .def_prop_ro(
          "text", [](py_kept const& k) { return to_str(k.what.text); }, "Its text.")
      .def_prop_ro(
          "line",
          [](py_kept const& k) -> std::optional<std::uint32_t> {
            if (!k.in) return {};
            return k.in->locate(k.what.where.empty() ? k.what.block.offset : k.what.where.runs().front().source.offset)
                .line;
          },
          "Line of the file, from 1; None if it comes from no file.")
      .def("__repr__", [](py_kept const& k) {
        return to_str("<KeptBlock " + std::string(name_of(k.what.kind)) + " '" + k.what.text.substr(0, 60) + "'>");
      });

  nb::class_<py_cue_iterator>(m, "_CueIterator", nb::is_final(), "Goes over the cues of a transcript.")
      .def(
          "__iter__", [](nb::handle self) { return self; }, nb::sig("def __iter__(self) -> _CueIterator"))
      .def("__next__", [](py_cue_iterator& at) {
        auto const index = at.of->first_from(at.next);
        if (index == at.of->read().cues.size() || at.of->key(index) >= at.end) throw nb::stop_iteration();
        auto const key = at.of->key(index);
        at.next = key + 1;
        return py_cue{at.of, key};
      });

  nb::class_<py_transcript>(
      m, "Transcript",
      "A document: cues in file order, with its speakers, its metadata and everything else the file had.\n\n"
      "``len(talk)``, ``talk[3]``, ``for cue in talk`` give live cues; ``talk[3:10]`` is a transcript of its own.\n"
      "``Transcript()`` is an empty one to fill with ``add``.")
      .def(
          "__init__",
          [](py_transcript* t, utf8 const& language) {
            transcript fresh;
            fresh.language = language.text;
            new (t) py_transcript{std::make_shared<document>(std::move(fresh))};
          },
          nb::kw_only(), nb::arg("language") = "")
      .def("__len__", [](py_transcript const& t) { return t.of->read().cues.size(); })
      .def(
          "__iter__",
          [](py_transcript const& t) {
            return py_cue_iterator{t.of, 0, t.of->next_key()};
          },
          nb::sig("def __iter__(self) -> collections.abc.Iterator[Cue]"),
          "Each cue; taking cues out while iterating is fine.")
      .def(
          "__getitem__",
          [](py_transcript const& t, Py_ssize_t index) {
            return py_cue{t.of, t.of->key(checked(t, index))};
          },
          nb::arg("index"), "The cue of that index.")
      .def("__getitem__", &sliced, nb::arg("which"), "A transcript of its own with copies of these cues.")
      .def(
          "__delitem__",
          [](py_transcript const& t, Py_ssize_t index) {
            std::vector<bool> gone(t.of->read().cues.size());
            gone[checked(t, index)] = true;
            t.of->remove(gone);
          },
          nb::arg("index"), "Takes a cue out.")
      .def("__delitem__", &remove, nb::arg("which"), "Takes these cues out.")
      .def_prop_ro("cues", &all_cues, nb::sig("def cues(self) -> list[Cue]"), "A list of the cues.")
      .def("add", &add, nb::arg("text"), nb::arg("start_ms") = nb::none(), nb::arg("end_ms") = nb::none(),
           nb::kw_only(), nb::arg("speaker") = nb::none(), nb::arg("id") = "",
           "Appends a cue and returns it. Times are milliseconds on the media clock; leave them out, in every cue, for "
           "a\ntranscript without a clock.\n\nRaises mondegreen.Error where timed and untimed cues would mix.")
      .def("shift", &shift, nb::arg("ms"), nb::kw_only(), nb::arg("after_ms") = nb::none(),
           nb::arg("before_ms") = nb::none(),
           nb::sig("def shift(self, ms: int, *, after_ms: int | None = None, before_ms: int | None = None) -> "
                   "list[Diagnostic]"),
           "Moves all times, those of words too, by so many milliseconds; negative is earlier. With ``after_ms`` and\n"
           "``before_ms`` only the cues that start from the one on and before the other.\n\nA cue that would begin "
           "before "
           "0 begins at 0 and is told by a diagnostic. Raises mondegreen.Error if there are no times.")
      .def(
          "scale", &scale, nb::arg("factor") = nb::none(), nb::kw_only(), nb::arg("fps") = nb::none(),
          nb::arg("after_ms") = nb::none(), nb::arg("before_ms") = nb::none(),
          nb::sig("def scale(self, factor: float | None = None, *, fps: tuple[float | str, float | str] | None = None, "
                  "after_ms: int | None = None, before_ms: int | None = None) -> list[Diagnostic]"),
          "Multiplies all times by a factor, or converts them from one frame rate to another: ``fps=(25, 23.976)``, "
          "made "
          "for 25\nframes a second and now played at 23.976.\n\nRaises mondegreen.Error for no factor above 0 and no "
          "frame rate.")
      .def("sync", &sync, nb::arg("points"),
           nb::sig("def sync(self, points: collections.abc.Sequence[tuple[int, int]]) -> list[Diagnostic]"),
           "Moves all times so that what is at the first time of a point is at the second: ``[(70_000, 72_500), "
           "(5_525_000,\n5_540_000)]``. One point shifts, two stretch, too. Milliseconds.")
      .def(
          "sync_like", &sync_like, nb::arg("reference"), nb::kw_only(), nb::arg("splits") = true,
          nb::arg("frame_rates") = true, nb::arg("max_shift_ms") = 300'000,
          nb::sig("def sync_like(self, reference: Transcript, *, splits: bool = True, frame_rates: bool = True, "
                  "max_shift_ms: int = 300000) -> tuple[float, list[tuple[int, int, float, float]], list[Diagnostic]]"),
          "Moves the cues to where those of other subtitles of the same film are, in whatever language: by one shift, "
          "or "
          "by\nseveral where scenes were cut. Returns how well both then lie together (0 to 1), the parts as (first "
          "cue, "
          "count,\nfactor, milliseconds added), and diagnostics.")
      .def("take_times", &take_times, nb::arg("timed"),
           nb::sig("def take_times(self, timed: Transcript) -> tuple[int, int, list[Diagnostic]]"),
           "Gives the words and cues of a corrected text the times they have in a timed one. Returns how many words "
           "are in "
           "both, how\nmany there are, and diagnostics about long runs of words that are not. Raises mondegreen.Error "
           "if "
           "``timed`` has no\ntimes.")
      .def(
          "estimate_times", [](py_transcript const& t) { return estimate_times(t.of->change()); },
          "Gives a transcript without a clock times, cue after cue from zero, at a comfortable reading speed; "
          "paragraphs "
          "that had\na time of their own keep it, and those between share the time.\n\n"
          "Returns whether it did something: not to a transcript that has times.")
      .def(
          "dumps",
          [](py_transcript const& t, utf8 const& format, bool cue_tree, nb::object const& stamps) {
            return to_str(write(t, format, cue_tree, stamps).bytes);
          },
          nb::arg("format"), nb::kw_only(), nb::arg("cue_tree") = false, nb::arg("stamps") = nb::none(),
          nb::sig("def dumps(self, format: str, *, cue_tree: bool = False, stamps: str | int | None = None) -> str"),
          "The transcript in a format, by its id or extension: ``talk.dumps(\"srt\")``. Cues that nothing touched are "
          "written\nas they stood when the format is the one they were read from. ``cue_tree`` adds the markup tree to "
          "JSON; ``stamps`` says where text and Markdown have time stamps: \"paragraph\", \"speaker\", \"cue\", "
          "\"none\" or a\nnumber "
          "of minutes.\n\nRaises mondegreen.Error for a format that is unknown or cannot be written.")
      .def(
          "losses",
          [](py_transcript const& t, utf8 const& format) {
            return to_list(write(t, format, false).diagnostics, t.of->read().from);
          },
          nb::arg("format"), nb::sig("def losses(self, format: str) -> list[Diagnostic]"),
          "What would be lost, changed or estimated on the way to a format.")
      .def(
          "save", &save, nb::arg("path"), nb::arg("format") = nb::none(), nb::kw_only(),
          nb::arg("encoding") = nb::none(), nb::arg("bom") = false,
          nb::sig(
              "def save(self, path: str | bytes | os.PathLike[str] | os.PathLike[bytes], format: str | None = None, "
              "*, encoding: str | None = None, bom: bool = False) -> list[Diagnostic]"),
          "Writes a file, which appears whole or not at all; the format is that of its extension unless you name one.\n"
          "The file is UTF-8 without a byte order mark unless ``encoding`` and ``bom`` say otherwise.\n\n"
          "Returns what was lost, changed or estimated. Raises OSError where the file cannot be written, "
          "mondegreen.Error for\nan unknown format or encoding.")
      .def(
          "to_dict", [](py_transcript const& t) { return from_json(write(t, utf8{"json"}, false).bytes); },
          nb::sig("def to_dict(self) -> dict[str, typing.Any]"), "What the JSON format writes, as a dict.")
      .def("copy", &copy, "A copy that shares nothing.")
      .def("__copy__", &copy)
      .def(
          "__deepcopy__", [](py_transcript const& t, nb::handle) { return copy(t); }, nb::arg("memo"),
          nb::sig("def __deepcopy__(self, memo: dict[int, typing.Any], /) -> Transcript"))
      .def_prop_ro(
          "diagnostics", [](py_transcript const& t) { return to_list(*t.of->diagnostics, t.of->read().from); },
          nb::sig("def diagnostics(self) -> list[Diagnostic]"), "What reading it found odd, in the order of the file.")
      .def_prop_rw("metadata", &metadata_of, &set_metadata,
                   nb::for_getter(nb::sig("def metadata(self) -> collections.abc.Mapping[str, str]")),
                   nb::for_setter(nb::sig("def metadata(self, arg: collections.abc.Mapping[str, str], /) -> None")),
                   "What is said about the document: title, description, date and so on. Set a whole mapping to change "
                   "it:\n``talk.metadata = {**talk.metadata, \"title\": \"Entretien\"}``.")
      .def_prop_ro(
          "speakers", [](py_transcript const& t) { return nb::tuple(to_list(t.of->read().speakers)); },
          nb::sig("def speakers(self) -> tuple[str, ...]"), "Who speaks, by first appearance.")
      .def_prop_ro("kept", &kept_of, nb::sig("def kept(self) -> list[KeptBlock]"),
                   "The parts of the file that are no cues: page chrome, notes, styles. Rules may have taken some out.")
      .def_prop_ro(
          "format", [](py_transcript const& t) { return to_str(t.of->read().format); },
          "Id of the format it was read as; empty if made by hand.")
      .def_prop_rw(
          "language", [](py_transcript const& t) { return to_str(t.of->read().language); },
          [](py_transcript const& t, utf8 const& to) { t.of->change().language = to.text; },
          "Language of the speech, a BCP 47 tag: ``\"fr\"``; empty: not known.")
      .def_prop_ro(
          "timed", [](py_transcript const& t) { return t.of->read().timed; },
          "False if the input had no clock; until ``estimate_times`` all times are 0, but the starts of paragraphs "
          "that "
          "had one.")
      .def_prop_ro(
          "name",
          [](py_transcript const& t) { return t.of->read().from ? to_path(t.of->read().from->name()) : nb::str(""); },
          "Name of the file it was read from.")
      .def_prop_ro(
          "encoding",
          [](py_transcript const& t) {
            return t.of->read().from ? to_str(t.of->read().from->encoding().name) : nb::str("");
          },
          "Encoding the file was in.")
      .def_prop_ro(
          "source",
          [](py_transcript const& t) -> std::optional<utf8> {
            if (!t.of->read().from) return {};
            return utf8{std::string(t.of->read().from->text())};
          },
          "The whole text it was read from, which lines and columns refer to; None if made by hand.")
      .def("__repr__", &show);
}

} // namespace mondegreen::python
