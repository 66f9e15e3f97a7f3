// From a file to a file of another format, without a rule in between.
#pragma once

#include <mondegreen/config.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/format.hpp>
#include <mondegreen/result.hpp>
#include <mondegreen/source.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace mondegreen::inline MONDEGREEN_ABI {

struct convert_options {
  read_options read{};
  std::string format{}; ///< of the output; empty: by the extension of its name
  write_options write{};
  bool map = false; ///< map a large input, see `map_shared`; it must not change before the conversion is forgotten
  bool fix = false; ///< make the fixes of the diagnostics first: what is read stays the same, and becomes valid
};

/// What a conversion met on the way.
struct conversion {
  source_ptr from;
  std::vector<diagnostic> met;  ///< by decoder and reader, in `from`; with those that were fixed
  source_ptr fixed;             ///< the text that was converted: `from`, unless something was fixed
  std::vector<diagnostic> lost; ///< by the writer, in `fixed`: what the format cannot carry
  std::size_t bytes = 0;        ///< written
};

/// Reads one file and writes the other: the bytes and the diagnostics of `read_file` and `write_file`. A UTF-8 file of
/// the same format keeps its byte order mark.
///
/// Between SubRip and WebVTT each cue goes straight from reader to writer, so that memory is the text's own size and
/// little more, and speed a multiple. Others are read into a transcript. Errors: as those two; nothing is written then.
result<conversion> convert_file(std::string const& from, std::string const& to, convert_options const& options = {});

/// The text with its fixes made, until there are none left to make; the text itself if there are none.
source_ptr fix_text(source_ptr text, format const& how, read_options const& options = {});

/// True if `convert_file` needs no transcript between the formats of these ids.
bool converts_directly(std::string_view from, std::string_view to);

} // namespace mondegreen::inline MONDEGREEN_ABI

#ifdef MONDEGREEN_HEADER_ONLY
#include <mondegreen/impl/convert.ipp>
#endif
