#pragma once

#include <mondegreen/convert.hpp>
#include <mondegreen/decode.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/impl/formats/block_sink.hpp>
#include <mondegreen/impl/formats/blocks.hpp>
#include <mondegreen/impl/formats/files.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {

inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Takes blocks and keeps nothing of them; a cue is the same one each time, so that its strings are allocated once.
class passing_sink : public block_sink {
public:
  cue& begin_cue(std::uint32_t) override {
    cue_.text.clear();
    cue_.words.clear();
    cue_.marks.clear();
    cue_.where = {};
    cue_.speaker = speaker_id::none;
    return cue_;
  }

  void end_cue() override {}
  void keep(kept_block) override {}
  void add(metadata_entry) override {}
  /// Who speaks is in the marks; that somebody does is all a writer asks beyond.
  speaker_id speaker(std::string const&) override { return speaker_id{0}; }

protected:
  cue cue_;
};

/// Looks for the colours a style sheet is needed for, which stands above the cues that have them.
class color_search final : public passing_sink {
public:
  void end_cue() override { found.add(cue_); }

  color_classes found;
};

/// Writes what it takes, in large parts.
class writing_sink final : public passing_sink {
public:
  writing_sink(block_writer& to, atomic_file& file) : to_(to), file_(file) {}

  void end_cue() override {
    to_.write(cue_, to_.same_format());
    pass_on(part);
  }

  void keep(kept_block block) override {
    to_.kept(block);
    pass_on(part);
  }

  void add(metadata_entry entry) override { to_.metadata(entry); }

  /// Writes what is there, if it is at least that much.
  void pass_on(std::size_t least) {
    to_.out().drain(least, [&](std::string_view bytes) { write(bytes); });
  }

  void write(std::string_view bytes) {
    if (failed) return;
    if (auto const written = file_.write(bytes); !written) failed = written.failure();
  }

  std::optional<error> failed;

private:
  static constexpr std::size_t part = std::size_t{1} << 18U;

  block_writer& to_;
  atomic_file& file_;
};

inline bool may_have_colors(std::string_view text) noexcept {
  for (auto at = text.find('<'); at < text.size(); at = text.find('<', at + 1))
    if (equal_ascii(text.substr(at + 1, 4), "font")) return true;
  return false;
}

/// The text as it is read for the first time, to see whether strict reading refuses it, before anything is written.
inline std::optional<error> refusal(source const& text, format const& from, read_options const& options,
                                    std::vector<diagnostic> const& decoding) {
  passing_sink none;
  from.read_blocks(text, options, none);
  if (auto refused = first_refused(none.told.take(), text)) return refused;
  return first_refused(decoding, text);
}

inline result<conversion> convert_blocks(decoded text, format const& from, format const& to,
                                         convert_options const& options, std::string const& path) {
  auto const& source = *text.text;
  if (options.read.strict)
    if (auto refused = refusal(source, from, options.read, text.diagnostics)) return *refused;
  auto file = atomic_file::create(path);
  if (!file) return file.failure();
  auto const writer = to.block_writer({&source, from.id, nullptr, std::size_t{1} << 20U});
  color_search colors;
  bool const same = writer->same_format();
  if (!same && may_have_colors(source.text())) from.read_blocks(source, options.read, colors);
  writing_sink sink(*writer, *file);
  auto const& encoding = source.encoding();
  if (same && encoding.bom && encoding.name == "UTF-8") sink.write(utf8_mark);
  // Nobody has touched the file: what header it has is its own.
  writer->begin(same && !source.text().empty(), colors.found.styles(writer->out().newline()));
  from.read_blocks(source, options.read, sink);
  conversion made{text.text, 0, std::move(text.diagnostics), {}};
  writer->finish(made.lost);
  sink.write(writer->out().text());
  if (sink.failed) return *sink.failed;
  auto const committed = file->commit();
  if (!committed) return committed.failure();
  made.bytes = *committed;
  auto met = sink.told.take();
  made.met.insert(made.met.end(), std::make_move_iterator(met.begin()), std::make_move_iterator(met.end()));
  return made;
}

inline result<conversion> convert_transcript(result<decoded> text, convert_options const& options,
                                             std::string const& path, std::string_view to) {
  auto read = read_decoded(std::move(text), options.read);
  if (!read) return read.failure();
  auto made = write_text(read->value, to, options.write);
  if (!made) return made.failure();
  auto const& encoding = read->value.from->encoding();
  bool const same = find_format(to) == find_format(read->value.format);
  if (same && encoding.bom && encoding.name == "UTF-8") made->bytes.insert(0, utf8_mark);
  auto const written = write_atomically(path, made->bytes);
  if (!written) return written.failure();
  return conversion{read->value.from, *written, std::move(read->diagnostics), std::move(made->diagnostics)};
}

} // namespace impl

MONDEGREEN_INLINE bool converts_directly(std::string_view from, std::string_view to) {
  auto const* const reads = find_format(from);
  auto const* const writes = find_format(to);
  return reads != nullptr && writes != nullptr && reads->read_blocks != nullptr && writes->block_writer != nullptr;
}

MONDEGREEN_INLINE result<conversion> convert_file(std::string const& from, std::string const& to,
                                                  convert_options const& options) {
  auto const name = options.format.empty() ? impl::extension_of(to) : std::string_view(options.format);
  if (name.empty())
    return error{error_code::unknown_format, fmt::format("{}: no format is named, and there is no extension", to)};
  auto const* const writes = find_format(name);
  if (writes == nullptr) return impl::unknown_format(name);
  if (writes->write == nullptr)
    return error{error_code::cannot_write, fmt::format("{} can be read, not written", writes->name)};
  auto text = impl::decode_file(from, options.read);
  if (!text) return text.failure();
  auto const* const reads =
      options.read.format.empty() ? &detect_format(*text->text) : find_format(options.read.format);
  if (reads != nullptr && converts_directly(reads->id, writes->id))
    return impl::convert_blocks(std::move(*text), *reads, *writes, options, to);
  return impl::convert_transcript(std::move(text), options, to, name);
}

} // namespace mondegreen::inline MONDEGREEN_ABI
