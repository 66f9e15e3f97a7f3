// What a format is; finding, detecting, reading and writing.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/result.hpp>
#include <mondegreen/source.hpp>
#include <mondegreen/transcript.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

namespace impl {
class block_sink;
class block_writer;
struct block_origin;
} // namespace impl

struct read_options {
  std::string format{};   ///< id; empty: detected
  std::string encoding{}; ///< empty: detected
  std::string language{}; ///< of the speech; empty: detected where it matters
  bool strict = false;    ///< read exactly as the format's specification says; damage is an error
};

/// Where plain text and Markdown have time stamps.
enum class time_stamps : std::uint8_t {
  standard,  ///< text: at each cue, a line a cue; Markdown: at each paragraph
  none,      ///< nowhere; paragraphs
  cue,       ///< text: at each cue; Markdown: as `paragraph`
  paragraph, ///< at the head of each paragraph
  speaker,   ///< where somebody else begins to speak
  minutes,   ///< at the first paragraph of every `stamp_minutes`
};

struct write_options {
  bool cue_tree = false; ///< JSON: add the cue-text tree
  time_stamps stamps = time_stamps::standard;
  int stamp_minutes = 5; ///< from 1; of `time_stamps::minutes`
};

/// What a reader makes of a text: always a transcript, and what was odd.
struct reading {
  transcript value;
  std::vector<diagnostic> diagnostics;
};

/// What a format can carry, for `mondegreen formats` and for telling what is lost.
struct capabilities {
  bool times = false;
  bool markup = false;
  bool speakers = false;
  bool settings = false; ///< where on the picture a cue stands
  bool metadata = false;
  bool words = false;       ///< times of single words
  bool needs_times = false; ///< a transcript without times cannot be written: it gets estimated ones
};

/// A format: a descriptor and up to three functions. To add one to the library write `impl/formats/foo.ipp` and a line
/// in formats.def; to add one of your own at run time call `add_format`.
struct format {
  std::string_view id{};         ///< "srt": what `--to` takes
  std::string_view name{};       ///< "SubRip"
  std::string_view extensions{}; ///< without dots, separated by spaces: "vtt webvtt"; the first is the usual one
  capabilities carries{};
  std::string_view encoding{}; ///< the one its specification prescribes: what strict reading decodes; empty: any

  /// How sure it is that the text is of this format, 0-100; looks at the beginning only. Null: never detected.
  int (*detect)(source const& text) = nullptr;
  /// Never throws, never loses a byte. Null: cannot be read.
  reading (*read)(source_ptr text, read_options const& options) = nullptr;
  /// Appends to `diagnostics` what the format cannot carry, once a kind. Null: cannot be written.
  std::string (*write)(transcript const& text, write_options const& options,
                       std::vector<diagnostic>& diagnostics) = nullptr;

  /// The same block by block, for `convert_file` (convert.hpp), which then holds no transcript. Internal so far.
  void (*read_blocks)(source const& text, read_options const& options, impl::block_sink& into) = nullptr;
  std::unique_ptr<impl::block_writer> (*block_writer)(impl::block_origin const& origin) = nullptr;
};

/// All formats, ours in the order of formats.def, then those added.
std::vector<format const*> formats();

/// The format of that id or extension (without dot, any case), or null.
format const* find_format(std::string_view id_or_extension);

/// The format a text is most likely in: by content, then by the extension of its name. Plain text if nothing else fits.
format const& detect_format(source const& text);

/// Makes a format known to everything above. It must outlive all use of the library; thread-safe; an id that is already
/// taken is refused: false.
bool add_format(format const& added);

/// Reads a text already decoded. Errors: unknown_format, cannot_read, refused (with `strict`).
result<reading> read(source_ptr text, read_options const& options = {});

/// Reads text in memory.
result<reading> read_text(std::string_view bytes, read_options const& options = {}, std::string_view name = "<text>");

/// Reads a file; "-" is standard input. Errors as `read_bytes`, `decode` and `read`.
result<reading> read_file(std::string const& path, read_options const& options = {});

/// What writing made: the bytes as UTF-8, and what could not be carried.
struct written {
  std::string bytes;
  std::vector<diagnostic> diagnostics;
};

/// Writes in the format of that id or extension. A cue that nothing touched is written back byte for byte when the
/// format is the one it was read as; a transcript without times gets estimated ones if the format needs them, and one
/// diagnostic that says so. Errors: unknown_format, cannot_write.
result<written> write_text(transcript const& text, std::string_view format, write_options const& options = {});

/// Writes a file, the format by its extension unless `format` says otherwise; whole or not at all. Errors as
/// `write_text` and `write_atomically`.
result<written> write_file(transcript const& text, std::string const& path, std::string_view format = {},
                           write_options const& options = {});

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/format.ipp>
#endif
