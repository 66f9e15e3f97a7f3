#include "documents.hpp"

#include <mondegreen/batch.hpp>
#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>

#include <filesystem>
#include <system_error>
#include <utility>

namespace mondegreen::cli {

namespace {

/// A file of the input's own format keeps its mark; UTF-16 and UTF-32 are not to be told from binary without one.
bool wants_mark(transcript const& text, std::string_view format, std::string const& encoding) {
  if (!is_utf8(encoding)) return true;
  return text.from && text.from->encoding().bom && is_utf8(text.from->encoding().name) && format == text.format;
}

/// A file that already holds these bytes needs no writing, and keeps its date.
bool unchanged(document const& one, made_output const& made) {
  auto const& from = *one.read.value.from;
  return made.where.path == from.name() && is_utf8(from.encoding().name) && !from.encoding().bom &&
         made.bytes == from.text();
}

} // namespace

std::string shown_name(std::string const& path) { return path == "-" ? "<stdin>" : path; }

bool is_utf8(std::string const& encoding) { return encoding.empty() || encoding == "UTF-8"; }

read_options reading_options(arguments const& typed) {
  return {typed.from, typed.encoding, typed.language, typed.strict};
}

write_options writing_options(arguments const& typed) { return {typed.cue_tree, typed.stamps, typed.stamp_minutes}; }

void make_folder_of(output const& where) {
  std::error_code ignored;
  if (where.in_folder) std::filesystem::create_directories(std::filesystem::path(where.path).parent_path(), ignored);
}

result<reading> load(std::string const& path, arguments const& typed) {
  return read_file(path, reading_options(typed));
}

result<made_output> make_output(transcript const& text, output where, arguments const& typed) {
  if (where.format.empty()) where.format = text.format;
  auto written = write_text(text, where.format, writing_options(typed));
  if (!written) return written.failure();
  made_output made{std::move(where), {}, std::move(written->diagnostics), {}, false};
  auto const marked = wants_mark(text, made.where.format, typed.output_encoding);
  if (is_utf8(typed.output_encoding) && !marked) {
    made.bytes = std::move(written->bytes);
    return made;
  }
  auto bytes = encode(written->bytes, typed.output_encoding, marked, made.encoding);
  if (!bytes) return bytes.failure();
  made.bytes = std::move(*bytes);
  return made;
}

document load_document(std::string const& path, arguments const& typed) {
  document one;
  if (auto read = load(path, typed))
    one.read = std::move(*read);
  else
    one.failed = read.failure();
  return one;
}

void make_outputs(document& one, std::vector<output> const& outputs, arguments const& typed) {
  for (auto const& each : outputs) {
    auto made = make_output(one.read.value, each, typed);
    if (!made) {
      one.failed = made.failure();
      return;
    }
    one.outputs.push_back(std::move(*made));
  }
}

bool deliver(document const& one, console& out) {
  if (one.failed) {
    out.fail(*one.failed);
    return false;
  }
  auto const& from = *one.read.value.from;
  out.tell(one.read.diagnostics, one.from ? *one.from : from, true);
  out.tell(one.layout, from, false);
  if (!one.note.empty()) out.say(one.note);
  bool all = true;
  for (auto const& each : one.outputs) {
    out.tell(each.diagnostics, from, false);
    if (!each.encoding.empty()) out.tell(each.encoding, source(shown_output(each.where.path), {}), false);
    if (each.is_written || unchanged(one, each)) continue;
    make_folder_of(each.where);
    auto const written = write_atomically(each.where.path, each.bytes);
    if (!written) out.fail(written.failure());
    all = all && written.ok();
  }
  return all;
}

void deliver_each(arguments const& typed, console& out, std::function<document(std::size_t input)> const& make,
                  std::function<void(document const& one)> const& delivered) {
  auto const count = typed.inputs.size();
  std::vector<document> documents(count);
  for_each_in_order(
      count, typed.jobs, [&](std::size_t i) { documents[i] = make(i); },
      [&](std::size_t i) {
        if (deliver(documents[i], out) && delivered) delivered(documents[i]);
        documents[i] = {};
        out.progress(i, count, shown_name(typed.inputs[i]));
      });
}

} // namespace mondegreen::cli
