// Reading and converting files and text; the formats, and formats written in Python.
#include "bindings.hpp"
#include "errors.hpp"

#include <mondegreen/convert.hpp>
#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/format.hpp>

#include <nanobind/stl/optional.h>

#include <array>
#include <exception>
#include <optional>
#include <string>
#include <utility>

namespace mondegreen::python {

namespace {

// -- formats written in Python

/// A format's functions take no state, so each of these slots has functions of its own.
constexpr std::size_t most_own_formats = 32;

/// What belongs to a slot for as long as the process lives, as `add_format` asks; the Python functions live in the
/// module's dict "_own_formats", which goes when the interpreter does.
struct own_format {
  std::string id, name, extensions;
  format what{};
};

std::array<own_format, most_own_formats>& own_formats() {
  static std::array<own_format, most_own_formats> all;
  return all;
}

/// What a Python reader or writer has raised: it must not pass through the library, so it waits here.
thread_local std::exception_ptr pending;

nb::object function_of(std::size_t slot, char const* which) {
  return nb::module_::import_("mondegreen._core").attr("_own_formats")[nb::int_(slot)][which];
}

/// Gives the lines of a cue their place in the source, so that edits can say where they are. They are looked for in file
/// order and near the line before, in linear time; a line that does not stand there as it is has no place.
void locate(passage& in, std::string_view source, std::size_t& from) {
  constexpr std::size_t near = std::size_t{1} << 16U;
  std::string_view const text = in.text;
  for (std::size_t begin = 0; begin <= text.size();) {
    auto const end = std::min(text.find('\n', begin), text.size());
    auto const line = text.substr(begin, end - begin);
    auto const length = static_cast<std::uint32_t>(line.size());
    auto const found = source.substr(from, near).find(line);
    bool const stands = found != std::string_view::npos && !line.empty();
    auto const at = stands ? from + found : from;
    if (begin > 0) in.where.append(1, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at - from)}, false);
    in.where.append(length, {static_cast<std::uint32_t>(at), stands ? length : 0}, stands);
    if (stands) from = at + line.size();
    begin = end + 1;
  }
}

/// For a reader that has let the library read another text, made of the one it was given: places in that one mean
/// nothing here.
void forget_places(reading& of) {
  for (auto& each : of.value.cues) each.where = {}, each.block = {};
  for (auto& each : of.value.metadata) each.where = {};
  for (auto& each : of.value.kept) each.where = {}, each.block = {};
  for (auto& each : of.diagnostics) each.where = {};
}

reading read_in_python(std::size_t slot, source_ptr const& text) {
  nb::gil_scoped_acquire const held;
  try {
    auto const made = function_of(slot, "read")(to_str(text->text()));
    if (!nb::isinstance<py_transcript>(made)) throw nb::type_error("the reader of a format returns a Transcript");
    auto const& document = *nb::cast<py_transcript const&>(made).of;
    reading out{document.read(), *document.diagnostics};
    if (out.value.from && out.value.from->text() != text->text()) forget_places(out);
    std::size_t from = 0;
    for (auto& each : out.value.cues)
      if (each.where.empty()) locate(each, text->text(), from);
    return out;
  } catch (...) {
    pending = std::current_exception();
    return {};
  }
}

std::string write_in_python(std::size_t slot, transcript const& text) {
  nb::gil_scoped_acquire const held;
  try {
    auto const made = function_of(slot, "write")(nb::cast(py_transcript{std::make_shared<document>(text)}));
    if (!PyUnicode_Check(made.ptr())) throw nb::type_error("the writer of a format returns a str");
    return text_of(made);
  } catch (...) {
    pending = std::current_exception();
    return {};
  }
}

template <std::size_t Slot> reading read_slot(source_ptr text, read_options const&) {
  return read_in_python(Slot, text);
}

template <std::size_t Slot>
std::string write_slot(transcript const& text, write_options const&, std::vector<diagnostic>&) {
  return write_in_python(Slot, text);
}

struct slot_functions {
  decltype(format::read) read;
  decltype(format::write) write;
};

template <std::size_t... Slots> constexpr auto make_slots(std::index_sequence<Slots...>) {
  return std::array<slot_functions, sizeof...(Slots)>{slot_functions{&read_slot<Slots>, &write_slot<Slots>}...};
}

constexpr auto slots = make_slots(std::make_index_sequence<most_own_formats>());

void register_format(utf8 const& id, nb::handle extensions, nb::handle read, nb::handle write, utf8 const& name) {
  auto table = nb::cast<nb::dict>(nb::module_::import_("mondegreen._core").attr("_own_formats"));
  auto const slot = table.size();
  if (slot == most_own_formats) fail(error_code::bad_option, "there can be 32 formats of your own");
  auto& fresh = own_formats()[slot];
  fresh.id = id.text;
  fresh.name = name.text.empty() ? id.text : name.text;
  fresh.extensions.clear();
  for (auto const& each : strings(extensions, "extensions")) {
    if (!fresh.extensions.empty()) fresh.extensions += ' ';
    fresh.extensions += each.starts_with('.') ? each.substr(1) : each;
  }
  fresh.what.id = fresh.id;
  fresh.what.name = fresh.name;
  fresh.what.extensions = fresh.extensions;
  fresh.what.carries = {.times = true, .speakers = true};
  fresh.what.read = read.is_none() ? nullptr : slots[slot].read;
  fresh.what.write = write.is_none() ? nullptr : slots[slot].write;
  if (!add_format(fresh.what)) fail(error_code::bad_option, "there is a format called '" + id.text + "' already");
  nb::dict functions;
  functions["read"] = read;
  functions["write"] = write;
  table[nb::int_(slot)] = functions;
}

// -- reading and converting

read_options options_of(std::optional<utf8> const& format, std::optional<utf8> const& encoding,
                        std::optional<utf8> const& language, bool strict) {
  auto const text = [](std::optional<utf8> const& from) { return from ? from->text : std::string(); };
  return {.format = text(format), .encoding = text(encoding), .language = text(language), .strict = strict};
}

py_transcript to_python(reading&& from) {
  return {std::make_shared<document>(std::move(from.value), std::move(from.diagnostics))};
}

py_transcript load(path const& from, std::optional<utf8> const& format, std::optional<utf8> const& encoding,
                   std::optional<utf8> const& language, bool strict) {
  auto const options = options_of(format, encoding, language, strict);
  return to_python(value_of(without_gil([&] { return read_file(from.bytes, options); }), from.bytes));
}

py_transcript loads(nb::handle text, std::optional<utf8> const& format, std::optional<utf8> const& encoding,
                    std::optional<utf8> const& language, bool strict, utf8 const& name) {
  auto options = options_of(format, encoding, language, strict);
  if (nb::isinstance<nb::bytes>(text)) {
    auto const bytes = nb::borrow<nb::bytes>(text);
    std::string_view const view(static_cast<char const*>(bytes.data()), bytes.size());
    return to_python(value_of(without_gil([&] { return read_text(view, options, name); })));
  }
  if (!PyUnicode_Check(text.ptr())) throw nb::type_error("loads takes str or bytes; for files there is load");
  if (encoding) fail(error_code::bad_option, "encoding= is for bytes: a str has been decoded already");
  options.encoding = "UTF-8";
  auto const view = nb::cast<utf8>(text);
  return to_python(value_of(without_gil([&] { return read_text(view, options, name); })));
}

/// Formats written in Python raise what must come out before a file is touched.
bool has_own_formats() {
  return nb::len(nb::object(nb::module_::import_("mondegreen._core").attr("_own_formats"))) != 0;
}

nb::list convert(path const& from, path const& to, std::optional<utf8> const& format,
                 std::optional<utf8> const& to_format, std::optional<utf8> const& encoding,
                 std::optional<utf8> const& output_encoding, bool strict, bool fix) {
  auto const options = options_of(format, encoding, {}, strict);
  auto const into = to_format ? to_format->text : std::string();
  if (!output_encoding && !has_own_formats()) {
    auto made = value_of(without_gil([&] {
                           return convert_file(from.bytes, to.bytes, {options, into, {}, false, fix});
                         }),
                         from.bytes);
    auto all = to_list(made.met, made.from);
    for (auto const& each : made.lost) all.append(nb::cast(py_diagnostic{each, made.fixed}));
    return all;
  }
  auto read = value_of(without_gil([&] { return read_file(from.bytes, options); }), from.bytes);
  auto all = to_list(read.diagnostics, read.value.from);
  if (fix) {
    auto again = options;
    again.format = read.value.format;
    auto fixed = without_gil(
        [&] { return mondegreen::read(fix_text(read.value.from, *find_format(again.format), again), again); });
    read.value = std::move(value_of(std::move(fixed), from.bytes).value);
  }
  auto const lost = write_to(to, read.value, into, output_encoding ? output_encoding->text : "", false);
  for (auto const& each : lost) all.append(nb::cast(py_diagnostic{each, read.value.from}));
  return all;
}

nb::tuple words_of(std::string_view list) {
  nb::list out;
  while (!list.empty()) {
    auto const space = std::min(list.find(' '), list.size());
    if (space > 0) out.append(to_str(list.substr(0, space)));
    list.remove_prefix(std::min(space + 1, list.size()));
  }
  return nb::tuple(out);
}

nb::tuple carried_by(format const& which) {
  nb::list out;
  auto const add = [&](bool has, char const* what) {
    if (has) out.append(nb::str(what));
  };
  add(which.carries.times, "times");
  add(which.carries.markup, "markup");
  add(which.carries.speakers, "speakers");
  add(which.carries.settings, "settings");
  add(which.carries.metadata, "metadata");
  add(which.carries.words, "words");
  return nb::tuple(out);
}

} // namespace

void raise_pending() {
  if (pending) std::rethrow_exception(std::exchange(pending, nullptr));
}

std::vector<diagnostic> write_to(path const& to, transcript const& text, std::string const& format,
                                 std::string const& encoding, bool bom) {
  auto const write = [&]() -> result<written> {
    // Behind the last dot of the file's name, not of a folder's.
    auto const dot = to.bytes.find_last_of("./");
    bool const named = dot != std::string::npos && to.bytes[dot] == '.';
    auto const into = !format.empty() || !named ? format : to.bytes.substr(dot + 1);
    if (into.empty())
      return error{error_code::unknown_format, to.bytes + ": no format is named, and there is no extension"};
    auto out = write_text(text, into);
    if (!out || (encoding.empty() && !bom)) return out;
    auto bytes = encode(out->bytes, encoding, bom, out->diagnostics);
    if (!bytes) return bytes.failure();
    out->bytes = std::move(*bytes);
    return out;
  };
  auto made = value_of(without_gil(write), to.bytes);
  // Only now is a file touched: what a writer in Python has raised came out above.
  value_of(without_gil([&] { return write_atomically(to.bytes, made.bytes); }), to.bytes);
  return std::move(made.diagnostics);
}

void bind_formats(nb::module_& m) {
  m.attr("_own_formats") = nb::dict();

  nb::class_<format>(m, "Format", nb::is_final(), "A format and what it can carry.")
      .def_prop_ro(
          "id", [](format const& f) { return to_str(f.id); }, "What ``format=`` takes: ``\"srt\"``.")
      .def_prop_ro(
          "name", [](format const& f) { return to_str(f.name); }, "What people call it: ``\"SubRip\"``.")
      .def_prop_ro(
          "extensions", [](format const& f) { return words_of(f.extensions); },
          nb::sig("def extensions(self) -> tuple[str, ...]"), "Extensions without dots; the first is the usual one.")
      .def_prop_ro(
          "can_read", [](format const& f) { return f.read != nullptr; }, "Whether it can be read.")
      .def_prop_ro(
          "can_write", [](format const& f) { return f.write != nullptr; }, "Whether it can be written.")
      .def_prop_ro("carries", &carried_by, nb::sig("def carries(self) -> tuple[str, ...]"),
                   "Of ``times``, ``markup``, ``speakers``, ``settings``, ``metadata`` and ``words`` (times of single "
                   "words) those\nit can carry.")
      .def("__repr__", [](format const& f) { return to_str("<Format " + std::string(f.id) + ">"); });

  m.def("load", &load, nb::arg("path"), nb::arg("format").none(), nb::arg("encoding").none(),
        nb::arg("language").none(), nb::arg("strict"));
  m.def("loads", &loads, nb::arg("text"), nb::arg("format").none(), nb::arg("encoding").none(),
        nb::arg("language").none(), nb::arg("strict"), nb::arg("name"),
        nb::sig("def loads(text: str | bytes, format: str | None, encoding: str | None, language: str | None, strict: "
                "bool, name: str) -> Transcript"));
  m.def("convert", &convert, nb::arg("source"), nb::arg("target"), nb::arg("format").none(), nb::arg("to").none(),
        nb::arg("encoding").none(), nb::arg("output_encoding").none(), nb::arg("strict"), nb::arg("fix"),
        nb::sig("def convert(source: str | bytes | os.PathLike[str] | os.PathLike[bytes], target: str | bytes | "
                "os.PathLike[str] | os.PathLike[bytes], format: str | None, to: str | None, encoding: str | None, "
                "output_encoding: str | None, strict: bool, fix: bool) -> list[Diagnostic]"));
  m.def(
      "formats",
      [] {
        nb::list out;
        for (auto const* each : formats()) out.append(nb::cast(*each));
        return out;
      },
      nb::sig("def formats() -> list[Format]"));
  m.def("register_format", &register_format, nb::arg("id"), nb::arg("extensions"), nb::arg("read").none(),
        nb::arg("write").none(), nb::arg("name"));
}

} // namespace mondegreen::python
