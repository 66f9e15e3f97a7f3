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
#include <memory>
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
  bool take(raw_cue const&) override { return true; }

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
  bool take(raw_cue const& each) override { return each.body.find('<') == std::string_view::npos; }
  void end_cue() override { found.add(cue_); }

  color_classes found;
};

/// Writes what it takes, in large parts.
class writing_sink final : public passing_sink {
public:
  writing_sink(block_writer& to, atomic_file& file) : to_(to), file_(file) {}

  bool take(raw_cue const& each) override {
    bool const taken = to_.write(each);
    if (taken) pass_on(part);
    return taken;
  }

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

/// A UTF-8 file of the input's own format keeps its mark.
inline bool keeps_mark(source const& text, bool same_format) {
  return same_format && text.encoding().bom && text.encoding().name == "UTF-8";
}

inline result<conversion> convert_blocks(source const& text, format const& from, format const& to,
                                         read_options const& options, std::string const& path) {
  auto file = atomic_file::create(path);
  if (!file) return file.failure();
  file->expect(text.text().size());
  auto const writer = to.block_writer({&text, from.id, nullptr, std::size_t{1} << 20U});
  color_search colors;
  bool const same = writer->same_format();
  if (!same && may_have_colors(text.text())) from.read_blocks(text, options, colors);
  writing_sink sink(*writer, *file);
  if (keeps_mark(text, same)) sink.write(utf8_mark);
  // Nobody has touched the file: what header it has is its own.
  writer->begin(same && !text.text().empty(), colors.found.styles(writer->out().newline()));
  from.read_blocks(text, options, sink);
  conversion made;
  writer->finish(made.lost);
  sink.write(writer->out().text());
  if (sink.failed) return *sink.failed;
  auto const committed = file->commit();
  if (!committed) return committed.failure();
  made.bytes = *committed;
  made.met = sink.told.take();
  return made;
}

inline result<conversion> convert_transcript(source_ptr const& text, format const& to, convert_options const& options,
                                             std::string const& path, std::vector<diagnostic> const& decoding) {
  auto read = mondegreen::read(text, options.read);
  if (!read) return read.failure();
  if (options.read.strict)
    if (auto refused = first_refused(decoding, *text)) return *refused;
  auto made = write_text(read->value, to.id, options.write);
  if (!made) return made.failure();
  if (keeps_mark(*read->value.from, to.id == read->value.format)) made->bytes.insert(0, utf8_mark);
  auto const written = write_atomically(path, made->bytes);
  if (!written) return written.failure();
  return conversion{{}, std::move(read->diagnostics), {}, std::move(made->diagnostics), *written};
}

} // namespace impl

MONDEGREEN_INLINE bool converts_directly(std::string_view from, std::string_view to) {
  auto const* const reads = find_format(from);
  auto const* const writes = find_format(to);
  return reads != nullptr && writes != nullptr && reads->read_blocks != nullptr && writes->block_writer != nullptr;
}

MONDEGREEN_INLINE source_ptr fix_text(source_ptr text, format const& how, read_options const& options) {
  if (how.read_blocks == nullptr) return text;
  // A fix may uncover the next: once is enough for almost every file, and a hostile one shall not go on for ever.
  for (int round = 0; round < 4; ++round) {
    impl::passing_sink met;
    how.read_blocks(*text, options, met);
    auto const told = met.told.take();
    if (std::none_of(told.begin(), told.end(), [](diagnostic const& each) { return each.fix.has_value(); })) break;
    text = std::make_shared<source const>(text->name(), apply_fixes(text->text(), told), text->encoding());
  }
  return text;
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
  auto decoded = impl::decode_file(from, options.read, options.map);
  if (!decoded) return decoded.failure();
  auto const text = decoded->text;
  auto const* const reads = options.read.format.empty() ? &detect_format(*text) : find_format(options.read.format);
  bool const blocks = reads != nullptr && reads->read_blocks != nullptr;
  if (options.read.strict && blocks)
    if (auto refused = impl::refusal(*text, *reads, options.read, decoded->diagnostics)) return *refused;
  auto const fixed = options.fix && blocks ? fix_text(text, *reads, options.read) : text;
  bool const direct = blocks && writes->block_writer != nullptr;
  auto made = direct ? impl::convert_blocks(*fixed, *reads, *writes, options.read, to)
                     : impl::convert_transcript(fixed, *writes, options, to, decoded->diagnostics);
  if (!made) return made;
  if (fixed != text) {
    impl::passing_sink met;
    reads->read_blocks(*text, options.read, met);
    made->met = met.told.take();
  }
  made->met.insert(made->met.begin(), std::make_move_iterator(decoded->diagnostics.begin()),
                   std::make_move_iterator(decoded->diagnostics.end()));
  made->from = text;
  made->fixed = fixed;
  return made;
}

} // namespace mondegreen::inline MONDEGREEN_ABI
